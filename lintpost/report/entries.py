"""What reports for people list: findings, those about one name or one repeated paragraph as one entry."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from lintpost.engine.summary import is_fixable
from lintpost.language import Lang, Text, plural

if TYPE_CHECKING:
    from lintpost.engine.finding import Finding

_LONGEST = 30
"""Code points of the longest letters that are shown at a place."""


class Entry(NamedTuple):
    """The first finding about a subject of a post, and the later ones; or a finding by itself."""

    first: "Finding"
    others: "tuple[Finding, ...]" = ()

    @property
    def findings(self) -> int:
        """The number of findings."""
        return 1 + len(self.others)

    @property
    def fixable(self) -> bool:
        """Whether `--fix` fixes them all."""
        return all(map(is_fixable, (self.first, *self.others)))


def entries_of(findings: "Iterable[Finding]") -> list[Entry]:
    """The entries of one post, in the order of their first findings."""
    groups: dict[tuple[str, str] | int, list[Finding]] = {}
    for number, finding in enumerate(findings):
        key = (finding.rule, finding.subject) if finding.subject else number
        groups.setdefault(key, []).append(finding)
    return [Entry(first, tuple(others)) for first, *others in groups.values()]


def other_places(entry: Entry, text: str, lang: Lang, most: int | None = None) -> str:
    """Where else the fault of an entry is, in a clause; "" where it is alone.

    A place where the post has other letters than at the first one shows them. At most `most` are named.
    """
    if not entry.others:
        return ""
    shown = list(_places(entry, text, lang))[:most]
    rest = len(entry.others) - len(shown)
    places = ("、" if lang == "ja" else ", ").join(shown)
    if lang == "ja":
        return f"全{entry.findings:,}か所：ほかに {places}{f'、ほか{rest:,}か所' if rest else ''}"
    return (
        f"{plural(entry.findings, 'place')}: also {places}{f' and {rest:,} more' if rest else ''}"
    )


def _places(entry: Entry, text: str, lang: Lang) -> Iterator[str]:
    own = _letters(entry.first, text)
    for finding in entry.others:
        place = f"{finding.start.line}:{finding.start.column}"
        letters = _letters(finding, text)
        if letters != own and len(letters) <= _LONGEST:
            place += Text(f" “{letters}”", f"「{letters}」")[lang]
        yield place


def _letters(finding: "Finding", text: str) -> str:
    return text[finding.start.offset : finding.end.offset]
