"""Fences of code that are never closed: all that follows is code.

CommonMark closes such a block at the end of its list item, quotation or post
(https://spec.commonmark.org/0.31.2/#fenced-code-blocks); kramdown makes a paragraph of it.
"""

from collections.abc import Iterator

from lintpost.checks.common.blocks.fences import fences
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.post import Post
from lintpost.site.site import Site


def run(post: Post, options: CheckOptions, site: Site) -> Iterator[Hit]:
    """One hit at the opening fence; not at the stray one that follows where a list item cut the block off."""
    cut_off = -1
    for fence in fences(post):
        if not fence.is_closed and fence.start != cut_off:
            span = fence.opening(post)
            if not post.markdown.is_masked(*span):  # as in a tag's body of code
                yield Hit(*span, "", {"fence": fence.marks})
        cut_off = -1 if fence.is_closed else fence.end


CHECK = Check(
    name="unclosed-fence",
    options=CheckOptions,
    messages={"": ("fence",)},
    run=run,
    reads=("markdown",),
)
