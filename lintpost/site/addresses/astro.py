"""Astro: pages in ``src/pages``, and the entries of collections whose routes can be read (see `astro_routes`)."""

import re
from posixpath import splitext

from lintpost.post.lazy import lazy
from lintpost.site.addresses.address import Addresses
from lintpost.site.addresses.astro_routes import entry_id, read_routes
from lintpost.site.addresses.generator import Generator
from lintpost.site.addresses.page_note import PageNote
from lintpost.site.anchors.rules import AnchorRule
from lintpost.site.files import SiteFiles

CONFIGS = (
    "astro.config.mjs",
    "astro.config.js",
    "astro.config.ts",
    "astro.config.mts",
    "astro.config.cjs",
)
_SITE = lazy(r"""(?:^|[{,\s])site\s*:\s*["'`]([^"'`$]+)["'`]""")
_BASE = lazy(r"""(?:^|[{,\s])base\s*:\s*["'`]([^"'`$]+)["'`]""")
_REDIRECTS = lazy(r"\bredirects\s*:\s*\{(?P<entries>(?:[^{}]|\{[^{}]*\})*)\}")
_KEY = lazy(r"""["'`](/[^"'`$\s]*)["'`]\s*:""")
_DYNAMIC = lazy(r"\[[^\]/]+\]")


class Astro(Generator):
    """An Astro site. Configuration is code: the addresses in it are read where they are plain strings."""

    name = "astro"
    is_whole = True

    def __init__(self, files: SiteFiles, root: str, config: str) -> None:
        site, base = _SITE.search(config), _BASE.search(config)
        super().__init__(root, site[1] if site else "", base[1] if base else "")
        self._pages = self._below("src/pages")
        self._docs = self._below("src/content/docs") if "starlight" in config else ""
        self.static_roots = (self._below("public"), self._below("src/assets"))
        self.images_are_beside = True
        self.anchors = AnchorRule.GITHUB
        dynamic = [path for path in files.below(self._pages) if _DYNAMIC.search(path)]
        self._routes = read_routes(files, self._below("src"), dynamic)
        entries = (route.entries for route in self._routes.collections)
        self.content_roots = tuple(dict.fromkeys(filter(None, (self._pages, self._docs, *entries))))
        self.redirects = _redirects(config)
        self.has_makers = True

    def addresses(self, path: str, note: PageNote) -> Addresses:
        """The address of a page of ``src/pages``, of a document of Starlight, or of an entry of a collection."""
        if path.startswith(self._pages):
            relative = splitext(path.removeprefix(self._pages))[0]
            if _DYNAMIC.search(relative) or any(
                part.startswith("_") for part in relative.split("/")
            ):
                return Addresses()
        elif self._docs and path.startswith(self._docs):
            relative = note.slug or splitext(path.removeprefix(self._docs))[0].lower()
        else:
            return self._entry_addresses(path, note)
        relative = (
            relative.removesuffix("index")
            if relative.endswith(("/index",)) or relative == "index"
            else relative
        )
        return Addresses(f"/{relative.strip('/')}/" if relative.strip("/") else "/")

    def _entry_addresses(self, path: str, note: PageNote) -> Addresses:
        found = [
            f"/{route.folder}{entry_id(path.removeprefix(route.entries), note.slug)}/"
            for route in self._routes.collections
            if path.startswith(route.entries)
        ]
        return Addresses(found[0], (), tuple(found[1:])) if found else Addresses()

    def may_make(self, key: str) -> bool:
        """Whatever lies under a route that cannot be read may be there; Starlight's own is known."""
        if any(key.startswith(f"{folder}/") or key == folder for folder in self._routes.unknown):
            return True
        folder, _, last = key.rpartition("/")
        is_list = key in self._routes.paged or (folder in self._routes.paged and last.isdecimal())
        return is_list or super().may_make(key)


def _redirects(config: str) -> tuple[str, ...]:
    """The addresses that the configuration redirects, their parameters as `Redirects` has them."""
    block = _REDIRECTS.search(config)
    keys = _KEY.findall(block["entries"]) if block is not None else []
    return tuple(_DYNAMIC.sub(_parameter, key) for key in keys)


def _parameter(match: re.Match[str]) -> str:
    return "*" if match[0].startswith("[...") else ":x"
