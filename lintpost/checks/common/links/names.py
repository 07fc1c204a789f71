"""The names by which posts call one another, however the link is written."""

from collections.abc import Iterator
from os.path import splitext
from unicodedata import normalize
from urllib.parse import unquote
from zlib import crc32

from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.files import EXTENSIONS, INDEXES, page_stem

_TOKEN = lazy(r"""[^\s"'<>()\[\]{}|`,]+""")
_TARGET = lazy(
    r"""(?m)\]\([ ]*<?([^()\s>]+)|^[ ]{0,3}\[[^\[\]\n]+\]:[ ]*<?([^\s>]+)|\[\[([^\[\]|#\n]+)"""
    r"""|\b(?:post_url|link|ref|relref)[ ]+["']?([^\s"'%}]+)|=["']([^"'\s]+)["']"""
)
"""Links without a slash: of Markdown, a wiki, Liquid, a shortcode, HTML."""
_DATE = lazy(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}-")
_LANGUAGE = lazy(r"\.[a-z]{2}(?:-[A-Za-z]{2,4})?$")
_PAGE_ENDINGS = (".html", ".htm", *EXTENSIONS)
_TOPICS = ("tags", "categories", "category", "topics", "keywords", "title", "date")
"""Keys whose values are no links."""
_OWN = ("slug", "permalink", "url", "path", "aliases", "redirect_from", "id")


def called_names(post: Post) -> set[str]:
    """The last part of whatever looks like a path, an address or a link: of posts, of pages elsewhere, of files."""
    found = {token for token in _TOKEN.findall(post.text) if "/" in token}
    for match in _TARGET.finditer(post.text):
        found.add(next(group for group in match.groups() if group))
    found.update(_front_values(post))
    return {name for target in found if (name := _last_part(target))}


def _front_values(post: Post) -> Iterator[str]:
    root = post.front_matter.root if post.front_matter is not None else None
    for entry in (root.entries if root is not None else None) or ():
        if entry.key not in _TOPICS:
            for node in entry.node.walk():
                if isinstance(node.value, str) and " " not in node.value:
                    yield node.value


def stated_names(post: Post) -> set[str]:
    """What the front matter says that a post is called: its slug, the last parts of its addresses."""
    names: set[str] = set()
    for key in _OWN:
        entry = post.front_matter.get(key) if post.front_matter is not None else None
        if entry is not None:
            values = (node.value for node in entry.node.each())
            names.update(_last_part(value) for value in values if isinstance(value, str))
    return names - {""}


def file_names(path: str) -> set[str]:
    """What links may call a post by its file or folder."""
    names = {_DATE.sub("", page_stem(path))}
    names |= {_LANGUAGE.sub("", name) for name in names}
    return {normalize("NFC", name).casefold() for name in names} - {""}


def _last_part(target: str) -> str:
    """The name of the page or folder that a target ends in."""
    parts = unquote(target).split("#", 1)[0].split("?", 1)[0].rstrip("/").split("/")
    name = _page(parts.pop())
    while name in INDEXES and parts:
        name = _page(parts.pop())
    return normalize("NFC", _DATE.sub("", name)).casefold()


def _page(name: str) -> str:
    stem, ending = splitext(name)
    return stem if ending in _PAGE_ENDINGS else name


def name_hash(name: str) -> str:
    """A name in six letters at most, for facts."""
    number, letters = crc32(name.encode()), ""
    while number:
        number, digit = divmod(number, 62)
        letters += "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"[digit]
    return letters
