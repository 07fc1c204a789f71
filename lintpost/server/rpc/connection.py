"""The sending side of a connection."""

import json
import threading
from collections.abc import Callable
from typing import Any, BinaryIO

from lintpost.server.rpc.errors import ResponseError
from lintpost.server.rpc.framing import framed

Id = int | str | None
Answer = Callable[[Any], None]
"""Takes the result of a request that the server sent; None where the client refused it."""


class Connection:
    """Writes messages to a stream, from any thread; each goes out as a whole."""

    def __init__(self, stream: BinaryIO, frame: Callable[[bytes], bytes] = framed) -> None:
        self._stream = stream
        self._frame = frame
        self._lock = threading.Lock()
        self._requests = 0
        self._waiting: dict[Id, Answer] = {}

    def respond(self, id: Id, result: Any) -> None:
        """Answer a request."""
        self._send({"jsonrpc": "2.0", "id": id, "result": result})

    def refuse(self, id: Id, error: ResponseError) -> None:
        """Answer a request with an error. `id` is None where the message has none that can be read."""
        self._send({"jsonrpc": "2.0", "id": id, "error": error.data()})

    def notify(self, method: str, params: Any) -> None:
        """Send a notification."""
        self._send({"jsonrpc": "2.0", "method": method, "params": params})

    def request(self, method: str, params: Any, answer: Answer | None = None) -> None:
        """Send a request; `answer` gets its result."""
        self._requests += 1
        id = f"lintpost-{self._requests}"
        if answer is not None:
            self._waiting[id] = answer
        message = {"jsonrpc": "2.0", "id": id, "method": method}
        self._send(message if params is None else {**message, "params": params})

    def take_response(self, message: dict[str, Any]) -> None:
        """Give a client's response to what waits for it."""
        answer = self._waiting.pop(message.get("id"), None)
        if answer is not None:
            answer(message.get("result"))

    def _send(self, message: dict[str, Any]) -> None:
        """Write a message. Raises `OSError` where the client has closed the stream."""
        text = json.dumps(message, ensure_ascii=False, separators=(",", ":"))
        data = self._frame(text.encode(errors="surrogatepass"))
        with self._lock:
            self._stream.write(data)
            self._stream.flush()
