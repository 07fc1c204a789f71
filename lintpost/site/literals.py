"""The words that the rules, names and tags of one site look for, found in one pass over a post.

The automaton is Aho and Corasick's ("Efficient string matching", 1975), by `ahocorasick_rs`.
"""

from typing import TYPE_CHECKING

from lintpost.post.memo import MemoKey
from lintpost.post.post import Post

if TYPE_CHECKING:
    from ahocorasick_rs import BytesAhoCorasick

_DFA_BYTES = 20_000
"""Size of all words together up to which a DFA is built: twice as fast as an NFA, but it takes about
a kilobyte of memory for each byte of the words."""

Occurrences = dict[int, list[int]]
"""Numbers of words, each with the byte offsets (from 0) at which it begins, in ascending order."""
NeededWords = dict[str, tuple[str, ...] | None]
"""By a pattern and its flags: the words of which every match holds one."""
WORD_BYTES = frozenset(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
"""The bytes of Latin words: a word that begins or ends in one must not have another next to it."""
_IN_POST = MemoKey[Occurrences]("literals in the post")


class Literals:
    """The words of one site, each with a number. ASCII letters match in either case.

    Rules add their words before the first post is read (`prepare`), names and tags when they are
    loaded; the automaton is built at the first search. Words may still be added later, at the price
    of building it anew. A site and its literals are for one thread at a time.
    """

    __slots__ = ("_automaton", "_groups", "_numbers", "needed")

    def __init__(self) -> None:
        self._numbers: dict[bytes, int] = {}
        self._groups: dict[tuple[str | bytes, ...], tuple[int, ...]] = {}
        self._automaton: BytesAhoCorasick | None = None
        self.needed: NeededWords = {}

    def __len__(self) -> int:
        """How many words there are."""
        return len(self._numbers)

    def add(self, word: str | bytes) -> int:
        """The number of a word (UTF-8 where it is bytes), which is added where it is new."""
        key = (word.encode() if isinstance(word, str) else word).lower()
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers)
            self._automaton = None
        return self._numbers[key]

    def numbers(self, words: tuple[str | bytes, ...]) -> tuple[int, ...]:
        """The numbers of several words, in their order; looked up once for each tuple."""
        found = self._groups.get(words)
        if found is None:
            found = self._groups[words] = tuple(map(self.add, words))
        return found

    def in_post(self, post: Post) -> Occurrences:
        """The words that stand anywhere in a post's source, front matter included.

        The post is searched once, and again only where words were added since. A word that marks
        cut in two (``革命**的**``) is not found.
        """
        return post.memo.get_or_make(
            _IN_POST, lambda: self.find(post.source.data), self, len(self._numbers)
        )

    def is_any_in(self, post: Post, numbers: tuple[int, ...]) -> bool:
        """Whether any of some words stands in a post's source."""
        return not self.in_post(post).keys().isdisjoint(numbers)

    def find(self, data: bytes) -> Occurrences:
        """The words that stand in a text (UTF-8); they may overlap."""
        if not self._numbers:
            return {}
        if self._automaton is None:
            self._automaton = self._build()
        found: Occurrences = {}
        matches = self._automaton.find_matches_as_indexes(data.lower(), overlapping=True)
        for number, start, _ in matches:
            if number in found:
                found[number].append(start)
            else:
                found[number] = [start]
        return found

    def _build(self) -> "BytesAhoCorasick":
        from ahocorasick_rs import BytesAhoCorasick, Implementation

        words = list(self._numbers)
        small = sum(map(len, words)) < _DFA_BYTES
        kind = Implementation.DFA if small else Implementation.ContiguousNFA
        return BytesAhoCorasick(words, implementation=kind)
