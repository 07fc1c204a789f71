"""A house's names and tags, kept compiled: to read thousands as YAML takes as long as many posts."""

import os
from datetime import date
from typing import TYPE_CHECKING, Any

from lintpost import __version__
from lintpost.config.dictionaries.names_file import read_names
from lintpost.config.dictionaries.tags_file import read_vocabularies
from lintpost.files.compiled_cache import load, store
from lintpost.files.sources import note
from lintpost.site.name import Name
from lintpost.site.vocabulary import Tag, Vocabulary

if TYPE_CHECKING:
    from lintpost.site.terms import Term

_SMALL = 2_000
"""Bytes of a file that is read as fast as its cache."""


def cached_names(path: str) -> "tuple[list[Name], list[Term] | None]":
    """`read_names`, from the cache while the file is what it was. Raises `SettingsError`.

    A dictionary of prh's imports other files, and is read anew.
    """
    mark = _mark(path)
    kept = load(f"names:{path}", mark) if mark else None
    if kept is not None:
        return [Name(**_values(fields)) for fields in kept], None
    names, terms = read_names(path)
    if mark and terms is None:
        store(f"names:{path}", mark, [_fields(name) for name in names])
    return names, terms


def cached_vocabularies(path: str) -> dict[str, Vocabulary]:
    """`read_vocabularies`, from the cache while the file is what it was. Raises `SettingsError`."""
    mark = _mark(path)
    kept = load(f"tags:{path}", mark) if mark else None
    if kept is not None:
        return {
            field: Vocabulary(Tag(**_values(fields)) for fields in tags)
            for field, tags in kept.items()
        }
    found = read_vocabularies(path)
    if mark:
        vocabularies = found.items()
        value = {field: [_fields(tag) for tag in one.tags.values()] for field, one in vocabularies}
        store(f"tags:{path}", mark, value)
    return found


def _mark(path: str) -> list[Any] | None:
    """What differs once a file has changed; None for one that is not kept."""
    try:
        stat = os.stat(path)
    except OSError:
        return None
    if stat.st_size < _SMALL:
        return None
    note(path)
    return [__version__, stat.st_size, stat.st_mtime_ns]


def _fields(entry: Name | Tag) -> dict[str, Any]:
    """What an entry says beyond the defaults, as JSON."""
    return {
        key: value.isoformat() if isinstance(value, date) else value
        for key, value in entry._asdict().items()
        if key == "name" or value != entry._field_defaults[key]
    }


def _values(fields: dict[str, Any]) -> dict[str, Any]:
    for key, value in fields.items():
        if isinstance(value, list):
            fields[key] = tuple(value)
        elif key in ("since", "until"):
            fields[key] = date.fromisoformat(value)
    return fields
