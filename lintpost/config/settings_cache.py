"""Serialises run settings with the stamps of the files that they come from.

A run that finds them in the cache, still valid, needs to read neither rules nor dictionaries.
"""

import json
import os
import sys
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from lintpost.config.run_settings import CliOverrides, FailOn, RunSettings
from lintpost.files.settings_error import FilePosition
from lintpost.language import environment_language

if TYPE_CHECKING:
    from lintpost.config.settings import Settings

_DEPENDENCIES = (
    "pyyaml", "ahocorasick_rs", "jsonschema_rs", "ipadic", "mecab_python3", "pyromark", "rapidfuzz", "regex",
)  # fmt: skip
"""Packages whose version may change what is found in a post."""
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_FRESH = 2_000_000_000
"""Age in nanoseconds below which a modification time proves nothing: FAT counts time in steps of 2 s."""


def cache_key(config: str | None, overlay: CliOverrides) -> str:
    """The key of a configuration's run settings: its path, and what they depend on besides files."""
    place = os.path.abspath(config) if config is not None else os.getcwd()
    return json.dumps([config, place, overlay, environment_language(), sys.version])


def dump(settings: "Settings", sources: Iterable[str]) -> tuple[str, str]:
    """The run settings as JSON, and the fingerprint of everything that findings depend on.

    `sources` are the files and folders that the settings were read from. Raises `OSError` where one
    of them cannot be read any more.
    """
    files = [*sources, *_own_files(), *_site_packages()]
    fingerprint = _fingerprint(settings, sources)
    now = time.time_ns()
    found = ((path, _stamp(path)) for path in files)
    stamps = [
        [path, stamp[0], stamp[1] if now - stamp[1] > _FRESH else 0]
        for path, stamp in found
        if stamp
    ]
    return json.dumps([fingerprint, settings.run_settings, stamps], ensure_ascii=False), fingerprint


def load(text: str) -> tuple[RunSettings, str] | None:
    """The run settings and the fingerprint that `dump` wrote.

    None where one of the files has changed since, or the text cannot be read.
    """
    try:
        fingerprint, fields, stamps = json.loads(text)
        if any(_stamp(path) != (size, mtime) for path, size, mtime in stamps):
            return None
        path, root, posts, exclude, lang, (severity, rules), most, baseline, max_bytes, packs = (
            fields
        )
        fail_on = FailOn(severity, tuple((rule, FilePosition(*place)) for rule, place in rules))
        run_settings = RunSettings(
            path, root, tuple(posts), tuple(exclude), lang, fail_on, most, baseline, max_bytes,
            tuple(packs),
        )  # fmt: skip
    except (ValueError, TypeError):
        return None
    return run_settings, fingerprint


def _stamp(path: str) -> tuple[int, int] | None:
    """Size in bytes and modification time in nanoseconds; None for a path that does not exist.

    A folder's time changes with the list of its files.
    """
    try:
        stat = os.stat(path)
    except OSError:
        return None
    return stat.st_size, stat.st_mtime_ns


def _own_files() -> list[str]:
    """lintpost's own modules: in a checkout they change without a new version."""
    return sorted(
        os.path.join(folder, name)
        for folder, _, names in os.walk(_PACKAGE)
        for name in names
        if name.endswith(".py")
    )


def _site_packages() -> list[str]:
    """The folders whose time changes when a package is installed, removed or updated."""
    return [path for path in sys.path if path.endswith(("site-packages", "dist-packages"))]


def _fingerprint(settings: "Settings", sources: Iterable[str]) -> str:
    """A digest of everything but the post that its findings depend on.

    It is made from contents and relative paths, so that it is the same in every checkout of a site.
    """
    from hashlib import blake2b

    from lintpost.packs.builtin import rules_folder

    digest = blake2b(digest_size=16)
    environment: list[Any] = [sys.version, _versions(), settings.overlay, settings.lang, os.sep]
    digest.update(repr(environment).encode())
    builtin = rules_folder() + os.sep
    for path in (*sorted(sources), *_own_files()):
        if os.path.isfile(path):
            inside = path.startswith(builtin) or path.startswith(_PACKAGE)
            shown = os.path.basename(path) if inside else os.path.relpath(path, settings.root)
            digest.update(shown.encode())
            with open(path, "rb") as file:
                digest.update(file.read())
    return digest.hexdigest()


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
