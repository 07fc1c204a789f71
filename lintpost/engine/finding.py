"""What a run reports."""

from typing import NamedTuple

from lintpost.checks.contract.hit import Fix
from lintpost.files.settings_error import SettingsError
from lintpost.language import Text
from lintpost.packs.rule import Severity
from lintpost.site.queries import Query


class Location(NamedTuple):
    """Line and column from 1, the column in code points; offset from 0 into the file."""

    line: int
    column: int
    offset: int


class Span(NamedTuple):
    """A place with both its ends; `end` is exclusive. `path` is "" in the post of the finding itself."""

    start: Location
    end: Location
    path: str = ""


class Finding(NamedTuple):
    """One thing to fix in a post."""

    path: str
    rule: str
    severity: Severity
    message: str
    start: Location
    end: Location
    fix: Fix | None
    related: tuple[Span, ...]
    subject: str = ""
    """What the finding is about, where a post can have one fault in several places (`Check.subject`)."""
    repeats: int | None = None
    """In the copy of a part of the post: the offset of the same finding in that part (`Check.copies`)."""


def report_order(finding: Finding) -> tuple[int, int, str]:
    """The key that the findings of a post are sorted by."""
    return finding.start.offset, finding.end.offset, finding.rule


class PostError(NamedTuple):
    """Why a post, or one rule over it, could not be checked.

    `of_settings`: the fault lies in the post's configuration, whose place the text names.
    """

    path: str
    text: Text
    of_settings: bool = False

    @classmethod
    def from_settings(cls, path: str, error: SettingsError) -> "PostError":
        """The fault of a post's configuration."""
        return cls(path, Text(error.message("en"), error.message("ja")), of_settings=True)


class PostFacts(NamedTuple):
    """What the rules that look over the whole site noted of a post: `values` are the facts of each rule as
    JSON, its own and those that it shares (`Check.shares`), which are the same strings for every rule that has them;
    `overrides` which overrides of the configuration the post falls under.

    `has_comments`: a suppression comment may be for one of these rules, so that only the review tells
    whether it switches anything off. `digest` is that of the post's bytes. `is_whole`: no rule broke.
    """

    values: dict[str, tuple[str, ...]]
    overrides: tuple[int, ...]
    has_comments: bool
    digest: str
    is_whole: bool = True


class PostResult(NamedTuple):
    """All about one post. `text` is None unless a report needs it; `known` are findings that the
    baseline has.
    """

    path: str
    findings: tuple[Finding, ...]
    errors: tuple[PostError, ...]
    suppressed: int
    text: str | None
    known: tuple[Finding, ...] = ()
    characters: int = 0
    """The length of the body in code points."""
    refused: tuple[tuple[str, int], ...] = ()
    """Fixes that could not be proved safe here and were not written: how many, by rule."""
    queries: tuple[Query, ...] = ()
    """The queries of the checks to the disk and the clock: the findings are valid while the answers are."""
    facts: PostFacts | None = None
    """None where no rule looks over the whole site."""
    repeated: int = 0
    """How many findings in copies are left out of `findings` (`lintpost.engine.repeats`)."""
    switched_off: tuple[Finding, ...] | None = None
    """What comments switch off, `suppressed` findings: for the cache. None where the post has no comment."""
    values: str = ""
    """The `escaped_fields` of the post: for the cache."""

    @classmethod
    def failed(cls, error: PostError) -> "PostResult":
        """The result of a post that could not be checked at all."""
        return cls(error.path, (), (error,), 0, None)
