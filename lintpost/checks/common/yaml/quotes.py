"""Which quotation marks of an unreadable YAML value are YAML's, and which are the author's."""

import re
from itertools import accumulate

from lintpost.post.front_matter.scalars import in_quotes
from lintpost.post.lazy import lazy

_APOSTROPHE = lazy(r"(?<=[A-Za-z])'(?=[A-Za-z])")
# A word that loses its beginning: 'Tis, 'em, '90s.
_ELISION = lazy(r"(?i)'(?:tis|twas|til|em|cause|round|bout|n|[0-9]0s)\b")
_BEFORE = " \t(（「『【[<"
_BEHIND = " \t,.;:!?)）」』】]>、。，．！？：；…"


def requoted(value: str) -> tuple[str, str] | None:
    """A value that cannot be read as it stands, in quotes, and the string that it then is.

    Quotes around the whole value are YAML's: ``'Here's a pair'`` is *Here's a pair*. Those of a part
    are letters: ``"A" and "B"``. None where that cannot be told.
    """
    quote = value[0]
    if _is_torn(value):
        return None
    if quote not in "'\"" or _ELISION.match(value):
        return in_quotes(value, "'" if '"' in value else '"'), value
    inside = value[1:]
    is_whole = len(value) > 2 and value[-1] == quote
    if is_whole:
        inside = inside[:-1]
    if _has_escapes(inside, quote):
        return None
    marks = [at for at, char in enumerate(inside) if char == quote]
    if quote == "'":
        marks = [at for at in marks if not _APOSTROPHE.match(inside, at)]
    if is_whole and (not marks or _opens_and_closes(inside, marks)):
        return in_quotes(inside, "'" if quote == '"' else '"'), inside
    if len(marks) % 2 == is_whole or not _closes(inside, marks[0], whole=is_whole):
        return None
    if not is_whole and not inside[marks[-1] + 1 :].strip(",;"):
        return None  # "foo", as in JSON
    return in_quotes(value, "'" if '"' in value else '"'), value


def _is_torn(value: str) -> bool:
    """Whether a value has lost its opening quote, or is a list or mapping that is never closed."""
    last = value[-1]
    if value[0] in "[{":
        closing = "]" if value[0] == "[" else "}"
        depths = accumulate((char == value[0]) - (char == closing) for char in value)
        if 0 not in depths:
            return True
    if last not in "'\"" or value[0] in "'\"":
        return False
    marks = [at for at, char in enumerate(value) if char == last]
    return len([at for at in marks if last == '"' or not _APOSTROPHE.match(value, at)]) % 2 == 1


def _has_escapes(inside: str, quote: str) -> bool:
    r"""Whether a value escapes marks in YAML's way: ``\"`` or ``\\`` between double quotes."""
    return quote == '"' and re.search(r'\\["\\]', inside) is not None


def _opens_and_closes(text: str, marks: list[int]) -> bool:
    """Whether marks inside of quotes pair off by themselves: He said "yes" and "no"."""
    if len(marks) % 2:
        return False
    return all(
        _opens(text, opening) and _closes(text, closing)
        for opening, closing in zip(marks[::2], marks[1::2], strict=True)
    )


def _opens(text: str, at: int) -> bool:
    before, behind = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or before in _BEFORE) and bool(behind) and behind not in _BEHIND


def _closes(text: str, at: int, *, whole: bool = True) -> bool:
    """Whether a mark ends a quotation. Where another one is not `whole`, its first mark must."""
    before, behind = text[at - 1 : at], text[at + 1 : at + 2]
    if not whole:
        return bool(before) and before not in _BEFORE
    return bool(before) and before not in _BEFORE and (not behind or behind in _BEHIND)
