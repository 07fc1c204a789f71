"""Takes over results under former settings for posts that have none under the present ones."""

import os
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from lintpost.engine.cache.carried import Carried, outcome
from lintpost.engine.cache.difference import Difference, difference
from lintpost.engine.cache.entry import Dependencies, Entry, digest_of
from lintpost.engine.cache.keys import Key, by_settings
from lintpost.engine.cache.manifest import from_bytes
from lintpost.engine.cache.store import Store
from lintpost.engine.cache.stored import current_facts, stored_results, valid_results
from lintpost.post.regular_file import open_regular

_BATCH = 200
"""Results that are read, or written, at once."""
_MOST = 8
"""Former settings that are looked at, the newest: to compare two takes some 10 ms."""


class Former(NamedTuple):
    """Of posts by path: the dependencies of those whose results hold, and are stored under the present settings now; and
    what is carried over of those that must be opened, without the stored texts, with the keys that have them.
    """

    valid: dict[str, Dependencies]
    carried: dict[str, Carried]
    keys: dict[str, Key]

    def texts(self, paths: list[str], store: Store) -> dict[str, Carried]:
        """What is carried over of some of the posts, whole, but for damaged ones."""
        some = [path for path in paths if path in self.carried]
        found = stored_results(some, self.keys, store)
        return {
            path: self.carried[path]._replace(result=result, facts=facts)
            for path, (result, facts) in found.items()
        }


def carry_over(keys: Mapping[str, Key], store: Store, time: datetime) -> Former:
    """What holds of posts' results under former settings, those that differ least first. `keys` are the posts' keys under
    the present settings; a result counts as it would under its own.
    """
    found = Former({}, {}, {})
    for settings_id, paths in by_settings(keys, dict(keys)).items():
        left = {path: keys[path] for path in paths}
        for former_id, change in _differences(settings_id, store):
            if not left:
                break
            _take_over(left, former_id, change, store, time, found)
            left = {
                path: key
                for path, key in left.items()
                if path not in found.valid and path not in found.carried
            }
    return found


def carry_facts(keys: Mapping[str, Key], store: Store) -> set[str]:
    """Store the facts of posts under the present settings that hold since former ones; returns the posts."""
    done: set[str] = set()
    for settings_id, paths in by_settings(keys, dict(keys)).items():
        for former_id, change in _differences(settings_id, store):
            left = {
                path: keys[path]._replace(settings_id=former_id)
                for path in paths
                if path not in done
            }
            if not left or not change.keeps_facts:
                continue
            current = current_facts(left, store)
            for some in _batches([*current]):
                texts = store.facts(former_id, [keys[path].path for path in some])
                entries = {
                    keys[path].path: Entry(
                        current[path].dependencies, b"", texts[keys[path].path], keys[path].settings
                    )
                    for path in some
                    if keys[path].path in texts
                }
                store.save(settings_id, entries)
                done.update(path for path in some if keys[path].path in entries)
    return done


def former_reviews(settings_id: int, store: Store) -> tuple[str, str]:
    """The reviews under former settings that hold under the present ones, as `Store.reviews` gives them."""
    for former_id, change in _differences(settings_id, store):
        found = store.reviews(former_id) if change.keeps_facts else ("", "")
        if found[1]:
            store.save_reviews(settings_id, *found)
            return found
    return "", ""


def _differences(settings_id: int, store: Store) -> list[tuple[int, Difference]]:
    """The former settings of which something holds, those that differ least first."""
    stored = store.manifests(settings_id)
    present = from_bytes(stored.pop(settings_id, b""))
    if present is None:
        return []
    found = []
    for former_id, data in [*stored.items()][:_MOST]:
        former = from_bytes(data)
        change = difference(former, present) if former is not None else None
        if change is not None:
            found.append((former_id, change))
    return sorted(found, key=lambda item: item[1].size)


def _take_over(
    left: dict[str, Key],
    former_id: int,
    change: Difference,
    store: Store,
    time: datetime,
    found: Former,
) -> None:
    """Take over from one of the former settings."""
    former = {path: key._replace(settings_id=former_id) for path, key in left.items()}
    valid = valid_results(former, store, time)
    for paths in _batches([*valid]):
        entries: dict[int, dict[str, Entry]] = {}
        for path, texts in stored_results(paths, former, store).items():
            key = left[path]
            try:
                data = _read(path, valid[path]) if change.names is not None else b""
                result = outcome(path, texts, valid[path], change, data, key.settings)
            except (ValueError, TypeError, LookupError, OSError):  # damaged, or changed just now
                continue
            if result.entry is not None:
                entries.setdefault(key.settings_id, {})[key.path] = result.entry
                found.valid[path] = valid[path]
            elif result.carried is not None:
                found.carried[path] = result.carried._replace(result=b"", facts=b"")
                found.keys[path] = former[path]
        for settings_id, some in entries.items():
            store.save(settings_id, some)
            if change.covers:  # or every edit would make the cache larger by all results
                store.drop(former_id, [*some])


def _read(path: str, dependencies: Dependencies) -> bytes:
    """The bytes of a post. Raises ValueError where they are not those that were checked, or `OSError`."""
    with open_regular(path) as file:
        data = file.read(os.fstat(file.fileno()).st_size + 1)
    if digest_of(data) != dependencies.digest:
        raise ValueError("changed")
    return data


def _batches(paths: list[str]) -> Iterator[list[str]]:
    for at in range(0, len(paths), _BATCH):
        yield paths[at : at + _BATCH]
