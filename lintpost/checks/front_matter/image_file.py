"""Images that front matter names and the site does not have."""

import os
import re
from collections.abc import Iterator

from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.front_matter.value_node import ValueNode
from lintpost.post.post import Post
from lintpost.site.files import STATIC, SiteFiles
from lintpost.site.site import Site

_REMOTE = r"(?i)(?:[a-z][a-z0-9+.-]*:)?//|data:|\{\{|\{%"
_PATH_KEYS = ("src", "path", "url", "feature", "teaser", "image")
_FILE = r"\.[A-Za-z0-9]{2,5}$"


class Options(CheckOptions):
    """`fields` that name an image: a path, or a mapping with one. `roots` are the folders that a
    path from the site's root may begin in.
    """

    fields: tuple[str, ...] = (
        "image", "images", "cover", "coverImage", "thumbnail", "heroImage", "hero", "ogImage",
        "og_image", "featured_image", "featuredImage", "teaser", "banner",
    )  # fmt: skip
    roots: tuple[str, ...] = STATIC


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """Each path to a file that is not there, where the folder for it is: a checkout without images
    says nothing of them.
    """
    front, files = post.front_matter, site.files
    if front is None or files is None:
        return
    for key in options.fields:
        entry = front.get(key)
        for node in entry.node.each() if entry is not None else ():
            for path in _paths(node):
                value = path.value.partition("?")[0].partition("#")[0].strip()
                if re.search(_FILE, value) and _missing(files, post.path, value, options.roots):
                    yield Hit(path.start, path.end, "", {"key": key, "path": value})


def _paths(node: ValueNode) -> Iterator[ValueNode]:
    if isinstance(node.value, str):
        if node.value.strip() and not re.match(_REMOTE, node.value.strip()):
            yield node
        return
    for key in _PATH_KEYS:
        entry = node.get(key)
        if entry is not None and isinstance(entry.node.value, str):
            yield from _paths(entry.node)


def _missing(files: SiteFiles, post: str, path: str, roots: tuple[str, ...]) -> bool:
    """Whether a path leads to no file although its folder is there."""
    if path.startswith("~") or not files.holds(post):
        return False
    folders = [os.path.join(root, os.path.dirname(path.lstrip("/"))) for root in roots]
    if not path.startswith("/"):
        beside = os.path.join(os.path.dirname(os.path.abspath(post)), path)
        if files.has(beside) or any(files.has(os.path.join(root, path)) for root in roots):
            return False
        return path.startswith("./") or any(f and files.has(f) for f in folders if f)
    if any(files.has(os.path.join(root, path.lstrip("/"))) for root in roots):
        return False
    return any(files.has(folder) for folder in folders if folder)


CHECK = Check(
    name="image-file",
    options=Options,
    messages={"": ("key", "path")},
    run=run,
    reads=("front-matter",),
    site=("files",),
)
