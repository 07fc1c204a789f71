"""Texts for XML documents: escaped, and without the characters that XML 1.0 forbids."""

from xml.sax.saxutils import escape, quoteattr

from lintpost.post.lazy import lazy

# XML 1.0, section 2.2 allows these.
_FORBIDDEN = lazy("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'


def content(text: str) -> str:
    """A text for the content of an element."""
    return escape(_allowed(text))


def attributes(**values: object) -> str:
    """Attributes in the order given, each after a space."""
    return "".join(f" {name}={quoteattr(_allowed(str(value)))}" for name, value in values.items())


def _allowed(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
