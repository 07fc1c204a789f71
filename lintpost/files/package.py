"""lintpost's own files, its modules and rules: in a checkout they change without a new version."""

import os
import sys
from functools import cache
from zlib import crc32

from lintpost.files.stamp import FileStamp, file_stamp, is_settled, stamp_of

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_DEPENDENCIES = (
    "pyyaml", "ahocorasick_rs", "jsonschema_rs", "ipadic", "mecab_python3", "pyromark", "rapidfuzz", "regex",
)  # fmt: skip
"""Packages whose version may change what is found in a post."""


@cache
def rules_folder() -> str:
    """``rules/``: in the package once installed, beside it in a checkout."""
    inside = os.path.join(_PACKAGE, "rules")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(_PACKAGE), "rules")


def is_own_file(path: str) -> bool:
    """Whether an absolute path is one of lintpost's own files."""
    return path.startswith((_PACKAGE + os.sep, rules_folder() + os.sep))


@cache
def package_stamp() -> str:
    """Stands for lintpost's modules and rules, the installed packages, and Python.

    It is taken once in a process, at first use, since later changes do not change the code that runs.
    Where a file changed so recently that its stamp proves nothing, no other process has the same.
    """
    files = _stamps_at_first()
    newest = max(max(stamp.mtime, stamp.ctime) for _, stamp in files)
    if not is_settled(newest):
        return f"unsettled {os.urandom(16).hex()}"
    # crc32, since importing hashlib takes longer than all the rest.
    return f"{len(files)} {newest} {crc32(repr((sys.version, files)).encode()):08x}"


@cache
def package_digest() -> str:
    """A digest of what `package_stamp` stands for, by content: the same on every machine.

    Where files changed since this process began to use them, no other process has the same.
    """
    from hashlib import blake2b

    before = _stamps_at_first()
    digest = blake2b(repr((sys.version, os.sep, _versions())).encode(), digest_size=16)
    for path, _ in before:
        if os.path.isfile(path):
            root = rules_folder() if path.startswith(rules_folder() + os.sep) else _PACKAGE
            digest.update(os.fsencode(os.path.relpath(path, root)))
            with open(path, "rb") as file:
                digest.update(file.read())
    return digest.hexdigest() if _stamps() == before else os.urandom(16).hex()


@cache
def _stamps_at_first() -> list[tuple[str, FileStamp]]:
    return _stamps()


def _stamps() -> list[tuple[str, FileStamp]]:
    """The stamps of all own files, and of the folders that change when a package is installed, removed
    or updated.
    """
    found: list[tuple[str, FileStamp]] = []
    _add_stamps(_PACKAGE, ".py", found)
    _add_stamps(rules_folder(), ".yml", found)
    found.sort()
    for folder in _site_packages():
        stamp = file_stamp(folder)
        if stamp is not None:
            found.append((folder, stamp))
    return found


def _add_stamps(folder: str, ending: str, found: list[tuple[str, FileStamp]]) -> None:
    """Half the time of `os.walk` and `os.stat`: each run does this."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(ending):
                found.append((entry.path, stamp_of(entry.stat())))
            elif "." not in entry.name and entry.name != "__pycache__" and entry.is_dir():
                _add_stamps(entry.path, ending, found)


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
