"""The closed list of tags or categories: canonical words, their aliases, and relations."""

from collections.abc import Iterable
from typing import NamedTuple

from lintpost.site.fold import fold
from lintpost.site.nearest import nearest


class Tag(NamedTuple):
    """One word of a vocabulary.

    `use` is the successor of a retired word (None to remove it). A post with the word must also have
    those that it `implies`, none that it `excludes`, and one word of its `evidence` in the text.
    `group` is the group of a tag; `groups` are, for a category, the groups from which its posts may
    take tags (empty for any). `distinct` are similar words with another meaning.
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
    """The words of one field, found by their canonical form, an alias, or either in other case or width."""

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
        """The canonical words that are not retired, in the order of the file."""
        return [tag.name for tag in self.tags.values() if not tag.retired]

    def find(self, word: str) -> Tag | None:
        """The tag that a word stands for, under any of its spellings."""
        return self.tags.get(word) or self._aliases.get(word) or self._folded.get(fold(word))

    def current_tag(self, word: str) -> Tag | None:
        """The current tag that a word stands for; of a retired one its successor, or None."""
        tag = self.find(word)
        if tag is not None and tag.retired:
            return self.tags.get(tag.use) if tag.use is not None else None
        return tag

    def implied(self, tag: Tag) -> list[str]:
        """All words that a tag implies, directly or not, the nearest first."""
        found: dict[str, None] = {}
        waiting = list(tag.implies)
        while waiting:
            name = waiting.pop(0)
            if name not in found and name != tag.name:
                found[name] = None
                waiting += self.tags[name].implies
        return list(found)

    def suggestions(self, word: str) -> list[str]:
        """Up to three current words that may have been meant by an unknown one, the most similar first."""
        if word in self._suggested:
            return self._suggested[word]  # many posts share an unknown word
        by_alias = {alias: tag.name for alias, tag in self._aliases.items() if not tag.retired}
        candidates = dict.fromkeys(self.current) | by_alias
        found = (candidates[word] or word for word in nearest(word, candidates, limit=5))
        self._suggested[word] = list(dict.fromkeys(found))[:3]
        return self._suggested[word]
