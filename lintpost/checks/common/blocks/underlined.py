"""Paragraphs that a line of hyphens below makes headings: mostly the author meant a rule."""

from lintpost.post.markdown.body import HEADING
from lintpost.post.post import Post


def is_underlined(post: Post, at: int) -> bool:
    """Whether an offset of the file stands in a heading that ``---`` below the text makes."""
    markdown = post.markdown
    if at < markdown.start or not markdown.flags_at(at) & HEADING:
        return False
    index = markdown.block_at(at)
    if index < 0:
        return False
    block = markdown.block(index)
    last = post.text[block.start : block.end].rstrip().rpartition("\n")[2]
    return last.strip(" \t>").strip("-") == ""
