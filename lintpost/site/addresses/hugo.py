"""Hugo: pages, sections, bundles and languages (gohugo.io/content-management/urls)."""

from datetime import datetime
from functools import cached_property
from posixpath import basename, dirname, splitext
from typing import Any, NamedTuple

from lintpost.site.addresses.address import Addresses, joined
from lintpost.site.addresses.config_file import mapping, text, texts
from lintpost.site.addresses.generator import Generator, State
from lintpost.site.addresses.hugo_config import languages, mounts
from lintpost.site.addresses.hugo_permalink import filled
from lintpost.site.addresses.page_note import PageNote
from lintpost.site.addresses.slugs import hugo_slug
from lintpost.site.addresses.written_date import is_ahead, read_date
from lintpost.site.anchors.rules import AnchorRule
from lintpost.site.files import SiteFiles

_ANCHORS = {
    "github": AnchorRule.GOLDMARK,
    "github-ascii": AnchorRule.GOLDMARK_ASCII,
    "blackfriday": AnchorRule.BLACKFRIDAY,
}


class Source(NamedTuple):
    """A folder of content: its path, the path below ``content`` that it is mounted on, and its language."""

    folder: str
    below: str
    language: str


class Logical(NamedTuple):
    """A file of content as Hugo sees it: `folders` from ``content`` on, `name` without ending and language."""

    folders: tuple[str, ...]
    name: str
    language: str


