"""What a link leads to, and by which way it gets there: so that it can be written anew in the same way."""

from collections.abc import Iterator
from posixpath import basename, dirname, normpath, splitext
from typing import Literal, NamedTuple
from unicodedata import normalize

from lintpost.checks.common.links.body_links import LinkKind
from lintpost.post.lazy import lazy
from lintpost.site.addresses.address import joined, key_of
from lintpost.site.addresses.generator import Generator
from lintpost.site.addresses.hugo import Hugo
from lintpost.site.addresses.resolution import Target
from lintpost.site.addresses.site_pages import Page, SitePages
from lintpost.site.addresses.tag_targets import file_target, post_url_target, ref_target
from lintpost.site.addresses.zenn import without_author
from lintpost.site.files import EXTENSIONS

PAGE_ENDING = lazy(r"(?i)\.(?:md|markdown|mdx|html?)$")

Way = Literal["name", "address", "alias", "file"]


class Meaning(NamedTuple):
    """The file at the end of a link, by its path from the root of the site.

    `way`: by a tag or shortcode that names it; by its page's address; by a redirect; by the path of the file. `start` is
    what stands behind the page's own address where a relative link is taken from ("" or "/"), None where a link is
    not relative to an address. `root` is the folder that a path with a leading slash is taken from.
    """

    path: str
    way: Way
    start: str | None = None
    root: str = ""


def meaning_of(pages: SitePages, page: Page, kind: LinkKind, target: Target) -> Meaning | None:
    """What a target in a page means; None where it leads elsewhere, or nobody can tell."""
    generator, path = page.generator, target.path
    if not path or (target.host and target.host not in generator.hosts):
        return None
    if kind in ("post_url", "file", "ref") or (generator.name == "zola" and path.startswith("@/")):
        return _named(pages, page, kind, path)
    if target.host or path.startswith("/"):
        return _rooted(pages, generator, path)
    return _relative(pages, page, path)


def _named(pages: SitePages, page: Page, kind: LinkKind, path: str) -> Meaning | None:
    if kind == "post_url":
        found = post_url_target(pages, path)
    elif kind == "file":
        found = file_target(pages, page, path)
        if found.state == "found" and found.page is None:
            return Meaning(normpath(page.generator.content_roots[0] + path.lstrip("/")), "name")
    else:
        found = ref_target(pages, page, path)
        if (
            found.page is not None
            and path.startswith("/")
            and not _is_whole(page, found.page, path)
        ):
            return None
    if found.page is None:
        return None
    return Meaning(_in_language_of(pages, page, found.page.path), "name")


def _in_language_of(pages: SitePages, page: Page, path: str) -> str:
    """A file that a page of Hugo's refers to, or its translation into the page's own language (``name.en.md``)."""
    generator = page.generator
    if not isinstance(generator, Hugo):
        return path
    own, there = generator.logical(page.path), generator.logical(path)
    if own is None or there is None or own.language == there.language:
        return path
    ending = splitext(path)[1]
    for name in (f"{there.name}.{own.language}{ending}", f"{there.name}{ending}"):
        candidate = f"{dirname(path)}/{name}"
        logical = generator.logical(candidate)
        if candidate in pages.posts and logical is not None and logical.language == own.language:
            return candidate
    return path


def _is_whole(page: Page, there: Page, path: str) -> bool:
    """Whether a path with a leading slash is the whole one of a file below the content, as Hugo wants it."""
    wanted = _stem(path.strip("/"))
    roots = page.generator.content_roots
    return any(there.path.startswith(root) and wanted in (stem := _stem(there.path[len(root) :]), stem.rpartition(".")[0]) for root in roots)  # fmt: skip


def _stem(path: str) -> str:
    stem = PAGE_ENDING.sub("", path).lower()
    return stem.removesuffix("/index").removesuffix("/_index")


def _rooted(pages: SitePages, generator: Generator, path: str) -> Meaning | None:
    path = without_base(generator, path)
    key = key_of(path)
    for one in _keys(generator, key):
        page = pages.at(one)
        if page is not None:
            own = map(key_of, filter(None, (page.addresses.own, *page.addresses.perhaps)))
            return Meaning(page.path, "address" if one in own else "alias")
    inner = path.lstrip("/")
    for root in generator.static_roots if inner else ():
        if _is_file(pages, normpath(root + inner)):
            return Meaning(normpath(root + inner), "file", root=root)
    if path.lower().endswith(EXTENSIONS) or generator.has_link_hook:
        for root in generator.content_roots if inner else ():
            found = _file(pages, normpath(root + inner))
            if found is not None:
                return Meaning(found, "file", root=root)
    beside = pages.at(key_of(dirname(path)))
    if beside is not None:
        found = _file(pages, normpath(f"{dirname(beside.path)}/{basename(path)}"))
        if found is not None:  # a file of a bundle, by the address of its page
            return Meaning(found, "address")
    return None


def _keys(generator: Generator, key: str) -> Iterator[str]:
    """The keys by which an address may be known: the language may be left out, or be one too many."""
    yield key
    for language in generator.languages:
        yield f"/{language}{key}".rstrip("/")
    first = key.split("/")[1]
    if first in generator.languages:
        yield key.removeprefix(f"/{first}") or "/"


def _relative(pages: SitePages, page: Page, path: str) -> Meaning | None:
    beside = normpath(f"{dirname(page.path)}/{path}" if dirname(page.path) else path)
    if not beside.startswith(".."):
        found = _file(pages, beside)
        if found is not None:
            return Meaning(found, "file")
    own = page.addresses.own if page.generator.name != "plain" else ""
    for start in ("", "/") if own and not own.endswith("/") else ("",) if own else ():
        there = _rooted(pages, page.generator, page.generator.base + joined(own + start, path))
        if there is not None:
            return there._replace(start=start)
    return Meaning(beside, "file") if pages.files.names_in(beside) and beside != "." else None


def _file(pages: SitePages, path: str) -> str | None:
    """The file at a path, its ending given or not; a folder stands for its index."""
    for form in dict.fromkeys((path, normalize("NFC", path), normalize("NFD", path))):
        if _is_file(pages, form):
            return form
        stem = PAGE_ENDING.sub("", form)
        for ending in (".md", ".markdown", ".mdx", ".html"):
            for candidate in (stem + ending, f"{stem}/index{ending}", f"{stem}/_index{ending}"):
                if pages.files.has(candidate):
                    return candidate
    return None


def _is_file(pages: SitePages, path: str) -> bool:
    return pages.files.has(path) and not pages.files.names_in(path)


def without_base(generator: Generator, path: str) -> str:
    """A path from the root of the host as one from the root of the site."""
    base = generator.base
    if base and (path == base or path.startswith(f"{base}/")):
        path = path.removeprefix(base) or "/"
    return without_author(path) if generator.name == "zenn" else path
