"""Edits `names.yml`, and leaves its comments, order and style alone."""

from lintpost.config.dictionaries.entries_edits import EntriesText
from lintpost.config.dictionaries.names_file import read_entries
from lintpost.language import Text
from lintpost.post.source import Source


class NamesText(EntriesText):
    """The text of a `names.yml`, for edits in memory."""

    what = Text("name", "名前")

    def __init__(self, source: Source) -> None:
        super().__init__(source, "names")

    def alias(self, name: str, words: list[str], *, wrong: bool) -> None:
        """Add words to a name's `accepted` forms, or to its `variants` if they are wrong.

        Raises `SettingsError` for a name that does not exist, and a word that another entry has.
        """
        key = "variants" if wrong else "accepted"
        for word in words:
            if word not in self._strings(self._existing(name), key):
                self._apply([self._with_word(self._existing(name), key, word)])
        self._check()

    def _check(self) -> None:
        entry = self._file.root.get(self.field)
        if entry is not None and entry.node.value is not None:
            read_entries(self._file, entry.node)
