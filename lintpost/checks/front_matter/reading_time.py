"""A stated reading time against the length of the prose."""

from collections.abc import Iterator

from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.site import Site

_NUMBER = lazy(r"\d+")
# The first bytes in UTF-8 of U+3000-9FFF (kana, kanji, their punctuation) and of U+F900-FFEF, one
# a character, become line ends; letters stay, and everything else is a space. The bytes that
# continue a character go. What is left has a third of the size, and splits into words.
_JAPANESE = frozenset((*range(0xE3, 0xEA), 0xEF))
_CONTINUING = bytes(range(0x80, 0xC0))


def _class_of(byte: int) -> int:
    if byte in _JAPANESE:
        return ord("\n")
    return byte if (chr(byte).isalpha() and byte < 0x80) or byte == ord("'") else ord(" ")


_CLASSES = bytes(map(_class_of, range(256)))


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
    classes = prose.translate(_CLASSES, _CONTINUING)
    characters = len(classes) - len(classes.translate(None, b"\n"))
    words = len((classes if characters else prose).split())
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


CHECK = Check(
    name="reading-time",
    options=Options,
    messages={"": ("counted", "key", "stated")},
    run=run,
    reads=("front-matter", "markdown"),
    changes=("front-matter",),
    whole_post=True,
)
