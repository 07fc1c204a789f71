"""Connections to public hosts alone, which end at a deadline whatever the server does."""

import http.client
import socket
import ssl
import threading
from contextlib import suppress
from ipaddress import IPv6Address, ip_address
from types import TracebackType

from lintpost.surveys.links.url import Url
from lintpost.surveys.links.verdict import Failure

_UNKNOWN_NAME = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}


class Connection(http.client.HTTPConnection):
    """A connection for one request. The names of hosts are looked up once, and the address that was looked at is the
    one that is connected to: no name can lead into the network of the machine behind its back.
    """

    def __init__(
        self, url: Url, context: ssl.SSLContext, seconds: float, *, allow_private: bool
    ) -> None:
        super().__init__(url.host, url.port, timeout=seconds)
        self._url = url
        self._context = context
        self._allow_private = allow_private
        self._open: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True
        self.is_late = False
        """Whether the deadline has passed."""

    def __enter__(self) -> "Connection":
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        self.close()

    def connect(self) -> None:
        """Connect, and for ``https`` shake hands."""
        self.sock = self._open = self._connected()
        if self._url.scheme == "https":
            secure = self._context.wrap_socket(
                self._open, server_hostname=self._url.host, do_handshake_on_connect=False
            )
            self.sock = self._open = secure
            secure.do_handshake()

    def _connected(self) -> socket.socket:
        last: OSError = ConnectionError("no address")
        for family, address in self._addresses():
            one = socket.socket(family, socket.SOCK_STREAM)
            try:
                one.settimeout(self.timeout)
                one.connect(address)
            except OSError as error:
                one.close()
                last = error
            else:
                return one
        raise last

    def _addresses(self) -> list[tuple[int, tuple[object, ...]]]:
        """The addresses of the host. Raises `Failure` where one of them is not public."""
        try:
            found = socket.getaddrinfo(self._url.host, self._url.port, type=socket.SOCK_STREAM)
        except socket.gaierror as error:
            reason = "no-host" if error.errno in _UNKNOWN_NAME else "no-answer"
            raise Failure(reason, error.strerror or "") from None  # type: ignore[arg-type]
        except UnicodeError:
            raise Failure("malformed") from None
        if not self._allow_private and any(is_private(str(one[4][0])) for one in found):
            raise Failure("private")
        return [(one[0], one[4]) for one in found]

    def _cut(self) -> None:
        """End what goes on: a server that sends a byte now and then would keep it open for ever."""
        self.is_late = True
        if self._open is not None:
            with suppress(OSError):
                # Of a TLS connection, too: its own `shutdown` is not for another thread.
                socket.socket.shutdown(self._open, socket.SHUT_RDWR)


def is_private(address: str) -> bool:
    """Whether an IP address is not one of the public internet."""
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address) and ip.ipv4_mapped is not None:
        ip = ip.ipv4_mapped
    return not ip.is_global or ip.is_multicast
