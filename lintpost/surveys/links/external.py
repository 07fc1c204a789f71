"""The external addresses of posts: links, images, embeds, bare addresses, values of the front matter."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from lintpost.checks.common.hidden_spans import hidden_spans
from lintpost.checks.common.links.body_links import body_links
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.addresses.find import Generators
from lintpost.site.files import SiteFiles

_EXTERNAL = lazy(r"(?i)(?:https?:)?//[^/]")
_EMBED = lazy(
    r"(?i)<(?:iframe|video|audio|source|embed|track|script|link|area|object)\b[^<>]{0,500}?[\s\"']"
    r"(?:href|src|data)\s*=\s*(?P<mark>[\"'])(?P<target>[^\"'<>\n]{1,1000})(?P=mark)"
)
_CODE = ("{{", "{%", "${", "<%")
"""What a template fills in: no address yet."""
_BARE = lazy(r"(?i)https?://[\x21-\x7e]+")
_CARD = lazy(r"@\[[a-z]+\]\((?P<target>(?i:https?:)//[^\s]+)\)$")
"""Zenn's cards and embedded pages."""
_BEHIND_BARE = "?!.,:;*_~'\")"
_AMPERSAND = lazy(r"&(?:amp|#38|#x26);")


class LinkPlace(NamedTuple):
    """Where an address stands: the path of the post, line and column (1-based, code points)."""

    path: str
    line: int
    column: int


def external_addresses(posts: Iterable[Post], root: str) -> dict[str, list[LinkPlace]]:
    """Every ``http`` and ``https`` address with its places, in the order of the posts.

    An address is kept as it is written, its fragment too. Those of the site's own host are left out:
    `links/dead-link` knows them without asking anybody. `root` is the folder of the configuration.
    """
    files = SiteFiles(root)
    generators = Generators(files)
    found: dict[str, list[LinkPlace]] = {}
    for post in posts:
        own = generators.of(files.from_root(post.path).replace("\\", "/")).hosts
        for start, written in sorted(_in_post(post).items()):
            address = _absolute(written)
            if address and _host(address) not in own:
                place = LinkPlace(post.path, *post.source.location(start))
                found.setdefault(address, []).append(place)
    return found


def _in_post(post: Post) -> dict[int, str]:
    """The addresses of a post by the offsets at which they begin."""
    found = dict(_in_front_matter(post))
    for link in body_links(post):
        if _EXTERNAL.match(link.target):
            found.setdefault(link.start, link.target)
    text, body = post.text, post.body
    if "<" in text:
        hidden = _Hidden(post)
        for match in _EMBED.finditer(text, body):
            if _EXTERNAL.match(match["target"]) and not hidden.holds(match.start()):
                found.setdefault(match.start("target"), match["target"])
    for mask in post.markdown.masks:
        if mask.kind == "address" and (bare := _BARE.match(text, mask.start, mask.end)) is not None:
            found.setdefault(mask.start, bare[0].rstrip(_BEHIND_BARE) if _is_cut(mask.end, bare.end()) else bare[0])  # fmt: skip
        elif (
            mask.kind == "markup" and (card := _CARD.match(text, mask.start, mask.end)) is not None
        ):
            found.setdefault(card.start("target"), card["target"])
    return found


def _is_cut(end: int, bare_end: int) -> bool:
    """Whether Japanese stands behind an address without a space: what of it belongs to the address cannot be told."""
    return bare_end < end


def _in_front_matter(post: Post) -> Iterator[tuple[int, str]]:
    root = post.front_matter.root if post.front_matter is not None else None
    for node in root.walk() if root is not None else ():
        value = node.value
        if isinstance(value, str) and _EXTERNAL.match(value) and "://" in value[:8] and not any(map(str.isspace, value)):  # fmt: skip
            yield node.start if node.inner is None else node.inner, value


class _Hidden:
    """The places of a body that no reader sees as addresses: code and comments."""

    def __init__(self, post: Post) -> None:
        markdown = post.markdown
        blocks = markdown.blocks("CodeBlock")
        spans = [*markdown.code_spans(), *((block.start, block.end) for block in blocks)]
        self._spans = sorted([*spans, *hidden_spans(post.text, post.body)])
        self._reach = list(accumulate((end for _, end in self._spans), max))

    def holds(self, at: int) -> bool:
        """Whether an offset stands in one of them."""
        index = bisect_right(self._spans, (at, 1 << 60)) - 1
        return index >= 0 and at < self._reach[index]


def _absolute(written: str) -> str:
    """An address as it is asked for; "" for one that a template fills in."""
    if any(sign in written for sign in _CODE):
        return ""
    address = _AMPERSAND.sub("&", written.strip())
    return f"https:{address}" if address.startswith("//") else address


def _host(address: str) -> str:
    host = address.split("://", 1)[1].partition("/")[0].partition("?")[0].partition("#")[0]
    return host.lower().removeprefix("www.")
