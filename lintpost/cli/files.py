"""Files that commands write, with a line about each."""

import os

from lintpost.files.atomic_write import write_atomically
from lintpost.files.settings_error import FilePosition, SettingsError
from lintpost.files.settings_file import MAX_BYTES
from lintpost.language import Lang, Text
from lintpost.post.source import UnreadablePost, read_source
from lintpost.report.visible import visible


def save(path: str, text: str, lang: Lang) -> None:
    """Write a file, new or in place of the old one. Raises `SettingsError` where it cannot be written."""
    if os.path.exists(path):
        replace(path, read(path), text, lang)
        return
    try:
        with open(path, "x", encoding="utf-8", newline="") as file:
            file.write(text)
    except OSError as error:
        detail = error.strerror or str(error)
        problem = Text(f"cannot be written ({detail})", f"書き込めません（{detail}）")
        raise SettingsError(FilePosition(path), problem) from None
    shown = visible(os.path.relpath(path))
    print(Text(f"Written: {shown}", f"書き出し：{shown}")[lang])


def replace(path: str, before: str, after: str, lang: Lang) -> None:
    """Write the new text of a file. Raises `SettingsError` where it cannot be written."""
    if before == after:
        print(Text("Nothing to change.", "変更はありません。")[lang])
        return
    problem = write_atomically(path, before, after)
    if problem is not None:
        raise SettingsError(FilePosition(path), problem)
    shown = visible(os.path.relpath(path))
    print(Text(f"Written: {shown}", f"書き換え：{shown}")[lang])


def read(path: str) -> str:
    """The text of a settings file. Raises `SettingsError`."""
    try:
        return read_source(path, MAX_BYTES).text
    except UnreadablePost as error:
        raise SettingsError(FilePosition(path), error.text) from None
