"""Patterns over words and their classes, as a rule file writes them.

A pattern is a row of elements, with a space between them:

- ``have|has``: one of these words, in lower case; ``HE``, ``PREP``: one of a closed class (`closed.txt`);
- ``VB``, ``NNS``: a word that can be of this class (`TAGS`); ``NNS!``: that can be of no other; ``NNS!-VBZ-GROUP``:
  but of none of these, or none of these words; ``UNKNOWN``: a word in lower case that is in no list; ``NAME``: a capital
  within a sentence;
- ``DIGITS``: a number over 1 in figures; ``YEAR``: one of four figures; ``,``: a comma;
- ``^``, alone or first: where a clause begins, behind a mark other than a comma; ``STOP``, as or in the last element: where
  one ends; ``END``: or a comma;
- ``x?``: perhaps; ``!x``, as the first or last element: none of these;
- ``[`` and ``]``: what is wrong lies between them (without them: all of the pattern).

The first word may have a capital where a clause begins, the others have none.
"""

from typing import NamedTuple

from lintpost.checks.common.english.lexicon import TAGS, lexicon

MARKS = {
    ",": (",",), "DIGITS": ("DIGITS", "YEAR"), "YEAR": ("YEAR",), "NAME": ("NAME",), "UNKNOWN": ("UNKNOWN",),
}  # fmt: skip
"""What stands for no word of the lists, with the symbols of each."""


class Condition(NamedTuple):
    """Which classes a word is to have (bits of `TAGS`), which not, whether no others, and the words it is not to be."""

    wanted: int
    refused: int
    is_only: bool
    without: frozenset[str]

    def holds(self, classes: int) -> bool:
        """Whether a word with these classes is meant."""
        is_one = classes == self.wanted if self.is_only else bool(classes & self.wanted)
        return is_one and not classes & self.refused


class Element(NamedTuple):
    """An element of a pattern: the words and marks that it matches, the conditions of which one is enough, and how.

    `is_wrong`: it lies between the brackets; `may_begin`: the beginning of a clause will do, too; `ends`: an end will do,
    "STOP" or "END".
    """

    words: frozenset[str]
    conditions: tuple[Condition, ...]
    is_negative: bool
    is_optional: bool
    is_wrong: bool
    may_begin: bool
    ends: str


def elements_of(source: str) -> list[Element]:
    """The elements of a pattern. Raises ValueError for what cannot be read."""
    parts = source.replace("[", " [ ").replace("]", " ] ").split()
    is_wrong = "[" not in parts
    found = []
    for part in parts:
        if part in ("[", "]"):
            is_wrong = part == "["
            continue
        bare = part.removeprefix("!").removesuffix("?")
        words: set[str] = set()
        conditions, begins, ends = [], False, ""
        for choice in bare.split("|"):
            if choice == "^":
                begins = True
            elif choice in ("END", "STOP"):
                ends = choice
            elif choice in MARKS:
                words.update(MARKS[choice])
            elif choice == choice.lower():
                words.add(choice)
            else:
                wanted, *without = choice.replace("!", "").split("-")
                refused = _words_of(without, source)
                if wanted in TAGS:
                    mask = sum(TAGS[name] for name in without if name in TAGS)
                    conditions.append(Condition(TAGS[wanted], mask, "!" in choice, refused))
                else:
                    words |= _words_of([wanted], source) - refused
        found.append(
            Element(
                frozenset(words), tuple(conditions), part.startswith("!"), part.endswith("?"),
                is_wrong and bare != "^" and not part.startswith("!"), begins, ends,
            )
        )  # fmt: skip
    if not any(one.is_wrong for one in found):
        raise ValueError(f"{source}: nothing between the brackets")
    return found


def _words_of(names: list[str], source: str) -> frozenset[str]:
    """The words of closed classes, and words that are named. Raises ValueError for a class that there is not."""
    closed = lexicon().closed
    found: set[str] = set()
    for name in names:
        if name in closed:
            found.update(closed[name])
        elif name == name.lower():
            found.add(name)
        elif name not in TAGS:
            raise ValueError(f"{source}: no class {name!r}")
    return frozenset(found)
