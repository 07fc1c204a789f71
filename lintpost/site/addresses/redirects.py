"""Redirects that a host makes: ``_redirects`` (Netlify, Cloudflare), ``netlify.toml``, ``vercel.json``."""

import re
from collections.abc import Iterable, Iterator

from lintpost.site.addresses.address import key_of
from lintpost.site.addresses.config_file import mapping, read_config, text
from lintpost.site.files import SiteFiles


class Redirects:
    """The addresses that lead elsewhere, whatever the site has there."""

    def __init__(
        self, files: SiteFiles, folders: Iterable[str], configured: Iterable[str] = ()
    ) -> None:
        """`folders` are those, from the root of `files`, in which the files may lie ("" or ending in a slash);
        `configured` are addresses that the generator's own configuration redirects.
        """
        self._exact: set[str] = set()
        self._patterns: list[re.Pattern[str]] = []
        for source in configured:
            self._add(source)
        for folder in dict.fromkeys(folders):
            for source in _sources(files, folder):
                self._add(source)

    def lead_from(self, key: str) -> bool:
        """Whether an address (see `key_of`) is redirected."""
        return key in self._exact or any(one.fullmatch(key) for one in self._patterns)

    def _add(self, source: str) -> None:
        if ":" in source or "*" in source:
            if source.strip("/") in ("*", ":path*", "(.*)"):
                return  # a page for whatever is not found
            key = key_of(source)
            parts = re.split(r"(\*|/:[A-Za-z_]+\*|:[A-Za-z_]+)", key)
            wild = {"*": ".*"}
            made = (
                wild.get(part, "(?:/.*)?" if part.startswith("/:") else "[^/]+")
                if at % 2
                else re.escape(part)
                for at, part in enumerate(parts)
            )
            pattern = "".join(made)
            self._patterns.append(re.compile(pattern.replace("/.*", "(?:/.*)?")))
        else:
            self._exact.add(key_of(source))


def _sources(files: SiteFiles, folder: str) -> Iterator[str]:
    for line in (files.text(f"{folder}_redirects") or "").splitlines():
        words = line.split()
        if len(words) > 1 and words[0].startswith("/"):
            yield words[0]
    netlify = read_config(files, f"{folder}netlify.toml") or {}
    vercel = read_config(files, f"{folder}vercel.json") or {}
    for config, key in ((netlify, "from"), (vercel, "source")):
        listed = config.get("redirects")
        for one in listed if isinstance(listed, list) else ():
            source = text(mapping(one).get(key))
            if source.startswith("/") and "(" not in source:
                yield source
