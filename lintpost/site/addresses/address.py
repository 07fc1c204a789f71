"""Addresses in the form in which they are compared, and the addresses of one page."""

from typing import NamedTuple
from unicodedata import normalize
from urllib.parse import quote, unquote

_INDEXES = ("/index.html", "/index.htm", "/index")
_ENDINGS = (".html", ".htm")


class Addresses(NamedTuple):
    """The addresses of one page, from the site's root, with a leading slash, decoded.

    `own` is the address that the generator gives it, "" where there is none or it cannot be known.
    `aliases` lead to it (redirects). `perhaps` are addresses that it has under other time zones or servers.
    """

    own: str = ""
    aliases: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Every address that may lead to the page."""
        return (self.own, *self.aliases, *self.perhaps) if self.own else self.aliases + self.perhaps


def key_of(address: str) -> str:
    """An address as it is compared: decoded, in NFC, without ``index.html``, ``.html`` and the last slash, which
    servers add and take away.
    """
    if "%" in address:
        address = unquote(address)
    if not address.isascii():
        address = normalize("NFC", address)
    for ending in _INDEXES:
        if address.endswith(ending):
            address = address.removesuffix(ending)
            break
    else:
        for ending in _ENDINGS:
            if address.endswith(ending):
                address = address.removesuffix(ending)
                break
    address = address.rstrip("/")
    return address if address.startswith("/") else f"/{address}"


def written_address(address: str, like: str) -> str:
    """An address as a link writes it: percent-encoded where it must be, or where the link that it replaces was."""
    safe = "/:@!$&'*+,;=~-._"
    if "%" in like:
        return quote(address, safe=safe)
    return "".join(quote(char) if char in ' ()<>"`%' else char for char in address)


def joined(base: str, relative: str) -> str:
    """A relative address from another: RFC 3986, 5.2. Steps beyond the root stay at the root."""
    parts = base.split("/")[:-1]
    for part in relative.split("/"):
        if part == "..":
            if len(parts) > 1:
                parts.pop()
        elif part != ".":
            parts.append(part)
    if relative.endswith(("/.", "/..")) or relative in (".", ".."):
        parts.append("")
    return "/".join(parts)
