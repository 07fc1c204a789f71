"""The words that any rule, name or tag looks for: one pass over a post says where each stands."""

from typing import TYPE_CHECKING

from lintpost.post.memo import MemoKey
from lintpost.post.post import Post

if TYPE_CHECKING:
    from ahocorasick_rs import BytesAhoCorasick

_DFA_BYTES = 20_000
"""Of all words: a DFA is twice as fast and takes a kilobyte for each byte of them."""

Seen = dict[int, list[int]]
"""The numbers of words, with the bytes at which each begins."""
_SEEN = MemoKey[Seen]("literals seen")


class Literals:
    """Words in UTF-8, ASCII letters small, each with a number. The cost of a pass hardly grows with them."""

    def __init__(self) -> None:
        self._numbers: dict[bytes, int] = {}
        self._automaton: BytesAhoCorasick | None = None

    def add(self, word: str | bytes) -> int:
        """The number of a word."""
        key = (word.encode() if isinstance(word, str) else word).lower()
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers)
            self._automaton = None
        return self._numbers[key]

    def seen(self, post: Post) -> Seen:
        """The words that stand anywhere in a post's source; made anew where words came in since.

        A word that marks cut in two (``革命**的**``) is not seen.
        """
        return post.memo.get_or_make(
            _SEEN, lambda: self.find(post.source.lower), self, len(self._numbers)
        )

    def find(self, lower: bytes) -> Seen:
        """The words that stand in a text whose ASCII letters are small, overlaps too."""
        if not self._numbers:
            return {}
        automaton = self._automaton  # another thread may add a word meanwhile
        if automaton is None:
            from ahocorasick_rs import BytesAhoCorasick, Implementation

            words = list(self._numbers)
            small = sum(map(len, words)) < _DFA_BYTES
            kind = Implementation.DFA if small else Implementation.ContiguousNFA
            automaton = BytesAhoCorasick(words, implementation=kind)
            if len(words) == len(self._numbers):
                self._automaton = automaton
        found: Seen = {}
        for number, start, _ in automaton.find_matches_as_indexes(lower, overlapping=True):
            if number in found:
                found[number].append(start)
            else:
                found[number] = [start]
        return found


literals = Literals()
"""Those of this process: settings come and go, their words stay."""
