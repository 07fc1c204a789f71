"""Astro: pages in ``src/pages``; routes of collections are code, and unknown but for Starlight's."""

from posixpath import splitext

from lintpost.post.lazy import lazy
from lintpost.site.addresses.address import Addresses
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
        self.content_roots = tuple(filter(None, (self._pages, self._docs)))
        self.static_roots = (self._below("public"), self._below("src/assets"))
        self.anchors = AnchorRule.GITHUB
        self._routes = frozenset(
            f"/{path.removeprefix(self._pages).rpartition('/')[0]}".rstrip("/")
            for path in files.below(self._pages)
            if _DYNAMIC.search(path)
        )
        folders = {_DYNAMIC.split(route)[0].rstrip("/") for route in self._routes}
        self._dynamic = tuple(sorted(folders))
        self.has_makers = True

    def addresses(self, path: str, note: PageNote) -> Addresses:
        """The address of a page of ``src/pages``, or of a document of Starlight."""
        if path.startswith(self._pages):
            relative = splitext(path.removeprefix(self._pages))[0]
            if _DYNAMIC.search(relative) or any(
                part.startswith("_") for part in relative.split("/")
            ):
                return Addresses()
        elif self._docs and path.startswith(self._docs):
            relative = note.slug or splitext(path.removeprefix(self._docs))[0].lower()
        else:
            return Addresses()
        relative = (
            relative.removesuffix("index")
            if relative.endswith(("/index",)) or relative == "index"
            else relative
        )
        return Addresses(f"/{relative.strip('/')}/" if relative.strip("/") else "/")

    def may_make(self, key: str) -> bool:
        """Whatever lies under a route with a parameter may be there; Starlight's own is known."""
        below = any(key.startswith(f"{folder}/") or key == folder for folder in self._dynamic)
        return below or super().may_make(key)
