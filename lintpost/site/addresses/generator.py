"""What every site generator has: a folder, a base address, and rules by which pages get theirs."""

from datetime import datetime
from typing import Literal
from urllib.parse import urlsplit

from lintpost.post.lazy import lazy
from lintpost.site.addresses.address import Addresses
from lintpost.site.addresses.page_note import PageNote
from lintpost.site.addresses.written_date import is_ahead
from lintpost.site.anchors.rules import AnchorRule

State = Literal["", "draft", "future", "expired"]
"""Why a page is not on the published site; "" where it is."""

_LISTS = frozenset(
    ["tag", "tags", "category", "categories", "archive", "archives", "author", "authors", "topic", "topics",
     "series", "page", "pages", "search", "feed", "feeds", "rss", "atom", "404"]
)  # fmt: skip
"""Addresses under which generators, plug-ins and themes list pages."""
_MADE_FILE = lazy(r"(?i)\.(?:xml|json|rss|atom|css|js|map|webmanifest|ics|txt|ico|php|cgi|aspx?)$")
_NUMBERED = lazy(r"/page[-/:]?[0-9]+(?:/|$)|^/(?:[0-9]{4})(?:/[0-9]{1,2}){0,2}$")
"""Pages of lists, and the archives of a year, a month or a day."""


class Generator:
    """A generator as one site configures it. Folders are named from the root of the site's files; addresses from
    the root of the published site, without `base`.
    """

    name = "plain"
    is_whole = False
    """Whether its configuration says that the site is all here."""
    is_guessed = False
    """Whether it is only guessed from the names of files: what is missing must be borne out by what is there."""

    def __init__(self, root: str = "", url: str = "", base: str | None = None) -> None:
        """`url` is the address of the published site; `base` the path of its root, by default that of `url`."""
        self.root = root
        parts = urlsplit(url if "://" in url or url.startswith("//") else "")
        path = parts.path if base is None else base
        self.base = "/" + path.strip("/") if path.strip("/") else ""
        host = parts.netloc.lower().removeprefix("www.")
        self.hosts = (
            frozenset([host])
            if host and not host.startswith(("localhost", "127."))
            else frozenset()
        )
        self.is_secure = url.startswith("https://")
        self.static_roots: tuple[str, ...] = (self._below(""),)
        self.content_roots: tuple[str, ...] = (self._below(""),)
        """Where the files of pages lie: the folders that are searched for pages that are no posts."""
        self.languages: tuple[str, ...] = ()
        """Languages that addresses may begin with."""
        self.has_makers = False
        """Whether plug-ins or routes make pages that no file tells of."""
        self.makes_section_lists = False
        """Whether a folder of pages, and of addresses, has a page of its own (see `section_of`)."""
        self.resolves_files = False
        """Whether a link may name a page's file, wherever it is."""
        self.has_link_hook = False
        """Whether templates say what the links of posts lead to: a link may name a page's file without its ending."""
        self.redirects: tuple[str, ...] = ()
        """Addresses that the configuration redirects, as `Redirects` reads them."""
        self.images_are_beside = False
        """Whether a relative path of an image is always one from the post's file."""
        self.anchors: AnchorRule = AnchorRule.ANY
        self.has_term_ids = False
        """Whether terms of definition lists have ids, too."""

    def _below(self, folder: str) -> str:
        """A folder of the generator's as a prefix of paths: "" or ending in a slash."""
        path = "/".join(part for part in (self.root, folder.strip("/")) if part and part != ".")
        return f"{path}/" if path else ""

    def addresses(self, path: str, note: PageNote) -> Addresses:
        """The addresses of a page by the path of its file."""
        raise NotImplementedError

    def section_of(self, path: str) -> str:
        """The address of the list of pages in a file's folder; "" where there is none."""
        return ""

    def state(self, path: str, note: PageNote, now: datetime) -> State:
        """Why a page is not published at a moment; "" where it is."""
        if note.draft:
            return "draft"
        return "future" if is_ahead(note.publish or note.date, now) else ""

    def may_make(self, key: str) -> bool:
        """Whether a plug-in, a theme or the generator itself may make a page of its own with this address
        (see `address.key_of`).
        """
        return (
            any(part in _LISTS for part in key.lower().split("/")[1:3])
            or _NUMBERED.search(key) is not None
            or _MADE_FILE.search(key) is not None
        )
