"""Which dictionaries are a site's own, to be written to."""

import os
from collections.abc import Iterable

from lintpost.files.settings_file import SettingsFile
from lintpost.packs.builtin import rules_folder


def own_names_files(paths: Iterable[str]) -> list[str]:
    """Of dictionaries of names the site's own: no preset's, and none of prh's. Raises `SettingsError`."""
    return [path for path in paths if _is_own(path)]


def _is_own(path: str) -> bool:
    if os.path.commonpath([os.path.abspath(path), rules_folder()]) == rules_folder():
        return False
    root = SettingsFile.read(path).root
    return not root.entries or root.get("names") is not None
