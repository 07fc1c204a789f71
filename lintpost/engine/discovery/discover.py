"""Finds the posts that a command line names."""

import os
from collections.abc import Iterator
from typing import NamedTuple

from lintpost.config.globs import SPECIAL, any_of, matches
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


class Scope(NamedTuple):
    """The configuration's `posts` and `exclude`, relative to `root`."""

    root: str
    posts: tuple[str, ...]
    exclude: tuple[str, ...]

    def takes(self, path: str) -> bool:
        """Whether a file is one of `posts`, and not excluded."""
        folder, name = os.path.split(os.path.abspath(path))
        name = relative_folder(folder, self.root) + name
        return not matches(name, self.exclude) and (not self.posts or matches(name, self.posts))


def discover(arguments: list[str], scope: Scope) -> tuple[list[str], list[NotFound]]:
    """The posts that the arguments name, sorted, each once; and the arguments that name none.

    A file is taken as it is, whatever its extension. A folder stands for every post below it that neither
    `.gitignore` nor `exclude` excludes, nor a link to a file outside of both the folder and the root;
    a pattern for those of them that it matches. Without arguments the posts are those below the root that
    match `posts`.

    A post to which several paths lead is shown under its own, not under that of a link.
    """
    search = _Search(scope)
    found: dict[str, str] = {}
    missing: list[NotFound] = []
    if not arguments:
        for path, real in search.site():
            shown = search.shown(path)
            found[real] = _best(real, found.get(real, shown), shown)
        if not found:
            missing.append(_no_posts(", ".join(scope.posts) or scope.root))
    for argument in arguments:
        paths = search.of_argument(argument)
        if not paths:
            missing.append(_not_found(argument))
        for path, real in paths:
            found[real] = _best(real, found.get(real, path), path)
    return sorted(found.values()), [*missing, *map(_outside, search.outside)]


def _outside(path: str) -> NotFound:
    text = Text(
        f"a link to {os.path.realpath(path)}, outside the site: not checked; name it to check it",
        f"サイトの外（{os.path.realpath(path)}）へのリンクのため、検査しません。"
        "検査するには、この名前を指定してください",
    )
    return NotFound(path, text, fails=False)


def _best(real: str, *paths: str) -> str:
    """The path that leads through no link, else the shortest."""
    if paths[0] == paths[1]:
        return paths[0]
    return min(paths, key=lambda path: (os.path.abspath(path) != real, len(path), path))


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
    return not SPECIAL.isdisjoint(argument)


class _Search:
    """One search, which looks up each folder once. Posts come with the paths of the files themselves,
    whatever links lead to them.
    """

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._excluded = any_of(scope.exclude).match if scope.exclude else None
        self.outside: dict[str, None] = {}
        """Links to files outside the site, which were not followed."""
        self._working_folder = os.getcwd()
        self._real_folders: dict[str, str] = {}
        self._shown_folders: dict[str, str] = {}

    def site(self) -> Iterator[tuple[str, str]]:
        """The posts below the root that `posts` matches."""
        scope = self._scope
        for path, real, name in self._walk(scope.root):
            if not scope.posts or matches(name, scope.posts):
                yield path, real

    def of_argument(self, argument: str) -> list[tuple[str, str]]:
        """The posts that an argument stands for."""
        if os.path.isdir(argument):
            return [(path, real) for path, real, _ in self._walk(argument)]
        if os.path.lexists(argument):
            path = os.path.normpath(argument)
            return [(path, self._real(path))]
        return list(self._of_pattern(argument)) if _is_pattern(argument) else []

    def _of_pattern(self, argument: str) -> Iterator[tuple[str, str]]:
        """The posts of a folder that a pattern matches. The folder is what the pattern names before its
        first special character, so that no other folder is read.
        """
        pattern = argument.replace(os.sep, "/")
        first = min(pattern.find(char) for char in SPECIAL if char in pattern)
        before = pattern[: pattern.rfind("/", 0, first) + 1]
        if before:
            pattern = f"./{pattern[len(before) :]}"
        folder = before or os.curdir
        if not os.path.isdir(folder):
            return
        for path, real, _ in self._walk(folder):
            within = relative_folder(os.path.dirname(path) or os.curdir, folder)
            if matches(within + os.path.basename(path), (pattern,)):
                yield path, real

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
        roots = (self._scope.root, folder)
        return os.path.exists(link) and not any(is_inside(link, root) for root in roots)

    def _walk(self, folder: str) -> Iterator[tuple[str, str, str]]:
        """The posts below a folder, sorted, each with the path of the file itself and its path from the
        root. Links to folders are not followed.
        """
        stack = [(os.path.normpath(folder), ignore_files.above(folder))]
        while stack:
            current, ignores = stack.pop()
            ignores = ignore_files.add(current, ignores)
            below = relative_folder(current, self._scope.root)
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
                if is_link and os.path.isdir(entry.path):  # `is_dir` fails for a link in a circle
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
