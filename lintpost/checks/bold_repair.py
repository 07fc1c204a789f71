"""Marks moved so that bold shows under every renderer of the site, with not a letter changed."""

from collections.abc import Iterator

from lintpost.checks.hit import Applicability, Fix
from lintpost.post.edit import Edit, apply_edits
from lintpost.post.emphasis import Bold
from lintpost.post.lazy import lazy
from lintpost.post.markdown import Markdown
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


def repair(post: Post, bold: Bold, renderers: tuple[Renderer, ...]) -> Fix | None:
    """A fix that moves brackets or punctuation out of a span's marks; None where no move helps.

    It is unsafe where a gloss at the end (``自然言語処理（NLP）``) would no longer be bold.
    """
    for applicability, edits, inner in _candidates(post.text, bold):
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
    before = post.text[block.start : block.end]
    moved = [Edit(e.start - block.start, e.end - block.start, e.text) for e in edits]
    after = apply_edits(before, moved)
    own = post.text[bold.inner_start : bold.inner_end]
    return _holds(Markdown(before, 0), before, Markdown(after, 0), after, own, inner, renderers)


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


def _candidates(text: str, bold: Bold) -> Iterator[tuple[Applicability, tuple[Edit, ...], str]]:
    """Moves, the smallest first, each with what is bold after it."""
    start, end = bold.inner_start, bold.inner_end
    trail = end
    while trail > start and text[trail - 1] in ENDS:
        trail -= 1
    mark = text[bold.start : start]
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
        edits = []
        if left > start:
            edits.append(Edit(bold.start, left, text[start:left] + mark))
        if right < end:
            edits.append(Edit(right, bold.end, mark + text[right:end]))
        yield applicability, tuple(edits), text[left:right]


def _holds(
    old: Markdown, before: str, new: Markdown, after: str, own: str, inner: str,
    renderers: tuple[Renderer, ...],
) -> bool:  # fmt: skip
    def texts(text: str, spans: list[Bold]) -> list[str]:
        return [text[span.inner_start : span.inner_end] for span in spans]

    meant = texts(before, old.bold)
    expected = list(meant)
    if own not in expected:
        return False
    expected[expected.index(own)] = inner
    if sorted(texts(after, new.bold)) != sorted(expected):
        return False
    for renderer in renderers:
        shown = texts(after, new.rendered(renderer))
        kept = [text for text in texts(before, old.rendered(renderer)) if text in meant]
        if own in kept:
            kept.remove(own)
        if inner not in shown or any(text not in shown for text in kept):
            return False
    return True
