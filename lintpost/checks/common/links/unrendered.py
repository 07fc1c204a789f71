"""Where a body holds code or comments: what looks like a link or an anchor in there is none."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from lintpost.checks.common.hidden_spans import hidden_spans
from lintpost.post.lazy import lazy
from lintpost.post.memo import MemoKey
from lintpost.post.post import Post

_CLOSING = lazy(r"\{\{[<%]\s*/\s*\w")
_SPANS = MemoKey[tuple[list[tuple[int, int]], list[int]]]("unrendered")


def is_unrendered(post: Post, at: int) -> bool:
    """Whether an offset of the body stands in code or in a comment."""
    spans, reach = post.memo.get_or_make(_SPANS, lambda: _spans(post))
    index = bisect_right(spans, (at, len(post.text))) - 1
    return index >= 0 and at < reach[index]


def _spans(post: Post) -> tuple[list[tuple[int, int]], list[int]]:
    """The spans by their starts, and how far those up to each of them reach."""
    blocks = post.markdown.blocks("CodeBlock")
    spans = [*post.markdown.code_spans(), *((block.start, block.end) for block in blocks)]
    spans += hidden_spans(post.text, post.body)
    spans += _code_shortcodes(post)
    spans.sort()
    return spans, list(accumulate((end for _, end in spans), max))


def _code_shortcodes(post: Post) -> Iterator[tuple[int, int]]:
    """Shortcodes with a body of code, which is one mask with the tags around it."""
    text = post.text
    if "{{<" in text or "{{%" in text:
        for mask in post.markdown.masks:
            is_shortcode = text.startswith(("{{<", "{{%"), mask.start)
            if is_shortcode and _CLOSING.search(text, mask.start, mask.end):
                yield mask.start, mask.end
