"""What the checks of phrases have in common: scopes, and patterns that can be read."""

from collections.abc import Iterable
from typing import Any

from lintpost.checks.common.patterns.scopes import FIELD, SCOPES, SECTION
from lintpost.checks.contract.options import CheckOptions, OptionError
from lintpost.language import Text
from lintpost.post.lazy import lazy

_NAMED_GROUP = lazy(r"\(\?P?<([A-Za-z_]\w*)>")


class PhraseOptions(CheckOptions):
    """`scope`: which texts are looked at; ``front-matter.KEY`` is any key."""

    def __init__(self, values: dict[str, Any] | None = None) -> None:
        """Raises `OptionError` for a scope that is not known."""
        given = dict(values or {})
        if isinstance(given.get("scope"), str):
            given["scope"] = [given["scope"]]
        super().__init__(given)
        known = (*SCOPES, SECTION) if "unit" in self.known() else SCOPES
        for name in getattr(self, "scope", ()):
            if name not in known and not (name.startswith(FIELD) and len(name) > len(FIELD)):
                raise OptionError(
                    ["scope"], Text("unknown scope", "知らないscopeです"), name, known
                )


def refuse_bad_patterns(key: str, patterns: tuple[str, ...]) -> None:
    """Raise `OptionError` for the first pattern that is no regular expression."""
    from lintpost.site.js_regex import PatternError, compile_js

    for pattern in patterns:
        try:
            compile_js(pattern, "m")
        except PatternError as error:
            raise OptionError(
                [key],
                Text(f"`{pattern}` is not a regular expression: {error}",
                     f"`{pattern}` は正規表現として読めません（{error}）"),
            ) from None  # fmt: skip


def named_groups(patterns: Iterable[str]) -> tuple[str, ...]:
    """The names of the groups of some patterns (JavaScript's or Python's), which a message may use."""
    names = (name for pattern in patterns for name in _NAMED_GROUP.findall(pattern))
    return tuple(dict.fromkeys(names))
