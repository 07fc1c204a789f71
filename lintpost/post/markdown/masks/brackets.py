"""What stands between brackets and is a name of something: targets of wiki links, labels of footnotes
and of alerts, kramdown's abbreviations.
"""

from collections.abc import Iterator

from lintpost.post.lazy import lazy_bytes
from lintpost.post.markdown.masks.searched_text import SearchedText
from lintpost.post.markdown.masks.spans import Mask

# A target of a wiki link, a label of a footnote, or one of an alert.
_LABEL = lazy_bytes(
    rb"\[(?:\[(?P<target>[^\[\]|\n]{1,300})(?P<bar>\|[^\[\]\n]{0,300})?\]\](?!\()"
    rb"|\^[^\[\]\s]{1,100}\]"
    rb"|![A-Za-z][A-Za-z-]{0,30}\][+-]?)"
)


# What an abbreviation stands for, which kramdown shows nowhere but beside it.
_ABBREVIATION = lazy_bytes(rb"\*\[[^\]\n]{1,100}\]:[^\n]*")


def may_hold(data: bytes) -> bool:
    """Whether a body may hold any of these."""
    return b"[" in data


def masks(text: SearchedText) -> Iterator[Mask]:
    """Every target or label with its brackets."""
    if text.syntax.kramdown:
        for match in _ABBREVIATION.finditer(text.data):
            if text.begins_line(match.start()):
                yield Mask(*match.span(), "markup")
    for match in _LABEL.finditer(text.data):
        start, end = match.span()
        if not text.is_text(start):
            continue
        if match["target"] and text.data[start - 1 : start] == b"!":
            start -= 1  # what is shown in the page
        if match["bar"] is not None:
            yield Mask(start, match.start("bar") + 1, "markup")
            yield Mask(end - 2, end, "markup")
        else:
            yield Mask(start, end, "word" if match["target"] else "markup")
