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


class Copy(NamedTuple):
    """A span of a post whose text stands in it before, letter for letter; `first` is where that begins."""

    start: int
    end: int
    first: int


class Place(NamedTuple):
    """A span of a post with its lines and columns (from 1), as facts hold it: a review points at it without
    the post. `end` and `end_column` are exclusive.
    """

    start: int
    line: int
    column: int
    end: int
    end_line: int
    end_column: int


class SiteHit(NamedTuple):
    """One result of a review: in the post of `path`, which is a key of the facts that the review was given.

    `related` are places in this post or others, each with its path; the rest is as in `Hit`.
    """

    path: str
    place: Place
    key: str = ""
    params: dict[str, Any] = {}
    fix: Fix | None = None
    related: tuple[tuple[str, Place], ...] = ()


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