class Hugo(Generator):
    """A Hugo site."""

    name = "hugo"
    is_whole = True

    def __init__(self, files: SiteFiles, root: str, config: dict[str, Any]) -> None:
        super().__init__(root, text(config.get("baseurl")))
        self._files = files
        self._config = config
        self._languages = languages(config)
        self._default = text(config.get("defaultcontentlanguage")) or "en"
        self.languages = tuple(self._languages)
        self._sources = self._content_sources()
        self.content_roots = tuple(source.folder for source in self._sources)
        self.static_roots = self._static_folders()
        self.makes_section_lists = True
        self.resolves_files = True
        self.has_link_hook = self._has_link_hook()
        self._lower = not config.get("disablepathtolower")
        parser = mapping(mapping(mapping(config.get("markup")).get("goldmark")).get("parser"))
        if parser.get("autoheadingid") is False:
            self.anchors = AnchorRule.NONE
        else:
            kind = text(parser.get("autoheadingidtype")) or "github"
            self.anchors = _ANCHORS.get(kind, AnchorRule.NONE)
        self.has_term_ids = parser.get("autodefinitiontermid") is True
        listed = config.get("taxonomies")
        plurals = [one for one in mapping(listed).values() if isinstance(one, str)]
        self._taxonomies = frozenset(plurals if listed is not None else ["tags", "categories"])

    def _content_sources(self) -> list[Source]:
        default = text(self._config.get("contentdir")) or "content"
        found = [
            Source(self._below(text(one.get("contentdir"))), "", name)
            for name, one in self._languages.items()
            if one.get("contentdir")
        ]
        mounted = mounts(self._config, "content")
        found += [
            Source(self._below(source), below, language) for source, below, language in mounted
        ]
        if not mounted:
            found.append(Source(self._below(default), "", ""))
        for theme in texts(self._config.get("theme")):
            found.append(Source(self._below(f"themes/{theme}/content"), "", ""))
        return sorted(found, key=lambda source: -len(source.folder))  # the innermost holds a file

    def _static_folders(self) -> tuple[str, ...]:
        folders = texts(self._config.get("staticdir")) or ["static"]
        for one in self._languages.values():
            folders += texts(one.get("staticdir"))
        for target in ("static", "assets"):
            folders += [source for source, _, _ in mounts(self._config, target)]
        folders.append("assets")
        for theme in texts(self._config.get("theme")):
            folders += [f"themes/{theme}/static", f"themes/{theme}/assets"]
        return tuple(dict.fromkeys(map(self._below, folders)))

    def _has_link_hook(self) -> bool:
        """Whether the site or its theme has a render hook for links. A theme that is not here may have one."""
        if mapping(self._config.get("module")).get("imports"):
            return True
        folders = ["", *(f"themes/{name}/" for name in texts(self._config.get("theme")))]
        if any(not self._files.has(self._below(folder).rstrip("/")) for folder in folders[1:]):
            return True
        places = ("layouts/_default/_markup", "layouts/_markup")
        hooks = (
            f"{self._below(folder + place)}render-link.html"
            for folder in folders
            for place in places
        )
        return any(map(self._files.has, hooks))

    def logical(self, path: str) -> Logical | None:
        """A file as Hugo sees it; None for one that is no content."""
        source = next((one for one in self._sources if path.startswith(one.folder)), None)
        if source is None:
            return None
        relative = f"{source.below}/{path.removeprefix(source.folder)}".lstrip("/")
        stem = splitext(basename(relative))[0]
        name, _, suffix = stem.rpartition(".")
        language = source.language
        if name and suffix in self._languages:
            stem, language = name, suffix
        folders = tuple(part for part in dirname(relative).split("/") if part)
        return Logical(folders, stem, language or self._default)

    def addresses(self, path: str, note: PageNote) -> Addresses:
        """The addresses of a page, a bundle or a section."""
        logical = self.logical(path)
        if logical is None or self._is_resource(path, logical):
            return Addresses()
        prefix = self._prefix(logical.language)
        own = "" if note.hidden else self._own(logical, note, prefix)
        base = own.rstrip("/").rpartition("/")[0] + "/"
        aliases = [
            alias if alias.startswith("/") else joined(base, alias)
            for alias in note.aliases
            if "://" not in alias
        ]
        below = [f"{prefix}{alias}" for alias in note.aliases if prefix and alias.startswith("/")]
        return Addresses(own, tuple(dict.fromkeys(aliases)), tuple(below))

    def section_of(self, path: str) -> str:
        """The list of a section, by its folder alone."""
        logical = self.logical(path)
        if logical is None:
            return ""
        folders = "/".join(hugo_slug(part, lower=self._lower) for part in logical.folders)
        return f"{self._prefix(logical.language)}/{folders}"

    def state(self, path: str, note: PageNote, now: datetime) -> State:
        """Drafts and posts of the future wait, posts past their expiry are gone, unless the site builds them."""
        if note.draft:
            return "" if self._config.get("builddrafts") else "draft"
        if is_ahead(note.publish or note.date, now):
            return "" if self._config.get("buildfuture") else "future"
        expiry = read_date(note.expiry)
        gone = (
            expiry is not None
            and not is_ahead(note.expiry, now)
            and not self._config.get("buildexpired")
        )
        return "expired" if gone else ""

    def may_make(self, key: str) -> bool:
        """Lists of taxonomies and their terms are made too, and pages of content adapters."""
        parts = [part for part in key.split("/") if part]
        if parts and parts[0] in self._languages:
            parts = parts[1:]
        is_listed = bool(parts and parts[0] in self._taxonomies)
        is_adapted = any(key.startswith(folder) for folder in self._adapted)
        return is_listed or is_adapted or super().may_make(key)

    @cached_property
    def _adapted(self) -> tuple[str, ...]:
        """The addresses of folders in which content adapters make pages."""
        paths = (path for root in self.content_roots for path in self._files.below(root))
        return tuple(
            f"{self.section_of(path)}/"
            for path in paths
            if "/_content." in f"/{path}" and path.endswith(".gotmpl")
        )

    def _own(self, logical: Logical, note: PageNote, prefix: str) -> str:
        if note.url:
            return note.url if note.url.startswith("/") else f"{prefix}/{note.url}"
        folders, name = list(logical.folders), logical.name
        kind = "section" if name == "_index" else "page"
        if name in ("_index", "index"):
            name = folders.pop() if folders else ""
        section = logical.folders[0].lower() if logical.folders else ""
        permalink = self._permalink(kind, section)
        if permalink is None or not name:
            last = name if kind == "section" else note.slug or name
            address = "/".join(
                hugo_slug(part, lower=self._lower) for part in (*folders, last) if part
            )
            return f"{prefix}/{address}/" if address else f"{prefix}/"
        found = filled(
            permalink,
            tuple(logical.folders if logical.name not in ("index", "_index") else folders),
            name,
            note,
        )
        if not found:
            self.has_makers = True  # the page is somewhere, and nobody knows where
            return ""
        return f"{prefix}{found.lower() if self._lower else found}"

    def _permalink(self, kind: str, section: str) -> str | None:
        permalinks = mapping(self._config.get("permalinks"))
        by_kind = permalinks.get(kind)
        if isinstance(by_kind, dict) and section in by_kind:
            return text(by_kind[section]) or None
        found = permalinks.get(section)
        return found if isinstance(found, str) and kind == "page" else None

    def _prefix(self, language: str) -> str:
        if len(self._languages) < 2 and not self._config.get("defaultcontentlanguageinsubdir"):
            return ""
        is_root = language == self._default and not self._config.get(
            "defaultcontentlanguageinsubdir"
        )
        return "" if is_root else f"/{language}"

    def _is_resource(self, path: str, logical: Logical) -> bool:
        """Whether a file belongs to the bundle of a page above it: it has no address of its own."""
        folder = dirname(path)
        if logical.name == "index":
            folder = dirname(folder)
        for _ in range(len(logical.folders) - (logical.name == "index")):
            if any(self._files.has(f"{folder}/index{ending}") for ending in (".md", ".html")):
                return True
            folder = dirname(folder)
        return False
