"""The places of a post that no fix of prose may touch."""

from lintpost.post.markdown.masks import masked
from lintpost.post.post import Post


def protected(post: Post) -> list[tuple[int, int]]:
    """Half-open spans of code points into the file, sorted, not overlapping."""
    return masked(post.text, post.body, mdx=post.path.endswith(".mdx"))
