"""Path patterns, the same in the configuration and on the command line.

``*`` and ``?`` stay within a folder, ``**`` crosses folders, ``[a-z]`` is one of some characters
(``[!a-z]``: none of them), ``{a,b}`` matches either; a pattern without ``/`` matches a file name in any
folder, one that ends in ``/`` everything below a folder.

A run over one post needs a pattern or two, and importing pathspec takes longer than checking the
post, so only the walk over folders, which reads ``.gitignore``, uses it. The patterns are an automaton
and not a regular expression, which would take a time that grows with every ``*`` of the pattern.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache

SPECIAL = frozenset("*?[{")
"""Characters that make a path a pattern."""

_TOKEN = re.compile(r"\*\*+/?|\*|\[[!^]?(?:\][^\]]*|[^\]]+)\]|.", re.DOTALL)
_Test = Callable[[str], bool]
_States = frozenset[int]


class Globs:
    """Some patterns. A path is read once, whatever they are; each step is computed once and remembered."""

    __slots__ = ("_end", "_first", "_skips", "_steps", "_tests")

    def __init__(self, globs: Iterable[str]) -> None:
        self._tests: list[list[tuple[_Test, int]]] = []
        self._skips: list[list[int]] = []
        self._steps: dict[tuple[_States, str], _States] = {}
        start, self._end = self._state(), self._state()
        for glob in globs:
            self._skips[self._add(_tokens(_anchored(glob)), start)].append(self._end)
        self._first = self._closed({start})

    def match(self, path: str) -> bool:
        """Whether a relative path with ``/`` matches one of the patterns."""
        states, steps = self._first, self._steps
        for char in path:
            following = steps.get((states, char))
            states = self._step(states, char) if following is None else following
            if not states:
                return False
        return self._end in states

    def _step(self, states: _States, char: str) -> _States:
        reached = {to for state in states for test, to in self._tests[state] if test(char)}
        following = self._steps[states, char] = self._closed(reached)
        return following

    def _closed(self, states: set[int]) -> _States:
        """Some states, and those that can be reached from them without a character."""
        left = list(states)
        while left:
            new = [to for to in self._skips[left.pop()] if to not in states]
            states.update(new)
            left += new
        return frozenset(states)

    def _state(self, *before: int) -> int:
        """A new state, to be reached from some others without a character."""
        self._tests.append([])
        self._skips.append([])
        for state in before:
            self._skips[state].append(len(self._tests) - 1)
        return len(self._tests) - 1

    def _add(self, tokens: list[str], current: int) -> int:
        """Add the states for a pattern behind a state; returns the last."""
        braces = _braces(tokens)
        alternatives: list[tuple[int, list[int]]] = []
        starts_folder = True
        for index, token in enumerate(tokens):
            if index in braces and token == "{":
                alternatives.append((current, []))
            elif token == "," and alternatives:
                alternatives[-1][1].append(current)
                current = alternatives[-1][0]
            elif index in braces:
                _, ends = alternatives.pop()
                current = self._state(*ends, current)
            else:
                current = self._add_one(token, current, starts_folder=starts_folder)
            starts_folder = token.endswith("/") or (bool(alternatives) and token in "{,")
        return current

    def _add_one(self, token: str, current: int, *, starts_folder: bool) -> int:
        if token == "*":
            current = self._state(current)
            self._tests[current].append((_within_folder, current))
        elif token.startswith("**"):
            current = self._state(current)
            if token.endswith("/") and starts_folder:  # whole folders, or none
                name = self._state()
                self._tests[current].append((_within_folder, name))
                self._tests[name] += [(_within_folder, name), ("/".__eq__, current)]
                return current
            self._tests[current].append((bool, current))
            if token.endswith("/"):
                current = self._add_one("/", current, starts_folder=False)
        else:
            following = self._state()
            self._tests[current].append((_test_of(token), following))
            return following
        return current


@cache
def any_of(globs: tuple[str, ...]) -> Globs:
    """Several patterns, prepared once."""
    return Globs(globs)


def matches(path: str, globs: tuple[str, ...]) -> bool:
    """Whether a relative path with ``/`` matches one of the patterns."""
    return bool(globs) and any_of(globs).match(path)


def _anchored(glob: str) -> str:
    """A pattern that says in which folders it holds."""
    if glob.endswith("/"):
        glob += "**"
    if "/" not in glob:
        return f"**/{glob}"
    return glob.removeprefix("./")


def _tokens(glob: str) -> list[str]:
    return [match[0] for match in _TOKEN.finditer(glob)]


def _braces(tokens: list[str]) -> set[int]:
    """The places of the braces that have a partner; others are literal."""
    paired: set[int] = set()
    opened: list[int] = []
    for index, token in enumerate(tokens):
        if token == "{":
            opened.append(index)
        elif token == "}" and opened:
            paired |= {opened.pop(), index}
    return paired


def _within_folder(char: str) -> bool:
    return char != "/"


def _test_of(token: str) -> _Test:
    """The test for what one token other than an asterisk matches."""
    if token == "?":
        return _within_folder
    if len(token) == 1:
        return token.__eq__
    negated = token[1] in "!^" and len(token) > 3
    inner = token[1 + negated : -1]
    parts = [(part[0], part[-1]) for part in re.findall(r".-.|.", inner, re.DOTALL)]
    return lambda char: char != "/" and any(a <= char <= b for a, b in parts) != negated
