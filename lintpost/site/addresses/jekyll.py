"""Jekyll: posts, drafts, collections and pages (jekyllrb.com/docs/permalinks, lib/jekyll of 4.3)."""

from datetime import datetime
from fnmatch import fnmatchcase
from functools import cached_property
from posixpath import basename, splitext
from typing import Any

from lintpost.post.lazy import lazy
from lintpost.site.addresses.address import Addresses
from lintpost.site.addresses.config_file import mapping, text, texts
from lintpost.site.addresses.generator import Generator, State
from lintpost.site.addresses.jekyll_permalink import STYLES, post_addresses
from lintpost.site.addresses.page_note import PageNote
from lintpost.site.anchors.rules import AnchorRule
from lintpost.site.files import SiteFiles

_KNOWN_PLUGINS = frozenset(
    ["jekyll-feed", "jekyll-seo-tag", "jekyll-sitemap", "jekyll-redirect-from", "jekyll-paginate",
     "jekyll-last-modified-at", "jekyll-mentions", "jemoji", "jekyll-gist", "jekyll-toc", "jekyll-relative-links",
     "jekyll-remote-theme", "jekyll-include-cache", "jekyll-optional-front-matter", "jekyll-readme-index",
     "jekyll-titles-from-headings", "jekyll-default-layout", "jekyll-github-metadata", "jekyll-coffeescript",
     "jekyll-commonmark-ghpages", "jekyll-commonmark", "jekyll-minifier", "jekyll-target-blank", "jekyll-archives",
     "jekyll-paginate-v2", "jekyll-tidy", "jekyll-compress-images", "jekyll-spaceship", "jekyll-email-protect",
     "jekyll-sass-converter", "jekyll-avatar", "jekyll-swiss", "jekyll-whiteglass", "jekyll-env-banner"]
)  # fmt: skip
"""Plug-ins that make no pages, or pages of lists only, which `may_make` knows."""
_POSTS = lazy(r"(?:^|/)_(?:posts|drafts)/")


