"""The places of a post that no fix of prose may touch."""

from lintpost.post.post import Post


def protected(post: Post) -> list[tuple[int, int]]:
    """Half-open spans of code points into the file, sorted, not overlapping."""
    return [(mask.start, mask.end) for mask in post.markdown.masks]
