"""Words that show what a post is about."""

import re
from functools import lru_cache

from lintpost.post.post import Post
from lintpost.site.fold import fold, fold_text

_FIELDS = ("title", "description", "excerpt", "summary")


def pattern(word: str) -> re.Pattern[str]:
    """A word of `evidence` as a pattern for folded text: ``/…/`` is a regular expression.

    A Latin word stands alone; case and width do not matter. Raises `re.error`.
    """
    return _pattern(word)


@lru_cache(maxsize=4096)
def _pattern(word: str) -> re.Pattern[str]:
    if len(word) > 2 and word[0] == word[-1] == "/":
        return re.compile(word[1:-1], re.IGNORECASE)
    text = fold(word)
    before = "(?<![a-z0-9])" if text[:1].isascii() and text[:1].isalnum() else ""
    after = "(?![a-z0-9])" if text[-1:].isascii() and text[-1:].isalnum() else ""
    return re.compile(before + re.escape(text) + after)


def is_literal(word: str) -> bool:
    """Whether a word of `evidence` is a word, and no regular expression."""
    return not (len(word) > 2 and word[0] == word[-1] == "/")


def folded_text(post: Post) -> str:
    """All that a post says (its title, summaries and whole body, code and links too), folded."""
    found = post.memo.get(folded_text)
    if found is None:
        front = post.front_matter
        head = [front.text(field) or "" for field in _FIELDS] if front else []
        found = post.memo[folded_text] = fold_text("\n".join([*head, post.text[post.body :]]))
    return str(found)
