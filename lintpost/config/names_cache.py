"""The names of a dictionary, kept compiled: to read five thousand as YAML takes as long as many posts."""

import os
from datetime import date
from typing import TYPE_CHECKING, Any

from lintpost import __version__
from lintpost.config.names_file import read_names
from lintpost.packs.cache import load, store
from lintpost.packs.sources import note
from lintpost.site.name import Name

if TYPE_CHECKING:
    from lintpost.site.terms import Term

_SMALL = 2_000
"""Bytes of a file that is read as fast as its cache."""


def cached_names(path: str) -> "tuple[list[Name], list[Term] | None]":
    """`read_names`, from the cache while the file is what it was. Raises `SettingsError`.

    A dictionary of prh's imports other files, and is read anew.
    """
    try:
        stat = os.stat(path)
    except OSError:
        return read_names(path)
    if stat.st_size < _SMALL:
        return read_names(path)
    note(path)
    key, fingerprint = f"names:{path}", [__version__, stat.st_size, stat.st_mtime_ns]
    kept = load(key, fingerprint)
    if kept is not None:
        return [_name(fields) for fields in kept], None
    names, terms = read_names(path)
    if terms is None:
        store(key, fingerprint, [_fields(name) for name in names])
    return names, terms


def _fields(name: Name) -> dict[str, Any]:
    """What an entry says beyond the defaults, as JSON."""
    return {
        key: value.isoformat() if isinstance(value, date) else value
        for key, value in name._asdict().items()
        if key == "name" or value != Name._field_defaults[key]
    }


def _name(fields: dict[str, Any]) -> Name:
    for key, value in fields.items():
        if isinstance(value, list):
            fields[key] = tuple(value)
        elif key in ("since", "until"):
            fields[key] = date.fromisoformat(value)
    return Name(**fields)
