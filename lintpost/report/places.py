"""Paths and columns as other programs want them."""

import os
from urllib.parse import quote

from lintpost.engine.finding import Location


def shown_path(path: str) -> str:
    """A path relative to the working folder where it lies below it, with slashes."""
    absolute = os.path.abspath(path)
    relative = os.path.relpath(absolute)
    return (absolute if relative.startswith("..") else relative).replace(os.sep, "/")


def uri(path: str) -> str:
    """`shown_path` as a relative reference (RFC 3986), or a ``file:`` URI outside the folder."""
    shown = shown_path(path)
    address = quote(os.fsencode(shown))  # a name may be no UTF-8
    return f"file://{address}" if os.path.isabs(shown) else address


def byte_column(text: str, location: Location) -> int:
    """The column in bytes of UTF-8, from 1."""
    start = location.offset - (location.column - 1)
    return len(text[start : location.offset].encode("utf-8", "surrogatepass")) + 1


class Places:
    """Lines and columns of offsets into one text."""

    def __init__(self, text: str) -> None:
        from lintpost.post.source import Source

        self.text = text
        self._source = Source("", text)

    def at(self, offset: int) -> Location:
        """The place of an offset."""
        return Location(*self._source.location(offset), offset)
