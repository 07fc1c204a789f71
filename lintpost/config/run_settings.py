"""What decides a run as a whole, and is known before any rule is read."""

import os
from typing import NamedTuple

from lintpost.files.settings_error import FilePosition
from lintpost.language import Lang

FILE_NAMES = ("lintpost.yml", "lintpost.yaml", ".lintpost.yml", ".lintpost.yaml")


class CliOverrides(NamedTuple):
    """What the command line says over any configuration file."""

    lang: Lang | None = None
    fail_on: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    max_findings: int | None = None


class FailOn(NamedTuple):
    """What makes a run end in 1: findings at or above a severity, and those of some rules."""

    severity: str = "warning"
    rules: tuple[tuple[str, FilePosition], ...] = ()


class RunSettings(NamedTuple):
    """The settings that choose posts and the exit status; `packs` are the folders of the house's rules."""

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


def find_config(folder: str) -> str | None:
    """The nearest configuration file at or above a folder, up to the repository's root."""
    folder = os.path.abspath(folder)
    while True:
        for name in FILE_NAMES:
            path = os.path.join(folder, name)
            if os.path.isfile(path):
                return path
        parent = os.path.dirname(folder)
        if parent == folder or os.path.exists(os.path.join(folder, ".git")):
            return None
        folder = parent
