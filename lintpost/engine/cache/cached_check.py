"""Checks the posts whose results are not cached, and takes the results of the others from the cache."""

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import NamedTuple, TypeGuard

from lintpost.engine.cache import result_json
from lintpost.engine.cache.entry import Dependencies, Entry, current_stamp, digest_of
from lintpost.engine.cache.store import Store
from lintpost.engine.check_path import CheckedPost
from lintpost.engine.configurations import Configurations
from lintpost.engine.finding import PostResult
from lintpost.files.settings_error import SettingsError
from lintpost.files.sources import is_recording, record_paths
from lintpost.files.stamp import stamp_of
from lintpost.post.regular_file import open_regular
from lintpost.post.source import decode
from lintpost.site.answers import answers_hold
from lintpost.site.files import SiteFiles
from lintpost.site.queries import HAS, Query, now

_BATCH = 200
"""Results that are read, or written, at once."""


class _Key(NamedTuple):
    """What a post's entry is stored under: the id of its settings, 0 where nothing can be stored, and
    its path from the settings' `root`. `settings` is the digest of the settings' content.
    """

    settings_id: int
    path: str
    root: str
    settings: str


def cached_check(
    paths: list[str],
    configurations: Configurations,
    keep_text: bool,
    check: Callable[[list[str]], Iterator[list[CheckedPost]]],
    *,
    only_facts: bool = False,
) -> Iterator[PostResult]:
    """The results in the order of the paths; `check` checks the posts that are not cached.

    With `only_facts` they have facts and no findings.
    """
    store = configurations.store
    assert store is not None
    if is_recording():
        record_paths(*map(os.path.abspath, paths))
    keys = _keys(paths, configurations, store)
    time = now(configurations.overlay.today)
    valid = _valid(keys, store, time, only_facts=only_facts)
    checked = (one for batch in check([p for p in paths if p not in valid]) for one in batch)
    unsaved: dict[_Key, Entry] = {}
    try:
        for at in range(0, len(paths), _BATCH):
            batch = paths[at : at + _BATCH]
            stored = _stored_results([path for path in batch if path in valid], keys, store)
            for path in batch:
                result = None
                if path in valid:
                    if only_facts:
                        result = _noted(path, stored.get(path), valid[path])
                    else:
                        result = _result(path, stored.get(path), valid[path], keep_text)
                if result is None:
                    one = next(checked) if path not in valid else next(check([path]))[0]
                    if _can_save(one.entry, keys[path]):
                        unsaved[keys[path]] = one.entry
                        _note_files(keys[path].root, one.entry.dependencies.queries)
                    result = one.result
                yield result
            _save(store, unsaved)
        next(checked, None)  # workers that are done end by themselves, and need not be terminated
    finally:
        _save(store, unsaved)


def _keys(paths: list[str], configurations: Configurations, store: Store) -> dict[str, _Key]:
    """The key of each post."""
    folders: dict[str, _Key] = {}
    keys = {}
    for path in paths:
        folder, name = os.path.split(path)
        if folder not in folders:
            folders[folder] = _folder_key(os.path.abspath(folder), configurations, store)
        settings_id, below, root, settings = folders[folder]
        keys[path] = _Key(settings_id, below + name, root, settings)
    return keys


def _folder_key(folder: str, configurations: Configurations, store: Store) -> _Key:
    """The key of a folder's posts, but for their names."""
    try:
        cached = configurations.cached_settings(configurations.config_for(folder))
    except SettingsError:
        return _Key(0, "", "", "")
    root = cached.run_settings.root
    below = os.path.relpath(folder, root).replace(os.sep, "/")
    settings_id = store.settings_id(cached.fingerprint)
    return _Key(settings_id, "" if below == "." else f"{below}/", root, cached.content)


def _can_save(entry: Entry | None, key: _Key) -> TypeGuard[Entry]:
    """Whether an entry belongs to a key: a settings file may have changed before the post was checked."""
    return bool(key.settings_id) and entry is not None and entry.settings == key.settings


def _valid(
    keys: dict[str, _Key], store: Store, time: datetime, *, only_facts: bool
) -> dict[str, Dependencies]:
    """The posts whose stored results are valid, with the dependencies as they are now.

    A result is valid while the post's file is the one that was checked, and the disk and the clock
    would answer the checks' queries as they did.
    """
    sites = {key.root: SiteFiles(key.root) for key in keys.values()}
    valid: dict[str, Dependencies] = {}
    for settings_id, paths in _by_settings(keys, keys).items():
        stored = store.dependencies(
            settings_id, [keys[path].path for path in paths], only_facts=only_facts
        )
        touched = {}
        for path in paths:
            key = keys[path]
            dependencies = stored.get(key.path)
            if dependencies is not None:
                _note_files(key.root, dependencies.queries)
            stamp = current_stamp(path, dependencies) if dependencies is not None else None
            if dependencies is None or stamp is None:
                continue
            queries = dependencies.queries
            if queries and not answers_hold(queries, sites[key.root], time):
                continue
            if stamp is not dependencies.stamp:
                dependencies = dependencies._replace(stamp=stamp)
                touched[key.path] = stamp
            valid[path] = dependencies
        store.touch(settings_id, touched)
    return valid


def _note_files(root: str, queries: Iterable[Query]) -> None:
    """Say which files checks looked for."""
    if is_recording():
        record_paths(*(os.path.join(root, query.subject) for query in queries if query.kind == HAS))


def _by_settings(paths: Iterable[str], keys: dict[str, _Key]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for path in paths:
        if keys[path].settings_id:
            found.setdefault(keys[path].settings_id, []).append(path)
    return found


def _stored_results(
    paths: list[str], keys: dict[str, _Key], store: Store
) -> dict[str, tuple[bytes, str]]:
    found: dict[str, tuple[bytes, str]] = {}
    for settings_id, group in _by_settings(paths, keys).items():
        texts = store.results(settings_id, [keys[path].path for path in group])
        found |= {path: texts[keys[path].path] for path in group if keys[path].path in texts}
    return found


def _save(store: Store, entries: dict[_Key, Entry]) -> None:
    by_settings: dict[int, dict[str, Entry]] = {}
    for key, entry in entries.items():
        by_settings.setdefault(key.settings_id, {})[key.path] = entry
    for settings_id, group in by_settings.items():
        store.save(settings_id, group)
    entries.clear()


def _noted(
    path: str, stored: tuple[bytes, str] | None, dependencies: Dependencies
) -> PostResult | None:
    """A result with stored facts alone; None where they are damaged."""
    if stored is None:
        return None
    try:
        facts = result_json.facts_from_json(stored[1], dependencies.digest)
    except (ValueError, TypeError):
        return None
    return PostResult(path, (), (), 0, None, facts=facts)


def _result(
    path: str, stored: tuple[bytes, str] | None, dependencies: Dependencies, keep_text: bool
) -> PostResult | None:
    """A stored result; None where it is damaged, or the post's text is needed and has just changed."""
    if stored is None:
        return None
    try:
        facts = result_json.facts_from_json(stored[1], dependencies.digest)
        result = result_json.from_json(path, stored[0], dependencies.queries, facts)
        if not keep_text or not result.findings or facts is not None:
            return result
        with open_regular(path) as file:
            stat = os.fstat(file.fileno())
            data = file.read(dependencies.stamp[0] + 1)
    except (ValueError, TypeError, OSError):
        return None
    if stamp_of(stat) != dependencies.stamp and digest_of(data) != dependencies.digest:
        return None
    return result._replace(text=decode(path, data))