class Jekyll(Generator):
    """A Jekyll site."""

    name = "jekyll"
    is_whole = True

    def __init__(self, files: SiteFiles, root: str, config: dict[str, Any]) -> None:
        super().__init__(root, text(config.get("url")), text(config.get("baseurl")))
        self._files = files
        self._config = config
        source = self._below(text(config.get("source")))
        self._source = source
        self._permalink = text(config.get("permalink")) or "date"
        self._collections = _collections(config)
        folder = text(config.get("collections_dir")).strip("/")
        self._collections_dir = f"{source}{folder}/" if folder else source
        self.static_roots = (source,)
        self.content_roots = (source,)
        self.resolves_files = "jekyll-relative-links" in self.plugins or not config.get("plugins")
        self.anchors = _anchor_rule(config)
        self.has_makers = self._may_have_makers()

    @property
    def plugins(self) -> list[str]:
        """The plug-ins that the configuration names."""
        return texts(self._config.get("plugins")) + texts(self._config.get("gems"))

    def _may_have_makers(self) -> bool:
        """Whether a plug-in that is not known may make pages."""
        if any(name not in _KNOWN_PLUGINS for name in self.plugins) or not self._has_home:
            return True
        names = self._files.names_in(f"{self._source}_plugins")
        return any(
            "Generator" in (found := self._files.text(f"{self._source}_plugins/{name}") or "")
            or "Page" in found
            for name in names
            if name.endswith(".rb")
        )

    @property
    def _has_home(self) -> bool:
        """Whether the home page is here: a checkout without one lacks other pages, too."""
        names = self._files.names_in(self._source)
        return (
            any(f"index.{ending}" in names for ending in ("html", "md", "markdown", "htm"))
            or "_pages" in names
        )

    def addresses(self, path: str, note: PageNote) -> Addresses:
        """The addresses of a post, a document of a collection or a page."""
        if not path.startswith(self._source):
            return Addresses()
        relative = path.removeprefix(self._source)
        values = self._defaults(relative)
        own = note.permalink or text(values.get("permalink"))
        if _POSTS.search(relative):
            template = own or text(self._collections.get("posts", {}).get("permalink"))
            found = post_addresses(
                relative, note, template or self._permalink, self._zone, _folders(values)
            )
        elif (name := self._collection_of(path)) is not None:
            found = self._document(path, name, note, own)
        elif self._is_left_out(relative):
            return Addresses(aliases=_rooted(note.aliases))
        else:
            found = self._page(relative, own)
        return found._replace(aliases=_rooted(note.aliases))

    def state(self, path: str, note: PageNote, now: datetime) -> State:
        """Drafts lie in ``_drafts``; posts of the future wait for a build, unless ``future: true``."""
        values = self._defaults(path.removeprefix(self._source))
        if "_drafts/" in path or note.draft or values.get("published") is False:
            return "draft"
        if self._config.get("future") or "_posts/" not in path:
            return ""
        date = note.date or basename(path)[:10]
        return super().state(path, PageNote(date=date), now)

    def _is_left_out(self, relative: str) -> bool:
        """Whether Jekyll passes a file over: what begins with a sign, unless ``include`` names it."""
        included = texts(self._config.get("include"))
        parts = relative.split("/")
        return any(part.startswith(("_", ".", "#")) and part not in included for part in parts)

    def _page(self, relative: str, own: str) -> Addresses:
        """A page's address follows the style of the site's permalinks in its ending alone."""
        if own:
            return Addresses(_filled(own, relative))
        stem, ending = splitext(relative)
        folder, _, name = stem.rpartition("/")
        folder = f"/{folder}/" if folder else "/"
        if name == "index":
            return Addresses(folder)
        if ending.lower() not in (".md", ".markdown", ".mkdown", ".mkdn", ".mkd", ".html", ".htm"):
            return Addresses(f"/{relative}")
        style = STYLES.get(self._permalink, self._permalink)
        return Addresses(f"{folder}{name}/" if style.endswith("/") else f"{folder}{name}.html")

    def _collection_of(self, path: str) -> str | None:
        below = path.removeprefix(self._collections_dir)
        first, _, rest = below.partition("/")
        is_document = path.startswith(self._collections_dir) and first.startswith("_") and rest
        return first[1:] if is_document and first[1:] in self._collections else None

    def _document(self, path: str, name: str, note: PageNote, own: str) -> Addresses:
        settings = self._collections[name]
        below = path.removeprefix(f"{self._collections_dir}_{name}/")
        if not settings.get("output"):
            return Addresses()
        template = own or text(settings.get("permalink")) or "/:collection/:path:output_ext"
        template = template.replace(":collection", name)
        if (
            ":title" in template
            or ":slug" in template
            or ":year" in template
            or ":categories" in template
        ):
            return post_addresses(below, note, template, self._zone, ())
        return Addresses(_filled(template, below))

    def _defaults(self, relative: str) -> dict[str, Any]:
        """The front matter that the configuration gives a file: that of nearer scopes goes before."""
        kind = "posts" if "_posts/" in relative else "drafts" if "_drafts/" in relative else "pages"
        if (
            kind == "pages"
            and (name := self._collection_of(f"{self._source}{relative}")) is not None
        ):
            kind = name
        found: list[tuple[int, bool, dict[str, Any]]] = []
        for one in self._scopes:
            scope = mapping(one.get("scope"))
            path = text(scope.get("path")).strip("/")
            wanted = text(scope.get("type")).rstrip("s")
            inside = not path or relative == path or relative.startswith(f"{path}/")
            if (inside or ("*" in path and fnmatchcase(relative, f"{path}*"))) and wanted in (
                "",
                kind.rstrip("s"),
            ):
                found.append((len(path), bool(wanted), mapping(one.get("values"))))
        merged: dict[str, Any] = {}
        for _, _, values in sorted(found, key=lambda one: one[:2]):
            merged.update(values)
        return merged

    @cached_property
    def _scopes(self) -> list[dict[str, Any]]:
        scopes = self._config.get("defaults")
        return [one for one in scopes if isinstance(one, dict)] if isinstance(scopes, list) else []

    @cached_property
    def _zone(self) -> Any:
        from zoneinfo import ZoneInfo

        try:
            return ZoneInfo(text(self._config.get("timezone")))
        except (ValueError, OSError, KeyError):  # no name of a zone, or the system knows none
            return None


def is_jekyll(config: dict[str, Any]) -> bool:
    """Whether a file called ``_config.yml`` is Jekyll's: Hexo and Jupyter Book have one, too."""
    others = ("source_dir", "public_dir", "new_post_name", "sphinx", "execute", "launch_buttons")
    return not any(key in config for key in others)


def _collections(config: dict[str, Any]) -> dict[str, dict[str, Any]]:
    found = config.get("collections")
    if isinstance(found, list):
        return {one: {} for one in found if isinstance(one, str)}
    return {name: mapping(value) for name, value in mapping(found).items()}


def _folders(values: dict[str, Any]) -> tuple[str, ...]:
    """The categories that the configuration gives a post."""
    several = values.get("categories", values.get("category"))
    return tuple(several.split()) if isinstance(several, str) else tuple(texts(several))


def _filled(template: str, relative: str) -> str:
    """An address of a page or a document by its path alone."""
    stem, ending = splitext(relative)
    path = (
        template.replace(":path", stem)
        .replace(":basename", basename(stem))
        .replace(":name", basename(stem))
    )
    ending = ".html" if ending.lower() in (".md", ".markdown", ".html", ".mkd") else ending
    path = path.replace(":output_ext", ending)
    return path if path.startswith("/") else f"/{path}"


def _rooted(aliases: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(
        alias if alias.startswith("/") else f"/{alias}" for alias in aliases if "://" not in alias
    )


def _anchor_rule(config: dict[str, Any]) -> AnchorRule:
    settings = mapping(config.get("kramdown"))
    if settings.get("auto_ids") is False or settings.get("auto_id_prefix"):
        return AnchorRule.NONE
    if text(config.get("markdown") or "kramdown").lower() != "kramdown":
        return AnchorRule.NONE
    return (
        AnchorRule.KRAMDOWN_GFM
        if text(settings.get("input") or "GFM").upper() == "GFM"
        else AnchorRule.KRAMDOWN
    )
