"""Checks the posts whose results are not cached, and takes the results of the others from the cache."""

import os
from collections.abc import Callable, Iterator
from datetime import datetime

from lintpost.engine.cache import result_json
from lintpost.engine.cache.entry import Dependencies, Entry, current_stamp, digest_of
from lintpost.engine.cache.facts_text import facts_of
from lintpost.engine.cache.keys import Key, by_settings, can_save, keys_of, note_files, save
from lintpost.engine.cache.store import Store
from lintpost.engine.check_path import CheckedPost
from lintpost.engine.configurations import Configurations
from lintpost.engine.finding import PostResult
from lintpost.files.sources import is_recording, record_paths
from lintpost.files.stamp import stamp_of
from lintpost.post.regular_file import open_regular
from lintpost.post.source import decode
from lintpost.site.answers import answers_hold
from lintpost.site.files import SiteFiles
from lintpost.site.queries import now

_BATCH = 200
"""Results that are read, or written, at once."""


def cached_check(
    paths: list[str],
    configurations: Configurations,
    keep_text: bool,
    check: Callable[[list[str]], Iterator[list[CheckedPost]]],
) -> Iterator[PostResult]:
    """The results in the order of the paths; `check` checks the posts that are not cached."""
    store = configurations.store
    assert store is not None
    if is_recording():
        record_paths(*map(os.path.abspath, paths))
    keys = keys_of(paths, configurations, store)
    valid = _valid(keys, store, now(configurations.overlay.today))
    checked = (one for batch in check([p for p in paths if p not in valid]) for one in batch)
    unsaved: dict[Key, Entry] = {}
    try:
        for at in range(0, len(paths), _BATCH):
            batch = paths[at : at + _BATCH]
            stored = _stored_results([path for path in batch if path in valid], keys, store)
            for path in batch:
                result = None
                if path in valid:
                    result = _result(path, stored.get(path), valid[path], keep_text)
                if result is None:
                    one = next(checked) if path not in valid else next(check([path]))[0]
                    if can_save(one.entry, keys[path]):
                        unsaved[keys[path]] = one.entry
                        note_files(keys[path].root, one.entry.dependencies.queries)
                    result = one.result
                yield result
            save(store, unsaved)
        next(checked, None)  # workers that are done end by themselves, and need not be terminated
    finally:
        save(store, unsaved)


def _valid(keys: dict[str, Key], store: Store, time: datetime) -> dict[str, Dependencies]:
    """The posts whose stored results are valid, with the dependencies as they are now.

    A result is valid while the post's file is the one that was checked, and the disk and the clock
    would answer the checks' queries as they did.
    """
    sites = {key.root: SiteFiles(key.root) for key in keys.values()}
    valid: dict[str, Dependencies] = {}
    for settings_id, paths in by_settings(keys, keys).items():
        stored = store.dependencies(settings_id, [keys[path].path for path in paths])
        touched = {}
        for path in paths:
            key = keys[path]
            dependencies = stored.get(key.path)
            if dependencies is not None:
                note_files(key.root, dependencies.queries)
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


def _stored_results(
    paths: list[str], keys: dict[str, Key], store: Store
) -> dict[str, tuple[bytes, bytes]]:
    found: dict[str, tuple[bytes, bytes]] = {}
    for settings_id, group in by_settings(paths, keys).items():
        texts = store.results(settings_id, [keys[path].path for path in group])
        found |= {path: texts[keys[path].path] for path in group if keys[path].path in texts}
    return found


def _result(
    path: str, stored: tuple[bytes, bytes] | None, dependencies: Dependencies, keep_text: bool
) -> PostResult | None:
    """A stored result; None where it is damaged, or the post's text is needed and has just changed."""
    if stored is None:
        return None
    try:
        facts = facts_of(stored[1], dependencies.digest)
        result = result_json.from_json(path, stored[0], dependencies.queries, facts)
        if not keep_text or not result.findings or facts is not None:
            return result
        with open_regular(path) as file:
            stat = os.fstat(file.fileno())
            data = file.read(dependencies.stamp[0] + 1)
    except (ValueError, TypeError, LookupError, OSError):
        return None
    if stamp_of(stat) != dependencies.stamp and digest_of(data) != dependencies.digest:
        return None
    return result._replace(text=decode(path, data))
