"""One open document: its text as the client has it."""

from typing import Any

from lintpost.post.source import Source
from lintpost.server.documents.addresses import path_of
from lintpost.server.documents.positions import Encoding, Positions
from lintpost.server.rpc.errors import invalid_params
from lintpost.site.files import EXTENSIONS

_LANGUAGES = frozenset(("markdown", "mdx", "quarto", "rmd"))
"""The language identifiers of posts."""
_LONE = str.maketrans(dict.fromkeys(range(55296, 57344), "�"))


class Document:
    """A document with its version. `path` is None for one that is no file, such as an untitled buffer."""

    __slots__ = ("_source", "language", "path", "text", "uri", "version")

    def __init__(self, uri: str, language: str, version: int | None, text: str) -> None:
        self.uri = uri
        self.path = path_of(uri)
        self.language = language
        self.version = version
        self.text = _clean(text)
        self._source: Source | None = None

    @property
    def is_post(self) -> bool:
        """Whether it is checked: by its file's extension, else by its language."""
        named = self.path is not None and self.path.lower().endswith(EXTENSIONS)
        return named or self.language in _LANGUAGES

    @property
    def source(self) -> Source:
        """The text with its lines. Its path is the URI where there is no file."""
        if self._source is None:
            self._source = Source(self.path or self.uri, self.text)
        return self._source

    def change(self, changes: Any, version: int | None, encoding: Encoding) -> None:
        """Apply the changes of a notification, each to the text that those before it left.

        Raises `ResponseError` for what is no change; those before it were applied.
        """
        if not isinstance(changes, list):
            raise invalid_params("`contentChanges` is a list")
        self.version = version
        for change in changes:
            if not isinstance(change, dict) or not isinstance(change.get("text"), str):
                raise invalid_params("a change needs `text`")
            new = _clean(change["text"])
            if change.get("range") is not None:
                start, end = Positions(self.source, encoding).span(change["range"])
                new = f"{self.text[:start]}{new}{self.text[end:]}"
            self.text = new
            self._source = None


def _clean(text: str) -> str:
    """A text without halves of characters, which JSON can write and UTF-8 cannot."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.translate(_LONE)
    return text
