"""What a link's target turns out to be."""

from typing import Literal, NamedTuple
from urllib.parse import unquote

from lintpost.site.addresses.site_pages import Page


class Resolution(NamedTuple):
    """`found`: a page, or a file (`page` is None). `missing`: nothing can be there. `letters`: an address that differs
    by capital and small letters. `unknown`: it leads elsewhere, or something that no file tells of may make it.

    `key` is the address that was looked for (see `address.key_of`), `known` the one that is there in other letters.
    """

    state: Literal["found", "missing", "letters", "unknown"]
    page: Page | None = None
    key: str = ""
    known: str = ""


UNKNOWN = Resolution("unknown")
FILE = Resolution("found")


class Target(NamedTuple):
    """A target taken apart: `path` is decoded; `fragment` is None where there is none."""

    path: str
    fragment: str | None
    host: str


def target_of(written: str) -> Target:
    """Take a target apart."""
    rest, sign, fragment = written.partition("#")
    host = ""
    if "://" in rest[:9]:
        host, _, rest = rest.split("://", 1)[1].partition("/")
        rest = f"/{rest}"
    path = rest.partition("?")[0]
    if "%" in written:
        path, fragment = unquote(path), unquote(fragment)
    if host:
        host = host.partition("?")[0].lower().removeprefix("www.")
    return Target(path, fragment if sign else None, host)
