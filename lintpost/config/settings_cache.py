"""The head of settings, kept with what tells whether it still holds, so that most runs read no rules."""

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

_PACKAGES = (
    "pyyaml", "ahocorasick_rs", "jsonschema_rs", "ipadic", "mecab_python3", "pyromark", "rapidfuzz", "regex",
)  # fmt: skip
"""What the findings of a post may depend on, beside lintpost."""
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_FRESH = 2_000_000_000
"""Nanoseconds in which a file may change again without its time changing: the steps of FAT's clock."""


def cache_key(config: str | None, overlay: CliOverrides) -> str:
    """What a head is kept under: the file as it was named, and all that is no file."""
    place = os.path.abspath(config) if config is not None else os.getcwd()
    return json.dumps([config, place, overlay, environment_language(), sys.version])


def written(settings: "Settings", sources: Iterable[str]) -> tuple[str, str]:
    """A head as text, and the fingerprint of all that its posts are held to.

    `sources` are the files and folders that the settings were read from.
    """
    files = [*sources, *_own_files(), *_site_packages()]
    mark = _fingerprint(settings, sources)
    now = time.time_ns()
    found = ((path, _stamp(path)) for path in files)
    stamps = [
        [path, stamp[0], stamp[1] if now - stamp[1] > _FRESH else 0]
        for path, stamp in found
        if stamp
    ]
    return json.dumps([mark, settings.head, stamps], ensure_ascii=False), mark


def read(text: str) -> tuple[RunSettings, str] | None:
    """What `written` wrote; None where a file that it rests on has changed, or it cannot be read."""
    try:
        mark, fields, stamps = json.loads(text)
        if any(_stamp(path) != (size, mtime) for path, size, mtime in stamps):
            return None
        path, root, posts, exclude, lang, (severity, rules), most, baseline, max_bytes, packs = (
            fields
        )
        fail_on = FailOn(severity, tuple((rule, FilePosition(*place)) for rule, place in rules))
        head = RunSettings(
            path, root, tuple(posts), tuple(exclude), lang, fail_on, most, baseline, max_bytes,
            tuple(packs),
        )  # fmt: skip
    except (ValueError, TypeError):
        return None
    return head, mark


def _stamp(path: str) -> tuple[int, int] | None:
    """Size and time; None where nothing is. What a folder lists changes its time, and its size may not count."""
    try:
        stat = os.stat(path)
    except OSError:
        return None
    return stat.st_size, stat.st_mtime_ns


def _own_files() -> list[str]:
    """The modules of lintpost: a checkout changes without a new version."""
    return sorted(
        os.path.join(folder, name)
        for folder, _, names in os.walk(_PACKAGE)
        for name in names
        if name.endswith(".py")
    )


def _site_packages() -> list[str]:
    """The folders whose time changes when a package is put in, taken out or brought up to date."""
    return [path for path in sys.path if path.endswith(("site-packages", "dist-packages"))]


def _fingerprint(settings: "Settings", sources: Iterable[str]) -> str:
    """A digest of what the findings of a post depend on beside the post, by content: the same in every
    checkout of the same site.
    """
    from hashlib import blake2b

    from lintpost.packs.builtin import rules_folder

    digest = blake2b(digest_size=16)
    told: list[Any] = [sys.version, _versions(), settings.overlay, settings.lang, os.sep]
    digest.update(repr(told).encode())
    ours = rules_folder() + os.sep
    for path in (*sorted(sources), *_own_files()):
        if os.path.isfile(path):
            inside = path.startswith(ours) or path.startswith(_PACKAGE)
            shown = os.path.basename(path) if inside else os.path.relpath(path, settings.root)
            digest.update(shown.encode())
            with open(path, "rb") as file:
                digest.update(file.read())
    return digest.hexdigest()


def _versions() -> list[str]:
    """The packages with their versions, by the folders that installers keep (PyPA's `.dist-info`): to ask
    importlib.metadata takes as long as checking several posts.
    """
    return sorted(
        name
        for folder in _site_packages()
        if os.path.isdir(folder)
        for name in os.listdir(folder)
        if name.endswith(".dist-info") and name.split("-")[0].lower() in _PACKAGES
    )
