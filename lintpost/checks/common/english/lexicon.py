"""The classes that an English word can belong to, by lists and regular endings: no part-of-speech tagger."""

import os
from functools import cache, lru_cache
from typing import NamedTuple

_FOLDER = os.path.dirname(os.path.abspath(__file__))

TAGS = {
    name: 1 << number
    for number, name in enumerate(
        ("VB", "VBZ", "VBD", "VBN", "VBG", "NN", "NNS", "MASS", "MASSES", "JJ", "JJR", "JJS", "RB")
    )
}
"""Classes, named as the Penn Treebank names them: base, third person, past, participle and -ing form of a verb; noun,
plural; adjective, comparative, superlative; adverb. MASS is a noun without a plural, MASSES the plural it has not.
"""
_VERB, _NOUN, _MASS, _SUBSTANCE, _LONG, _SHORT = (1 << number for number in range(6))
_KINDS = {
    "verb": _VERB, "noun": _NOUN, "mass": _MASS, "substance": _SUBSTANCE, "adjective": _LONG, "long": _LONG, "short": _SHORT,
}  # fmt: skip
"""What a base form can be, by the sections of the lists."""
_OF_BASE = (
    (_VERB, TAGS["VB"]), (_NOUN, TAGS["NN"]), (_MASS | _SUBSTANCE, TAGS["MASS"]), (_LONG | _SHORT, TAGS["JJ"]),
)  # fmt: skip
_OF_S = ((_VERB, TAGS["VBZ"]), (_NOUN, TAGS["NNS"]), (_MASS, TAGS["MASSES"]))
_VOWELS = "aeiou"

Reading = tuple[str, int]
"""A base form and the class of which a word is the form."""


class Irregular(NamedTuple):
    """The forms of an irregular verb; the first of several is the usual one."""

    past: tuple[str, ...]
    participle: tuple[str, ...]


class Lexicon(NamedTuple):
    """The lists, read. `kinds`: what each base form can be; `forms`: the readings of irregular forms; `plurals`: irregular
    plurals by singular; `closed`: closed classes by name; `uncertain`: words that no class is to be
    told of; `doubled`: verbs whose last letter is doubled.
    """

    kinds: dict[str, int]
    forms: dict[str, list[Reading]]
    verbs: dict[str, Irregular]
    plurals: dict[str, str]
    closed: dict[str, tuple[str, ...]]
    uncertain: frozenset[str]
    doubled: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The lexicon, read at the first question."""
    found = Lexicon(
        {}, {}, {}, {},
        {name: tuple(words) for name, *words in map(str.split, _lines("closed.txt"))},
        frozenset(" ".join(_lines("uncertain.txt")).split()),
        frozenset(" ".join(_lines("doubled.txt")).split()),
    )  # fmt: skip
    for file in ("verbs.txt", "nouns.txt", "adjectives.txt"):
        kind = 0
        for line in _lines(file):
            if line.startswith("["):
                kind = sum(_KINDS[name] for name in line.strip("[]").split())
            else:
                for word in line.split():
                    found.kinds[word] = found.kinds.get(word, 0) | kind
    for singular, plural in map(str.split, _lines("plurals.txt")):
        found.plurals[singular] = plural
        found.kinds[singular] = found.kinds.get(singular, 0) | _NOUN
        found.forms.setdefault(plural, []).append((singular, TAGS["NNS"]))
    for base, past, participle, *noun in map(str.split, _lines("irregular.txt")):
        found.kinds[base] = found.kinds.get(base, 0) | _VERB | (_NOUN if noun else 0)
        verb = found.verbs[base] = Irregular(tuple(past.split("/")), tuple(participle.split("/")))
        for tag, group in (("VBD", verb.past), ("VBN", verb.participle)):
            for form in group:
                found.forms.setdefault(form, []).append((base, TAGS[tag]))
    return found


def classes_of(word: str) -> int:
    """The classes (bits of `TAGS`) of a word in lower case; 0 if it is not known, or uncertain."""
    found = 0
    for _, tag in readings(word):
        found |= tag
    return found


@lru_cache(maxsize=8192)
def readings(word: str) -> tuple[Reading, ...]:
    """What a word in lower case can be; nothing if it is not known, or uncertain."""
    known = lexicon()
    if word in known.uncertain:
        return ()
    kind = known.kinds.get(word)
    found = [(word, tag) for tag in _tags(kind, _OF_BASE)] if kind else []
    if word in known.forms:
        found += known.forms[word]
    ending = word[-1]
    if ending == "s":
        found += _with_s(word, known)
    elif ending == "d" and word.endswith("ed"):
        found += [
            (base, tag)
            for base in _stems(word, 2, _VERB)
            if base not in known.verbs
            for tag in (TAGS["VBD"], TAGS["VBN"])
        ]
    elif ending == "g" and word.endswith("ing"):
        found += [(base, TAGS["VBG"]) for base in _stems(word, 3, _VERB)]
    elif ending == "r" and word.endswith("er"):
        found += [(base, TAGS["JJR"]) for base in _stems(word, 2, _SHORT)]
    elif ending == "t" and word.endswith("est"):
        found += [(base, TAGS["JJS"]) for base in _stems(word, 3, _SHORT)]
    elif ending == "y" and not found and word.endswith("ly") and _is_adverb(word, known):
        found.append((word, TAGS["RB"]))
    return tuple(found)


def _with_s(word: str, known: Lexicon) -> list[Reading]:
    found = []
    stems = [word[:-1]]
    if word.endswith("ies"):
        stems.append(word[:-3] + "y")
    elif word.endswith("es"):
        stems.append(word[:-2])
    for base in stems:
        kind = known.kinds.get(base)
        if kind:
            mask = kind & ~_NOUN if base in known.plurals else kind
            found += [(base, tag) for tag in _tags(mask, _OF_S)]
    return found


@cache
def _tags(kind: int, rows: tuple[tuple[int, int], ...]) -> tuple[int, ...]:
    """The classes of what a base form can be."""
    return tuple(tag for mask, tag in rows if kind & mask)


def _stems(word: str, size: int, kind: int) -> list[str]:
    """What a word may be the regular form of, with an ending of some letters."""
    stem = word[:-size]
    stems = [stem, stem + "e"]
    if stem.endswith("i"):
        stems.append(stem[:-1] + "y")
    elif len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        stems.append(stem[:-1])
    kinds = lexicon().kinds
    return [base for base in stems if kinds.get(base, 0) & kind]


def _is_adverb(word: str, known: Lexicon) -> bool:
    stem = word[:-2]
    bases = (stem, stem + "le", stem.removesuffix("i") + "y", stem.removesuffix("al"), stem + "l")
    return any(known.kinds.get(base, 0) & (_LONG | _SHORT) for base in bases)


def _lines(file: str) -> list[str]:
    with open(os.path.join(_FOLDER, file), encoding="utf-8") as lines:
        return [line for line in lines.read().splitlines() if line and not line.startswith("#")]
