"""Astro's routes with a parameter: those whose pages are the entries of one collection, and those of lists in pages.

A route is code. It is read where it is written as Astro's documentation has it (docs.astro.build/en/guides/content-collections,
"Building for static output"; .../guides/routing, "Pagination"); any other is unknown.
"""

from posixpath import splitext
from typing import NamedTuple

from lintpost.post.lazy import lazy
from lintpost.site.files import SiteFiles

_PARAMETER = lazy(r"^(?P<folder>(?:[^\[\]]*/)?)\[(?:\.\.\.)?(?P<name>\w+)\](?:/index)?\.astro$")
_COLLECTION = lazy(r"""\bgetCollection\(\s*["'`](?P<name>[\w-]+)["'`]""")
_ENTRY = lazy(r"\bparams\s*:\s*\{\s*(?P<name>\w+)\s*:\s*\w+\.(?:slug|id)\s*,?\s*\}")
_PAGED = lazy(r"\bpaginate\(")
_BASE = r"""\b{}\s*[:=]\s*defineCollection\(\s*\{{(?:(?!defineCollection)[\s\S]){{0,300}}?\bbase\s*:\s*["'`](?:\./)?(?P<base>[^"'`$]+)["'`]"""
_CONTENT_CONFIGS = (
    "content.config.ts",
    "content.config.mjs",
    "content.config.js",
    "content/config.ts",
)


class Route(NamedTuple):
    """A route whose pages are the entries of a collection. `folder` is where their addresses lie, from the site's
    root ("" or ending in a slash); `entries` is the folder of the collection's files, from the root of the files.
    """

    folder: str
    entries: str


class Routes(NamedTuple):
    """What a site's routes with a parameter make: pages of collections, numbered lists, and whatever lies below the
    folders of those that cannot be read (keys, see `address.key_of`).
    """

    collections: tuple[Route, ...]
    paged: frozenset[str]
    unknown: tuple[str, ...]


def read_routes(files: SiteFiles, source: str, paths: list[str]) -> Routes:
    """The routes of `paths`, files below the ``pages`` of `source`, which is the folder ``src/`` of the site."""
    collections: list[Route] = []
    paged: set[str] = set()
    unknown: set[str] = set()
    for path in paths:
        relative = path.removeprefix(f"{source}pages/")
        parameter = _PARAMETER.match(relative)
        text = files.text(path) or "" if parameter is not None else ""
        entry, names = _ENTRY.search(text), _COLLECTION.findall(text)
        if parameter is not None and _PAGED.search(text):
            paged.add(f"/{parameter['folder']}".rstrip("/"))
        elif (
            parameter is not None
            and entry is not None
            and entry["name"] == parameter["name"]
            and len(set(names)) == 1
            and (entries := _entries(files, source, names[0]))
        ):
            collections.append(Route(parameter["folder"], entries))
        else:
            unknown.add(f"/{relative.partition('[')[0].rpartition('/')[0]}".rstrip("/"))
    return Routes(tuple(collections), frozenset(paged), tuple(sorted(unknown)))


def entry_id(relative: str, slug: str) -> str:
    """The id of an entry: its slug, or its path with each part as github-slugger writes it, without ``index``."""
    if slug:
        return slug.strip("/")
    from lintpost.site.anchors.rules import github_slug

    parts = [github_slug(part) for part in splitext(relative)[0].split("/")]
    return "/".join(parts).removesuffix("/index")


def _entries(files: SiteFiles, source: str, name: str) -> str:
    """The folder of a collection's files; "" where it cannot be told."""
    for config in _CONTENT_CONFIGS:
        text = files.text(source + config)
        base = lazy(_BASE.format(name)).search(text) if text else None
        if base is not None:
            return f"{source.removesuffix('src/')}{base['base'].strip('/')}/"
    folder = f"{source}content/{name}"
    return f"{folder}/" if files.has(folder) else ""
