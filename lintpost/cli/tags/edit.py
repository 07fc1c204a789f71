"""``lintpost tags add``, ``alias``, ``retire`` and ``rename``: changes of `tags.yml`."""

import argparse
import os
import sys

from lintpost.cli.tags.command import NO_VOCABULARY, Target
from lintpost.config.dictionaries.tags_edits import TagsText
from lintpost.errors import UsageError
from lintpost.files.atomic_write import write_atomically
from lintpost.files.settings_error import FilePosition, SettingsError
from lintpost.files.settings_file import MAX_BYTES
from lintpost.language import Text
from lintpost.post.source import UnreadablePost, read_source
from lintpost.report.diff import unified_diff


def edit_tags(options: argparse.Namespace, target: Target) -> int:
    """Change the vocabulary, and for `rename` the posts; returns the exit status."""
    files = target.settings.tags_files
    renaming = options.action == "rename"
    if not files and not renaming:
        raise UsageError(NO_VOCABULARY[target.lang])
    word = options.old if renaming else options.name
    texts = [_read(path, target.vocabulary) for path in files]
    home = next((text for text in texts if text.has(word)), texts[0] if texts else None)
    if home is not None and (not renaming or home.has(word)):
        before = home.text
        _change(home, options)
        if getattr(options, "diff", False):
            sys.stdout.write(unified_diff(home.path, before, home.text))
        elif before == home.text:
            print(Text("Nothing to change.", "変更はありません。")[target.lang])
        else:
            problem = write_atomically(home.path, before, home.text)
            if problem is not None:
                raise SettingsError(FilePosition(home.path), problem)
            shown = os.path.relpath(home.path)
            print(Text(f"Written: {shown}", f"書き換え：{shown}")[target.lang])
    if renaming:
        from lintpost.cli.tags.apply import rename_in_posts

        listed = any(text.has(options.new) for text in texts)
        return rename_in_posts(options, target, listed=listed)
    return 0


def _change(text: TagsText, options: argparse.Namespace) -> None:
    if options.action == "add":
        fields: dict[str, str | list[str]] = {
            "aliases": options.alias,
            "description": options.description,
            "group": options.group,
            "implies": options.implies,
        }
        text.add(options.name, {key: value for key, value in fields.items() if value})
    elif options.action == "alias":
        text.alias(options.name, options.words)
    elif options.action == "retire":
        text.retire(options.name, options.use)
    else:
        text.rename(options.old, options.new)


def _read(path: str, field: str) -> TagsText:
    try:
        return TagsText(read_source(path, MAX_BYTES), field)
    except UnreadablePost as error:
        raise SettingsError(FilePosition(path), error.text) from None
