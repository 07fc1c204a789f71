"""The files of a site, for checks of front matter that refers to them."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping

from lintpost.post.regular_file import open_regular
from lintpost.site.queries import HAS, PAGE, Queries

EXTENSIONS = (".md", ".markdown", ".mdown", ".mkd", ".mdx")
INDEXES = ("index", "_index")
"""What a page is called that has its folder's address."""
SKIPPED = {".git", "node_modules", ".venv", "__pycache__", ".hg", ".svn"}
STATIC = ("", "static", "public", "assets", "src", "src/assets")
"""Folders in which Jekyll, Hugo and Astro look for a path such as ``/images/a.png``."""

_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}-"
_ADDRESS = r"""(?m)^["']?(?:permalink|url|slug|aliases|redirect_from|path)["']?[ ]*[:=][ ]*(.*)"""
_HEAD_BYTES = 4096
"""Bytes at the beginning of a post that are searched for its addresses."""


_LARGEST = 1_000_000
"""Bytes of a configuration, a page or a layout above which it is not read."""


class SiteFiles:
    """The files below a root. Listings are read once: files that are added later are not seen."""

    def __init__(self, root: str) -> None:
        self.root = root
        self._there: dict[str, bool] = {}
        self._inside: dict[str, bool] = {}
        self._real_root: str | None = None
        self._listed: dict[str, frozenset[str]] = {}
        self._names: set[str] | None = None
        self._addresses: set[str] | None = None

    def has(self, path: str) -> bool:
        """Whether a path, absolute or from the root, is there."""
        return self._is_there(self.from_root(path))

    def from_root(self, path: str) -> str:
        """A path as it is named from the root."""
        return os.path.relpath(path, self.root) if path.startswith(os.sep) else path

    def _is_there(self, path: str) -> bool:
        found = self._there.get(path)
        if found is None:
            folder = path.rpartition("/")[0]
            # Most of the folders in which a generator would look do not exist.
            found = (not folder or self._is_there(folder)) and os.path.exists(
                os.path.join(self.root, path)
            )
            self._there[path] = found
        return found

    def posts(self) -> Iterator[str]:
        """Yield the path of every Markdown file below the root."""
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
                if entry.is_dir(follow_symlinks=False):
                    if name not in SKIPPED and not name.startswith("_site"):
                        below.append(entry.path)
                elif name.endswith(EXTENSIONS) and not os.path.isdir(entry.path):
                    yield entry.path
            folders += sorted(below, reverse=True)

    def text(self, path: str) -> str | None:
        """The text of a file, by its path from the root; None where it cannot be read, leads out of the root or is
        large. For reviews: what a check of one post asks must be recorded.
        """
        full = os.path.join(self.root, path)
        if self._real_root is None:
            self._real_root = os.path.join(os.path.realpath(self.root), "")
        if not os.path.realpath(full).startswith(self._real_root):
            return None
        try:
            with open_regular(full) as file:
                data = file.read(_LARGEST + 1)
        except OSError:
            return None
        return data.decode("utf-8-sig", "replace") if len(data) <= _LARGEST else None

    def names_in(self, folder: str) -> frozenset[str]:
        """What lies in a folder, by its path from the root; for reviews."""
        folder = folder.rstrip("/")
        if folder not in self._listed:
            try:
                names = frozenset(os.listdir(os.path.join(self.root, folder)))
            except OSError:
                names = frozenset()
            self._listed[folder] = names
        return self._listed[folder]

    def below(self, folder: str) -> list[str]:
        """The files below a folder, by their paths from the root, sorted; for reviews. Folders of tools, and links
        to folders, are left out.
        """
        found: list[str] = []
        start = os.path.join(self.root, folder)
        for base, folders, names in os.walk(start):
            folders[:] = [
                name
                for name in folders
                if name not in SKIPPED and not name.startswith((".", "_site"))
            ]
            prefix = os.path.relpath(base, self.root).replace(os.sep, "/")
            prefix = "" if prefix == "." else f"{prefix}/"
            found += (prefix + name for name in names)
        return sorted(found)

    def holds(self, path: str) -> bool:
        """Whether a path is a file below the root. Links of other posts cannot be checked against the site."""
        folder = os.path.dirname(path)
        if folder not in self._inside:
            root = os.path.abspath(self.root)
            above = os.path.commonpath([root, os.path.abspath(folder)])
            self._inside[folder] = above == root
        return self._inside[folder] and os.path.exists(path)

    def has_page(self, word: str) -> bool:
        """Whether a post has a slug, or the last part of an address.

        Compared with the names of files, with and without their dates, then with the addresses in
        their front matter (``permalink``, ``slug``, ``aliases``…).
        """
        word = word.strip("/").rpartition("/")[2].removesuffix(".html")
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
    """The last part of each address in the front matter of a post; none if it cannot be read."""
    try:
        with open_regular(path) as file:
            head = file.read(_HEAD_BYTES).decode("utf-8", "replace")
    except OSError:
        return []
    words = (
        word for line in re.findall(_ADDRESS, head) for word in re.split(r"[\s,\[\]\"']+", line)
    )
    return [word.strip("/").rpartition("/")[2].removesuffix(".html") for word in words]


