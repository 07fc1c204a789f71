"""A web server on this machine that answers as it is told, well or badly."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

Answer = tuple[int, dict[str, str], bytes] | bytes | Callable[["Handler"], None]
"""A status with headers and a body; the bytes that are sent as they are; or what is done with the request."""


class Web(ThreadingHTTPServer):
    """The server. `pages` has an answer for a path, or for ``METHOD path``; of a list each request takes the next, and
    the last stays. `requests` are those that came, with the times of `time.monotonic`.
    """

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages: dict[str, Answer | list[Answer]] = {}
        self.requests: list[tuple[str, float]] = []
        self.agents: set[str] = set()
        self.lock = threading.Lock()
        self.at_once = self.most_at_once = 0

    @property
    def address(self) -> str:
        """The address of the root, without a slash."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    @property
    def seen(self) -> list[str]:
        """The requests in the order in which they came, without those for ``robots.txt``."""
        return [one for one, _ in self.requests if not one.endswith("/robots.txt")]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: clients that go away are part of the tests."""

    def next_answer(self, method: str, path: str) -> Answer:
        """The answer for a request; 404 where none is set."""
        with self.lock:
            self.requests.append((f"{method} {path}", time.monotonic()))
            found = self.pages.get(f"{method} {path}", self.pages.get(path, (404, {}, b"gone")))
            if isinstance(found, list):
                return found.pop(0) if len(found) > 1 else found[0]
            return found


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: Web
    is_counted = False

    def log_message(self, format: str, *args: Any) -> None:
        """Print nothing."""

    def handle_one(self) -> None:
        """Look the answer up and send it."""
        web = self.server
        web.agents.add(self.headers["User-Agent"])
        with web.lock:
            web.at_once += 1
            web.most_at_once = max(web.most_at_once, web.at_once)
        self.is_counted = True
        try:
            self.send(web.next_answer(self.command, self.path))
        finally:
            self.end()

    do_GET = do_HEAD = handle_one  # noqa: N815

    def end(self) -> None:
        """Count the request no longer. The client may send its next as soon as it has the answer, and before this
        thread runs again: so it is done before the answer is written.
        """
        if self.is_counted:
            self.is_counted = False
            with self.server.lock:
                self.server.at_once -= 1

    def send(self, answer: Answer) -> None:
        """Send an answer."""
        if callable(answer):
            answer(self)
        elif isinstance(answer, bytes):
            self.wfile.write(answer)
            self.close_connection = True
        else:
            status, headers, body = answer
            self.end()
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)


OK: Answer = (200, {}, b"here")
REFUSED: Answer = (405, {}, b"")


def moved(status: int, to: str) -> Answer:
    """A redirect."""
    return status, {"Location": to}, b""


def slow(seconds: float) -> Answer:
    """An answer that comes too late."""

    def answer(handler: Handler) -> None:
        time.sleep(seconds)
        handler.send(OK)

    return answer


def drip(handler: Handler) -> None:
    """A byte of a header now and then, for ever: no single read is late."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
    for _ in range(200):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.05)


def hang_up(handler: Handler) -> None:
    """No answer at all."""
    handler.connection.shutdown(socket.SHUT_RDWR)


@contextmanager
def running() -> Iterator[Web]:
    """A server in a thread of its own."""
    web = Web()
    threading.Thread(target=web.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield web
    finally:
        web.shutdown()
        web.server_close()


@pytest.fixture
def web() -> Iterator[Web]:
    """A server without pages."""
    with running() as found:
        yield found
