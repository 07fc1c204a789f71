"""A client of LSP that sees every byte: it frames messages itself and keeps what comes in."""

import contextlib
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lintpost.post.source import Source
from lintpost.server.documents.addresses import uri_of
from lintpost.server.documents.positions import Positions
from tests.server.fresh import plain

WAIT = 30.0
"""Seconds to wait for what must come."""


class Client:
    """A server process and the messages between."""

    def __init__(self, *arguments: str, env: dict[str, str] | None = None, cwd: Path | None = None):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "lintpost", "server", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, **(env or {})},
            cwd=cwd,
        )
        self.received: list[dict[str, Any]] = []
        self.log = b""
        self.stray = b""
        self._changed = threading.Condition()
        self._ids = 0
        self._versions: dict[str, int] = {}
        for target in (self._read, self._read_log):
            threading.Thread(target=target, daemon=True).start()

    def _read(self) -> None:
        stream = self.process.stdout
        while True:
            header = stream.readline()
            if not header:
                break
            if not header.startswith(b"Content-Length: "):
                self.stray += header
                continue
            assert stream.readline() == b"\r\n"
            message = json.loads(stream.read(int(header[16:])))
            with self._changed:
                self.received.append(message)
                self._changed.notify_all()

    def _read_log(self) -> None:
        for line in self.process.stderr:
            self.log += line

    def send_bytes(self, data: bytes) -> None:
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send(self, message: dict[str, Any]) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.send_bytes(b"Content-Length: %d\r\n\r\n%b" % (len(content), content))

    def notify(self, method: str, params: Any = None) -> None:
        self.send({"method": method, "params": params})

    def start(self, method: str, params: Any = None) -> int:
        """Send a request; returns its id."""
        self._ids += 1
        self.send({"id": self._ids, "method": method, "params": params})
        return self._ids

    def request(self, method: str, params: Any = None) -> Any:
        """Send a request; returns its result, or its error."""
        answer = self.answer(self.start(method, params))
        return answer.get("error", answer.get("result"))

    def answer(self, id: int | None) -> dict[str, Any]:
        """The response to a request."""
        return self.wait(lambda m: "method" not in m and m.get("id") == id)

    def wait(self, wanted: Any, since: int = 0, seconds: float = WAIT) -> dict[str, Any]:
        """The first message that is wanted, of those from a number on."""
        until = time.monotonic() + seconds
        with self._changed:
            while True:
                for message in self.received[since:]:
                    if wanted(message):
                        return message
                left = until - time.monotonic()
                if left <= 0:
                    raise TimeoutError(f"{self.received[-3:]}\n{self.log.decode()}")
                self._changed.wait(left)

    def initialize(self, folder: Path | None = None, **capabilities: Any) -> dict[str, Any]:
        params: dict[str, Any] = {"processId": None, "capabilities": capabilities}
        if folder is not None:
            params["workspaceFolders"] = [{"uri": uri_of(str(folder)), "name": "site"}]
        result = self.request("initialize", params)
        self.notify("initialized", {})
        return result

    def open(self, path: Path | str, text: str, language: str = "markdown") -> str:
        """Open a document (a path, or a URI); returns its URI."""
        uri = uri_of(str(path)) if isinstance(path, Path) else path
        self._versions[uri] = 1
        item = {"uri": uri, "languageId": language, "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})
        return uri

    def change(self, uri: str, *changes: dict[str, Any] | str) -> int:
        """Change a document: whole texts, or changes of LSP. Returns the new version."""
        self._versions[uri] += 1
        document = {"uri": uri, "version": self._versions[uri]}
        listed = [{"text": one} if isinstance(one, str) else one for one in changes]
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": listed})
        return self._versions[uri]

    def close(self, uri: str) -> None:
        self._versions.pop(uri, None)
        self.notify("textDocument/didClose", {"textDocument": {"uri": uri}})

    def close_all(self) -> None:
        """Close every document that was opened and not closed."""
        for uri in list(self._versions):
            self.close(uri)

    def published(self, uri: str, since: int = 0, version: int | None = None) -> list[Any]:
        """The next diagnostics of a document, or those of one of its versions."""

        def wanted(message: dict[str, Any]) -> bool:
            params = message.get("params") or {}
            return (
                message.get("method") == "textDocument/publishDiagnostics"
                and params["uri"] == uri
                and version in (None, params.get("version"))
            )

        return self.wait(wanted, since)["params"]["diagnostics"]

    def last(self, uri: str, quiet: float = 0.6) -> list[Any]:
        """The diagnostics of a document once none have come for some seconds."""
        self.published(uri)
        seen = -1
        while seen != len(self.received):
            seen = len(self.received)
            time.sleep(quiet)
        found = [
            message["params"]["diagnostics"]
            for message in self.received
            if message.get("method") == "textDocument/publishDiagnostics"
            and message["params"]["uri"] == uri
        ]
        return found[-1]

    def becomes(self, uri: str, wanted: list[Any]) -> list[Any]:
        """The last diagnostics of a document, plain, once they are those that are wanted; after a while whatever they are."""
        return plain(self.awaited(uri, lambda found: plain(found) == wanted))

    def awaited(self, uri: str, is_wanted: Callable[[list[Any]], bool]) -> list[Any]:
        """The last diagnostics of a document once they are as wanted; after a while whatever they are."""
        until = time.monotonic() + WAIT
        with self._changed:
            while True:
                found = [
                    message["params"]["diagnostics"]
                    for message in self.received
                    if message.get("method") == "textDocument/publishDiagnostics"
                    and message["params"]["uri"] == uri
                ][-1:]
                left = until - time.monotonic()
                if (found and is_wanted(found[0])) or left <= 0:
                    return found[0] if found else []
                self._changed.wait(left)

    def at(self, uri: str, line: int, character: int) -> dict[str, Any]:
        """The parameters of a request at a position."""
        return {
            "textDocument": {"uri": uri},
            "position": {"line": line, "character": character},
        }

    def end(self) -> int:
        """Shut the server down; returns the exit status."""
        self.request("shutdown")
        self.notify("exit")
        return self.process.wait(WAIT)

    def kill(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            with contextlib.suppress(OSError):
                stream.close()


def applied(text: str, edits: list[dict[str, Any]], encoding: Any = "utf-16") -> str:
    """A text with edits of LSP applied."""
    positions = Positions(Source("", text), encoding)
    spans = [(*positions.span(edit["range"]), edit["newText"]) for edit in edits]
    for start, end, new in sorted(spans, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def edits_of(edit: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The edits of a `WorkspaceEdit` by URI."""
    if "changes" in edit:
        return edit["changes"]
    return {one["textDocument"]["uri"]: one["edits"] for one in edit["documentChanges"]}
