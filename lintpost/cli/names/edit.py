"""``lintpost names add`` and ``alias``: changes of `names.yml`."""

import sys

from lintpost.cli.errors import NO_NAMES
from lintpost.cli.files import replace
from lintpost.cli.session import Session
from lintpost.config.dictionaries.names_edits import NamesText
from lintpost.config.dictionaries.own_files import own_names_files
from lintpost.errors import UsageError
from lintpost.files.settings_error import FilePosition, SettingsError
from lintpost.files.settings_file import MAX_BYTES
from lintpost.language import Text
from lintpost.post.source import UnreadablePost, read_source
from lintpost.report.diff import write_diff

_IN_CONFIGURATION = Text(
    "the names stand in lintpost.yml itself: change them there, or move them to a file "
    "(`names: names.yml`)",
    "名前は lintpost.yml に直接書かれています。そこで書き換えるか、"
    "ファイル（`names: names.yml`）に移してください",
)


def edit_names(session: Session) -> int:
    """Change the dictionary; returns the exit status."""
    options = session.options
    texts = [_read(path) for path in own_names_files(session.settings().names_files)]
    if not texts and any(layer.own_names for layer in session.settings().layers):
        raise UsageError(_IN_CONFIGURATION[session.lang])
    if not texts:
        raise UsageError(NO_NAMES[session.lang])
    text = next((text for text in texts if text.has(options.name)), texts[0])
    before = text.text
    if options.action == "alias":
        text.alias(options.name, options.words, wrong=options.wrong)
    else:
        fields: dict[str, str | list[str]] = {
            "kind": options.kind,
            "owner": options.owner,
            "accepted": options.accepted,
            "variants": options.variant,
            "gloss": options.gloss,
            "bold": options.bold,
        }
        text.add(options.name, {key: value for key, value in fields.items() if value})
    if options.diff:
        write_diff(sys.stdout, text.path, before, text.text)
    else:
        replace(text.path, before, text.text, session.lang)
    return 0


def _read(path: str) -> NamesText:
    try:
        return NamesText(read_source(path, MAX_BYTES))
    except UnreadablePost as error:
        raise SettingsError(FilePosition(path), error.text) from None
