"""Finds the posts that a command line means."""

import os
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from lintpost.config.globs import any_of, matches
from lintpost.engine.discovery import ignore_files
from lintpost.engine.discovery.ignore_files import relative_folder
from lintpost.language import Text
from lintpost.site.files import EXTENSIONS, SKIPPED


class NotFound(Exception):
    """An argument that leads to no post; `text` says so."""

    def __init__(self, argument: str, text: Text) -> None:
        super().__init__(argument, text)
        self.argument = argument
        self.text = text


class Globs(NamedTuple):
    """The configuration's `posts` and `exclude`, relative to `root`."""

    root: str
    posts: tuple[str, ...]
    exclude: tuple[str, ...]


def discover(arguments: list[str], globs: Globs) -> tuple[list[str], list[NotFound]]:
    """The posts that the arguments name, sorted, each once; and the arguments that name none.

    A file is taken as it is, whatever its ending. A folder gives every post below it that neither
    `.gitignore` nor `exclude` takes out. A pattern is expanded. No argument means the root, and
    there `posts` applies.
    """
    found: dict[str, str] = {}
    missing: list[NotFound] = []
    if not arguments:
        for path, real in _walk(globs.root, globs):
            if not globs.posts or matches(_relative(path, globs.root), globs.posts):
                found.setdefault(real, _shown(path))
        if not found:
            missing.append(_nothing(", ".join(globs.posts) or globs.root))
    for argument in arguments:
        paths = list(_of_argument(argument, globs))
        if not paths:
            if any(char in argument for char in "*?["):
                text = Text(
                    "no post matches this pattern", "このパターンに当てはまる記事がありません"
                )
                missing.append(NotFound(argument, text))
            elif os.path.isdir(argument):
                missing.append(_nothing(argument))
            else:
                missing.append(
                    NotFound(
                        argument, Text("no such file or folder", "ファイルもフォルダーもありません")
                    )
                )
        for path, real in paths:
            found.setdefault(real, path)
    return sorted(found.values()), missing


def _nothing(argument: str) -> NotFound:
    kinds = " ".join(EXTENSIONS)
    return NotFound(
        argument,
        Text(f"no posts in here ({kinds})", f"記事（{kinds}）が1件もありません"),
    )


def _of_argument(argument: str, globs: Globs) -> Iterator[tuple[str, str]]:
    if os.path.isdir(argument):
        yield from _walk(argument, globs)
    elif os.path.lexists(argument):
        path = os.path.normpath(argument)
        yield path, _real(path)
    elif any(char in argument for char in "*?["):
        from glob import glob

        for path in sorted(glob(argument, recursive=True)):
            if os.path.isdir(path):
                continue
            if SKIPPED.intersection(path.split(os.sep)):
                continue
            if path.endswith(EXTENSIONS) and not _excluded(path, globs):
                path = os.path.normpath(path)
                yield path, _real(path)


def _walk(folder: str, globs: Globs) -> Iterator[tuple[str, str]]:
    """The posts below a folder, sorted, each with the file that it is once links are followed.

    Links to folders are not followed.
    """
    above = ignore_files.above(folder)
    excluded = any_of(globs.exclude).fullmatch if globs.exclude else None
    stack = [(os.path.normpath(folder), above)]
    while stack:
        current, specs = stack.pop()
        specs = ignore_files.add(current, specs)
        folders = []
        try:
            entries = sorted(os.scandir(current), key=lambda entry: entry.name)
        except OSError:
            yield current, _real(current)  # reading it says why it cannot be read
            continue
        before = "" if current == os.curdir else os.path.join(current, "")
        real = os.path.join(_real_folder(current), "")
        below = relative_folder(current, globs.root)
        rules = ignore_files.within(current, specs)
        for entry in entries:
            name = entry.name
            is_folder = entry.is_dir(follow_symlinks=False)
            if is_folder and (name in SKIPPED or name.startswith(".")):
                continue
            if not is_folder and not name.endswith(EXTENSIONS):
                continue
            is_link = entry.is_symlink()
            if is_link and entry.is_dir():
                continue
            if rules and ignore_files.ignored(f"{name}/" if is_folder else name, rules):
                continue
            if excluded and excluded(below + name):
                continue
            path = before + name
            if is_folder:
                folders.append((path, specs))
            else:
                yield path, os.path.realpath(path) if is_link else real + name
        stack += reversed(folders)


def _excluded(path: str, globs: Globs) -> bool:
    return bool(globs.exclude) and matches(_relative(path, globs.root), globs.exclude)


def _relative(path: str, root: str) -> str:
    name = path.rfind(os.sep) + 1
    return relative_folder(path[:name], root) + path[name:]


def _real(path: str) -> str:
    """The file itself, whatever links lead to it."""
    if os.path.islink(path):
        return os.path.realpath(path)
    folder, name = os.path.split(path)
    return os.path.join(_real_folder(folder), name)


@cache
def _real_folder(folder: str) -> str:
    return os.path.realpath(folder)


def _shown(path: str) -> str:
    """A path as a user reads it: relative where it lies below the working folder."""
    relative = _relative(path, os.getcwd())
    return path if relative.startswith("..") else relative