class RecordedFiles(SiteFiles):
    """The files of a site as the checks of one post see them: what they ask is added to `queries`."""

    def __init__(self, files: SiteFiles, queries: Queries) -> None:
        self.root = files.root
        self._files = files
        self._queries = queries

    def has(self, path: str) -> bool:
        """Whether a path, absolute or from the root, is there."""
        path = self._files.from_root(path)
        found = self._files.has(path)
        self._queries.record(HAS, path, found)
        return found

    def has_page(self, word: str) -> bool:
        """Whether a slug, or the last part of an address, is that of a post."""
        found = self._files.has_page(word)
        self._queries.record(PAGE, word, found)
        return found

    def holds(self, path: str) -> bool:
        """Whether a post is one of the site's."""
        return self._files.holds(path)

    def posts(self) -> Iterator[str]:
        """Every Markdown file below the root."""
        return self._files.posts()


class ListedFiles(SiteFiles):
    """A site given by its paths, or by a mapping of them to texts, for the examples of rules. Queries are not
    collected.
    """

    def __init__(self, paths: Iterable[str]) -> None:
        super().__init__("")
        given = paths if isinstance(paths, Mapping) else dict.fromkeys(paths, "")
        self._texts = {path.strip("/"): str(text or "") for path, text in given.items()}
        self.paths = set(self._texts)

    def text(self, path: str) -> str | None:
        """The text of a file; "" where the list has none."""
        return self._texts.get(path)

    def names_in(self, folder: str) -> frozenset[str]:
        """What the list has in a folder."""
        return frozenset(path.partition("/")[0] for path in self._inside_of(folder))

    def below(self, folder: str) -> list[str]:
        """The paths of the list below a folder."""
        prefix = f"{folder.strip('/')}/" if folder.strip("/") else ""
        return sorted(prefix + path for path in self._inside_of(folder))

    def _inside_of(self, folder: str) -> list[str]:
        prefix = f"{folder.strip('/')}/" if folder.strip("/") else ""
        return [path.removeprefix(prefix) for path in self.paths if path.startswith(prefix)]

    def has(self, path: str) -> bool:
        """Whether a path, or a file below it, is listed."""
        path = os.path.normpath(path).replace(os.sep, "/").strip("/")
        return path in self.paths or any(p.startswith(f"{path}/") for p in self.paths)

    def posts(self) -> Iterator[str]:
        """Yield the Markdown files of the list."""
        return (path for path in self.paths if path.endswith(EXTENSIONS))

    def holds(self, path: str) -> bool:
        """Whether there is a path: every post belongs to the site."""
        return bool(path)

    def _own_addresses(self) -> Iterator[str]:
        return iter(())


def page_stem(path: str, indexes: tuple[str, ...] = INDEXES) -> str:
    """What addresses call a page: the name of its file without the ending, of an index that of its folder."""
    stem = os.path.splitext(os.path.basename(path))[0]
    return os.path.basename(os.path.dirname(path)) if stem in indexes else stem


def _names(paths: Iterable[str]) -> Iterator[str]:
    for path in paths:
        stem = page_stem(path, (*INDEXES, "README"))
        yield stem
        yield re.sub(_DATE, "", stem, count=1)
