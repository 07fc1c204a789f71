"""Bold inside of bold: marks that CommonMark shows as nothing, and kramdown as they stand."""

from bisect import bisect_left
from collections.abc import Iterator

from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit, apply_edits
from lintpost.post.lazy import lazy
from lintpost.post.markdown.body import Markdown
from lintpost.post.markdown.emphasis import Bold
from lintpost.post.post import Post
from lintpost.site.site import Site

_MARKS = lazy(r"\*\*|__")
_LONGEST_BLOCK = 1000
"""Characters of a block up to which a fix is proved: the proof reads the block anew for each span."""


class Options(CheckOptions):
    """No options."""


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """Each span within one that was meant; the fix takes its marks away."""
    text = post.text
    outer = [
        bold for bold in post.markdown.bold if _MARKS.search(text, bold.inner_start, bold.inner_end)
    ]
    if not outer:
        return
    spans = [
        bold
        for bold in sorted(post.markdown.rendered("cjk-friendly"))
        if not post.markdown.is_masked(bold.start, bold.inner_start)  # __init__ is an identifier
    ]
    starts = [bold.start for bold in spans]
    after = 0
    for around in outer:
        if around.start < after:
            continue  # within another, and so is what it holds
        after = around.end
        first = bisect_left(starts, around.inner_start)
        for bold in spans[first : bisect_left(starts, around.inner_end, first)]:
            if bold.end <= around.inner_end:
                params = {"text": text[bold.inner_start : bold.inner_end]}
                yield Hit(bold.start, bold.end, "", params, _fix(post, around, bold))


def _fix(post: Post, outer: Bold, bold: Bold) -> Fix | None:
    """The inner marks gone, where the outer span stays what it was under every renderer."""
    index = post.markdown.block_at(outer.start)
    if index < 0:
        return None
    block = post.markdown.block(index)
    if block.end - block.start > _LONGEST_BLOCK:
        return None
    before = post.text[block.start : block.end]
    edits = (Edit(bold.start, bold.inner_start, ""), Edit(bold.inner_end, bold.end, ""))
    after = apply_edits(
        before, [Edit(e.start - block.start, e.end - block.start, "") for e in edits]
    )
    old, new = Markdown(before, 0), Markdown(after, 0)
    if len(new.rendered("cjk-friendly")) != len(old.rendered("cjk-friendly")) - 1:
        return None
    start, end = outer.start - block.start, outer.end - block.start - 4
    shown = (new.bold, new.rendered("cjk-friendly"))
    if not all(any(one[:2] == (start, end) for one in spans) for spans in shown):
        return None
    return Fix("safe", edits)


CHECK = Check(
    name="bold-nested",
    options=Options,
    messages={"": ("text",)},
    run=run,
    reads=("markdown",),
    changes=("strong",),
    block_alone=True,
)
