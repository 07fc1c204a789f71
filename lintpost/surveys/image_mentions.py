"""Which of a site's images its texts name."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from unicodedata import normalize
from urllib.parse import quote, unquote

from lintpost.post.lazy import lazy
from lintpost.site.files import EXTENSIONS

IMAGE_ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".bmp", ".tif", ".tiff", ".ico", ".apng", ".heic")  # fmt: skip
_TOKEN = lazy(r"""[^\s"'`<>()\[\]{}|,;=&\\]+""")
_FILLED = lazy(r"\{\{[^{}]*\}\}|\{%[^%{}]*%\}|[$#]\{[^{}]*\}")
"""What a template fills in."""
_PRINTED = lazy(r"%[sdv]\b")
_FILL = "\0"
_JOINED = lazy(r"""(?:\+|\bappend:|\badd\b[ ][^"'`\n]{0,40})[ ]?["'`](\.[a-z]{3,5})["'`]""")
"""An ending that a program puts behind a name."""
_CALLED = lazy(
    r"(?:image|img|src|cover|thumb|photo|pict|banner|hero|icon|logo|eyecatch|ogp?|card|fig|avatar|teaser|feature|gallery)"
    r"""(?=[\w-]{0,20}["']?[ ]{0,8}[:=(]?[ ]{0,8}["']?([^\s"'{}<>%()=:,]{1,200}))"""
)
"""What follows a word for an image: a theme may put the ending behind it (`cover: harbour`)."""
_PATTERNS = ("import.meta.glob", "require.context", ".match", ".getmatch")
"""Calls whose argument is a pattern of files that are shown. Elsewhere `*.png` says what is copied or ignored."""
_HOST = lazy(r"^(?:[a-z][a-z0-9+.-]*:)?//[^/]*/")
_VARIANT = lazy(r"(?:@[0-9]x|[-_.][0-9]{2,4}w|[-_][0-9]{2,4}x[0-9]{2,4}|[-_](?:dark|light))$")
"""What the name of an image's other sizes and colours ends in."""
_ALL = "site.static_files"
"""Jekyll's list of files: a page that goes through it may show any."""
_BUNDLED = ".resources"
"""Hugo's images of a page's own folder, which layouts find by patterns."""
_BUNDLES = ("index.md", "_index.md", "index.html")


class ImageMentions:
    """Collects what texts name of some images. Paths are from the site's root, with slashes."""

    def __init__(self, images: Iterable[str]) -> None:
        self._images: dict[str, list[str]] = defaultdict(list)
        for path in images:
            self._images[_plain(path)].append(path)
        self._by_name: dict[str, list[str]] = defaultdict(list)
        self._by_stem: dict[str, list[str]] = defaultdict(list)
        for plain in self._images:
            name = plain.rpartition("/")[2]
            self._by_name[name].append(plain)
            self._by_stem[os.path.splitext(name)[0]].append(plain)
        odd = (name for name in self._by_name if _TOKEN.fullmatch(name) is None)
        self._odd = [(name, quote(name).casefold()) for name in odd]
        self._used: set[str] = set()
        self._open: set[tuple[str, str]] = set()
        self._bundles: set[str] = set()
        self._bundles_are_used = self._all_are_used = False

    def read(self, path: str, text: str) -> None:
        """Note what a text names."""
        path, text = _plain(path), _plain(text)
        folder, _, name = path.rpartition("/")
        is_post = name.endswith(EXTENSIONS)
        if name in _BUNDLES:
            self._bundles.add(folder)
        if not is_post:
            self._all_are_used |= _ALL in text
            self._bundles_are_used |= _BUNDLED in text
            self._open.update(("", ending) for ending in _JOINED.findall(text))
        for token in _tokens(text):
            self._read_token(token, path)
        if not is_post and any(call in text for call in _PATTERNS):
            for token in _TOKEN.findall(text):
                if "*" in token:
                    self._read_token(token.replace("*", _FILL), path)
        for called in _CALLED.findall(text):
            self._used.update(self._by_stem.get(unquote(called).rpartition("/")[2], ()))
        for name, quoted in self._odd:
            if name in text or quoted in text:
                self._used.update(self._by_name[name])

    def _read_token(self, token: str, source: str) -> None:
        target = _HOST.sub("/", unquote(token)).split("#", 1)[0].split("?", 1)[0]
        name = target.rpartition("/")[2].rpartition(":")[2]
        if _FILL in name:
            head, tail = target.partition(_FILL)[0], target.rpartition(_FILL)[2]
            if "/" in target or tail:
                self._open.add(("/".join(_parts(head)), tail))
            return
        # An SVG file may hold its own name.
        candidates = [path for path in self._by_name.get(name, ()) if path != source]
        beside = os.path.normpath(os.path.join(os.path.dirname(source), target)).replace(
            os.sep, "/"
        )
        if beside in candidates:
            self._used.add(beside)
            return
        # A generator puts folders elsewhere: what ends alike is meant, else whatever has the name.
        end = "/" + "/".join(_parts(target))
        meant = [path for path in candidates if f"/{path}".endswith(end)]
        self._used.update(meant or candidates)

    def used(self) -> set[str]:
        """The images that are named, or may be."""
        found = set(self._images) if self._all_are_used else set(self._used)
        found.update(filter(self._may_be_meant, self._images))
        bases = set(map(_base, found))
        found |= {path for path in self._images if _base(path) in bases}
        return {own for path in found for own in self._images[path]}

    def _may_be_meant(self, path: str) -> bool:
        if any(path.endswith(tail) and head in path for head, tail in self._open):
            return True
        return self._bundles_are_used and self._is_in_bundle(path)

    def _is_in_bundle(self, path: str) -> bool:
        folder = path.rpartition("/")[0]
        while folder and folder not in self._bundles:
            folder = folder.rpartition("/")[0]
        return bool(folder)


def _plain(text: str) -> str:
    return normalize("NFC", text).casefold()


def _tokens(text: str) -> Iterator[str]:
    """Whatever may be the path of an image, with a mark for what templates fill in."""
    text = _PRINTED.sub(_FILL, text)
    for source in {text, _FILLED.sub(_FILL, text)}:
        for token in _TOKEN.findall(source):
            if "." in token and any(ending in token for ending in IMAGE_ENDINGS):
                yield token.lstrip("*~").rstrip("*~_.:!?、。")


def _parts(target: str) -> list[str]:
    return [part for part in target.split("/") if part not in ("", ".", "..", _FILL)]


def _base(path: str) -> str:
    """A path without its ending and what tells sizes and colours apart."""
    return _VARIANT.sub("", os.path.splitext(path)[0])
