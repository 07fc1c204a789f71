"""The `.gitignore` files in force: those of a folder and of all above it in the repository."""

import os
from functools import cache
from typing import TYPE_CHECKING

from lintpost.site.files import EXTENSIONS

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class IgnoreFile:
    """One file; its patterns are compiled when a name is held against them, which few posts need."""

    __slots__ = ("_ends", "_lines", "_of_posts", "_spec")

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._spec: GitIgnoreSpec | None = None
        self._ends = [end for line in lines if (end := _end_of(line)) is not None]
        self._of_posts = any(map(self._may_match, EXTENSIONS))

    def may_be_of_posts(self, folder: str) -> bool:
        """Whether any pattern may match a post in a folder (from the file's own, with a slash behind it),
        by its name or that of a folder above it.
        """
        return self._of_posts or any(map(self._may_match, folder.split("/")[:-1]))

    def _may_match(self, name: str) -> bool:
        return any(
            name.endswith(end) or end.endswith(name) or not _SPECIAL.isdisjoint(end)
            for end in self._ends
        )

    def verdict(self, path: str) -> bool | None:
        """Whether the file ignores a path from its folder; None where it says nothing."""
        if self._spec is None:
            from pathspec import GitIgnoreSpec

            self._spec = GitIgnoreSpec.from_lines(self._lines)
        return self._spec.check_file(path).include


Ignores = tuple[tuple[str, IgnoreFile], ...]
"""Files, each with its folder, the outermost first."""
Within = tuple[tuple[str, IgnoreFile, bool], ...]
"""Files, the innermost first, each with what a name in a folder is for it to begin with, and whether it may
match posts there.
"""
_SPECIAL = frozenset("\\?[]")
"""What makes the end of a pattern more than letters."""


def above(folder: str) -> Ignores:
    """The files of the folders above one."""
    chain = []
    current = os.path.abspath(folder)
    while not os.path.exists(os.path.join(current, ".git")):
        parent = os.path.dirname(current)
        if parent == current:
            return ()  # no repository: nobody ignores anything from above
        chain.append(parent)
        current = parent
    found: Ignores = ()
    for path in reversed(chain):
        found = add(path, found)
    return found


def add(folder: str, ignores: Ignores) -> Ignores:
    """Some files with the folder's own behind them."""
    path = os.path.join(folder, ".gitignore")
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            lines = file.read().splitlines()
    except OSError:
        return ignores
    return (*ignores, (os.path.abspath(folder), IgnoreFile(lines)))


def within(folder: str, ignores: Ignores) -> Within:
    """The files as names in a folder are held against them."""
    found = ((relative_folder(folder, base), one) for base, one in reversed(ignores))
    return tuple((below, one, one.may_be_of_posts(below)) for below, one in found)


def ignored(name: str, ignores: Within) -> bool:
    """Whether git ignores a name (of a post, or of a folder, with a slash behind it) under the files of
    `within`: the innermost one that says anything decides.
    """
    for below, one, of_posts in ignores:
        verdict = one.verdict(below + name) if of_posts or name.endswith("/") else None
        if verdict is not None:
            return verdict
    return False


@cache
def relative_folder(folder: str, root: str) -> str:
    """A folder from the root, with a slash behind it; "" for the root itself."""
    relative = os.path.relpath(os.path.abspath(folder), root).replace(os.sep, "/")
    return "" if relative == "." else f"{relative}/"


def _end_of(line: str) -> str | None:
    """What every name ends in that a pattern matches; None for a line that is no pattern."""
    line = line.rstrip()
    if not line or line.startswith("#"):
        return None
    return line.rstrip("/").rpartition("/")[2].rpartition("*")[2] if line.strip("/") else ""
