"""The nouns in katakana that the dictionary has: thousands of spellings can be looked up where MeCab would take too long."""

import os
from functools import cache

_FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "words.txt")


@cache
def katakana_words() -> frozenset[str]:
    """The words, of five code points and more; the file is read at the first question."""
    with open(_FILE, encoding="utf-8") as lines:
        return frozenset(
            word for line in lines if not line.startswith("#") for word in line.split()
        )
