"""A client of LSP that shares no code with lintpost: its own framing, positions and edits.

What it asserts is read off the protocol, so that a mistake which server and helpers make alike is found, too.
"""

import json
import os
import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
WAIT = 30.0


class Raw:
    """A server, and what it has said so far."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "lintpost", "server"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ,
        )  # fmt: skip
        self.said: list[dict[str, Any]] = []
        self.log: list[bytes] = []
        self._new: queue.Queue[dict[str, Any]] = queue.Queue()
        self._last = 0
        for work in (self._read, lambda: self.log.extend(self.process.stderr)):
            threading.Thread(target=work, daemon=True).start()

    def _read(self) -> None:
        stream = self.process.stdout
        while line := stream.readline():
            name, _, value = line.partition(b":")
            assert name == b"Content-Length", line
            assert stream.readline() == b"\r\n"
            self._new.put(json.loads(stream.read(int(value))))

    def bytes(self, data: bytes) -> None:
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send(self, method: str, params: Any = None, **more: Any) -> None:
        message = {"jsonrpc": "2.0", "method": method, "params": params, **more}
        data = json.dumps(message, ensure_ascii=False).encode()
        self.bytes(b"Content-Length: %d\r\n\r\n" % len(data) + data)

    def until(self, wanted: Any, since: int = 0) -> dict[str, Any]:
        """The first message from a number on that is wanted."""
        for message in self.said[since:]:
            if wanted(message):
                return message
        while True:
            message = self._new.get(timeout=WAIT)
            self.said.append(message)
            if wanted(message):
                return message

    def ask(self, method: str, params: Any = None) -> Any:
        """The result of a request, or its error's code."""
        self._last += 1
        id = self._last
        self.send(method, params, id=id)
        answer = self.until(lambda m: m.get("id") == id and "method" not in m)
        return answer["error"]["code"] if "error" in answer else answer["result"]

    def found(self, uri: str, version: int) -> list[dict[str, Any]]:
        """The diagnostics of a version."""

        def wanted(message: dict[str, Any]) -> bool:
            params = message.get("params") or {}
            return (params.get("uri"), params.get("version")) == (uri, version)

        return self.until(wanted)["params"]["diagnostics"]

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            stream.close()


def lines_of(text: str) -> list[str]:
    """The lines as LSP has them: after ``\\n``, ``\\r\\n`` and ``\\r``."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def place(text: str, word: str, encoding: str, inside: int = 0) -> dict[str, int]:
    """The position of a word in a text, some characters inside."""
    before = lines_of(text[: text.index(word) + inside])
    codec, size = CODECS[encoding]
    return {"line": len(before) - 1, "character": len(before[-1].encode(codec)) // size}


def cut(text: str, span: dict[str, Any], encoding: str) -> str:
    """What is in a range."""
    lines = lines_of(text)
    codec, size = CODECS[encoding]
    first, last = span["start"], span["end"]
    parts = []
    for number in range(first["line"], last["line"] + 1):
        line = (lines[number] if number < len(lines) else "").encode(codec)
        start = first["character"] * size if number == first["line"] else 0
        end = last["character"] * size if number == last["line"] else len(line)
        assert end <= len(line), "a position lies behind its line"
        parts.append(line[start:end].decode(codec))
    return "\n".join(parts)


def edited(text: str, edits: list[dict[str, Any]], encoding: str) -> str:
    """A text with edits, all of which are of the text before."""
    starts = [0]
    for number, char in enumerate(text):
        if char == "\n" or (char == "\r" and text[number + 1 : number + 2] != "\n"):
            starts.append(number + 1)
    codec, size = CODECS[encoding]
    lines = lines_of(text)

    def offset(at: dict[str, int]) -> int:
        if at["line"] >= len(lines):
            return len(text)
        before = lines[at["line"]].encode(codec)[: at["character"] * size]
        return starts[at["line"]] + len(before.decode(codec))

    spans = [(offset(e["range"]["start"]), offset(e["range"]["end"]), e["newText"]) for e in edits]
    for start, end, new in sorted(spans, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def check(path: Path, text: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """``lintpost check`` on a text, in a process of its own."""
    command = [sys.executable, "-m", "lintpost", "check", "-", "--stdin-filename", str(path)]
    return subprocess.run(
        [*command, *arguments], input=text.encode(), capture_output=True, cwd=path.parent
    )
