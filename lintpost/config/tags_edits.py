"""Changes of `tags.yml` that leave its comments, order and style as they were."""

from lintpost.config.tags_file import read_vocabulary
from lintpost.language import Text
from lintpost.packs.settings_file import SettingsFile, unknown_word
from lintpost.post.edit import Edit, apply_edits
from lintpost.post.list_edits import add_item, line_end
from lintpost.post.node import Entry, Node
from lintpost.post.scalars import replace_value, written
from lintpost.post.source import Source
from lintpost.site.fold import fold


class TagsText:
    """The text of a `tags.yml` and one of its fields, to be changed in memory.

    Every change leaves a vocabulary that can be read, or raises `SettingsError`; what is in `text`
    then is not to be written.
    """

    def __init__(self, source: Source, field: str) -> None:
        self.path = source.path
        self.text = source.text
        self.field = field
        self._parse(self.text)
        self._check()

    def has(self, word: str) -> bool:
        """Whether the field lists a word under its own name."""
        return self._item(word) is not None

    def add(self, name: str, fields: dict[str, str | list[str]]) -> None:
        """A new word at the end of the list; `fields` such as ``aliases`` and ``group``."""
        entry = _entry(name, fields)
        self._apply([self._new_item(entry)])
        self._check()

    def alias(self, name: str, words: list[str]) -> None:
        """Make words aliases of a tag. A word that is a tag itself is merged into it: its aliases
        come along, and what names it names the tag.
        """
        self._known(name)
        for word in words:
            merged = self._item(word)
            aliases = [word]
            if merged is not None:
                if fold(word) == fold(name):
                    self._file.fail(merged, Text(f"“{word}” is this very tag", f"「{word}」はそのタグ自身です"))  # fmt: skip
                aliases += self._strings(merged, "aliases")
                self._apply([self._without(merged), *self._renamed(word, name, skip=merged)])
                self._drop_self_references(name)
            elif word in self._strings(self._known(name), "aliases"):
                continue
            for alias in aliases:
                self._apply([self._with_word(self._known(name), "aliases", alias)])
        self._check()

    def retire(self, name: str, use: str | None) -> None:
        """Mark a tag as no longer used, with its successor where there is one."""
        item = self._known(name)
        value = f"{{use: {written(use)}}}" if use is not None else "true"
        old = item.get("retired")
        if old is not None:
            self._apply([Edit(old.node.start, old.node.end, value)])
        else:
            self._apply([self._with_key(item, "retired", value)])
        self._check()

    def rename(self, old: str, new: str) -> None:
        """Give a tag another name; the old one becomes an alias. An existing name merges the two."""
        if self.has(new):
            self.alias(new, [old])
            return
        item = self._known(old)
        name = item if item.entries is None else item.at(["name"])
        aliases = item.get("aliases")
        edits = [replace_value(self.text, name, new), *self._renamed(old, new, skip=item)]
        if aliases is not None and new in self._strings(item, "aliases"):
            # The alias becomes the name, and the name takes its place.
            node = next(n for n in aliases.node.each() if n.value == new)
            edits.append(replace_value(self.text, node, old))
            self._apply(edits)
        else:
            self._apply(edits)
            self._apply([self._with_word(self._known(new), "aliases", old)])
        self._check()

    def _parse(self, text: str) -> None:
        self._file, self.text = SettingsFile(Source(self.path, text)), text

    def _check(self) -> None:
        entry = self._file.root.get(self.field)
        if entry is not None and entry.node.value is not None:
            read_vocabulary(self._file, entry.node, self.field)

    def _apply(self, edits: list[Edit]) -> None:
        self._parse(apply_edits(self.text, edits))

    def _items(self) -> list[Node]:
        entry = self._file.root.get(self.field)
        return (entry.node.items or []) if entry is not None else []

    def _item(self, word: str) -> Node | None:
        for item in self._items():
            name = item.value if item.entries is None else item.value.get("name")
            if name == word:
                return item
        return None

    def _known(self, word: str) -> Node:
        item = self._item(word)
        if item is None:
            known = [i.value if i.entries is None else i.value["name"] for i in self._items()]
            self._file.fail(self._file.root, unknown_word(word, known, Text("tag", "タグ")))
        return item

    @staticmethod
    def _strings(item: Node, key: str) -> list[str]:
        entry = item.get(key)
        if entry is None:
            return []
        return [node.value for node in entry.node.each()]

    def _new_item(self, entry: str) -> Edit:
        field = self._file.root.get(self.field)
        source = self._file.source
        if field is None:
            end = len(self.text)
            gap = "" if not self.text or self.text.endswith("\n") else line_end(source)
            return Edit(end, end, f"{gap}{self.field}:{line_end(source)}  - {entry}{line_end(source)}")  # fmt: skip
        items = field.node.items or []
        if not items:
            return Edit(
                field.end, max(field.node.end, field.end + 1), f":{line_end(source)}  - {entry}"
            )
        last = items[-1]
        if self.text[field.node.start] == "[":
            return Edit(last.end, last.end, f", {entry}")
        line = source.location(items[0].start)[0]
        lead = self.text[source.line_span(line)[0] : items[0].start]
        end = source.line_span(source.location(max(last.end - 1, last.start))[0])[1]
        return Edit(end, end, line_end(source) + lead + entry)

    def _without(self, item: Node) -> Edit:
        """An item's lines, or the item with its comma."""
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

    def _with_key(self, item: Node, key: str, value: str) -> Edit:
        """An item with one more key; a plain word becomes a mapping."""
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

    def _with_word(self, item: Node, key: str, word: str) -> Edit:
        """An item with one more word in one of its lists."""
        entry = item.get(key)
        if entry is None:
            return self._with_key(item, key, f"[{written(word)}]")
        if entry.node.items is None:
            old = self.text[entry.node.start : entry.node.end]
            return Edit(entry.node.start, entry.node.end, f"[{old}, {written(word)}]")
        edit = add_item(self._file.source, entry.node, word)
        if edit is None:
            self._file.fail(entry.node, Text("this list cannot be added to; write it as [a, b]", "このリストには追記できません。[A, B] の形に直してください"))  # fmt: skip
        return edit

    def _references(self) -> list[tuple[Node, Entry, Node]]:
        """Each word in `implies`, `excludes`, `distinct` and `retired: {use: …}`, with its item and its key."""
        found = []
        for item in self._items():
            for key in ("implies", "excludes", "distinct"):
                entry = item.get(key)
                if entry is not None:
                    found += [(item, entry, node) for node in entry.node.each()]
            retired = item.get("retired")
            use = retired.node.get("use") if retired is not None else None
            if use is not None:
                found.append((item, use, use.node))
        return found

    def _renamed(self, old: str, new: str, *, skip: Node) -> list[Edit]:
        return [
            replace_value(self.text, node, new)
            for item, _, node in self._references()
            if node.value == old and item is not skip
        ]

    def _drop_self_references(self, name: str) -> None:
        """After a merge a tag may name itself, or name another twice."""
        while True:
            seen: set[tuple[int, str, str]] = set()
            edit = None
            for item, entry, node in self._references():
                own = item.value if item.entries is None else item.value.get("name")
                mark = (item.start, entry.key, str(node.value))
                if (own == name == node.value) or mark in seen:
                    items = entry.node.items
                    if items is None or len(items) == 1:
                        edit = Edit(entry.node.start, entry.node.end, "[]")
                    else:
                        index = next(i for i, other in enumerate(items) if other is node)
                        left = items[index - 1].end if index else node.start
                        edit = Edit(left, node.end if index else items[1].start, "")
                    break
                seen.add(mark)
            if edit is None:
                return
            self._apply([edit])


def _entry(name: str, fields: dict[str, str | list[str]]) -> str:
    """A word as YAML, on one line."""
    if not fields:
        return written(name)
    shown = [f"name: {written(name)}"]
    for key, value in fields.items():
        text = f"[{', '.join(map(written, value))}]" if isinstance(value, list) else written(value)
        shown.append(f"{key}: {text}")
    return f"{{{', '.join(shown)}}}"
