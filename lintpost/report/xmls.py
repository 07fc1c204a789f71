"""XML that every reader takes: attributes escaped, characters that XML 1.0 has not replaced."""

from xml.sax.saxutils import escape, quoteattr

from lintpost.post.lazy import lazy

# XML 1.0, section 2.2: everything but these.
_FORBIDDEN = lazy("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'


def clean(text: str) -> str:
    """Text without forbidden characters."""
    return _FORBIDDEN.sub("\ufffd", text)


def content(text: str) -> str:
    """Text between tags."""
    return escape(clean(text))


def attributes(**values: object) -> str:
    """Attributes in order, each with a space before it."""
    return "".join(f" {name}={quoteattr(clean(str(value)))}" for name, value in values.items())
