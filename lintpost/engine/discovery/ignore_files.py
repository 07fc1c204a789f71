"""The `.gitignore` files in force: those of a folder and of all above it in the repository."""

import os
from typing import TYPE_CHECKING

from lintpost.post.regular_file import open_regular
from lintpost.site.files import EXTENSIONS

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class IgnoreFile:
    """One file. Its patterns are compiled when a name must be matched with them, which is seldom."""

    __slots__ = ("_lines", "_of_posts", "_spec", "_suffixes")

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._spec: GitIgnoreSpec | None = None
        self._suffixes = [end for line in lines if (end := _suffix_of(line)) is not None]
        self._of_posts = any(map(self._may_match, EXTENSIONS))

    def may_be_of_posts(self, folder: str) -> bool:
        """Whether any pattern may match a post in a folder, by its name or that of a folder above it.

        `folder` is relative to the file's own, with a slash behind it.
        """
        return self._of_posts or any(map(self._may_match, folder.split("/")[:-1]))

    def _may_match(self, name: str) -> bool:
        return any(
            name.endswith(suffix) or suffix.endswith(name) or not _SPECIAL.isdisjoint(suffix)
            for suffix in self._suffixes
        )

    def verdict(self, path: str) -> bool | None:
        """Whether the file ignores a path from its folder; None where it says nothing."""
        if self._spec is None:
            from pathspec import GitIgnoreSpec

            self._spec = GitIgnoreSpec.from_lines(self._lines)
        return self._spec.check_file(path).include


Ignores = tuple[tuple[str, IgnoreFile], ...]
"""Files with their folders, outermost first."""
Within = tuple[tuple[str, IgnoreFile, bool], ...]
"""Files for the names in one folder, innermost first: each with the folder's path from the file's own, and
whether it may match posts there.
"""
_SPECIAL = frozenset("\\?[]")
"""Characters that are more than themselves in a pattern, asterisks aside."""


def above(folder: str) -> Ignores:
    """The files of the folders above one."""
    chain = []
    current = os.path.abspath(folder)
    while not os.path.exists(os.path.join(current, ".git")):
        parent = os.path.dirname(current)
        if parent == current:
            return ()  # no repository, so no files above count
        chain.append(parent)
        current = parent
    found: Ignores = ()
    for path in reversed(chain):
        found = add(path, found)
    return found


def add(folder: str, ignores: Ignores) -> Ignores:
    """Some files, and the folder's own behind them."""
    path = os.path.join(folder, ".gitignore")
    try:
        with open_regular(path) as file:
            lines = file.read().decode("utf-8", "replace").splitlines()
    except OSError:
        return ignores
    return (*ignores, (os.path.abspath(folder), IgnoreFile(lines)))


def within(folder: str, ignores: Ignores) -> Within:
    """The files, prepared for matching the names in a folder."""
    found = ((relative_folder(folder, base), one) for base, one in reversed(ignores))
    return tuple((below, one, one.may_be_of_posts(below)) for below, one in found)


def ignored(name: str, ignores: Within) -> bool:
    """Whether git ignores a name in the folder that `within` was called for. A folder's name has a slash
    behind it. The innermost file with a pattern for the name decides.
    """
    for below, file, of_posts in ignores:
        verdict = file.verdict(below + name) if of_posts or name.endswith("/") else None
        if verdict is not None:
            return verdict
    return False


def relative_folder(folder: str, root: str) -> str:
    """A folder's path from the root, with a slash behind it; "" for the root itself."""
    relative = os.path.relpath(folder, root).replace(os.sep, "/")
    return "" if relative == "." else f"{relative}/"


def _suffix_of(line: str) -> str | None:
    """What every name ends in that a pattern matches; None for a line without a pattern."""
    line = line.rstrip()
    if not line or line.startswith("#"):
        return None
    return line.rstrip("/").rpartition("/")[2].rpartition("*")[2] if line.strip("/") else ""
