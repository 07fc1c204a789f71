"""The folders of posts of a site whose program is not known."""

import os
import re
from collections import defaultdict

from lintpost.config.layer import read_layer
from lintpost.engine.discovery.discover import Scope, discover
from lintpost.packs.builtin import preset_path
from lintpost.post.regular_file import open_regular

_TEMPLATES = ("templates/", "template/", "Templates/", "layouts/", "_includes/", "_layouts/")
"""Top folders of files that posts are made from."""
_MOST = 6
"""Folders that are listed; where posts are in more, every folder is read."""


def folders_of(folder: str) -> tuple[str, ...] | None:
    """Patterns of the folders that hold the posts with front matter, relative to `folder`.

    Where no post has any, all of them count. None where there are no posts or posts in every corner.
    """
    root = os.path.abspath(folder)
    by_top: dict[str, list[list[str]]] = defaultdict(list)
    for path in likely_posts(folder):
        parts = os.path.relpath(os.path.abspath(path), root).split(os.sep)[:-1]
        by_top[parts[0] if parts else ""].append(parts)
    if not by_top or len(by_top) > _MOST or (list(by_top) == [""]):
        return None
    common = [_common(folders) for top, folders in sorted(by_top.items()) if top]
    return (*(("*.md", "*.mdx") if "" in by_top else ()), *(f"{path}/**" for path in common))


def likely_posts(folder: str) -> list[str]:
    """The files with front matter below a folder, but for templates; all of them where none has any."""
    root = os.path.abspath(folder)
    excluded = read_layer(preset_path("recommended")).exclude or ()
    paths, _ = discover([folder], Scope(root, (), (*excluded, *_TEMPLATES)))
    return [path for path in paths if _reads_front_matter(path)] or paths


def has_front_matter(head: bytes) -> bool:
    """Whether the beginning of a file opens a block of front matter."""
    return (
        head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"---\n", b"---\r", b"+++", b"{\n"))
    )


def _reads_front_matter(path: str) -> bool:
    try:
        with open_regular(path) as file:
            return has_front_matter(file.read(100))
    except OSError:
        return False


def _common(folders: list[list[str]]) -> str:
    """The innermost folder that holds all of some folders, for a pattern."""
    path = os.path.commonpath([os.path.join(*parts) for parts in folders]).replace(os.sep, "/")
    return re.sub(r"[*?\[{]", r"[\g<0>]", path)
