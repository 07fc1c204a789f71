"""What the entries of posts are stored under in the cache."""

import os
from collections.abc import Iterable
from typing import NamedTuple, TypeGuard

from lintpost.engine.cache.entry import Entry
from lintpost.engine.cache.store import Store
from lintpost.engine.configurations import Configurations
from lintpost.files.settings_error import SettingsError
from lintpost.files.sources import is_recording, record_paths
from lintpost.site.queries import BELOW, HAS, NAMES, TEXT, Query

_PATHS = frozenset([HAS, TEXT, NAMES, BELOW])
"""The kinds of queries that are about a path."""


class Key(NamedTuple):
    """What a post's entry is stored under: the id of its settings, 0 where nothing can be stored, and
    its path from the settings' `root`. `settings` is the digest of the settings' content.
    """

    settings_id: int
    path: str
    root: str
    settings: str


def keys_of(paths: list[str], configurations: Configurations, store: Store) -> dict[str, Key]:
    """The key of each post."""
    folders: dict[str, Key] = {}
    keys = {}
    for path in paths:
        folder, name = os.path.split(path)
        if folder not in folders:
            folders[folder] = _folder_key(os.path.abspath(folder), configurations, store)
        settings_id, below, root, settings = folders[folder]
        keys[path] = Key(settings_id, below + name, root, settings)
    return keys


def _folder_key(folder: str, configurations: Configurations, store: Store) -> Key:
    """The key of a folder's posts, but for their names."""
    try:
        cached = configurations.cached_settings(configurations.config_for(folder))
    except SettingsError:
        return Key(0, "", "", "")
    root = cached.run_settings.root
    below = os.path.relpath(folder, root).replace(os.sep, "/")
    settings_id = store.settings_id(cached.fingerprint)
    return Key(settings_id, "" if below == "." else f"{below}/", root, cached.content)


def can_save(entry: Entry | None, key: Key) -> TypeGuard[Entry]:
    """Whether an entry belongs to a key: a settings file may have changed before the post was checked."""
    return bool(key.settings_id) and entry is not None and entry.settings == key.settings


def by_settings(paths: Iterable[str], keys: dict[str, Key]) -> dict[int, list[str]]:
    """The paths whose entries can be stored, by the id of their settings."""
    found: dict[int, list[str]] = {}
    for path in paths:
        if keys[path].settings_id:
            found.setdefault(keys[path].settings_id, []).append(path)
    return found


def save(store: Store, entries: dict[Key, Entry]) -> None:
    """Store entries, and empty the mapping."""
    groups: dict[int, dict[str, Entry]] = {}
    for key, entry in entries.items():
        groups.setdefault(key.settings_id, {})[key.path] = entry
    for settings_id, group in groups.items():
        store.save(settings_id, group)
    entries.clear()


def note_files(root: str, queries: Iterable[Query]) -> None:
    """Say which files checks looked for."""
    if is_recording():
        found = [query.subject for query in queries if query.kind in _PATHS]
        record_paths(*(os.path.join(root, subject) for subject in found))
