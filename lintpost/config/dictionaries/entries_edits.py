"""Edits a list of named entries in a YAML file, and leaves its comments, order and style alone."""

from lintpost.files.settings_error import unknown_word
from lintpost.files.settings_file import SettingsFile
from lintpost.language import Text
from lintpost.post.edit import Edit, apply_edits
from lintpost.post.front_matter.list_edits import add_item, line_end
from lintpost.post.front_matter.scalars import written
from lintpost.post.front_matter.value_node import ValueNode
from lintpost.post.source import Source

Fields = dict[str, str | list[str]]


class EntriesText:
    """The text of a file whose `field` is a list of named entries, for edits in memory.

    After each edit the entries are read again. An edit that leaves an invalid file, or names an entry
    that does not exist, raises `SettingsError`; `text` must then not be written.
    """

    what = Text("entry", "項目")
    """What an entry is called in error messages."""

    def __init__(self, source: Source, field: str) -> None:
        """Raises `SettingsError` for a file that is malformed already."""
        self.path = source.path
        self.text = source.text
        self.field = field
        self._parse(self.text)
        self._check()

    def has(self, word: str) -> bool:
        """Whether an entry has this name (aliases do not count)."""
        return self._item(word) is not None

    def add(self, name: str, fields: Fields) -> None:
        """Append an entry with fields such as ``aliases`` and ``group``. Raises `SettingsError`."""
        self._apply([self._new_item(_entry(name, fields))])
        self._check()

    def _check(self) -> None:
        """Raise `SettingsError` if the entries are not valid."""
        raise NotImplementedError

    def _parse(self, text: str) -> None:
        self._file, self.text = SettingsFile(Source(self.path, text)), text

    def _apply(self, edits: list[Edit]) -> None:
        self._parse(apply_edits(self.text, edits))

    def _items(self) -> list[ValueNode]:
        entry = self._file.root.get(self.field)
        return (entry.node.items or []) if entry is not None else []

    def _item(self, word: str) -> ValueNode | None:
        for item in self._items():
            name = item.value if item.entries is None else item.value.get("name")
            if name == word:
                return item
        return None

    def _existing(self, word: str) -> ValueNode:
        """The entry with this name. Raises `SettingsError` if there is none."""
        item = self._item(word)
        if item is None:
            known = [i.value if i.entries is None else i.value["name"] for i in self._items()]
            self._file.fail(self._file.root, unknown_word(word, known, self.what))
        return item

    @staticmethod
    def _strings(item: ValueNode, key: str) -> list[str]:
        entry = item.get(key)
        if entry is None:
            return []
        return [node.value for node in entry.node.each()]

    def _new_item(self, entry: str) -> Edit:
        field = self._file.root.get(self.field)
        source = self._file.source
        new_line = line_end(source)
        if field is None:
            end = len(self.text)
            gap = "" if not self.text or self.text.endswith("\n") else new_line
            return Edit(end, end, f"{gap}{self.field}:{new_line}  - {entry}{new_line}")
        items = field.node.items or []
        if not items:
            end = max(field.node.end, field.end + 1)
            return Edit(field.end, end, f":{new_line}  - {entry}")
        last = items[-1]
        if self.text[field.node.start] == "[":
            return Edit(last.end, last.end, f", {entry}")
        line = source.location(items[0].start)[0]
        lead = self.text[source.line_span(line)[0] : items[0].start]
        end = source.line_span(source.location(max(last.end - 1, last.start))[0])[1]
        return Edit(end, end, new_line + lead + entry)

    def _without(self, item: ValueNode) -> Edit:
        """Remove an item: its lines, or in a flow list the item with its comma."""
        items = self._items()
        index = next(i for i, other in enumerate(items) if other is item)
        source = self._file.source
        first, last = (source.location(at)[0] for at in (item.start, max(item.end - 1, item.start)))
        start = source.line_span(first)[0]
        if self.text[start : item.start].strip() == "-":
            starts = source.line_starts
            return Edit(start, starts[last] if last < len(starts) else len(self.text), "")
        if index > 0:
            return Edit(items[index - 1].end, item.end, "")
        return Edit(item.start, items[1].start, "")

    def _with_key(self, item: ValueNode, key: str, value: str) -> Edit:
        """Add a key to an item; a plain word becomes a mapping."""
        if item.entries is None:
            name = self.text[item.start : item.end]
            return Edit(item.start, item.end, f"{{name: {name}, {key}: {value}}}")
        if self.text[item.start] == "{":
            end = item.entries[-1].node.end
            return Edit(end, end, f", {key}: {value}")
        source = self._file.source
        indent = " " * (source.location(item.entries[0].start)[1] - 1)
        last = max(item.end - 1, item.start)
        end = source.line_span(source.location(last)[0])[1]
        return Edit(end, end, f"{line_end(source)}{indent}{key}: {value}")

    def _with_word(self, item: ValueNode, key: str, word: str) -> Edit:
        """Add a word to one of an item's lists. Raises `SettingsError` for a list that is not simple."""
        entry = item.get(key)
        if entry is None:
            return self._with_key(item, key, f"[{written(word)}]")
        if entry.node.items is None:
            old = self.text[entry.node.start : entry.node.end]
            return Edit(entry.node.start, entry.node.end, f"[{old}, {written(word)}]")
        edit = add_item(self._file.source, entry.node, word)
        if edit is None:
            self._file.fail(
                entry.node,
                Text(
                    "this list cannot be added to; write it as [a, b]",
                    "このリストには追記できません。[A, B] の形に直してください",
                ),
            )
        return edit


def _entry(name: str, fields: Fields) -> str:
    """An entry in YAML's flow style, on one line."""
    if not fields:
        return written(name)
    shown = [f"name: {written(name)}"]
    for key, value in fields.items():
        text = f"[{', '.join(map(written, value))}]" if isinstance(value, list) else written(value)
        shown.append(f"{key}: {text}")
    return f"{{{', '.join(shown)}}}"
