"""lintpost's own files, its modules and rules: in a checkout they change without a new version."""

import os
import sys
from functools import cache
from operator import itemgetter

from lintpost.files.stamp import is_settled

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_DEPENDENCIES = (
    "pyyaml", "ahocorasick_rs", "jsonschema_rs", "ipadic", "mecab_python3", "pyromark", "rapidfuzz", "regex",
)  # fmt: skip
"""Packages whose version may change what is found in a post."""
_INSTALLING = 60_000_000_000
"""Nanoseconds within which the files of a package are written when it is installed."""


@cache
def rules_folder() -> str:
    """``rules/``: in the package once installed, beside it in a checkout."""
    inside = os.path.join(_PACKAGE, "rules")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(_PACKAGE), "rules")


def is_own_file(path: str) -> bool:
    """Whether an absolute path is one of lintpost's own files."""
    return path.startswith((_PACKAGE + os.sep, rules_folder() + os.sep))


def place_of(path: str, root: str) -> str:
    """A path as it is the same on other machines: of an installed package's file from the folder of packages,
    of others from a site's `root`.
    """
    for folder in _site_packages():
        if path.startswith(folder + os.sep):
            return path[len(folder) :]
    return os.path.relpath(path, root)


@cache
def package_stamp() -> str:
    """Stands for lintpost's modules and rules, and for the installed packages.

    It is taken once in a process, at first use, since later changes do not change the code that runs.
    Where a file changed so recently that its stamp proves nothing, no other process has the same.
    """
    number, newest, _ = _stamps_at_first()
    return f"{number:x} {newest}" if is_settled(newest) else f"unsettled {os.urandom(16).hex()}"


@cache
def package_digest() -> str:
    """A digest of what `package_stamp` stands for and of Python, the same wherever the same are installed.

    Where files changed since this process began to use them, no other process has the same.
    """
    from hashlib import blake2b

    before = _stamps_at_first()
    digest = blake2b(repr((sys.version, os.sep, _versions())).encode(), digest_size=16)
    for path in sorted(_own_files()):
        root = rules_folder() if path.startswith(rules_folder() + os.sep) else _PACKAGE
        digest.update(os.fsencode(os.path.relpath(path, root)))
        with open(path, "rb") as file:
            digest.update(file.read())
    return digest.hexdigest() if _stamps() == before else os.urandom(16).hex()


def compiled_file(name: str) -> str | None:
    """The path of what was compiled from the rule files when the wheel was built; None in a checkout, and where
    a file was changed after it was installed.
    """
    path = os.path.join(_PACKAGE, "compiled", f"{name}.json")
    try:
        installed = os.stat(path).st_mtime_ns
    except OSError:
        return None
    return path if _stamps_at_first()[2] <= installed + _INSTALLING else None


@cache
def _stamps_at_first() -> tuple[int, int, int]:
    return _stamps()


def _stamps() -> tuple[int, int, int]:
    """A hash of the stamps of all own files, and of the folders that change when a package is installed,
    removed or updated; the time of the last change in nanoseconds, and that of the last change of an own file.
    """
    own = [os.stat(path) for path in _own_files()]
    stats = own + [os.stat(path) for path in filter(os.path.isdir, _site_packages())]
    stamps = [(s.st_mtime_ns, s.st_ctime_ns, s.st_size, s.st_ino) for s in stats]
    newest = max(max(map(itemgetter(0), stamps)), max(map(itemgetter(1), stamps)))
    # Hashes of numbers are the same in every process, and take no import.
    return hash(frozenset(stamps)), newest, max(stat.st_mtime_ns for stat in own)


def _own_files() -> list[str]:
    """The paths of all own files. Each run does this: it takes half the time of `os.walk`."""
    found: list[str] = []
    folders = [(_PACKAGE, ".py"), (rules_folder(), ".yml")]
    for folder, ending in folders:
        try:
            names = os.listdir(folder)
        except NotADirectoryError:
            continue  # a file without an extension
        for name in names:
            if name.endswith(ending):
                found.append(f"{folder}{os.sep}{name}")
            elif "." not in name and name != "__pycache__":
                folders.append((f"{folder}{os.sep}{name}", ending))
    return found


def _site_packages() -> list[str]:
    return [path for path in sys.path if path.endswith(("site-packages", "dist-packages"))]


def _versions() -> list[str]:
    """The names of the `.dist-info` folders of `_DEPENDENCIES`, which have the versions in them.

    importlib.metadata would take as long as checking several posts.
    """
    return sorted(
        name
        for folder in _site_packages()
        if os.path.isdir(folder)
        for name in os.listdir(folder)
        if name.endswith(".dist-info") and name.split("-")[0].lower() in _DEPENDENCIES
    )
