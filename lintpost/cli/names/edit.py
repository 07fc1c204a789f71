"""``lintpost names add`` and ``alias``: changes of `names.yml`; and files that are written whole."""

import argparse
import os
import sys

from lintpost.cli.names.command import NO_NAMES
from lintpost.config.dictionaries.names_edits import NamesText
from lintpost.config.settings import Settings
from lintpost.errors import UsageError
from lintpost.files.atomic_write import write_atomically
from lintpost.files.settings_error import FilePosition, SettingsError
from lintpost.files.settings_file import MAX_BYTES, SettingsFile
from lintpost.language import Lang, Text
from lintpost.packs.builtin import rules_folder
from lintpost.post.source import UnreadablePost, read_source
from lintpost.report.diff import unified_diff


def edit_names(options: argparse.Namespace, settings: Settings, lang: Lang) -> int:
    """Change the dictionary; returns the exit status."""
    texts = [_read(path) for path in settings.names_files if _is_ours(path)]
    if not texts:
        raise UsageError(NO_NAMES[lang])
    home = next((text for text in texts if text.has(options.name)), texts[0])
    before = home.text
    if options.action == "alias":
        home.alias(options.name, options.words, wrong=options.wrong)
    else:
        fields: dict[str, str | list[str]] = {
            "kind": options.kind,
            "owner": options.owner,
            "accepted": options.accepted,
            "variants": options.variant,
            "gloss": options.gloss,
            "bold": options.bold,
        }
        home.add(options.name, {key: value for key, value in fields.items() if value})
    if options.diff:
        sys.stdout.write(unified_diff(home.path, before, home.text))
    elif before == home.text:
        print(Text("Nothing to change.", "変更はありません。")[lang])
    else:
        _write(home.path, before, home.text, lang)
    return 0


def save(path: str, text: str, lang: Lang) -> None:
    """Write a file that lintpost makes, new or in place of the old one. Raises `SettingsError`."""
    if not os.path.exists(path):
        try:
            with open(path, "x", encoding="utf-8", newline="") as file:
                file.write(text)
        except OSError as error:
            detail = error.strerror or str(error)
            problem = Text(f"cannot be written ({detail})", f"書き込めません（{detail}）")
            raise SettingsError(FilePosition(path), problem) from None
        shown = os.path.relpath(path)
        print(Text(f"Written: {shown}", f"書き出し：{shown}")[lang])
        return
    try:
        before = read_source(path, MAX_BYTES).text
    except UnreadablePost as error:
        raise SettingsError(FilePosition(path), error.text) from None
    if before == text:
        print(Text("Nothing to change.", "変更はありません。")[lang])
    else:
        _write(path, before, text, lang)


def _write(path: str, before: str, after: str, lang: Lang) -> None:
    problem = write_atomically(path, before, after)
    if problem is not None:
        raise SettingsError(FilePosition(path), problem)
    shown = os.path.relpath(path)
    print(Text(f"Written: {shown}", f"書き換え：{shown}")[lang])


def _is_ours(path: str) -> bool:
    """Whether a dictionary is the house's own: no preset's, and none of prh's."""
    if os.path.commonpath([os.path.abspath(path), rules_folder()]) == rules_folder():
        return False
    root = SettingsFile.read(path).root
    return not root.entries or root.get("names") is not None


def _read(path: str) -> NamesText:
    try:
        return NamesText(read_source(path, MAX_BYTES))
    except UnreadablePost as error:
        raise SettingsError(FilePosition(path), error.text) from None
