"""The closed list of tags (or categories): canonical words, what stands for them, what they ask."""

from collections.abc import Iterable
from typing import NamedTuple

from lintpost.site.fold import fold
from lintpost.site.nearest import nearest


class Tag(NamedTuple):
    """One word of a vocabulary.

    `use` is the successor of a retired word (None: take it off). A post that carries the word must
    carry those that it `implies` and none that it `excludes`. `evidence` are words of which one
    must occur in a post that carries it. `group` is the word's own; `groups` are, for a category,
    those that its posts may take tags from (empty: any). `distinct` are words that look like this
    one and are another.
    """

    name: str
    aliases: tuple[str, ...] = ()
    retired: bool = False
    use: str | None = None
    group: str = ""
    implies: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    distinct: tuple[str, ...] = ()


class Vocabulary:
    """The words of one field. An alias, or a canonical word in other case or width, has one home."""

    __slots__ = ("_aliases", "_folded", "_suggested", "tags")

    def __init__(self, tags: Iterable[Tag]) -> None:
        self.tags = {tag.name: tag for tag in tags}
        self._aliases = {alias: tag for tag in self.tags.values() for alias in tag.aliases}
        self._folded: dict[str, Tag] = {}
        self._suggested: dict[str, list[str]] = {}
        for alias, tag in self._aliases.items():
            self._folded.setdefault(fold(alias), tag)
        for tag in self.tags.values():
            self._folded[fold(tag.name)] = tag

    @property
    def current(self) -> list[str]:
        """The canonical words in use, in the order of the file."""
        return [tag.name for tag in self.tags.values() if not tag.retired]

    def find(self, word: str) -> Tag | None:
        """The tag that a word stands for, under any of its spellings."""
        return self.tags.get(word) or self._aliases.get(word) or self._folded.get(fold(word))

    def current_tag(self, word: str) -> Tag | None:
        """The current tag that a word stands for, the successor of a retired one included."""
        tag = self.find(word)
        if tag is not None and tag.retired:
            return self.tags.get(tag.use) if tag.use is not None else None
        return tag

    def implied(self, tag: Tag) -> list[str]:
        """All the words that a tag implies, its parents' parents too, the nearest first."""
        found: dict[str, None] = {}
        waiting = list(tag.implies)
        while waiting:
            name = waiting.pop(0)
            if name not in found and name != tag.name:
                found[name] = None
                waiting += self.tags[name].implies
        return list(found)

    def suggestions(self, word: str) -> list[str]:
        """Current words that an unknown one may have been meant for, best first."""
        if word in self._suggested:
            return self._suggested[word]  # many posts have the same unknown word
        by_alias = {alias: tag.name for alias, tag in self._aliases.items() if not tag.retired}
        candidates = dict.fromkeys(self.current) | by_alias
        found = (candidates[word] or word for word in nearest(word, candidates, limit=5))
        self._suggested[word] = list(dict.fromkeys(found))[:3]
        return self._suggested[word]
