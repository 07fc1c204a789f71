"""Errors in settings files, with their position."""

import os
from collections.abc import Iterable
from typing import Any, NamedTuple

from lintpost.language import Lang, Text


class FilePosition(NamedTuple):
    """A position in a settings file; line and column are 1-based, 0 for the whole file."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join([self.path, *(str(number) for number in self[1:] if number)])


class SettingsError(Exception):
    """An error in a settings file: its position, and a text in both languages."""

    def __init__(self, place: FilePosition, text: Text) -> None:
        super().__init__(place, text)
        self.place = place
        self.text = text

    def __reduce__(self) -> tuple[Any, ...]:
        return SettingsError, (self.place, self.text)

    def message(self, lang: Lang) -> str:
        """``file:line:column: what is wrong``."""
        return f"{self.place}: {self.text[lang]}"


def broken(path: str, error: Exception) -> SettingsError:
    """The error of a file on which lintpost itself breaks: a bug, but the user knows which file it is about.

    Raises `error` itself where LINTPOST_DEBUG is set, so that developers see its traceback.
    """
    if os.environ.get("LINTPOST_DEBUG"):
        raise error
    what = f"{type(error).__name__}: {error}"
    return SettingsError(
        FilePosition(path),
        Text(
            f"cannot be used: internal error ({what})",
            f"設定として使えません。内部エラーです（{what}）",
        ),
    )


def unknown_word(word: str, known: Iterable[str], what: Text) -> Text:
    """ "unknown option `x`; did you mean `y`?" in both languages."""
    from lintpost.site.nearest import nearest

    close = nearest(word, known, limit=1)
    en, ja = f"unknown {what.en} `{word}`", f"{what.ja}「{word}」はありません"
    if close:
        en, ja = f"{en}; did you mean `{close[0]}`?", f"{ja}。「{close[0]}」ではありませんか"
    return Text(en, ja)
