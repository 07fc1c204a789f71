"""A body that is one code block: the fence that came with a generated answer."""

from collections.abc import Iterator

from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.post import Post
from lintpost.site.site import Site

_LANGUAGES = ("", "markdown", "md", "mdx", "text")


class Options(CheckOptions):
    """No options."""


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at the opening fence; the fix takes both fences away."""
    leaves = post.markdown.leaves
    if len(leaves) != 1 or leaves[0][2] != "CodeBlock":
        return
    block = post.markdown.block(0)
    lines = post.text[block.start : block.end].rstrip("\n").split("\n")
    fence = lines[0].strip()
    mark = fence[:1] * 3
    if mark not in ("```", "~~~") or fence.lstrip(mark[0]).strip().lower() not in _LANGUAGES:
        return
    inside = "\n".join(lines[1:-1])
    if len(lines) < 3 or not any(
        line.startswith(("#", "- ", "* ")) or "**" in line for line in lines[1:-1]
    ):
        return
    closed = lines[-1].strip().startswith(mark)
    first_end = block.start + len(lines[0])
    fix = None
    if closed and mark not in inside:
        last = block.start + len("\n".join(lines[:-1]))
        fix = Fix(
            "unsafe",
            (Edit(block.start, first_end + 1, ""), Edit(last, last + 1 + len(lines[-1]), "")),
        )
    yield Hit(block.start, first_end, "", {}, fix)


CHECK = Check(
    name="wrapped-post",
    options=Options,
    messages={"": ()},
    run=run,
    reads=("markdown",),
    changes=("block",),
)
