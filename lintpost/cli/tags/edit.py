"""``lintpost tags add``, ``alias``, ``retire`` and ``rename``: changes of `tags.yml`."""

import argparse
import sys

from lintpost.cli.errors import NO_VOCABULARY
from lintpost.cli.files import replace
from lintpost.cli.tags.target import Target
from lintpost.config.dictionaries.tags_edits import TagsText
from lintpost.errors import UsageError
from lintpost.files.compiled_cache import cache_folder
from lintpost.files.settings_error import FilePosition, SettingsError
from lintpost.files.settings_file import MAX_BYTES
from lintpost.language import Text
from lintpost.post.source import UnreadablePost, read_source
from lintpost.report.diff import write_diff

_IN_CONFIGURATION = Text(
    "the tags stand in lintpost.yml itself: change them there, or move them to a file "
    "(`tags: tags.yml`)",
    "タグは lintpost.yml に直接書かれています。そこで書き換えるか、"
    "ファイル（`tags: tags.yml`）に移してください",
)


def edit_tags(target: Target) -> int:
    """Change the vocabulary, and for `rename` the posts; returns the exit status."""
    session = target.session
    options = session.options
    files = session.settings().tags_files
    renames = options.action == "rename"
    if not files and session.settings().site.has(target.vocabulary):
        raise UsageError(_IN_CONFIGURATION[session.lang])
    if not files and not renames:
        raise UsageError(NO_VOCABULARY[session.lang])
    word = options.old if renames else options.name
    texts = [_read(path, target.vocabulary) for path in files]
    text = next((text for text in texts if text.has(word)), None)
    if text is None and not renames:
        text = texts[0]
    if text is not None:
        before = text.text
        if options.action == "retire" and not text.has(word) and _is_used(target, word):
            text.add(word, {})  # a tag that was never listed can be retired, too
        _change(text, options)
        if getattr(options, "diff", False):
            write_diff(sys.stdout, text.path, before, text.text)
        else:
            replace(text.path, before, text.text, session.lang)
    if renames:
        from lintpost.cli.tags.apply import rename_in_posts

        return rename_in_posts(target, listed=any(text.has(options.new) for text in texts))
    return 0


def _is_used(target: Target, word: str) -> bool:
    """Whether a post has the tag."""
    from lintpost.surveys.tag_usage import survey_tags

    paths, _ = target.session.find_posts()
    max_bytes = target.session.settings().max_bytes
    found = survey_tags(paths, target.field, max_bytes, cache_folder())
    return any(usage.word == word for usage in found.words)


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
