"""The page's server: on this machine alone, for whoever has its address."""

import json
import os
import secrets
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from lintpost.files.settings_error import SettingsError
from lintpost.language import Lang, Text
from lintpost.server.page.workbench import Refused, Workbench

_LARGEST = 16 * 1024 * 1024
"""Bytes of a request's body."""
_TIMEOUT = 10
"""Seconds that a connection may be silent."""
_POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
_FILES = {"/page.css": "text/css; charset=utf-8", "/page.js": "text/javascript; charset=utf-8"}
_MALFORMED = Text("this is no request of the page", "このページからの要求ではありません")


class PageServer(HTTPServer):
    """Serves one workbench at 127.0.0.1. Requests are answered one after the other: settings are for one thread."""

    def __init__(self, port: int, lang: Lang, open_workbench: Callable[[Lang], Workbench]) -> None:
        """`port` 0 takes a free one. `open_workbench` gives what answers in a language; it is asked at each request, so that
        settings can be read anew."""
        self.token = secrets.token_urlsafe(24)
        self.lang: Lang = lang
        self.open_workbench = open_workbench
        super().__init__(("127.0.0.1", port), _Handler)

    @property
    def address(self) -> str:
        """The address of the page, with its token."""
        return f"http://127.0.0.1:{self.server_port}/?token={self.token}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A connection that breaks off is no error of ours."""


class _Handler(BaseHTTPRequestHandler):
    """Other sites in the same browser cannot ask: they lack the token, and a name of theirs that leads to this
    machine is not the host that is asked for.
    """

    server: PageServer
    timeout = _TIMEOUT
    server_version = "lintpost"
    sys_version = ""

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        if not self._is_own_host():
            self._send(HTTPStatus.FORBIDDEN, b"", "text/plain")
        elif parts.path in _FILES:
            self._send(HTTPStatus.OK, _asset(parts.path[1:]), _FILES[parts.path])
        elif parts.path != "/":
            self._send(HTTPStatus.NOT_FOUND, b"", "text/plain")
        elif not self._is_token(parse_qs(parts.query).get("token", [""])[0]):
            self._send(HTTPStatus.FORBIDDEN, b"", "text/plain")
        else:
            page = _asset("page.html").replace(b"{lang}", self.server.lang.encode())
            self._send(HTTPStatus.OK, page, "text/html; charset=utf-8")

    def do_POST(self) -> None:
        if not (self._is_own_host() and self._is_token(self.headers.get("X-Lintpost-Token", ""))):
            self._send(HTTPStatus.FORBIDDEN, b"", "text/plain")
            return
        length = self.headers.get("Content-Length", "")
        if not length.isascii() or not length.isdigit() or int(length) > _LARGEST:
            self.close_connection = True
            self._send(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, b"", "text/plain")
            return
        body = self.rfile.read(int(length))
        lang = self.server.lang
        try:
            request = _Request(json.loads(body))
            lang = request.lang(lang)
            status, data = (
                HTTPStatus.OK,
                _answer(self.path, request, self.server.open_workbench(lang)),
            )
        except Refused as error:
            status, data = HTTPStatus.CONFLICT, {"error": error.text[lang]}
        except SettingsError as error:
            status, data = HTTPStatus.CONFLICT, {"error": error.message(lang)}
        except (ValueError, RecursionError):
            status, data = HTTPStatus.BAD_REQUEST, {"error": _MALFORMED[lang]}
        text = json.dumps(data, ensure_ascii=False)
        self._send(status, text.encode(errors="backslashreplace"), "application/json")

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the address has the token in it."""

    def _is_own_host(self) -> bool:
        port = self.server.server_port
        return self.headers.get("Host") in (f"127.0.0.1:{port}", f"localhost:{port}")

    def _is_token(self, token: str) -> bool:
        return secrets.compare_digest(token.encode(), self.server.token.encode())

    def _send(self, status: HTTPStatus, body: bytes, kind: str) -> None:
        self.send_response(status)
        headers = {
            "Content-Type": kind, "Content-Length": str(len(body)), "Content-Security-Policy": _POLICY,
            "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-store",
        }  # fmt: skip
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


class _Request:
    """The parameters of a question. Every method raises ValueError for one that is of another kind."""

    def __init__(self, data: Any) -> None:
        if not isinstance(data, dict):
            raise ValueError("no mapping")
        self._data = data

    def string(self, name: str) -> str:
        """A string that must be there, of characters that a file can have."""
        value = self._data.get(name)
        if not isinstance(value, str):
            raise ValueError(name)
        value.encode()  # UnicodeEncodeError, a ValueError, for half a surrogate pair
        return value

    def number(self, name: str) -> int | None:
        """A whole number, None where it is left out."""
        value = self._data.get(name)
        if value is not None and type(value) is not int:
            raise ValueError(name)
        return value

    def lang(self, default: Lang) -> Lang:
        """The language of the answer."""
        value = self._data.get("lang")
        return value if value in ("en", "ja") else default


def _answer(path: str, request: _Request, workbench: Workbench) -> dict[str, Any]:
    """Raises `Refused`, `SettingsError`, and ValueError for a question that the page does not ask."""
    if path == "/posts":
        return {"posts": workbench.posts()}
    name = request.string("post")
    if path == "/open":
        return {"text": workbench.opened(name)}
    if path == "/save":
        workbench.save(name, request.string("before"), request.string("after"))
        return {}
    text = request.string("text")
    if path == "/check":
        return workbench.checked(text, name)
    if path == "/fix":
        return {"text": workbench.fixed(text, name, request.number("number"))}
    raise ValueError(path)


def _asset(name: str) -> bytes:
    with open(os.path.join(os.path.dirname(__file__), name), "rb") as file:
        return file.read()
