"""What the settings say about a site, as checks get it."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Literal

from lintpost.post.front_matter.yaml_tree import YamlVersion
from lintpost.post.memo import Memo
from lintpost.post.syntax import Syntax
from lintpost.site.files import RecordedFiles, SiteFiles
from lintpost.site.literals import Literals
from lintpost.site.names import Names
from lintpost.site.queries import AHEAD, TODAY, Queries, day
from lintpost.site.schema import Schema
from lintpost.site.vocabulary import Vocabulary

if TYPE_CHECKING:
    from lintpost.site.terms import Terms

Renderer = Literal["kramdown", "commonmark", "cjk-friendly"]


class Site:
    """The site of one configuration. Parts that are None are not configured.

    A site is for one thread at a time.
    """

    __slots__ = (
        "code_shortcodes",
        "files",
        "literals",
        "memo",
        "names",
        "now",
        "queries",
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
        queries: Queries | None = None,
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
        self.queries = queries

    def recorded(self, queries: Queries) -> "Site":
        """The same site for the checks of one post, whose queries are added to `queries`."""
        files = RecordedFiles(self.files, queries) if self.files is not None else None
        return self._with(files=files, queries=queries)

    def for_review(self, files: SiteFiles | None, queries: Queries, memo: Memo) -> "Site":
        """The same site for reviews, whose queries, those of `files` too, are added to `queries`; `memo` keeps what
        they derive.
        """
        return self._with(files=files, queries=queries, memo=memo)

    def seen_anew(self, now: datetime) -> "Site":
        """The same site at another time, with its files as they are then."""
        files = SiteFiles(self.files.root) if self.files is not None else None
        return self._with(files=files, now=now)

    def without_files(self) -> "Site":
        """The same site for what must not depend on the disk."""
        return self._with(files=None)

    @property
    def syntax(self) -> Syntax:
        """How the posts of this site are read."""
        return Syntax(self.yaml, self.renderers, self.code_shortcodes)

    def is_ahead(self, moment: datetime) -> bool:
        """Whether a moment (with a time zone) is in the future; recorded as a query."""
        ahead = moment > self.now
        if self.queries is not None:
            self.queries.record(AHEAD, moment.isoformat(), ahead)
        return ahead

    def today(self) -> date:
        """The day of the run, in UTC; recorded as a query."""
        today = day(self.now)
        if self.queries is not None:
            self.queries.record(TODAY, "", today.isoformat())
        return today

    def with_vocabularies(self, vocabularies: dict[str, Vocabulary]) -> "Site":
        """The same site with other vocabularies."""
        return self._with(vocabularies=vocabularies)

    def with_schema(self, schema: Schema | None) -> "Site":
        """The same site with another schema."""
        return self._with(schema=schema)

    def _with(self, **changes: Any) -> "Site":
        parts = {name: getattr(self, name) for name in self.__slots__}
        return Site(**{**parts, **changes})

    def has(self, need: str) -> bool:
        """Whether a part that a check needs (``names``, ``tags``, ``categories``…) is configured."""
        if need == "names":
            return self.names is not None
        if need == "spellings":
            return self.spellings is not None
        if need == "terms":
            return self.terms is not None
        if need == "schema":
            return self.schema is not None
        return need in self.vocabularies
