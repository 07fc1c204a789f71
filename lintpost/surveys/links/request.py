"""One request, without redirects."""

import http.client
import ssl
from typing import NamedTuple

from lintpost.surveys.links.connection import Connection
from lintpost.surveys.links.url import Url
from lintpost.surveys.links.verdict import Failure
from lintpost.version import __version__

AGENT = "lintpost"
"""The name that ``robots.txt`` calls it by."""
_HEADERS = {
    "User-Agent": f"{AGENT}/{__version__} (link check)",
    "Accept": "*/*",
    "Accept-Encoding": "identity",
    "Connection": "close",
}
_WARNED_OF = (10, 18, 62, 64)
"""OpenSSL's codes of what every browser warns of: expired, self-signed, another host's name or address. That an
issuer is unknown may be the fault of this machine.
"""


class Answer(NamedTuple):
    """What a server said: `body` is its beginning, empty for ``HEAD``."""

    status: int
    location: str | None
    retry_after: str | None
    body: bytes


class Requester:
    """Sends requests with the settings of one run. For several threads."""

    def __init__(self, seconds: float, *, allow_private: bool = False) -> None:
        """`seconds` is the longest that a request may take in all."""
        self._seconds = seconds
        self._allow_private = allow_private
        self._context = ssl.create_default_context()

    def ask(self, url: Url, method: str, most: int = 32_768) -> Answer:
        """Send ``HEAD`` or ``GET``; at most `most` bytes of the body are read. Raises `Failure`."""
        connection = Connection(
            url, self._context, self._seconds, allow_private=self._allow_private
        )
        with connection:
            try:
                return _asked(connection, url, method, most)
            except Failure:
                raise
            except (OSError, http.client.HTTPException, ValueError) as error:
                if connection.is_late:
                    raise Failure("timeout") from None
                raise _failure(error) from None


def _asked(connection: Connection, url: Url, method: str, most: int) -> Answer:
    connection.request(method, url.target, headers={**_HEADERS, "Host": url.server})
    response = connection.getresponse()
    if response.headers.defects:
        raise Failure("broken")
    body = response.read(most) if method == "GET" else b""
    if connection.is_late:
        raise Failure("timeout")
    if method == "GET" and len(body) < most and response.length:
        raise Failure("broken")  # it ended before it was whole
    headers = response.headers
    return Answer(response.status, headers.get("Location"), headers.get("Retry-After"), body)


def _failure(error: Exception) -> Failure:
    if isinstance(error, ssl.SSLCertVerificationError):
        reason = "certificate" if error.verify_code in _WARNED_OF else "tls"
        return Failure(reason, error.verify_message)  # type: ignore[arg-type]
    if isinstance(error, ssl.SSLError):
        return Failure("tls", (error.reason or "").replace("_", " ").lower())
    if isinstance(error, TimeoutError):
        return Failure("timeout")
    if isinstance(error, http.client.RemoteDisconnected | http.client.HTTPException):
        return Failure("broken")
    if isinstance(error, OSError):
        return Failure("no-answer", error.strerror or "")
    return Failure("malformed")
