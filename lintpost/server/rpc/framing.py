"""Messages in a stream: behind headers in LSP, each on a line in the Model Context Protocol."""

from typing import BinaryIO

MAX_BYTES = 200_000_000
"""Size in bytes above which a message is refused: no editor sends one, and it would fill the memory."""
_MAX_HEADER = 10_000
"""Bytes of one header line."""


class FrameError(Exception):
    """Headers without a usable ``Content-Length``. The stream can be read on from the next header."""


def read_frame(stream: BinaryIO) -> bytes | None:
    """The content of the next message; None at the end of the stream, within a message too.

    Raises `FrameError`.
    """
    length: int | None = None
    begun = False
    while True:
        line = stream.readline(_MAX_HEADER)
        if not line:
            return None
        header = line.strip()
        if not header:
            if not begun:
                continue  # blank lines between messages
            break
        begun = True
        name, _, value = header.partition(b":")
        if name.strip().lower() == b"content-length":
            length = int(value) if value.strip().isdigit() else -1
    if length is None or not 0 <= length <= MAX_BYTES:
        raise FrameError(f"no usable Content-Length ({length})")
    content = stream.read(length)
    return content if len(content) == length else None


def framed(content: bytes) -> bytes:
    """A message with its header."""
    return b"Content-Length: %d\r\n\r\n%b" % (len(content), content)


def read_line(stream: BinaryIO) -> bytes | None:
    """The next message that is a line of its own; None at the end of the stream. Raises `FrameError`."""
    while True:
        line = stream.readline(MAX_BYTES)
        if not line:
            return None
        if not line.endswith(b"\n") and len(line) == MAX_BYTES:
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_BYTES)
            raise FrameError(f"a message of more than {MAX_BYTES} bytes")
        if line.strip():
            return line


def as_line(content: bytes) -> bytes:
    """A message as a line."""
    return content + b"\n"
