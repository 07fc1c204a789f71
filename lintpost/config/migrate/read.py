"""Reads the configuration of another linter, known by its file name."""

import os

from lintpost.config.migrate.migration import Migration
from lintpost.files.settings_error import FilePosition, SettingsError
from lintpost.language import Text


def read_migration(path: str) -> Migration:
    """The migration of a file. Raises `SettingsError` where it is of no known kind, or faulty."""
    if not os.path.isfile(path):
        raise SettingsError(FilePosition(path), Text("no such file", "ファイルがありません"))
    name = os.path.basename(path)
    if name.startswith(".textlintrc"):
        from lintpost.config.migrate.textlint import read_textlint

        found = read_textlint(path)
    elif name in (".vale.ini", "_vale.ini"):
        from lintpost.config.migrate.vale import read_vale

        found = read_vale(path)
    elif name.startswith(".markdownlint"):
        from lintpost.config.migrate.markdownlint import read_markdownlint

        found = read_markdownlint(path)
    else:
        text = Text(
            "only .textlintrc, .vale.ini and .markdownlint.* can be carried over",
            "引き継げるのは .textlintrc・.vale.ini・.markdownlint.* だけです",
        )
        raise SettingsError(FilePosition(path), text)
    return found._replace(name=name)
