"""Marks moved so that bold shows under every renderer of the site, with not a letter changed."""

import re
from collections.abc import Iterator

from lintpost.checks.common.links.source import is_label, link_filling
from lintpost.checks.contract.hit import Applicability, Fix
from lintpost.post.edit import Edit, apply_edits
from lintpost.post.lazy import lazy
from lintpost.post.markdown.body import Markdown
from lintpost.post.markdown.emphasis import Bold
from lintpost.post.memo import MemoKey
from lintpost.post.post import Post
from lintpost.site.site import Renderer

PAIRS = {
    pair[0]: pair[1]
    for pair in (
        "「」",
        "『』",
        "（）",
        "()",
        "［］",
        "[]",
        "【】",
        "〈〉",
        "《》",
        "〔〕",
        "“”",
        "‘’",
        "＜＞",
    )
}
ENDS = "。．、，！？!?：:；;…・"


_GLOSS = lazy(r"[（(][^（）()]*[）)]")
_ENTITY = lazy(r"&#?[0-9A-Za-z]+;")


def repair(post: Post, bold: Bold, renderers: tuple[Renderer, ...]) -> Fix | None:
    """A fix that moves brackets or punctuation out of a span's marks, or the marks into a link that they
    enclose; None where no move helps.

    It is unsafe where a gloss at the end (``自然言語処理（NLP）``) would no longer be bold.
    """
    for applicability, edits, inner in _candidates(post, bold):
        if proved(post, bold, edits, inner, renderers):
            return Fix(applicability, edits)
    return None


def proved(
    post: Post, bold: Bold, edits: tuple[Edit, ...], inner: str, renderers: tuple[Renderer, ...]
) -> bool:
    """Whether edits make `inner` of a span bold and change no other.

    The span then shows under every renderer, each span of its block that was meant before is meant
    still, and none that showed is lost.
    """
    index = post.markdown.block_at(bold.start)
    if index < 0:
        return False
    block = post.markdown.block(index)
    text = post.text[block.start : block.end]
    moved = [Edit(e.start - block.start, e.end - block.start, e.text) for e in edits]
    old, new = (_block(post, one, renderers) for one in (text, apply_edits(text, moved)))
    return _holds(old, new, post.text[bold.inner_start : bold.inner_end], inner)


def unwrapped(text: str, start: int, end: int) -> tuple[int, int]:
    """The inside of a pair of brackets that encloses a whole span; the span itself where none does."""
    close = PAIRS.get(text[start])
    if close is None or end - start < 3 or text[end - 1] != close:
        return start, end
    depth = 0
    for at in range(start, end):
        depth += (text[at] == text[start]) - (text[at] == close and text[start] != close)
        if depth == 0 and at < end - 1:
            return start, end  # closed before the end: 「A」と「B」
    return start + 1, end - 1


def _candidates(post: Post, bold: Bold) -> Iterator[tuple[Applicability, tuple[Edit, ...], str]]:
    """Moves, the smallest first, each with what is bold after it."""
    text = post.text
    start, end = bold.inner_start, bold.inner_end
    trail = end
    while trail > start and text[trail - 1] in ENDS:
        trail -= 1
    mark = text[bold.start : start]
    for last in (end, trail):
        link = link_filling(post, start, last)
        if link and not is_label(link):
            yield "safe", _into_link(bold, link, mark), link["text"]
    gloss = next((m for m in _GLOSS.finditer(text, start, trail) if m.end() == trail), None)
    moves: list[tuple[Applicability, int, int]] = [
        ("safe", start, trail),
        ("safe", *unwrapped(text, start, end)),
        ("safe", *unwrapped(text, start, trail)),
        ("unsafe", start, gloss.start() if gloss else start),
    ]
    for applicability, left, right in moves:
        if (left, right) == (start, end) or left >= right:
            continue
        if not (_is_movable(post, start, left) and _is_movable(post, right, end)):
            continue
        edits = []
        if left > start:
            edits.append(Edit(bold.start, left, text[start:left] + mark))
        if right < end:
            edits.append(Edit(right, bold.end, mark + text[right:end]))
        yield applicability, tuple(edits), text[left:right]


def _into_link(bold: Bold, link: re.Match[str], mark: str) -> tuple[Edit, ...]:
    """The marks set round the text of a link, at the beginning of the span."""
    first, last = link.span("text")
    return (
        Edit(bold.start, bold.inner_start, ""),
        Edit(first, first, mark),
        Edit(last, last, mark),
        Edit(bold.inner_end, bold.end, ""),
    )


def _is_movable(post: Post, start: int, end: int) -> bool:
    """Whether a span may be parted from its bold: it begins and ends in prose, not in a link's address,
    a footnote, an emoji (``:tada:``) or an entity (``&amp;``).
    """
    if start == end:
        return True
    edges = post.markdown.is_prose(start, start + 1) and post.markdown.is_prose(end - 1, end)
    first = post.text.rfind("&", max(0, start - 10), start)
    entity = _ENTITY.match(post.text, first) if first >= 0 else None
    return edges and (entity is None or entity.end() <= start)


class _Block:
    """A block of its own: what is bold in it, as meant and under each renderer."""

    def __init__(self, text: str, renderers: tuple[Renderer, ...]) -> None:
        self.text = text
        self._markdown = Markdown(text, 0)
        self._renderers = renderers
        self._shown: list[list[str]] | None = None
        self.meant = self._texts(self._markdown.bold)

    @property
    def shown(self) -> list[list[str]]:
        """The bold texts under each renderer."""
        if self._shown is None:
            self._shown = [self._texts(self._markdown.rendered(one)) for one in self._renderers]
        return self._shown

    def _texts(self, spans: list[Bold]) -> list[str]:
        return [self.text[span.inner_start : span.inner_end] for span in spans]


_BLOCKS = MemoKey[_Block]("blocks")


def _block(post: Post, text: str, renderers: tuple[Renderer, ...]) -> _Block:
    """A block by its text, read once: rules that propose the same move look at the same result."""
    return post.memo.get_or_make(_BLOCKS, lambda: _Block(text, renderers), text, renderers)


def _holds(old: _Block, new: _Block, own: str, inner: str) -> bool:
    expected = list(old.meant)
    if own not in expected:
        return False
    expected[expected.index(own)] = inner
    if sorted(new.meant) != sorted(expected):
        return False
    for before, after in zip(old.shown, new.shown, strict=True):
        kept = [text for text in before if text in old.meant]
        if own in kept:
            kept.remove(own)
        if inner not in after or any(text not in after for text in kept):
            return False
    return True
