"""The settings of a run that are known before any rule is read, and where they come from."""

import os
from typing import NamedTuple

from lintpost.files.settings_error import FilePosition
from lintpost.language import Lang, Text

FILE_NAMES = ("lintpost.yml", "lintpost.yaml", ".lintpost.yml", ".lintpost.yaml")


class CliOverrides(NamedTuple):
    """Settings from the command line; they take precedence over every configuration file."""

    lang: Lang | None = None
    fail_on: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    max_findings: int | None = None
    no_site: bool = False
    """Whether rules that look over the whole site are left out."""
    preview: bool = False
    """Whether preview rules are rules like others, whatever the configuration says."""
    today: str | None = None
    """The day (YYYY-MM-DD) that the run takes for today; None: the clock's."""


class FailOn(NamedTuple):
    """Which findings make the exit status 1: those at or above a severity, and those of some rules.

    `severity` may be ``never``; `rules` are names of rules or families with their positions.
    """

    severity: str = "warning"
    rules: tuple[tuple[str, FilePosition], ...] = ()


class RunSettings(NamedTuple):
    """The settings that decide which posts are checked, and the exit status.

    `path` is the configuration file (None: defaults), `root` the folder that globs are relative to,
    `max_bytes` the size in bytes above which a file is not read, `packs` the folders of custom rules,
    and the names of installed packs.
    """

    path: str | None
    root: str
    posts: tuple[str, ...]
    exclude: tuple[str, ...]
    lang: Lang
    fail_on: FailOn
    max_findings: int
    baseline: str | None
    max_bytes: int
    packs: tuple[str, ...]
    notes: tuple[Text, ...] = ()
    """What a run says once of its configuration: old names of rules."""


def find_config(folder: str) -> str | None:
    """The nearest configuration file in a folder or above it, up to the root of the repository.

    What has its name but cannot be read (a broken link, a folder, a pipe) is found as well: to pass over it
    would check posts by other rules in silence.
    """
    folder = os.path.abspath(folder)
    while True:
        for name in FILE_NAMES:
            path = os.path.join(folder, name)
            if os.path.lexists(path):
                return path
        parent = os.path.dirname(folder)
        if parent == folder or os.path.exists(os.path.join(folder, ".git")):
            return None
        folder = parent
