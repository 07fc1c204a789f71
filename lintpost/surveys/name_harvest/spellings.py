"""Which spellings of a name are surely wrong, and which only differ."""

import re

from lintpost.post.lazy import lazy
from lintpost.surveys.name_harvest.known import KnownNames
from lintpost.surveys.name_harvest.uses import NameUses

_MUCH_MORE = 10
"""How many times as often as a wrong spelling the right one occurs."""
_FEWEST_POSTS = 5
"""Posts that write a name so, for each post that writes it in a wrong way."""
_SHORTEST = 4
"""Letters of a word in which another case is no other word."""
_PART = lazy(r"[A-Z]?[a-z]{2,}|[A-Z]{2,}(?![a-z])")


def wrong_spellings(name: str, uses: NameUses, known: KnownNames) -> list[str]:
    """The spellings that are surely slips of a name, most frequent first."""
    return [
        other
        for other, times in uses.times.most_common()
        if other != name
        and uses.times[name] >= times * _MUCH_MORE
        and uses.posts[name] >= uses.posts[other] * _FEWEST_POSTS
        and _is_slip(name, other)
        and not known.overlaps(other)
    ]


def _is_slip(name: str, other: str) -> bool:
    """Whether another spelling can only be the same name, written carelessly.

    Digits are versions, a hyphen is a matter of grammar (Open-Source), and joined words (FileEntry)
    may be an identifier: none of these is a slip.
    """
    if re.search(r"[0-9]", name) or re.sub(r"[^\-.+]", "", name) != re.sub(r"[^\-.+]", "", other):
        return False
    if name.count(" ") == other.count(" "):
        pairs = zip(name.split(" "), other.split(" "), strict=True)
        return all(one == two or _is_case_slip(one, two) for one, two in pairs)
    # "Mind Spore" for MindSpore: a space before a capital, and no part of one letter.
    return _PART.findall(name) == other.split(" ")


def _is_case_slip(word: str, other: str) -> bool:
    """Whether a word in another case is a slip: Webkit for WebKit.

    Not where one of them is an acronym (XAI, xAI), is all lower case (a command, a common word), or
    differs in its first letter, as at the beginning of a sentence.
    """
    return (
        len(word) >= _SHORTEST
        and word.casefold() == other.casefold()
        and word[0] == other[0]
        and not any(one.isupper() or one.islower() or _is_plural(one) for one in (word, other))
    )


def _is_plural(word: str) -> bool:
    """Whether a word is an acronym with an s: APIs."""
    return word[:-1].isupper() and word.endswith("s")
