"""Measures the language server as an editor sees it."""

import json
import os
import statistics
import subprocess
import time
from pathlib import Path
from typing import Any

from measure import environment, lintpost

EDITS = 200
"""Keystrokes of one measurement."""


class Server:
    """A server process, and what a client says to it."""

    def __init__(self, folder: str) -> None:
        self._process = subprocess.Popen(
            lintpost("server"),
            cwd=folder,
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def __enter__(self) -> "Server":
        return self

    def __exit__(self, *_error: object) -> None:
        self._process.kill()
        self._process.communicate()

    def send(self, method: str, params: Any, **more: Any) -> None:
        """Send a notification, or with an `id` a request."""
        message = {"jsonrpc": "2.0", "method": method, "params": params, **more}
        content = json.dumps(message).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(content), content))
        self._process.stdin.flush()

    def read(self) -> dict[str, Any]:
        """The next message."""
        assert self._process.stdout is not None
        length = int(self._process.stdout.readline().split(b":")[1])
        self._process.stdout.readline()
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return message

    def initialize(self) -> None:
        """Begin a session."""
        self.send("initialize", {"processId": None, "capabilities": {}}, id=1)
        self.read()
        self.send("initialized", {})

    def wait_for(self, version: int) -> None:
        """Wait for the diagnostics of a version of the document."""
        while self.read().get("params", {}).get("version") != version:
            pass


def start_time(folder: str) -> float:
    """Seconds from the start of the process to the answer to `initialize`."""
    begin = time.perf_counter()
    with Server(folder) as server:
        server.initialize()
        return time.perf_counter() - begin


def keystroke_time(config: str, post: str, folder: str) -> float:
    """Median of the seconds from a keystroke to its diagnostics, over `EDITS` of them in one post."""
    site = Path(folder, f"editor-{os.path.basename(config)}")
    site.mkdir(exist_ok=True)
    (site / "lintpost.yml").write_text(json.dumps({"extends": config}), encoding="utf-8")
    text = Path(post).read_text(encoding="utf-8")
    document: dict[str, Any] = {"uri": (site / "post.md").as_uri(), "version": 1}
    times = []
    with Server(str(site)) as server:
        server.initialize()
        opened = {**document, "languageId": "markdown", "text": text}
        server.send("textDocument/didOpen", {"textDocument": opened})
        server.wait_for(1)
        last = len(text.split("\n")) - 1
        for version in range(2, EDITS + 2):
            place = {"line": last // 2, "character": 0}
            change = {"range": {"start": place, "end": place}, "text": "字"}
            begin = time.perf_counter()
            params = {
                "textDocument": {**document, "version": version},
                "contentChanges": [change],
            }
            server.send("textDocument/didChange", params)
            server.wait_for(version)
            times.append(time.perf_counter() - begin)
    return statistics.median(times)
