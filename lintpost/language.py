"""The two languages that lintpost speaks, and which one a run speaks."""

import os
from typing import Literal

Lang = Literal["en", "ja"]


class Text:
    """The same sentence in both languages."""

    __slots__ = ("en", "ja")

    def __init__(self, en: str, ja: str) -> None:
        self.en = en
        self.ja = ja

    def __getitem__(self, lang: Lang) -> str:
        return self.ja if lang == "ja" else self.en

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and (self.en, self.ja) == (other.en, other.ja)

    def __hash__(self) -> int:
        return hash((self.en, self.ja))

    def __repr__(self) -> str:
        return f"Text({self.en!r}, {self.ja!r})"


def plural(count: int, word: str, many: str = "") -> str:
    """A number with its English noun: ``1 finding``, ``4,461 findings``. `many` is an irregular plural."""
    return f"{count:,} {word if count == 1 else many or word + 's'}"


def environment_language() -> Lang:
    """The language of ``LINTPOST_LANG``, else of the locale (POSIX order), else English."""
    for variable in ("LINTPOST_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable)
        if value:
            return "ja" if value.lower().startswith("ja") else "en"
    return "en"
