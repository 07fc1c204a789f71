"""The receiving side of a connection: a thread that reads, and the messages that wait."""

import json
import threading
from collections import deque
from collections.abc import Callable
from typing import Any, BinaryIO

from lintpost.server.rpc.connection import Connection, Id
from lintpost.server.rpc.errors import INVALID_REQUEST, PARSE_ERROR, ResponseError
from lintpost.server.rpc.framing import FrameError, read_frame

Message = dict[str, Any]


class Inbox:
    """Messages in the order in which they came. One thread puts them in, another takes them out.

    A request that was cancelled while it waited is known by `is_cancelled`.
    """

    def __init__(self) -> None:
        self._messages: deque[Message] = deque()
        self._changed = threading.Condition()
        self._cancelled: set[Id] = set()
        self._ended = False

    def put(self, message: Message) -> None:
        """Add a message."""
        with self._changed:
            self._messages.append(message)
            self._changed.notify()

    def end(self) -> None:
        """Note that no message will come any more."""
        with self._changed:
            self._ended = True
            self._changed.notify()

    def cancel(self, id: Id) -> None:
        """Cancel a request, if it waits still."""
        with self._changed:
            if any(message.get("id") == id and "method" in message for message in self._messages):
                self._cancelled.add(id)

    def is_cancelled(self, id: Id) -> bool:
        """Whether a request that was taken out had been cancelled. To be asked once for each."""
        with self._changed:
            known = id in self._cancelled
            self._cancelled.discard(id)
            return known

    def has_news_of(self, uri: str) -> bool:
        """Whether another text of a document, or its end or that of the session, is among the messages that wait."""
        if not self._messages:
            return False
        with self._changed:
            return any(_is_news(message, uri) for message in self._messages)

    def take(self, seconds: float) -> Message | None:
        """The next message; None if there is none within some seconds. Raises `EOFError` after the last."""
        with self._changed:
            if not self._messages and not self._ended and seconds > 0:
                self._changed.wait(seconds)
            if self._messages:
                return self._messages.popleft()
            if self._ended:
                raise EOFError
            return None

    def __len__(self) -> int:
        return len(self._messages)


def _is_news(message: Message, uri: str) -> bool:
    """Whether a message makes what is found in a document as it is now of no use."""
    if message.get("method") not in ("textDocument/didChange", "textDocument/didClose"):
        return message.get("method") == "exit"
    params = message.get("params")
    document = params.get("textDocument") if isinstance(params, dict) else None
    return isinstance(document, dict) and document.get("uri") == uri


def read_messages(
    stream: BinaryIO,
    inbox: Inbox,
    connection: Connection,
    ends: Callable[[], None],
    read: Callable[[BinaryIO], bytes | None] = read_frame,
) -> None:
    """Put the messages of a stream into an inbox until it ends. What is no message gets its error.

    `ends` is called when the client says ``exit`` or is gone, since what takes the messages may be busy.
    """
    try:
        while True:
            try:
                content = read(stream)
            except FrameError as error:
                connection.refuse(None, ResponseError(PARSE_ERROR, str(error)))
                continue
            if content is None:
                break
            _take(content, inbox, connection, ends)
    except (OSError, ValueError):  # the stream was closed
        pass
    inbox.end()
    ends()


def _take(content: bytes, inbox: Inbox, connection: Connection, ends: Callable[[], None]) -> None:
    try:
        message = json.loads(content)
    except (ValueError, RecursionError) as error:
        connection.refuse(None, ResponseError(PARSE_ERROR, f"not JSON: {error}"))
        return
    if not _is_message(message):
        id = message.get("id") if isinstance(message, dict) else None
        id = id if isinstance(id, int | str) else None
        connection.refuse(id, ResponseError(INVALID_REQUEST, "not a message of JSON-RPC 2.0"))
        return
    if message.get("method") in ("$/cancelRequest", "notifications/cancelled"):
        params = message.get("params")
        if isinstance(params, dict):
            id = params.get("id", params.get("requestId"))
            if isinstance(id, int | str):
                inbox.cancel(id)
        return
    inbox.put(message)
    if message.get("method") == "exit":
        ends()


def _is_message(message: Any) -> bool:
    """Whether a value is a request, a notification or a response."""
    if not isinstance(message, dict) or not isinstance(message.get("id"), int | str | None):
        return False
    if "method" in message:
        return isinstance(message["method"], str)
    return "id" in message and ("result" in message or "error" in message)
