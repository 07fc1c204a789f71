"""Texts for XML documents: escaped, without the characters that XML 1.0 forbids, in the encoding declared."""

from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from lintpost.post.lazy import lazy

# XML 1.0, section 2.2 allows these.
_FORBIDDEN = lazy("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'


def write(out: TextIO, text: str) -> None:
    """Write a piece of a document, in UTF-8 whatever the encoding of the stream is.

    A Windows terminal's encoding is another one, and a redirected report would not be what it declares.
    """
    buffer = getattr(out, "buffer", None)
    if buffer is None or out.encoding.lower() in ("utf-8", "utf8"):
        out.write(text)
        return
    out.flush()
    buffer.write(text.encode())
    buffer.flush()


def content(text: str) -> str:
    """A text for the content of an element."""
    return escape(_allowed(text), {"\r": "&#13;"})  # a reader takes a bare CR for a line feed


def attributes(**values: object) -> str:
    """Attributes in the order given, each after a space."""
    return "".join(f" {name}={quoteattr(_allowed(str(value)))}" for name, value in values.items())


def _allowed(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
