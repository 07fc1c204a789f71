"""The files of a site, as far as front matter points at them."""

import os
import re
from collections.abc import Iterable, Iterator

from lintpost.site.questions import HAS, PAGE, Question

EXTENSIONS = (".md", ".markdown", ".mdown", ".mkd", ".mdx")
SKIPPED = {".git", "node_modules", ".venv", "__pycache__", ".hg", ".svn"}
STATIC = ("", "static", "public", "assets", "src", "src/assets")
"""Where generators keep what a path from the root means: Jekyll, Hugo, Astro."""

_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}-"
_ADDRESS = r"""(?m)^["']?(?:permalink|url|slug|aliases|redirect_from|path)["']?[ ]*[:=][ ]*(.*)"""
_HEAD_BYTES = 4096


class SiteFiles:
    """The files below a root. `asked` keeps what checks asked of them and of the clock."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.asked: dict[Question, bool | str] = {}
        self._there: dict[str, bool] = {}
        self._inside: dict[str, bool] = {}
        self._names: set[str] | None = None
        self._addresses: set[str] | None = None

    def has(self, path: str) -> bool:
        """Whether a path, from the root or from the working folder, is there."""
        if path.startswith(os.sep):
            path = os.path.relpath(path, self.root)
        found = self.asked[HAS, path] = self._is_there(path)
        return found

    def _is_there(self, path: str) -> bool:
        found = self._there.get(path)
        if found is None:
            folder = path.rpartition("/")[0]
            # Most of the places that a generator might look in are not there at all.
            found = (not folder or self._is_there(folder)) and os.path.exists(
                os.path.join(self.root, path)
            )
            self._there[path] = found
        return found

    def posts(self) -> Iterator[str]:
        """Every Markdown file below the root."""
        folders = [self.root]
        while folders:
            folder = folders.pop()
            try:
                entries = os.scandir(folder)
            except OSError:
                continue
            below = []
            for entry in entries:
                name = entry.name
                if entry.is_dir():
                    if (
                        name not in SKIPPED
                        and not name.startswith("_site")
                        and not entry.is_symlink()
                    ):
                        below.append(entry.path)
                elif name.endswith(EXTENSIONS):
                    yield entry.path
            folders += sorted(below, reverse=True)

    def holds(self, path: str) -> bool:
        """Whether a post is one of the site's: only then does the site know what is missing."""
        folder = os.path.dirname(path)
        if folder not in self._inside:
            root = os.path.abspath(self.root)
            above = os.path.commonpath([root, os.path.abspath(folder)])
            self._inside[folder] = above == root
        return self._inside[folder] and os.path.exists(path)

    def has_page(self, word: str) -> bool:
        """Whether a slug, or the last part of an address, is that of a post.

        By file name, with and without its date, then by what the posts say of their own addresses.
        """
        word = word.strip("/").rpartition("/")[2].removesuffix(".html")
        found = self.asked[PAGE, word] = self._is_page(word)
        return found

    def _is_page(self, word: str) -> bool:
        if self._names is None:
            self._names = set(_names(self.posts()))
        if word in self._names:
            return True
        if self._addresses is None:
            self._addresses = set(self._own_addresses())
        return word in self._addresses

    def _own_addresses(self) -> Iterator[str]:
        for path in self.posts():
            yield from own_addresses(path)


def own_addresses(path: str) -> list[str]:
    """What a post says of its own addresses: the last part of each."""
    try:
        with open(path, "rb") as file:
            head = file.read(_HEAD_BYTES).decode("utf-8", "replace")
    except OSError:
        return []
    words = (
        word for line in re.findall(_ADDRESS, head) for word in re.split(r"[\s,\[\]\"']+", line)
    )
    return [word.strip("/").rpartition("/")[2].removesuffix(".html") for word in words]


class ListedFiles(SiteFiles):
    """A site of which only the names are given: for the examples of rules."""

    def __init__(self, paths: Iterable[str]) -> None:
        super().__init__("")
        self.paths = {path.strip("/") for path in paths}

    def has(self, path: str) -> bool:
        """Whether the path, or a file below it, is listed."""
        path = os.path.normpath(path).replace(os.sep, "/").strip("/")
        return path in self.paths or any(p.startswith(f"{path}/") for p in self.paths)

    def posts(self) -> Iterator[str]:
        """The Markdown files of the list."""
        return (path for path in self.paths if path.endswith(EXTENSIONS))

    def holds(self, path: str) -> bool:
        """Every post, by any path."""
        return bool(path)

    def _own_addresses(self) -> Iterator[str]:
        return iter(())


def _names(paths: Iterable[str]) -> Iterator[str]:
    for path in paths:
        stem = os.path.splitext(os.path.basename(path))[0]
        if stem in ("index", "_index", "README"):
            stem = os.path.basename(os.path.dirname(path))
        yield stem
        yield re.sub(_DATE, "", stem, count=1)
