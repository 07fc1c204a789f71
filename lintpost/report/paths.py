"""Paths as other programs want them."""

import os
from urllib.parse import quote


def shown_path(path: str) -> str:
    """A path with slashes, relative to the working folder if it lies inside, else absolute."""
    absolute = os.path.abspath(path)
    relative = os.path.relpath(absolute)
    return (absolute if relative.startswith("..") else relative).replace(os.sep, "/")


def uri(path: str) -> str:
    """`shown_path` as a relative reference (RFC 3986), or as a ``file:`` URI outside the working folder."""
    shown = shown_path(path)
    address = quote(os.fsencode(shown))  # a name need not be UTF-8
    return f"file://{address}" if os.path.isabs(shown) else address
