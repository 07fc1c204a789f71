"""Addresses in front matter that are malformed, or that lead to no page of the site."""

import re
from collections.abc import Iterator
from unicodedata import normalize

from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.front_matter.value_node import ValueNode
from lintpost.post.post import Post
from lintpost.site.site import Site

_URL = r"(?i)https?://[^\s/?#.:]+(?:\.[^\s/?#.:]+)+(?::[0-9]+)?(?:[/?#]\S*)?"
_LOCAL = r"https?://localhost\b|https?://127\."
_PERMALINK = r"/(?:[^\s/?#\\]+/)*(?:[^\s/?#\\]+)?"
_SCHEME = r"(?i)[a-z][a-z0-9+.-]*:"
_ADDRESS_KEYS = ("slug", "url", "path", "link", "href", "permalink")


class Options(CheckOptions):
    """`canonical` keys hold a full address, `permalinks` a path of the site's, `related` slugs, paths
    or addresses of posts (or mappings with one). `site` is the site's own address.
    """

    canonical: tuple[str, ...] = ("canonical_url", "canonicalURL", "canonical")
    permalinks: tuple[str, ...] = ("permalink",)
    related: tuple[str, ...] = (
        "related_articles", "related_posts", "relatedPosts", "related_article", "pillar_article",
    )  # fmt: skip
    site: str = ""


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each address."""
    front = post.front_matter
    if front is None or front.root is None:
        return
    for name in (*options.canonical, *options.permalinks, *options.related):
        entry = front.get(name)
        for node in entry.node.each() if entry is not None else ():
            target = _target(node)
            if not isinstance(target.value, str) or not target.value.strip():
                continue
            key = _fault(post, options, site, name, target.value.strip())
            if key:
                params = {"key": name, "value": target.value.strip()}
                yield Hit(target.start, target.end, key, params)


def _fault(post: Post, options: Options, site: Site, key: str, value: str) -> str:
    """The message key for what is wrong with an address; "" where nothing is."""
    if key in options.permalinks:
        return "" if re.fullmatch(_PERMALINK, value) or "{" in value else "permalink"
    if key in options.canonical:
        if re.match(_LOCAL, value) or not re.fullmatch(_URL, value):
            return "canonical"
        return "missing" if _is_lost(post, options, site, value) else ""
    if key in options.related:
        if re.match(_SCHEME, value) and not re.fullmatch(_URL, value):
            return "related"
        return "missing" if _is_lost(post, options, site, value) else ""
    return ""


def _is_lost(post: Post, options: Options, site: Site, value: str) -> bool:
    """Whether an address of this site is that of no post."""
    own = options.site.rstrip("/")
    if re.match(_SCHEME, value):
        if not own or not (value == own or value.startswith(f"{own}/")):
            return False
        value = value.removeprefix(own)
    path = value.partition("#")[0].partition("?")[0].strip("/")
    if not path or site.files is None or not site.files.holds(post.path):
        return False
    if "%" in path:
        from urllib.parse import unquote

        path = unquote(path)
    return not any(site.files.has_page(normalize(form, path)) for form in ("NFC", "NFD"))


def _target(node: ValueNode) -> ValueNode:
    for key in _ADDRESS_KEYS:
        entry = node.get(key)
        if entry is not None:
            return entry.node
    return node


CHECK = Check(
    name="site-link",
    options=Options,
    messages={
        "canonical": ("key", "value"),
        "permalink": ("key", "value"),
        "related": ("key", "value"),
        "missing": ("key", "value"),
    },
    run=run,
    reads=("front-matter",),
    site=("files",),
)
