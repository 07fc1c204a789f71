"""What a check yields: a place, what to say about it, and perhaps how to mend it."""

from typing import Any, Literal, NamedTuple

from lintpost.post.edit import Edit

Applicability = Literal["safe", "unsafe"]


class Fix(NamedTuple):
    """Edits that belong together. Safe: what is read differs only by what the finding named."""

    applicability: Applicability
    edits: tuple[Edit, ...]


class Related(NamedTuple):
    """Another place that explains a finding."""

    start: int
    end: int


class Hit(NamedTuple):
    """One result of a check.

    `start` and `end` are code points into the file, half-open. `key` picks one of the rule's
    messages ("" where it has a single one) and `params` fills it; a param may be a `Text` of both
    languages. `is_note` makes a hit a note (``info``) whatever the severity of its rule, for what may
    well be right.
    """

    start: int
    end: int
    key: str = ""
    params: dict[str, Any] = {}
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    is_note: bool = False
