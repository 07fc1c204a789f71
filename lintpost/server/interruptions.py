"""Gives the check of a document up where a newer text of it waits: of a huge post it may take seconds."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from lintpost.server.documents.document import Document
from lintpost.server.workspace.workspace import Workspace

_SHORT = 0.2
"""Seconds for which a check goes on whatever waits: nearly every one has ended by then."""
_PATIENCE = 10.0
"""Seconds after which a document is checked to the end though its author types on."""


class Interruptions:
    """Which documents' checks were given up, and since when."""

    def __init__(self, workspace: Workspace, has_news: Callable[[str], bool]) -> None:
        """`has_news` tells whether another text of a document waits, by its URI."""
        self._workspace = workspace
        self._has_news = has_news
        self._since: dict[str, float] = {}

    def forget(self, document: Document) -> None:
        """Forget a document that was closed."""
        self._since.pop(document.uri, None)

    @contextmanager
    def of(self, document: Document) -> Iterator[None]:
        """Let the check of a document within the block be given up, which raises `Superseded` then."""
        settings = self._workspace.settings_of(document)
        checker = settings.checker if settings is not None else None
        if checker is None:
            yield
            return
        started = time.monotonic()
        until = self._since.setdefault(document.uri, started) + _PATIENCE
        checker.is_superseded = lambda: (
            started + _SHORT <= time.monotonic() < until and self._has_news(document.uri)
        )
        try:
            yield
            self.forget(document)
        finally:
            checker.is_superseded = None
