"""Addresses as they are sent to servers."""

from typing import NamedTuple
from urllib.parse import quote, urlsplit

from lintpost.surveys.links.verdict import Failure

_PORTS = {"http": 80, "https": 443}
_SAFE = "/%:@!$&'()*+,;=~-._[]|"
_RESERVED = ("example.com", "example.org", "example.net", "test", "example", "invalid")
"""Names for examples (RFC 2606 and 6761); ``localhost`` is private."""


class Url(NamedTuple):
    """An address taken apart: host in ASCII and small letters, `target` is path and query, percent-encoded."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return f"{self.scheme}://{self.server}"

    @property
    def server(self) -> str:
        """Host and, unless it is the scheme's own, port."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return name if self.port == _PORTS[self.scheme] else f"{name}:{self.port}"

    @property
    def is_reserved(self) -> bool:
        """Whether the host is one that stands in examples."""
        return any(self.host == name or self.host.endswith(f".{name}") for name in _RESERVED)


def url_of(address: str) -> Url:
    """Take an address apart. Raises `Failure` (``malformed``, ``scheme``)."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
        if not host.isascii():
            host = host.encode("idna").decode()
    except ValueError:  # UnicodeError, too
        raise Failure("malformed") from None
    if parts.scheme not in _PORTS:
        raise Failure("scheme", parts.scheme)
    if not host or any(char.isspace() or char in "\\^`{}|<>" for char in host):
        raise Failure("malformed")
    target = quote(parts.path or "/", safe=_SAFE)
    if parts.query:
        target += "?" + quote(parts.query, safe=f"{_SAFE}?")
    return Url(parts.scheme, host.rstrip("."), port or _PORTS[parts.scheme], target)
