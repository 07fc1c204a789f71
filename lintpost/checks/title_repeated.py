"""A body that opens with its own title."""

from collections.abc import Iterator

from lintpost.checks.front_values import strings
from lintpost.checks.hit import Hit, Related
from lintpost.checks.options import CheckOptions
from lintpost.post.markdown import Block
from lintpost.post.post import Post
from lintpost.site.fold import letters
from lintpost.site.site import Site

_NO_TEXT = ("CodeBlock", "HtmlBlock")
_SHORTEST = 8
_MUCH_LONGER = 8
"""A first paragraph so many times as long as the title is no repetition, whatever its marks."""


class Options(CheckOptions):
    """`share`: how much of the title (percent of its letters) the line must hold, or be held by it."""

    share: int = 60


def repeated_block(post: Post, share: int) -> Block | None:
    """The first block of the body where it is the title again, else None.

    A block that is a whole part of the title counts, and one that holds the title, as long as the
    shorter of them is `share` percent of the longer.
    """
    key = ("repeated_block", share)
    if key not in post.memo:
        post.memo[key] = _repeated_block(post, share)
    block: Block | None = post.memo[key]
    return block


def _repeated_block(post: Post, share: int) -> Block | None:
    title = next(strings(post, ("title",)), None)
    if title is None:
        return None
    markdown = post.markdown
    leaf = markdown.first_leaf
    if leaf is None or len(markdown.leaf_text(leaf)) > _MUCH_LONGER * len(title.value):
        return None
    wanted = letters(title.value)
    for index, leaf in enumerate(markdown.leaves):
        line = letters(markdown.leaf_text(leaf)) if leaf[2] not in _NO_TEXT else ""
        if not line:
            continue
        if min(len(line), len(wanted)) < _SHORTEST:
            return None
        if not (line in wanted or wanted in line):
            return None
        shorter, longer = sorted((len(line), len(wanted)))
        return markdown.block(index) if shorter * 100 >= longer * share else None
    return None


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """The first block of the body, where it is the title again."""
    block = repeated_block(post, options.share)
    if block is None:
        return
    title = next(strings(post, ("title",)))
    end = block.start + len(post.text[block.start : block.end].rstrip())
    key = "heading" if block.kind == "Heading" else "paragraph"
    yield Hit(block.start, end, key, related=(Related(*title.content),))
