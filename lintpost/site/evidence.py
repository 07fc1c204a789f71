"""Looking for words that show what a post is about (the `evidence` of tags)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lintpost.post.memo import MemoKey
from lintpost.post.post import Post
from lintpost.site.fold import fold
from lintpost.site.name_forms import full_width

_TEXT = MemoKey[tuple[str, str]]("read text")
_FIELDS = ("title", "description", "excerpt", "summary")


def occurs(word: str, text: str) -> bool:
    """Whether a word of `evidence` occurs in a text, which is in lower case already: see `occurrences`."""
    return next(occurrences(word, text), None) is not None


def occurrences(word: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a word of `evidence` occurs in a text in lower case: half-open spans of code points.

    ``/…/`` is a regular expression. A Latin word must not be part of a longer one; it may be written
    in full-width letters, and a space in it matches any white space.
    """
    if not is_literal(word):
        yield from (found.span() for found in expression(word).finditer(text))
        return
    if " " in word:
        # The words of a phrase may be on two lines, which takes a regular expression.
        yield from (found.span() for found in expression(f"/{_phrase(word)}/").finditer(text))
        return
    # Searching for each form is ten times as fast as a regular expression for all of this.
    for form in _forms(word):
        at = text.find(form)
        while at >= 0:
            end = at + len(form)
            left = text[at - 1 : at + 1] if at else ""
            if not _joined(left) and not _joined(text[end - 1 : end + 1]):
                yield at, end
            at = text.find(form, at + 1)


@lru_cache(maxsize=1024)
def expression(word: str) -> re.Pattern[str]:
    """Compile the regular expression of ``/…/``. Raises `re.error`."""
    return re.compile(word[1:-1], re.IGNORECASE)


@lru_cache(maxsize=4096)
def _forms(word: str) -> tuple[str, ...]:
    folded = fold(word)
    return tuple(dict.fromkeys((folded, word.lower(), full_width(folded).lower())))


@lru_cache(maxsize=1024)
def _phrase(word: str) -> str:
    either = "|".join(r"\s+".join(map(re.escape, form.split())) for form in _forms(word))
    return f"(?<![a-z0-9])(?:{either})(?![a-z0-9])"


def _joined(pair: str) -> bool:
    """Whether two characters belong to one Latin word."""
    return len(pair) == 2 and pair.isascii() and pair.isalnum()


def is_literal(word: str) -> bool:
    """Whether a word of `evidence` is a plain word and not a regular expression (``/…/``)."""
    return not (len(word) > 2 and word[0] == word[-1] == "/")


def read_text(post: Post) -> tuple[str, str]:
    """The title, summaries and body of a post, with code and links: as they are, and in lower case with
    the same offsets.
    """
    return post.memo.get_or_make(_TEXT, lambda: _read_text(post))


def _read_text(post: Post) -> tuple[str, str]:
    front = post.front_matter
    head = [front.text(field) or "" for field in _FIELDS] if front else []
    text = "\n".join([*head, post.text[post.body :]])
    return text, text.replace("\u0130", "i").lower()  # the one letter that lower case makes two of
