"""Many regular expressions over a post; each runs only in spans that contain one of its literals."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick

from lintpost.site.js_regex import Expression
from lintpost.site.required import folded, required_words

Spans = list[tuple[int, int]]


class Expressions:
    """The expressions of a dictionary. Their number hardly affects the time a post takes."""

    __slots__ = ("_always", "_automaton", "_by_word", "_patterns")

    def __init__(self, expressions: list[Expression]) -> None:
        self._patterns = [expression.pattern for expression in expressions]
        self._always: list[int] = []
        by_word: dict[str, list[int]] = {}
        for index, (_, source, flags) in enumerate(expressions):
            words = required_words(source, "i" in flags)
            if words is None:
                self._always.append(index)
            for word in words or ():
                by_word.setdefault(word, []).append(index)
        self._by_word = list(by_word.values())
        self._automaton = AhoCorasick(list(by_word)) if by_word else None

    def matches(self, text: str, spans: Spans) -> Iterator[tuple[int, int, re.Match[str]]]:
        """Yield every match in each span (sorted, code points, half-open), span by span.

        A match comes as the number of its expression, the offset at which the span begins, and the
        match, whose offsets count from there.
        """
        for at, index in sorted(self._seen(text, spans)):
            start, end = spans[at]
            for match in self._patterns[index].finditer(text[start:end]):
                yield index, start, match

    def _seen(self, text: str, spans: Spans) -> set[tuple[int, int]]:
        seen = {(at, index) for index in self._always for at in range(len(spans))}
        if self._automaton is None:
            return seen
        starts = [span[0] for span in spans]
        for word, start, end in self._automaton.find_matches_as_indexes(
            folded(text), overlapping=True
        ):
            at = bisect_right(starts, start) - 1
            if at >= 0 and end <= spans[at][1]:
                seen.update((at, index) for index in self._by_word[word])
        return seen
