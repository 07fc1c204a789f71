"""The house's knowledge, as the checks are handed it."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Literal

from lintpost.post.front_matter.yaml_tree import YamlVersion
from lintpost.post.memo import Memo
from lintpost.post.syntax import Syntax
from lintpost.site.files import SiteFiles
from lintpost.site.literals import Literals
from lintpost.site.names import Names
from lintpost.site.questions import AHEAD, TODAY, Question, day
from lintpost.site.schema import Schema
from lintpost.site.vocabulary import Vocabulary

if TYPE_CHECKING:
    from lintpost.site.terms import Terms

Renderer = Literal["kramdown", "commonmark", "cjk-friendly"]


class Site:
    """What one configuration says about the house. Parts that are None were not configured."""

    __slots__ = (
        "code_shortcodes",
        "files",
        "literals",
        "memo",
        "names",
        "now",
        "renderers",
        "schema",
        "spellings",
        "terms",
        "vocabularies",
        "yaml",
    )

    def __init__(
        self,
        *,
        renderers: tuple[Renderer, ...] = ("commonmark",),
        yaml: YamlVersion = "1.1",
        code_shortcodes: frozenset[str] = frozenset(),
        names: Names | None = None,
        terms: "Terms | None" = None,
        spellings: Names | None = None,
        vocabularies: dict[str, Vocabulary] | None = None,
        schema: Schema | None = None,
        files: SiteFiles | None = None,
        literals: Literals | None = None,
        memo: Memo | None = None,
        now: datetime,
    ) -> None:
        """`now` has a time zone. `literals` are those that `names` were made with; `memo` keeps what
        checks derive from the site and their options, by default nothing yet.
        """
        self.renderers: tuple[Renderer, ...] = renderers
        self.yaml: YamlVersion = yaml
        self.code_shortcodes = code_shortcodes
        self.names = names
        self.terms = terms
        self.spellings = spellings
        self.vocabularies = vocabularies or {}
        self.schema = schema
        self.files = files
        if literals is None:
            literals = names.literals if names is not None else Literals()
        self.literals = literals
        self.memo = memo if memo is not None else Memo()
        self.now = now

    @property
    def syntax(self) -> Syntax:
        """How the posts of this site are read."""
        return Syntax(self.yaml, self.renderers, self.code_shortcodes)

    def is_ahead(self, moment: datetime) -> bool:
        """Whether a moment is yet to come."""
        ahead = self.asked[AHEAD, moment.isoformat()] = moment > self.now
        return ahead

    def today(self) -> date:
        """The day of the run, in UTC."""
        today = day(self.now)
        self.asked[TODAY, ""] = today.isoformat()
        return today

    @property
    def asked(self) -> dict[Question, bool | str]:
        """What checks asked of the disk and the clock, with the answers."""
        return self.files.asked if self.files is not None else {}

    def with_vocabularies(self, vocabularies: dict[str, Vocabulary]) -> "Site":
        """The same house with other vocabularies."""
        return self._with(vocabularies=vocabularies)

    def with_schema(self, schema: Schema | None) -> "Site":
        """The same house with another schema."""
        return self._with(schema=schema)

    def _with(self, **changes: Any) -> "Site":
        parts = {name: getattr(self, name) for name in self.__slots__}
        return Site(**{**parts, **changes})

    def has(self, need: str) -> bool:
        """Whether a part that a check needs (``names``, ``tags``, ``categories``…) is there."""
        if need == "names":
            return self.names is not None
        if need == "spellings":
            return self.spellings is not None
        if need == "terms":
            return self.terms is not None
        if need == "schema":
            return self.schema is not None
        return need in self.vocabularies
