"""Attribute lists: kramdown's (``{: .lead}``, ``{::nomarkdown}``), and those of headings, spans and
directives (``{#id}``, ``[text]{.class}``, ``:abbr[text]{title="…"}``).
"""

from bisect import bisect_left
from collections.abc import Iterator

from lintpost.post.lazy import lazy_bytes
from lintpost.post.markdown.masks.searched_text import SearchedText
from lintpost.post.markdown.masks.spans import Mask

_OPENER = lazy_bytes(rb"\{(?=[:#.\w])")
_EXTENSION = lazy_bytes(rb"\{::(comment|nomarkdown)\}")
_EXTENSION_END = lazy_bytes(rb"\{:/(?:comment|nomarkdown)?\}")
_LIST = lazy_bytes(rb"\{(?:::?[^{}\n]*|[.#][\w:-]+(?:[ \t][^{}\n]*)?)\}")
_ITEM = rb"(?:[.#][\w:-]+|[\w:@-]+=(?:\"[^\"\n{}]*\"|'[^'\n{}]*'|[^\s{}\"']+))"
# Behind a bracket, code or emphasis; words without a sign (`{reversed}`) only beside others.
_BESIDE = lazy_bytes(
    rb"\{[ \t]*(?:[\w-]+[ \t]+)*" + _ITEM + rb"(?:[ \t]+(?:" + _ITEM + rb"|[\w-]+))*[ \t]*\}"
)
_BEFORE = b"])`*_"
_LONGEST_TEXT = 300
"""Bytes of a text in brackets that has attributes: how far back its bracket is looked for."""


def may_hold(data: bytes) -> bool:
    """Whether a body may hold an attribute list."""
    return b"{" in data


def masks(text: SearchedText) -> Iterator[Mask]:
    """Every attribute list, and kramdown's extensions with their bodies."""
    data = text.data
    ends = [match.span() for match in _EXTENSION_END.finditer(data)] if b"{:/" in data else []
    after = 0
    for match in _OPENER.finditer(data):
        at = match.start()
        if at < after or not text.is_text(at):
            continue
        extension = _EXTENSION.match(data, at)
        index = bisect_left(ends, (at, 0)) if extension else len(ends)
        if index < len(ends):
            after = ends[index][1]
        elif (found := _LIST.match(data, at)) or (
            at and data[at - 1] in _BEFORE and (found := _BESIDE.match(data, at))
        ):
            after = found.end()
            yield from _brackets_before(text, at)
        else:
            continue
        yield Mask(at, after, "markup")


def _brackets_before(text: SearchedText, at: int) -> Iterator[Mask]:
    """The brackets round what an attribute list is for (``[text]{.class}``)."""
    close = at - 1
    if close > 0 and text.data[close : close + 1] == b"]" and text.is_text(close):
        opener = text.data.rfind(b"[", max(close - _LONGEST_TEXT, 0), close)
        if opener >= 0 and not any(mark in text.data[opener:close] for mark in (b"]", b"\n")):
            yield Mask(opener, opener + 1, "markup")
            yield Mask(close, close + 1, "markup")
