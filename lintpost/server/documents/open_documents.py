"""All open documents."""

import os
from collections.abc import Iterator
from typing import Any

from lintpost.server.documents.document import Document
from lintpost.server.documents.positions import Encoding, Positions
from lintpost.server.rpc.errors import ResponseError, invalid_params


class OpenDocuments:
    """Open documents by their URIs, and by the paths of those that are files."""

    def __init__(self, encoding: Encoding) -> None:
        self.encoding: Encoding = encoding
        self._documents: dict[str, Document] = {}
        self._by_path: dict[str, Document] = {}

    def __iter__(self) -> Iterator[Document]:
        return iter(list(self._documents.values()))

    def get(self, uri: str) -> Document | None:
        """The document with a URI; None if it is not open."""
        return self._documents.get(uri)

    def at(self, path: str) -> Document | None:
        """The open document of a file; None if it is not open."""
        return self._by_path.get(os.path.abspath(path))

    def open(self, item: Any) -> Document:
        """Open a `TextDocumentItem`. Raises `ResponseError` for what is none."""
        try:
            uri, text = item["uri"], item["text"]
        except (KeyError, TypeError):
            raise invalid_params("`textDocument` needs `uri` and `text`") from None
        if not isinstance(uri, str) or not isinstance(text, str):
            raise invalid_params("`uri` and `text` are strings")
        version = item.get("version")
        document = Document(uri, str(item.get("languageId", "")), _version(version), text)
        self._documents[uri] = document
        if document.path is not None:
            self._by_path[document.path] = document
        return document

    def change(self, params: Any) -> Document:
        """Apply a ``didChange``. Raises `ResponseError`."""
        document = self.named(params)
        version = params["textDocument"].get("version")
        document.change(params.get("contentChanges"), _version(version), self.encoding)
        return document

    def close(self, params: Any) -> Document:
        """Close a document. Raises `ResponseError`."""
        document = self.named(params)
        del self._documents[document.uri]
        if document.path is not None:
            self._by_path.pop(document.path, None)
        return document

    def named(self, params: Any) -> Document:
        """The document that parameters name by `textDocument`. Raises `ResponseError`."""
        try:
            uri = params["textDocument"]["uri"]
        except (KeyError, TypeError):
            raise invalid_params("`textDocument.uri` is missing") from None
        document = self._documents.get(uri) if isinstance(uri, str) else None
        if document is None:
            raise ResponseError(invalid_params("").code, f"not open: {uri}")
        return document

    def positions(self, document: Document) -> Positions:
        """The positions in a document."""
        return Positions(document.source, self.encoding)


def _version(version: Any) -> int | None:
    return version if isinstance(version, int) else None
