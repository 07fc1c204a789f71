"""Paths of files and the URIs that a client names them by."""

import os
from urllib.parse import quote, unquote, urlsplit


def path_of(uri: str) -> str | None:
    """The path of a ``file:`` URI; None for any other, such as that of an untitled buffer."""
    parts = urlsplit(uri)
    if parts.scheme != "file":
        return None
    path = unquote(parts.path, errors="surrogateescape")
    if os.name == "nt":
        path = path.lstrip("/").replace("/", "\\")
        return f"\\\\{parts.netloc}\\{path}" if parts.netloc else path
    return os.path.normpath(path) if path else None


def uri_of(path: str) -> str:
    """The URI of a path."""
    absolute = os.path.abspath(path).replace(os.sep, "/")
    lead = "" if absolute.startswith("/") else "/"
    return f"file://{lead}{quote(os.fsencode(absolute), safe='/:@!$&()*+,;=~')}"
