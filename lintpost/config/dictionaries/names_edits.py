"""Edits `names.yml`, and leaves its comments, order and style alone."""

from lintpost.config.dictionaries.entries_edits import EntriesText
from lintpost.config.dictionaries.names_file import read_entries
from lintpost.language import Text
from lintpost.post.edit import Edit
from lintpost.post.front_matter.list_edits import remove_item
from lintpost.post.front_matter.scalars import replace_value
from lintpost.post.source import Source
from lintpost.site.fold import fold


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

    def rename(self, old: str, new: str) -> None:
        """Rename a name; the old one becomes a wrong form, unless it differs in width, case or spaces alone.

        What refers to it by `owner` and `renamed-to` is changed. Raises `SettingsError` for a name that does not
        exist, and a new one that another entry has.
        """
        item = self._existing(old)
        name = item if item.entries is None else item.at(["name"])
        references = [
            node
            for other in self._items()
            for key in ("owner", "renamed-to")
            for entry in [other.get(key)]
            if entry is not None
            for node in entry.node.each()
            if node.value == old
        ]
        self._apply([replace_value(self.text, node, new) for node in (name, *references)])
        for key in ("accepted", "variants"):
            self._remove_word(new, key)
        if fold(old) != fold(new):
            self._apply([self._with_word(self._existing(new), "variants", old)])
        self._check()

    def _remove_word(self, name: str, key: str) -> None:
        """Take a name out of its own list of other forms."""
        entry = self._existing(name).get(key)
        nodes = entry.node.each() if entry is not None else []
        index = next((at for at, node in enumerate(nodes) if node.value == name), None)
        if entry is None or index is None:
            return
        if entry.node.items is None:
            self._apply([Edit(entry.node.start, entry.node.end, "[]")])
            return
        edit = remove_item(self._file.source, entry, index)
        if edit is not None:
            self._apply([edit])

    def _check(self) -> None:
        entry = self._file.root.get(self.field)
        if entry is not None and entry.node.value is not None:
            read_entries(self._file, entry.node)
