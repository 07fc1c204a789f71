"""Posts of several languages side by side: in folders (``en/``, ``ja/``) or by suffix (``a.en.md``)."""

import os
import re
from collections import Counter, defaultdict
from typing import NamedTuple

from lintpost.site.language_codes import LANGUAGE_CODES
from lintpost.surveys.reading import read_posts

_WORDS = {
    "english": "en", "japanese": "ja", "chinese": "zh", "korean": "ko", "french": "fr", "german": "de", "spanish": "es",
}  # fmt: skip
_CODE = re.compile(r"([a-z]{2})(?:[-_][A-Za-z]{2,4})?")
_SAMPLE = 30
"""Posts that are read to tell whether they are in English."""
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ']+")
_ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "is",
        "in",
        "that",
        "it",
        "for",
        "with",
        "on",
        "are",
        "this",
        "you",
        "as",
        "be",
        "or",
        "by",
        "from",
    ]
)
_ENGLISH_PERCENT = 12
"""Percentage of those words in an English text; a quarter is usual, a twentieth in other languages."""
_FEWEST = 2
"""Posts of a language below which its folder's name may mean something else."""


class Edition(NamedTuple):
    """The posts of one language that is not the site's own: its code, their patterns and number."""

    lang: str
    globs: tuple[str, ...]
    posts: int


def editions(paths: list[str], main: str) -> list[Edition]:
    """The editions of a site beside that of its `main` language, most posts first.

    None where all posts are of one language, or where nothing in their paths tells.
    """
    counts: Counter[str] = Counter()
    globs: dict[str, Counter[str]] = defaultdict(Counter)
    for path in paths:
        lang, glob = _language(os.path.relpath(path).replace(os.sep, "/"))
        counts[lang or main] += 1
        if lang and lang != main:
            globs[lang][glob] += 1
    if counts[main] < _FEWEST:
        return []
    return [
        Edition(lang, tuple(sorted(globs[lang])), count)
        for lang, count in counts.most_common()
        if lang != main and count >= _FEWEST
    ]


def are_english(paths: list[str], max_bytes: int) -> bool:
    """Whether the posts, of which some are read, are in English."""
    total = english = 0
    for post in read_posts(paths[:: len(paths) // _SAMPLE + 1], max_bytes, []):
        words = _LATIN_WORD.findall(post.markdown.prose.decode().lower())
        total += len(words)
        english += sum(word in _ENGLISH for word in words)
    return english * 100 >= total * _ENGLISH_PERCENT and english > 0


def _language(path: str) -> tuple[str, str]:
    """The language that a path names, and the pattern for it; "" for none."""
    *folders, name = path.split("/")
    parts = name.split(".")
    if len(parts) > 2 and (code := _code(parts[-2])):
        return code, f"**/*.{parts[-2]}.{parts[-1]}"
    for index, folder in enumerate(folders):
        if code := _code(folder):
            return code, "/".join([*folders[: index + 1], "**"])
    return "", ""


def _code(word: str) -> str:
    """The language that a part of a path names: ``ja``, ``ja-jp``, ``content.ja``, ``japanese``; "" for none."""
    word = word.rpartition(".")[2]
    if word.lower() in _WORDS:
        return _WORDS[word.lower()]
    found = _CODE.fullmatch(word)
    return found[1] if found and found[1] in LANGUAGE_CODES else ""
