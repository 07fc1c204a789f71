"""Values as the columns of the result cache hold them, and checksums of them."""

import json
from typing import Any
from zlib import crc32

from lintpost.site.queries import Query

_SURROGATES = "\0"
"""What a text with lone surrogates begins with, as `bound` writes it."""


def bound(value: object) -> object:
    """A value as SQLite takes it: a text with lone surrogates (the name of a file that is not UTF-8, or JSON
    front matter) as hexadecimal digits.
    """
    if isinstance(value, str) and not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            return _SURROGATES + value.encode("utf-8", "surrogatepass").hex()
    return value


def unbound(value: Any) -> Any:
    """A value before `bound`; ValueError for one that is damaged."""
    if isinstance(value, str) and value.startswith(_SURROGATES):
        return bytes.fromhex(value[1:]).decode("utf-8", "surrogatepass")
    return value


def queries_text(queries: tuple[Query, ...]) -> str:
    """Queries as JSON behind a checksum: they are used before the checksum of the row is known."""
    text = json.dumps(queries, ensure_ascii=False)
    return f"{checksum_of(text)} {text}"


def queries_of(text: str) -> tuple[Query, ...] | None:
    """What `queries_text` wrote; None where it is damaged."""
    checksum, _, fields = str(text).partition(" ")
    if checksum != str(checksum_of(fields)):
        return None
    return tuple(Query(*item) for item in json.loads(fields))


def checksum_of(head: str, seed: int = 0, data: bytes = b"") -> int:
    return crc32(data, crc32(head.encode(errors="surrogatepass"), seed))


def head_of(path: str, size: int, digest: str, queries: str = "") -> str:
    """What a checksum in a post's row begins with."""
    return f"{path}\0{size}\0{digest}\0{queries}"
