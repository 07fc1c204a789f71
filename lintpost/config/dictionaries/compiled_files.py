"""Caches parsed names and tags files: parsing thousands of entries takes as long as many posts."""

import os
from datetime import date
from typing import TYPE_CHECKING, Any

from lintpost.config.dictionaries.names_file import read_names
from lintpost.config.dictionaries.tags_file import read_vocabularies
from lintpost.files.compiled_cache import load, load_built_in, store
from lintpost.files.package import is_own_file, package_stamp
from lintpost.files.settings_error import SettingsError
from lintpost.files.settings_file import read_settings
from lintpost.files.sources import recorded
from lintpost.site.name import Name
from lintpost.site.vocabulary import Tag, Vocabulary

if TYPE_CHECKING:
    from lintpost.site.terms import Term

_MIN_BYTES = 2_000
"""Size in bytes from which reading the cache is faster than parsing the file."""


def cached_names(path: str) -> "tuple[list[Name], list[Term] | None]":
    """`read_names`, from the cache as long as the file has the same content. Raises `SettingsError`.

    prh dictionaries are not cached, since they may import other files.
    """
    builtin = is_own_file(path)
    built = load_built_in(built_in_file(path)) if builtin else None
    if built is not None:
        return [Name(**_values(fields)) for fields in built], None
    fingerprint = _fingerprint(path)
    cached = load(f"names:{path}", fingerprint, builtin=builtin) if fingerprint else None
    if cached is not None:
        return [Name(**_values(fields)) for fields in cached], None
    with recorded() as sources:
        names, terms = read_names(path)
    if fingerprint and terms is None and sources[path].digest in fingerprint:
        value = [_fields(name) for name in names]
        store(f"names:{path}", fingerprint, value, builtin=builtin)
    return names, terms


def built_in_file(path: str) -> str:
    """The name of what the wheel has of a built-in names dictionary."""
    return "names-" + os.path.splitext(os.path.basename(path))[0]


def compiled_names(path: str) -> list[Any]:
    """A built-in names dictionary as the wheel has it."""
    return [_fields(name) for name in read_names(path)[0]]


def cached_vocabularies(path: str) -> dict[str, Vocabulary]:
    """`read_vocabularies`, from the cache as long as the file has the same content.

    Raises `SettingsError`.
    """
    fingerprint = _fingerprint(path)
    cached = load(f"tags:{path}", fingerprint) if fingerprint else None
    if cached is not None:
        return {
            field: Vocabulary(Tag(**_values(fields)) for fields in tags)
            for field, tags in cached.items()
        }
    with recorded() as sources:
        found = read_vocabularies(path)
    if fingerprint and sources[path].digest in fingerprint:
        vocabularies = found.items()
        value = {field: [_fields(tag) for tag in one.tags.values()] for field, one in vocabularies}
        store(f"tags:{path}", fingerprint, value)
    return found


def _fingerprint(path: str) -> list[str | None] | None:
    """What the entries depend on: the code that reads the file, and its content. None: do not cache."""
    try:
        if os.path.getsize(path) < _MIN_BYTES:
            return None
        with recorded() as sources:
            read_settings(path)
    except (OSError, SettingsError):
        return None  # the reader of the entries says what is wrong
    return [package_stamp(), sources[path].digest]


def _fields(entry: Name | Tag) -> dict[str, Any]:
    """The fields of an entry that differ from the defaults, as JSON values."""
    return {
        key: value.isoformat() if isinstance(value, date) else value
        for key, value in entry._asdict().items()
        if key == "name" or value != entry._field_defaults[key]
    }


def _values(fields: dict[str, Any]) -> dict[str, Any]:
    """The inverse of `_fields`, in place."""
    for key, value in fields.items():
        if isinstance(value, list):
            fields[key] = tuple(value)
        elif key in ("since", "until"):
            fields[key] = date.fromisoformat(value)
    return fields
