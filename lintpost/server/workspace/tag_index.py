"""Which posts of a site have which tags, kept up to date by the stamps of their files."""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from lintpost.checks.common.front_values import words
from lintpost.config.rule_states import rule_states
from lintpost.engine.discovery.discover import Scope, discover
from lintpost.files.settings_error import SettingsError
from lintpost.files.settings_file import SettingsFile
from lintpost.files.stamp import FileStamp, file_stamp
from lintpost.post.post import Post
from lintpost.post.source import Source, UnreadablePost
from lintpost.server.workspace.site_settings import SiteSettings

_FRESH = 2.0
"""Seconds for which the files of a site are not looked at again."""

Read = Callable[[str], Source]


class _Entry(NamedTuple):
    """The tags of one post by field, and what tells that its text is the same."""

    stamp: FileStamp | str | None
    words: dict[str, list[str]]


class TagIndex:
    """The tags of the posts of one site; `fields` has the vocabulary of each front-matter key with tags."""

    def __init__(self, settings: SiteSettings, read: Read, open_text: Callable[[str], str | None]):
        """`read` gives the text of a file, `open_text` that of one that is open in the client."""
        assert settings.checker is not None
        self._settings = settings.checker.settings
        self._read = read
        self._open_text = open_text
        self._entries: dict[str, _Entry] = {}
        self._waiting: list[str] = []
        self._looked = 0.0
        self.is_known = False
        """Whether all posts were read once."""
        self._descriptions: dict[tuple[str, str], str] | None = None
        self.fields = _fields_of(settings)

    def counts(self, field: str) -> Counter[str]:
        """How many posts have each word of a field, by what is known now."""
        return Counter(
            word for entry in self._entries.values() for word in set(entry.words.get(field, ()))
        )

    def posts_with(self, field: str, wanted: Callable[[str], bool]) -> list[str]:
        """The posts that have a word of a field."""
        entries = self._entries.items()
        return [path for path, one in entries if any(map(wanted, one.words.get(field, ())))]

    def description(self, field: str, word: str) -> str:
        """What `tags.yml` says that a word is for; "" where it says nothing."""
        if self._descriptions is None:
            self._descriptions = dict(self._described())
        return self._descriptions.get((self.fields.get(field, field), word), "")

    def take_over(self, other: "TagIndex") -> None:
        """Take what is known from an index under other settings, if both look at the same keys."""
        if other.fields == self.fields:
            self._entries = dict(other._entries)
            self.is_known = other.is_known

    def update(self, seconds: float | None = None) -> bool:
        """Read the posts that changed, for some seconds (None: all); whether all are known then."""
        now = time.monotonic()
        if not self._waiting and now - self._looked > _FRESH:
            settings = self._settings
            paths, _ = discover([], Scope(settings.root, settings.posts, settings.exclude))
            self._entries = {path: self._entries[path] for path in paths if path in self._entries}
            self._waiting = [path for path in reversed(paths) if self._is_stale(path)]
            self._looked = now
        while self._waiting:
            if seconds is not None and time.monotonic() - now > seconds:
                return False
            path = self._waiting.pop()
            self._entries[path] = self._entry(path)
        self.is_known = True
        return True

    def _stamp(self, path: str) -> FileStamp | str | None:
        text = self._open_text(path)
        return file_stamp(path) if text is None else text

    def _is_stale(self, path: str) -> bool:
        entry = self._entries.get(path)
        return entry is None or entry.stamp != self._stamp(path)

    def _entry(self, path: str) -> _Entry:
        stamp = self._stamp(path)
        try:
            post = Post(self._read(path), self._settings.site.syntax)
        except UnreadablePost:
            return _Entry(stamp, {})
        found = {field: [word for _, word in words(post, field)] for field in self.fields}
        post.memo.clear()
        return _Entry(stamp, found)

    def _described(self) -> Iterator[tuple[tuple[str, str], str]]:
        for path in self._settings.tags_files:
            try:
                root = SettingsFile.read(path).root
            except SettingsError:
                continue
            for entry in root.entries or ():
                for item in entry.node.items or ():
                    name, text = item.at(["name"]).value, item.get("description")
                    if text is not None and isinstance(name, str):
                        yield (entry.key, name), str(text.node.value)


def _fields_of(settings: SiteSettings) -> dict[str, str]:
    """The vocabulary of each front-matter key that has tags: what the rules about them are told to look at."""
    assert settings.checker is not None
    found: dict[str, str] = {}
    for state in rule_states(settings.checker.settings):
        if state.rule.check == "vocabulary":
            vocabulary = str(state.options.get("vocabulary", "tags"))
            found.setdefault(str(state.options.get("field", vocabulary)), vocabulary)
    return found
