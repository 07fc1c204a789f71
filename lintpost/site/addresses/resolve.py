"""Looks for what a link leads to: a page by its address or its file, a file, a redirect."""

from collections.abc import Iterator
from posixpath import basename, dirname, normpath, splitext
from unicodedata import normalize

from lintpost.post.lazy import lazy
from lintpost.site.addresses.address import joined, key_of
from lintpost.site.addresses.generator import Generator
from lintpost.site.addresses.redirects import Redirects
from lintpost.site.addresses.resolution import UNKNOWN, Resolution, Target
from lintpost.site.addresses.site_pages import Page, SitePages
from lintpost.site.addresses.suggest import nearest_address
from lintpost.site.addresses.tag_targets import file_target, post_url_target, ref_target
from lintpost.site.addresses.zenn import without_author
from lintpost.site.files import EXTENSIONS

_DOMAIN = lazy(
    r"(?i)^(?:www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|io|jp|dev|co|ai|app|me|info)(?:/|:|$))|^[^/]*@"
)
_PAGE_ENDING = lazy(r"(?i)\.(?:md|markdown|mdx|html?)$")
_FILE_ENDING = lazy(r"\.[A-Za-z][A-Za-z0-9]{1,4}$")


class Resolver:
    """Resolves the links of one site's pages."""

    def __init__(self, pages: SitePages) -> None:
        self.pages = pages
        self._files = pages.files
        self._redirects: dict[Generator, Redirects] = {}
        self._rooted_answers: dict[tuple[Generator, str], Resolution] = {}

    def resolve(self, page: Page, kind: str, target: Target) -> Resolution:
        """What a target in a page is. `kind` is that of a `BodyLink`."""
        generator = page.generator
        if target.host:
            if target.host not in generator.hosts:
                return UNKNOWN
            path = target.path if target.path.startswith("/") else "/"
            return (
                self._rooted(generator, path) if self._is_below_base(generator, path) else UNKNOWN
            )
        if not target.path:
            return Resolution("found", page)
        if not generator.is_whole and not generator.is_guessed:
            return UNKNOWN
        if kind == "post_url":
            return post_url_target(self.pages, target.path)
        if kind == "file":
            return file_target(self.pages, page, target.path)
        if kind == "ref" or (generator.name == "zola" and target.path.startswith("@/")):
            return ref_target(self.pages, page, target.path)
        if target.path.startswith("/"):
            return self._rooted(generator, target.path)
        return self._relative(page, target.path)

    def _is_below_base(self, generator: Generator, path: str) -> bool:
        """Whether an address of the site's host is the site's: others may share the host."""
        return not generator.base or path == generator.base or path.startswith(f"{generator.base}/")

    def _rooted(self, generator: Generator, path: str) -> Resolution:
        known = self._rooted_answers.get((generator, path))
        if known is None:
            known = self._rooted_answers[generator, path] = self._look_from_root(generator, path)
        return known

    def _look_from_root(self, generator: Generator, path: str) -> Resolution:
        paths = [path]
        if generator.base and self._is_below_base(generator, path):
            paths.insert(0, path.removeprefix(generator.base) or "/")
        if generator.name == "zenn":
            paths = [without_author(path)]
        for one in paths:
            found = self._there(generator, one)
            if found is not None:
                return found
        key = key_of(paths[0])
        if generator.name == "zenn" and paths[0] != path:
            return UNKNOWN  # of whom an article is cannot be told
        if generator.may_make(key) or self.pages.is_unsure(key):
            return UNKNOWN
        letters = self.pages.in_other_letters(key)
        if letters is not None:
            return Resolution("letters", self.pages.at(letters), key, letters)
        if _is_file(path):
            is_here = self._has_folder(generator, dirname(paths[0]))
            return Resolution("missing", None, key) if is_here else UNKNOWN
        if self._may_be_made(generator, key):
            return UNKNOWN
        return Resolution("missing", None, key)

    def _may_be_made(self, generator: Generator, key: str) -> bool:
        """Whether plug-ins or routes may make an address: not one among others that are known, nor a slip of one."""
        return (
            generator.has_makers
            and self.pages.neighbours(key) < 2
            and nearest_address(self.pages, key) is None
        )

    def _there(self, generator: Generator, path: str) -> Resolution | None:
        """A page, file or redirect at a path from the site's root; None for nothing."""
        key = key_of(path)
        first = key.split("/")[1]
        keys = [key, *(f"/{name}{key}".rstrip("/") for name in generator.languages)]
        if first in generator.languages:
            keys.append(key.removeprefix(f"/{first}") or "/")
        for one in keys:
            page = self.pages.at(one)
            if page is not None:
                return Resolution("found", page, one)
        if (
            key == "/"
            or self.has_file(generator, path)
            or self._redirects_of(generator).lead_from(key)
        ):
            return Resolution("found", None, key)
        if generator.makes_section_lists and any(self.pages.has_folder(one) for one in keys):
            return Resolution("found", None, key)
        names_file = path.lower().endswith(EXTENSIONS) or generator.has_link_hook
        return self._by_file(generator, path) if generator.resolves_files and names_file else None

    def has_file(self, generator: Generator, path: str) -> bool:
        """Whether a file that is published as it is lies at a path from the site's root."""
        path = path.lstrip("/")
        if generator.name == "jekyll" and any(part.startswith("_") for part in path.split("/")):
            return False
        for form in _forms(path):
            if any(
                self._files.has(normpath(root + form))
                for root in generator.static_roots
                if root + form
            ):
                return True
        beside = self.pages.at(key_of(dirname(f"/{path}")))
        return beside is not None and self._files.has(
            normpath(f"{dirname(beside.path)}/{basename(path)}")
        )

    def _by_file(self, generator: Generator, path: str) -> Resolution | None:
        """A page that is named by its file, from the root of the content."""
        for root in generator.content_roots:
            found = self._page_of(root + path.strip("/"))
            if found is not None:
                return found
        return None

    def _relative(self, page: Page, path: str) -> Resolution:
        if _DOMAIN.search(path):
            return UNKNOWN  # malformed, which is another rule's
        beside = normpath(f"{dirname(page.path)}/{path}") if dirname(page.path) else normpath(path)
        is_outside = beside.startswith("..")
        if is_outside and path.lower().endswith(EXTENSIONS):
            return UNKNOWN
        found = self._page_of(beside) if not is_outside else None
        if found is not None:
            return found
        bases = [address for address in (page.addresses.own, *page.addresses.perhaps) if address]
        for base in bases:
            for start in dict.fromkeys((base, f"{base.rstrip('/')}/")):
                there = self._there(page.generator, joined(start, path))
                if there is not None:
                    return there
        return self._relative_missing(page, path, bases)

    def _relative_missing(self, page: Page, path: str, bases: list[str]) -> Resolution:
        generator = page.generator
        is_file = path.lower().endswith(EXTENSIONS)
        if generator.resolves_files:
            if is_file and self.pages.named(splitext(basename(path))[0]):
                return UNKNOWN  # render hooks may look for a page by its name
            if generator.has_link_hook and "/" not in path and "." not in path:
                return UNKNOWN
        if not bases:
            return Resolution("missing", None, f"/{path}") if is_file else UNKNOWN
        key = key_of(joined(bases[0], path))
        if (generator.may_make(key) or self.pages.is_unsure(key)) and not is_file:
            return UNKNOWN
        letters = self.pages.in_other_letters(key)
        if letters is not None:
            return Resolution("letters", self.pages.at(letters), key, letters)
        if not is_file and self._may_be_made(generator, key):
            return UNKNOWN
        return Resolution("missing", None, key)

    def _page_of(self, path: str) -> Resolution | None:
        """The page or file at a path from the root of the files, its ending given or not."""
        for form in _forms(path):
            if self._files.has(form):
                return (
                    Resolution("found", self.pages.at_path(form))
                    if not self._is_folder(form)
                    else self._folder(form)
                )
            stem = _PAGE_ENDING.sub("", form)
            for candidate in _candidates(stem):
                if self._files.has(candidate):
                    return Resolution("found", self.pages.at_path(candidate))
        return None

    def _is_folder(self, path: str) -> bool:
        return bool(self._files.names_in(path))

    def _folder(self, path: str) -> Resolution:
        page = next(
            (page for one in _candidates(path) if (page := self.pages.at_path(one)) is not None),
            None,
        )
        return Resolution("found", page)

    def _has_folder(self, generator: Generator, folder: str) -> bool:
        inner = folder.strip("/")
        return any(
            self._files.has(normpath(root + inner))
            for root in generator.static_roots
            if root + inner
        )

    def _redirects_of(self, generator: Generator) -> Redirects:
        if generator not in self._redirects:
            folder = f"{generator.root}/" if generator.root else ""
            self._redirects[generator] = Redirects(
                self._files, ("", folder, *generator.static_roots), generator.redirects
            )
        return self._redirects[generator]


def _is_file(path: str) -> bool:
    return _FILE_ENDING.search(path) is not None and _PAGE_ENDING.search(path) is None


def _candidates(stem: str) -> Iterator[str]:
    for ending in (".md", ".markdown", ".mdx", ".html"):
        yield stem + ending
        yield f"{stem}/index{ending}"
        yield f"{stem}/_index{ending}"


def _forms(path: str) -> list[str]:
    """A path in the forms in which file systems hold its letters."""
    return (
        [path]
        if path.isascii()
        else list(dict.fromkeys([path, *(normalize(form, path) for form in ("NFC", "NFD"))]))
    )
