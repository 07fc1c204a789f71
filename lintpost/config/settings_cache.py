"""Run settings as the cache stores them, so that a run whose posts are all cached reads no rules.

They are stored with the stamps of every file that the settings were read from, and with the settings'
fingerprint, under which the results of posts are found.
"""

import json
import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from lintpost.config.run_settings import CliOverrides, FailOn, RunSettings
from lintpost.files.settings_error import FilePosition
from lintpost.files.sources import note
from lintpost.files.stamp import file_stamp, settled
from lintpost.language import environment_language

if TYPE_CHECKING:
    from lintpost.config.settings import Settings

_DEPENDENCIES = (
    "pyyaml", "ahocorasick_rs", "jsonschema_rs", "ipadic", "mecab_python3", "pyromark", "rapidfuzz", "regex",
)  # fmt: skip
"""Packages whose version may change what is found in a post."""
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class CachedSettings(NamedTuple):
    """Run settings, and the fingerprint of the whole settings: a digest of everything that the findings
    of a post depend on beside the post.
    """

    run_settings: RunSettings
    fingerprint: str


def cache_key(config: str | None, overlay: CliOverrides) -> str:
    """What settings are stored under: the file as it was named, and everything that is in no file."""
    place = os.path.abspath(config) if config is not None else os.getcwd()
    return json.dumps([config, place, overlay, environment_language(), sys.version])


def cached_settings(settings: "Settings", sources: Iterable[str]) -> CachedSettings:
    """The part of settings that is cached. `sources` are the files and folders they were read from."""
    return CachedSettings(settings.run_settings, _fingerprint(settings, sources))


def to_json(cached: CachedSettings, sources: Iterable[str]) -> str:
    """Cached settings as JSON, with the stamps of the files that they depend on."""
    files = [*sources, *_own_files(), *_site_packages()]
    stamps = [
        [path, stamp[0], settled(stamp[1])]
        for path in files
        if (stamp := file_stamp(path)) is not None
    ]
    return json.dumps([cached.fingerprint, cached.run_settings, stamps], ensure_ascii=False)


def from_json(text: str) -> CachedSettings | None:
    """What `to_json` wrote; None where a file has changed since, or the text is damaged."""
    try:
        fingerprint, fields, stamps = json.loads(text)
        if any(file_stamp(path) != (size, mtime) for path, size, mtime in stamps):
            return None
        note(*(path for path, _, _ in stamps))
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
    return CachedSettings(run_settings, fingerprint)


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
    """A digest of contents, not places: the same in every checkout of the same site."""
    from hashlib import blake2b

    from lintpost.packs.builtin import rules_folder

    digest = blake2b(digest_size=16)
    beside_files: list[Any] = [
        sys.version, _versions(), settings.overlay, settings.lang, os.sep,
    ]  # fmt: skip
    digest.update(repr(beside_files).encode())
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
