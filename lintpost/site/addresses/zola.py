"""Zola: pages, sections and languages (getzola.org/documentation/content)."""

from posixpath import basename, dirname, splitext
from typing import Any

from lintpost.post.lazy import lazy
from lintpost.site.addresses.address import Addresses
from lintpost.site.addresses.config_file import mapping, text
from lintpost.site.addresses.generator import Generator
from lintpost.site.addresses.page_note import PageNote
from lintpost.site.anchors.rules import AnchorRule, zola_slug

_DATED = lazy(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z|[+-][0-9:]+)?)?[-_ ]")
_ANCHORS = {"on": AnchorRule.ZOLA, "safe": AnchorRule.ZOLA_SAFE, "off": AnchorRule.NONE}


class Zola(Generator):
    """A Zola site."""

    name = "zola"
    is_whole = True

    def __init__(self, root: str, config: dict[str, Any]) -> None:
        super().__init__(root, text(config.get("base_url")))
        self._content = self._below("content")
        self.content_roots = (self._content,)
        theme = text(config.get("theme"))
        folders = ["static", *([f"themes/{theme}/static"] if theme else [])]
        self.static_roots = tuple(map(self._below, folders))
        self.languages = tuple(mapping(config.get("languages")))
        self.makes_section_lists = True
        slugify = config.get("slugify", True)
        settings = mapping(slugify)
        self._paths = "on" if slugify is True else text(settings.get("paths")) or "on"
        self._keeps_dates = settings.get("paths_keep_dates") is True
        self.anchors = _ANCHORS.get(text(settings.get("anchors")) or "on", AnchorRule.NONE)
        taxonomies = config.get("taxonomies")
        listed = [mapping(one) for one in taxonomies] if isinstance(taxonomies, list) else []
        self._taxonomies = frozenset(zola_slug(text(one.get("name"))) or "" for one in listed)

    def addresses(self, path: str, note: PageNote) -> Addresses:
        """The addresses of a page or a section."""
        aliases = tuple(f"/{alias.lstrip('/')}" for alias in note.aliases)
        if not path.startswith(self._content) or note.hidden:
            return Addresses(aliases=aliases)
        stem = splitext(path.removeprefix(self._content))[0]
        name, language = basename(stem), ""
        before, _, suffix = name.rpartition(".")
        if before and suffix in self.languages:
            name, language = before, suffix
        prefix = f"/{language}" if language else ""
        if note.path:
            return Addresses(f"{prefix}/{note.path.strip('/')}/".replace("//", "/"), aliases)
        folders = [part for part in dirname(stem).split("/") if part]
        is_section = name == "_index"
        if name in ("_index", "index"):
            name = folders.pop() if folders else ""
        last = name if is_section else note.slug or self._undated(name)
        parts = [self._slug(part) for part in (*folders, last) if part]
        if None in parts:
            return Addresses(aliases=aliases)
        found = "/".join(part for part in parts if part)
        return Addresses(f"{prefix}/{found}/" if found else f"{prefix}/", aliases)

    def section_of(self, path: str) -> str:
        """The list of a section, by its folder alone."""
        if not path.startswith(self._content):
            return ""
        parts = [
            self._slug(part) or part
            for part in dirname(path.removeprefix(self._content)).split("/")
        ]
        return "/" + "/".join(parts)

    def may_make(self, key: str) -> bool:
        """Lists of taxonomies and their terms are made, too."""
        parts = [part for part in key.split("/") if part]
        if parts and parts[0] in self.languages:
            parts = parts[1:]
        return bool(parts and parts[0] in self._taxonomies) or super().may_make(key)

    def _undated(self, name: str) -> str:
        return name if self._keeps_dates else _DATED.sub("", name, 1)

    def _slug(self, part: str) -> str | None:
        if self._paths == "on":
            return zola_slug(part)
        return part


def is_zola(config: dict[str, Any]) -> bool:
    """Whether a file called ``config.toml`` is Zola's."""
    return "base_url" in config
