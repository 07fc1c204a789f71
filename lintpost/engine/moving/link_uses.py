"""Every place of a post that may name another file of the site."""

from collections.abc import Iterator
from typing import NamedTuple

from lintpost.checks.common.links.body_links import LinkKind, body_links
from lintpost.checks.common.links.internal_links import internal_target
from lintpost.checks.common.links.references import references
from lintpost.post.lazy import lazy
from lintpost.post.post import Post

_NO_LINKS = frozenset(
    ["aliases", "redirect_from", "permalink", "url", "path", "slug", "title", "description", "date", "layout", "tags",
     "categories", "category", "topics", "author", "authors", "lang", "excerpt", "summary"]
)  # fmt: skip
"""Keys whose values lead nowhere, or say what the post's own address is or was."""
_LIKE_LINK = lazy(r"(?:\.{0,2}/|https?://|@/)\S*$")
_LIKE_FILE = lazy(r"[^\s:/][^\s:]*\.[A-Za-z][A-Za-z0-9]{1,4}$")


class LinkUse(NamedTuple):
    """A target, as it is compared, and where it is written: code points of the file, -1 where it is written in other
    characters. `place` is where it is reported.
    """

    kind: LinkKind
    target: str
    start: int
    place: int


def link_uses(post: Post) -> list[LinkUse]:
    """The links and images of the body, definitions of references too, and the links of the front matter."""
    found = list(_in_front_matter(post))
    starts = set()
    for link in body_links(post):
        is_tag = link.kind in ("post_url", "file", "ref")  # a fragment stands behind it
        target = internal_target(post.text[link.start : link.end] if is_tag else link.target)
        if target is None:
            continue
        at = post.text.find(target, link.start, link.end) if link.is_exact else -1
        found.append(LinkUse(link.kind, target, at, link.start))
        starts.add(at)
    for definition in references(post).links:
        target = internal_target(definition.content)
        at = post.markdown.point(definition.content_start)
        if target is not None and at not in starts and post.text.startswith(target, at):
            found.append(LinkUse("link", target, at, at))
    return found


def _in_front_matter(post: Post) -> Iterator[LinkUse]:
    front = post.front_matter
    if front is None or front.root is None or front.problems:
        return
    for entry in front.root.entries or ():
        if entry.key in _NO_LINKS:
            continue
        for node in entry.node.walk():
            value = node.value
            if not isinstance(value, str) or not (_LIKE_LINK.match(value) or _LIKE_FILE.match(value)):  # fmt: skip
                continue
            target = internal_target(value)
            if target is None or not value.endswith(target):
                continue
            at = node.inner + len(value) - len(target) if node.inner is not None else -1
            yield LinkUse("link", target, at, node.start)
