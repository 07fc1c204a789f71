"""Links as they are written in the source."""

import re

from lintpost.post.lazy import lazy
from lintpost.post.markdown.body import LINK
from lintpost.post.post import Post

# `[text](address)`, `[text][label]`, `[label][]`, `[label]`; `<address>` has no text of its own.
LINK_SOURCE = lazy(
    r"\[(?P<text>[^\[\]]*)\](?P<target>\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\)|\[[^\[\]]*\])?"
)


def link_filling(post: Post, start: int, end: int) -> re.Match[str] | None:
    """The link that a span of the file is; None where it is anything else, or holds more."""
    link = LINK_SOURCE.fullmatch(post.text, start, end)
    return link if link and post.markdown.flags_at(start) & LINK else None


def is_label(link: re.Match[str]) -> bool:
    """Whether the text is the label of a definition too, so that no mark may be set in it."""
    return link["target"] in (None, "[]")
