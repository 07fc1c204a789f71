"""What moves where, and the files of the site as they lie afterwards."""

from posixpath import basename, dirname
from typing import NamedTuple

from lintpost.site.files import SiteFiles


class Moves(NamedTuple):
    """A file or a folder moves from `old` to `new`; paths are from the root of the site, with slashes."""

    old: str
    new: str

    def new_path(self, path: str) -> str:
        """Where a file or folder lies afterwards."""
        if path == self.old or path.startswith(f"{self.old}/"):
            return self.new + path[len(self.old) :]
        return path

    def old_path(self, path: str) -> str | None:
        """Where what lies at a path afterwards was before; None for nothing."""
        if path == self.new or path.startswith(f"{self.new}/"):
            return self.old + path[len(self.new) :]
        return None if self.takes(path) else path

    def takes(self, path: str) -> bool:
        """Whether a path is one that moves."""
        return path == self.old or path.startswith(f"{self.old}/")


class MovedFiles(SiteFiles):
    """The files of a site after a move that has not been made yet."""

    def __init__(self, files: SiteFiles, moves: Moves) -> None:
        super().__init__(files.root)
        self._before = files
        self._moves = moves
        self._all: list[str] | None = None

    def _is_there(self, path: str) -> bool:
        if self._moves.new.startswith(f"{path}/"):
            return True
        old = self._moves.old_path(path)
        return old is not None and self._before.has(old)

    def text(self, path: str) -> str | None:
        """The text of a file, read from where it lies now."""
        old = self._moves.old_path(path)
        return None if old is None else self._before.text(old)

    def names_in(self, folder: str) -> frozenset[str]:
        """What lies in a folder afterwards."""
        folder = folder.rstrip("/")
        old = self._moves.old_path(folder)
        names = set(self._before.names_in(old)) if old is not None else set()
        if dirname(self._moves.old) == folder:
            names.discard(basename(self._moves.old))
        prefix = f"{folder}/" if folder else ""
        if self._moves.new.startswith(prefix):
            names.add(self._moves.new.removeprefix(prefix).partition("/")[0])
        return frozenset(names)

    def below(self, folder: str) -> list[str]:
        """The files below a folder afterwards."""
        if self._all is None:
            self._all = sorted(map(self._moves.new_path, self._before.below("")))
        prefix = f"{folder.rstrip('/')}/" if folder.strip("/") else ""
        return [path for path in self._all if path.startswith(prefix)]
