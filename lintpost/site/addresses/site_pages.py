"""The pages of a site by their addresses: its posts, whose notes are at hand, and the pages that are no posts."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from posixpath import basename, dirname, splitext
from typing import NamedTuple

from lintpost.post.front_matter.yaml_tree import YamlVersion
from lintpost.post.lazy import lazy
from lintpost.site.addresses.address import Addresses, key_of
from lintpost.site.addresses.find import Generators
from lintpost.site.addresses.generator import Generator
from lintpost.site.addresses.page_note import PageNote
from lintpost.site.files import EXTENSIONS, SiteFiles

PAGE_ENDINGS = (*EXTENSIONS, ".html", ".htm")
_MADE_BY_CODE = (".astro", ".adoc", ".rst", ".org", ".ipynb")
"""Endings of files that some generators make pages of; their front matter is not read."""

_DIGITS = lazy(r"[0-9]+")


class Page(NamedTuple):
    """A page: the path of its file, what its front matter says, and its addresses."""

    path: str
    note: PageNote
    addresses: Addresses
    generator: Generator


class SitePages:
    """All pages. Those that are no posts are read from the disk once a link leads to no post."""

    def __init__(self, files: SiteFiles, notes: Mapping[str, PageNote], yaml: YamlVersion) -> None:
        """`notes` are those of the site's posts by their paths from the root of `files`."""
        self.files = files
        self.generators = Generators(files)
        self._yaml = yaml
        self.posts = {path: self._page(path, note) for path, note in notes.items()}
        self._by_key = _by_key(self.posts.values())

    def of(self, path: str) -> Page:
        """The page of a post."""
        return self.posts[path]

    def at(self, key: str) -> Page | None:
        """The page with an address (see `key_of`)."""
        found = self._by_key.get(key)
        return found if found is not None else self._others_by_key.get(key)

    def at_path(self, path: str) -> Page | None:
        """The page of a file, by its path from the root."""
        return self.posts.get(path) or self._others.get(path)

    def in_other_letters(self, key: str) -> str | None:
        """The key of a page whose address differs by capital and small letters alone."""
        return self._folded.get(key.lower())

    def named(self, name: str) -> list[Page]:
        """The pages whose file, or the folder of whose index, has a name (in small letters, without its ending)."""
        return self._by_name.get(name.lower(), [])

    def all(self) -> Iterator[Page]:
        """Every page."""
        yield from self.posts.values()
        yield from self._others.values()

    def keys(self) -> list[str]:
        """The addresses that pages are known to have, sorted."""
        return self._own_keys

    def keys_called(self, name: str) -> list[str]:
        """The addresses with a last part."""
        return self._by_last_part.get(name, [])

    def neighbours(self, key: str) -> int:
        """How many pages have an address in the same folder; the folders of all days, months and years are one."""
        return self._by_kind.get(_DIGITS.sub("0", dirname(key)), 0)

    def has_folder(self, key: str) -> bool:
        """Whether an address is that of a folder with pages in it."""
        return key in self._siblings or key in self._above

    def is_unsure(self, key: str) -> bool:
        """Whether a page in the folder of an address has one that cannot be known."""
        return dirname(key) in self._unsure

    @cached_property
    def _unsure(self) -> frozenset[str]:
        pages = (page for page in self.all() if not page.addresses.own and not page.note.hidden)
        return frozenset(
            page.generator.section_of(page.path) or "-"
            for page in pages
            if page.generator.name == "zola"
        )

    @cached_property
    def _others(self) -> dict[str, Page]:
        generators = {page.generator for page in self.posts.values()}
        roots = {root for generator in generators for root in generator.content_roots}
        found: dict[str, Page] = {}
        for root in sorted(roots):
            for path in self.files.below(root):
                if path not in self.posts and path not in found:
                    ending = splitext(path)[1].lower()
                    if ending in PAGE_ENDINGS:
                        note = PageNote.of_text(self.files.text(path) or "", self._yaml)
                        found[path] = self._page(path, note)
                    elif ending in _MADE_BY_CODE:
                        found[path] = self._page(path, PageNote())
        return found

    @cached_property
    def _others_by_key(self) -> dict[str, Page]:
        return _by_key(self._others.values())

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {key.lower(): key for key in (*self._by_key, *self._others_by_key)}

    @cached_property
    def _by_name(self) -> dict[str, list[Page]]:
        found: dict[str, list[Page]] = {}
        for page in self.all():
            stem = splitext(basename(page.path))[0]
            if stem in ("index", "_index"):
                stem = basename(dirname(page.path))
            found.setdefault(stem.lower(), []).append(page)
        return found

    @cached_property
    def _own_keys(self) -> list[str]:
        return sorted({key_of(page.addresses.own) for page in self.all() if page.addresses.own})

    @cached_property
    def _by_last_part(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for key in self._own_keys:
            found.setdefault(basename(key), []).append(key)
        return found

    @cached_property
    def _siblings(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for key in self._own_keys:
            found[dirname(key)] = found.get(dirname(key), 0) + 1
        return found

    @cached_property
    def _by_kind(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for folder, count in self._siblings.items():
            kind = _DIGITS.sub("0", folder)
            found[kind] = found.get(kind, 0) + count
        return found

    @cached_property
    def _above(self) -> frozenset[str]:
        """Every folder above a page."""
        found: set[str] = set()
        sections = {page.generator.section_of(page.path) for page in self.all()} - {"", "/"}
        for folder in (*self._siblings, *sections):
            while folder not in found and folder != "/":
                found.add(folder)
                folder = dirname(folder)
        return frozenset(found)

    def _page(self, path: str, note: PageNote) -> Page:
        generator = self.generators.of(path)
        return Page(path, note, generator.addresses(path, note), generator)


def _by_key(pages: Iterable[Page]) -> dict[str, Page]:
    found: dict[str, Page] = {}
    later: list[tuple[str, Page]] = []
    for page in pages:
        if page.addresses.own:
            found.setdefault(key_of(page.addresses.own), page)
        later += ((one, page) for one in (*page.addresses.aliases, *page.addresses.perhaps))
    for address, page in later:
        found.setdefault(key_of(address), page)
    return found
