"""Finds the posts that a command line names."""

import os
from collections.abc import Iterator
from typing import NamedTuple

from lintpost.config.globs import any_of, matches
from lintpost.engine.discovery import ignore_files
from lintpost.engine.discovery.ignore_files import relative_folder
from lintpost.files.inside import is_inside
from lintpost.language import Text
from lintpost.site.files import EXTENSIONS, SKIPPED


class NotFound(Exception):
    """An argument that leads to no post, or a link that is not followed; `text` says why.

    `fails`: nothing may have been checked that the user wanted to be.
    """

    def __init__(self, argument: str, text: Text, *, fails: bool = True) -> None:
        super().__init__(argument, text)
        self.argument = argument
        self.text = text
        self.fails = fails


class Globs(NamedTuple):
    """The configuration's `posts` and `exclude`, relative to `root`."""

    root: str
    posts: tuple[str, ...]
    exclude: tuple[str, ...]


def discover(arguments: list[str], globs: Globs) -> tuple[list[str], list[NotFound]]:
    """The posts that the arguments name, sorted, each once; and the arguments that name none.

    A file is taken as it is, whatever its extension. A folder stands for every post below it that
    neither `.gitignore` nor `exclude` excludes, nor a link to a file outside of both the folder and the
    root. A pattern is expanded. Without arguments the posts are those below the root that match `posts`.
    """
    search = _Search(globs)
    found: dict[str, str] = {}
    missing: list[NotFound] = []
    if not arguments:
        for path, real in search.site():
            found.setdefault(real, search.shown(path))
        if not found:
            missing.append(_no_posts(", ".join(globs.posts) or globs.root))
    for argument in arguments:
        paths = list(search.of_argument(argument))
        if not paths:
            missing.append(_not_found(argument))
        for path, real in paths:
            found.setdefault(real, path)
    return sorted(found.values()), [*missing, *map(_outside, search.outside)]


def _outside(path: str) -> NotFound:
    text = Text(
        f"a link to {os.path.realpath(path)}, outside the site: not checked; name it to check it",
        f"サイトの外（{os.path.realpath(path)}）へのリンクのため、検査しません。"
        "検査するには、この名前を指定してください",
    )
    return NotFound(path, text, fails=False)


def _not_found(argument: str) -> NotFound:
    if _is_pattern(argument):
        text = Text("no post matches this pattern", "このパターンに当てはまる記事がありません")
        return NotFound(argument, text)
    if os.path.isdir(argument):
        return _no_posts(argument)
    text = Text("no such file or folder", "ファイルもフォルダーもありません")
    return NotFound(argument, text)


def _no_posts(argument: str) -> NotFound:
    kinds = " ".join(EXTENSIONS)
    text = Text(f"no posts in here ({kinds})", f"記事（{kinds}）が1件もありません")
    return NotFound(argument, text)


def _is_pattern(argument: str) -> bool:
    return any(char in argument for char in "*?[")


class _Search:
    """One search, which looks up each folder once. Posts come with the paths of the files themselves,
    whatever links lead to them.
    """

    def __init__(self, globs: Globs) -> None:
        self.outside: dict[str, None] = {}
        """Links to files outside the site, which were not followed."""
        self._globs = globs
        self._excluded = any_of(globs.exclude).fullmatch if globs.exclude else None
        self._working_folder = os.getcwd()
        self._real_folders: dict[str, str] = {}
        self._shown_folders: dict[str, str] = {}

    def site(self) -> Iterator[tuple[str, str]]:
        """The posts below the root that `posts` matches."""
        globs = self._globs
        for path, real, name in self._walk(globs.root):
            if not globs.posts or matches(name, globs.posts):
                yield path, real

    def of_argument(self, argument: str) -> Iterator[tuple[str, str]]:
        """The posts that an argument stands for."""
        if os.path.isdir(argument):
            for path, real, _ in self._walk(argument):
                yield path, real
        elif os.path.lexists(argument):
            path = os.path.normpath(argument)
            yield path, self._real(path)
        elif _is_pattern(argument):
            from glob import glob

            for path in sorted(glob(argument, recursive=True)):
                if self._matched(path):
                    path = os.path.normpath(path)
                    yield path, self._real(path)

    def shown(self, path: str) -> str:
        """A path as users read it: relative if it is below the working folder."""
        folder, name = os.path.split(path)
        if folder not in self._shown_folders:
            relative = relative_folder(folder, self._working_folder)
            outside = relative.startswith("..")
            self._shown_folders[folder] = os.path.join(folder, "") if outside else relative
        return self._shown_folders[folder] + name

    def _real(self, path: str) -> str:
        if os.path.islink(path):
            return os.path.realpath(path)
        folder, name = os.path.split(path)
        return self._real_folder(folder) + name

    def _real_folder(self, folder: str) -> str:
        """The path of a folder without links, with a slash behind it."""
        if folder not in self._real_folders:
            self._real_folders[folder] = os.path.join(os.path.realpath(folder), "")
        return self._real_folders[folder]

    def _leads_out(self, link: str, folder: str) -> bool:
        """Whether a link leads to a file that is neither below the root nor below a folder."""
        roots = (self._globs.root, folder)
        return os.path.exists(link) and not any(is_inside(link, root) for root in roots)

    def _matched(self, path: str) -> bool:
        """Whether a path that a pattern matches is a post of the site."""
        if not path.endswith(EXTENSIONS) or SKIPPED.intersection(path.split(os.sep)):
            return False
        if self._excluded is not None:
            folder, name = os.path.split(path)
            if self._excluded(relative_folder(folder, self._globs.root) + name):
                return False
        return not os.path.isdir(path)

    def _walk(self, folder: str) -> Iterator[tuple[str, str, str]]:
        """The posts below a folder, sorted, each with the path of the file itself and its path from the
        root. Links to folders are not followed.
        """
        stack = [(os.path.normpath(folder), ignore_files.above(folder))]
        while stack:
            current, ignores = stack.pop()
            ignores = ignore_files.add(current, ignores)
            below = relative_folder(current, self._globs.root)
            try:
                entries = sorted(os.scandir(current), key=lambda entry: entry.name)
            except OSError:
                yield current, self._real(current), below  # reading it shows the error
                continue
            before = "" if current == os.curdir else os.path.join(current, "")
            real = self._real_folder(current)
            rules = ignore_files.within(current, ignores)
            folders = []
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
                if self._excluded is not None and self._excluded(below + name):
                    continue
                if is_folder:
                    folders.append((before + name, ignores))
                else:
                    path = before + name
                    if is_link and self._leads_out(path, folder):
                        self.outside[self.shown(path)] = None
                        continue
                    yield path, os.path.realpath(path) if is_link else real + name, below + name
            stack += reversed(folders)
