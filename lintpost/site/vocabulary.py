"""The closed list of tags (or categories): canonical words, their aliases, retired words."""

from collections.abc import Iterable
from typing import NamedTuple

from lintpost.site.fold import fold
from lintpost.site.nearest import nearest


class Tag(NamedTuple):
    """One word of a vocabulary; `use` is the successor of a retired one (None: take it off)."""

    name: str
    aliases: tuple[str, ...] = ()
    retired: bool = False
    use: str | None = None


class Vocabulary:
    """The words of one field. An alias, or a canonical word in other case or width, has one home."""

    __slots__ = ("_aliases", "_folded", "tags")

    def __init__(self, tags: Iterable[Tag]) -> None:
        self.tags = {tag.name: tag for tag in tags}
        self._aliases = {alias: tag for tag in self.tags.values() for alias in tag.aliases}
        self._folded: dict[str, Tag] = {}
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

    def suggestions(self, word: str) -> list[str]:
        """Current words that an unknown one may have been meant for, best first."""
        by_alias = {alias: tag.name for alias, tag in self._aliases.items() if not tag.retired}
        candidates = dict.fromkeys(self.current) | by_alias
        found = (candidates[word] or word for word in nearest(word, candidates, limit=5))
        return list(dict.fromkeys(found))[:3]
