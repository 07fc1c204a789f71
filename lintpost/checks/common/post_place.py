"""Where a finding about a whole post stands."""

from lintpost.checks.common.front_values import strings
from lintpost.post.lazy import lazy
from lintpost.post.post import Post

_LINE = lazy(r"\S[^\r\n]*")


def post_place(post: Post) -> tuple[int, int]:
    """The span of the title in the front matter; without one that of the body's first line with text, or the
    beginning of an empty post.
    """
    for field in strings(post, ("title",)):
        return field.content
    line = _LINE.search(post.text, post.body)
    if line is None:
        return (0, 0)
    return line.start(), line.start() + len(line[0].rstrip())
