"""What is noted of each post of a site, kept up to date by the stamps of their files."""

import os
import time
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from lintpost.checks.common.front_values import words
from lintpost.config.settings import Settings
from lintpost.engine.discovery.discover import Scope, discover
from lintpost.files.stamp import FileStamp, file_stamp
from lintpost.post.post import Post
from lintpost.post.source import Source, UnreadablePost
from lintpost.site.addresses.page_note import PageNote

_FRESH = 2.0
"""Seconds for which the files of a site are not looked at again."""


class OpenTexts(NamedTuple):
    """Where texts come from: `read` gives that of a file as it is open or saved, `open_text` that of one that is
    open, else None; `open_paths` names the files that are open.
    """

    read: Callable[[str], Source]
    open_text: Callable[[str], str | None] = lambda _: None
    open_paths: Callable[[], Iterable[str]] = tuple


class PostNote(NamedTuple):
    """What is noted of one post: its words (tags) by field, and what its address depends on."""

    name: str
    """The path from the root, with slashes."""
    stamp: FileStamp | str | None
    """What tells that the text is the same: the stamp of the file, or the text of an open document."""
    words: dict[str, list[str]]
    page: PageNote


class PostNotes:
    """The notes of the posts of one site by their paths."""

    def __init__(self, settings: Settings, fields: Mapping[str, str], texts: OpenTexts) -> None:
        """`fields` are the keys whose words are noted."""
        self._settings = settings
        self._fields = tuple(fields)
        self._texts = texts
        self._waiting: list[str] = []
        self._looked = 0.0
        self.by_path: dict[str, PostNote] = {}
        self.is_known = False
        """Whether all posts were read once."""
        self.pages_version = 0
        """Counts the changes of pages: posts that come or go, and front matter that addresses depend on."""

    def take_over(self, other: "PostNotes") -> None:
        """Take what is known from the notes under other settings, if both note the same."""
        if self._kind() == other._kind():
            self.by_path = dict(other.by_path)
            self.is_known = other.is_known

    def _kind(self) -> object:
        """What notes of a text depend on, but for the text."""
        return self._settings.root, self._settings.site.yaml, self._fields

    def look_again(self) -> None:
        """Let the next update look at every file."""
        self._looked = 0.0

    def paths(self) -> list[str]:
        """The posts of the site as they were when they were last looked for, sorted; they need not be read yet."""
        self._look()
        return sorted({*self.by_path, *self._waiting})

    def update(self, seconds: float | None = None) -> bool:
        """Read the posts that changed, for some seconds (None: all); whether all are known then.

        What is open is always up to date, once it is known.
        """
        started = time.monotonic()
        self._look()
        for path in self._texts.open_paths():
            if path in self.by_path and self._is_stale(path):
                self._note(path)
        while self._waiting:
            if seconds is not None and time.monotonic() - started > seconds:
                return False
            self._note(self._waiting.pop())
        self.is_known = True
        return True

    def _look(self) -> None:
        """Look for posts that came, went or changed, unless that was done just now."""
        now = time.monotonic()
        if self._waiting or now - self._looked <= _FRESH:
            return
        settings = self._settings
        paths, _ = discover([], Scope(settings.root, settings.posts, settings.exclude))
        kept = {path: self.by_path[path] for path in paths if path in self.by_path}
        if len(kept) < len(self.by_path):
            self.pages_version += 1
        self.by_path = kept
        self._waiting = [path for path in reversed(paths) if self._is_stale(path)]
        self._looked = now

    def _stamp(self, path: str) -> FileStamp | str | None:
        text = self._texts.open_text(path)
        return file_stamp(path) if text is None else text

    def _is_stale(self, path: str) -> bool:
        note = self.by_path.get(path)
        return note is None or note.stamp != self._stamp(path)

    def _note(self, path: str) -> None:
        known, new = self.by_path.get(path), self._noted(path)
        if known is None or known.page != new.page:
            self.pages_version += 1
        self.by_path[path] = new

    def _noted(self, path: str) -> PostNote:
        settings, stamp = self._settings, self._stamp(path)
        name = os.path.relpath(path, settings.root).replace(os.sep, "/")
        try:
            post = Post(self._texts.read(path), settings.site.syntax)
        except UnreadablePost:
            return PostNote(name, stamp, {}, PageNote())
        found = {field: [word for _, word in words(post, field)] for field in self._fields}
        page = PageNote.of_front_matter(post.front_matter, post.text)
        post.memo.clear()
        return PostNote(name, stamp, found, page)
