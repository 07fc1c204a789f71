"""Edits `tags.yml`, and leaves its comments, order and style alone."""

from lintpost.config.dictionaries.entries_edits import EntriesText
from lintpost.config.dictionaries.tags_file import read_vocabulary
from lintpost.language import Text
from lintpost.post.edit import Edit
from lintpost.post.front_matter.scalars import replace_value, written
from lintpost.post.front_matter.value_node import Entry, ValueNode
from lintpost.site.fold import fold


class TagsText(EntriesText):
    """The text of a `tags.yml`, for edits in memory of one of its fields."""

    what = Text("tag", "タグ")

    def alias(self, name: str, words: list[str]) -> None:
        """Make words aliases of a tag.

        A word that is a tag itself is merged into it: its aliases become the tag's, and references to
        it are changed. Raises `SettingsError` for a tag that does not exist, and for the tag itself.
        """
        self._existing(name)
        for word in words:
            merged = self._item(word)
            aliases = [word]
            if merged is not None:
                if fold(word) == fold(name):
                    text = Text(f"“{word}” is this tag itself", f"「{word}」はそのタグ自身です")
                    self._file.fail(merged, text)
                aliases += self._strings(merged, "aliases")
                self._apply([self._without(merged), *self._renamed(word, name, skip=merged)])
                self._drop_self_references(name)
            elif word in self._strings(self._existing(name), "aliases"):
                continue
            for alias in aliases:
                self._apply([self._with_word(self._existing(name), "aliases", alias)])
        self._check()

    def retire(self, name: str, use: str | None) -> None:
        """Retire a tag, with the tag to use in its place (None: no successor).

        Raises `SettingsError` where one of the two does not exist.
        """
        item = self._existing(name)
        value = f"{{use: {written(use)}}}" if use is not None else "true"
        old = item.get("retired")
        if old is not None:
            self._apply([Edit(old.node.start, old.node.end, value)])
        else:
            self._apply([self._with_key(item, "retired", value)])
        self._check()

    def rename(self, old: str, new: str) -> None:
        """Rename a tag; the old name becomes an alias. If `new` is a tag, the two are merged.

        Raises `SettingsError` for a tag that does not exist.
        """
        if self.has(new):
            self.alias(new, [old])
            return
        item = self._existing(old)
        name = item if item.entries is None else item.at(["name"])
        aliases = item.get("aliases")
        edits = [replace_value(self.text, name, new), *self._renamed(old, new, skip=item)]
        if aliases is not None and new in self._strings(item, "aliases"):
            # The alias and the name change places.
            node = next(n for n in aliases.node.each() if n.value == new)
            edits.append(replace_value(self.text, node, old))
            self._apply(edits)
        else:
            self._apply(edits)
            self._apply([self._with_word(self._existing(new), "aliases", old)])
        self._check()

    def _check(self) -> None:
        entry = self._file.root.get(self.field)
        if entry is not None and entry.node.value is not None:
            read_vocabulary(self._file, entry.node, self.field)

    def _references(self) -> list[tuple[ValueNode, Entry, ValueNode]]:
        """Each reference to a tag: the item it is in, its key's entry, and the node with the name."""
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

    def _renamed(self, old: str, new: str, *, skip: ValueNode) -> list[Edit]:
        return [
            replace_value(self.text, node, new)
            for item, _, node in self._references()
            if node.value == old and item is not skip
        ]

    def _drop_self_references(self, name: str) -> None:
        """After a merge, remove a tag's references to itself and repeated ones."""
        while True:
            seen: set[tuple[int, str, str]] = set()
            edit = None
            for item, entry, node in self._references():
                own = item.value if item.entries is None else item.value.get("name")
                reference = (item.start, entry.key, str(node.value))
                if (own == name == node.value) or reference in seen:
                    items = entry.node.items
                    if items is None or len(items) == 1:
                        edit = Edit(entry.node.start, entry.node.end, "[]")
                    else:
                        index = next(i for i, other in enumerate(items) if other is node)
                        left = items[index - 1].end if index else node.start
                        edit = Edit(left, node.end if index else items[1].start, "")
                    break
                seen.add(reference)
            if edit is None:
                return
            self._apply([edit])
