"""A stated reading time against the length of the prose."""

import re
from collections.abc import Iterator

from lintpost.checks.hit import Edit, Fix, Hit
from lintpost.checks.options import CheckOptions
from lintpost.post.post import Post
from lintpost.site.site import Site

_NUMBER = re.compile(r"\d+")
# The first bytes of U+3000-9FFF (kana, kanji, their punctuation) and U+F900-FFEF in UTF-8: one a
# character, so that deleting every other byte counts them.
_JAPANESE = bytes(range(0xE3, 0xEA)) + b"\xef"
_NOT_JAPANESE = bytes(byte for byte in range(256) if byte not in _JAPANESE)
_LETTERS = bytes(
    byte if (chr(byte).isalpha() and byte < 128) or byte == ord("'") else 32 for byte in range(256)
)


class Options(CheckOptions):
    """Characters and words a minute, and by how many minutes the stated time may be off."""

    fields: tuple[str, ...] = ("reading_time", "readingTime", "reading-time")
    japanese: int = 500
    english: int = 200
    tolerance: int = 1


def minutes(prose: bytes, japanese: int, english: int) -> int:
    """Whole minutes to read a text in UTF-8, at least 1, halves up.

    Japanese counts by characters (kana, kanji, full-width forms and punctuation), the rest by
    words; a post in both is the sum.
    """
    characters = len(prose.translate(None, _NOT_JAPANESE))
    words = len((prose.translate(_LETTERS) if characters else prose).split())
    return max(1, int(characters / japanese + words / english + 0.5))


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at a stated time that is off; the fix writes the counted one."""
    front = post.front_matter
    if front is None or front.root is None:
        return
    for key in options.fields:
        entry = front.get(key)
        if entry is None or isinstance(entry.node.value, bool):
            continue
        node = entry.node
        match = _NUMBER.search(post.text, node.start, node.end)
        if match is None:
            continue
        stated = int(match[0])
        counted = minutes(post.markdown.prose, options.japanese, options.english)
        if abs(stated - counted) > options.tolerance:
            fix = Fix("safe", (Edit(match.start(), match.end(), str(counted)),))
            params = {"key": key, "stated": stated, "counted": counted}
            yield Hit(match.start(), match.end(), "", params, fix)
