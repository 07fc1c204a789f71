"""Takes over results under former settings for posts that have none under the present ones."""

import os
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple, TypeVar

from lintpost.engine.cache.carried import Carried, outcome
from lintpost.engine.cache.difference import Difference, difference
from lintpost.engine.cache.entry import Dependencies, Entry
from lintpost.engine.cache.keys import Key, by_settings
from lintpost.engine.cache.manifest import from_bytes
from lintpost.engine.cache.store import Store
from lintpost.engine.cache.stored import (
    CurrentFacts,
    current_facts,
    stored_results,
    valid_results,
)
from lintpost.files.sources import digest_of
from lintpost.post.regular_file import open_regular

_Found = TypeVar("_Found")
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

        def valid(former_id: int, left: dict[str, Key] = left) -> dict[str, Dependencies]:
            return valid_results(_under(former_id, left), store, time)

        for former_id, change, results in _formers(settings_id, store, valid):
            some = {path: one for path, one in results.items() if path in left}
            _take_over(left, former_id, change, some, store, found)
            for path in some:
                if path in found.valid or path in found.carried:
                    del left[path]
    return found


def carry_facts(keys: Mapping[str, Key], store: Store) -> set[str]:
    """Store the facts of posts under the present settings that hold since former ones; returns the posts."""
    done: set[str] = set()
    for settings_id, paths in by_settings(keys, dict(keys)).items():
        left = {path: keys[path] for path in paths}

        def current(former_id: int, left: dict[str, Key] = left) -> dict[str, CurrentFacts]:
            return current_facts(_under(former_id, left), store)

        for former_id, change, facts in _formers(settings_id, store, current):
            if not change.keeps_facts:
                continue
            for some in _batches([path for path in facts if path in left]):
                texts = store.facts(former_id, [keys[path].path for path in some])
                entries = {}
                for path in some:
                    key = keys[path]
                    if key.path in texts:
                        entry = Entry(facts[path].dependencies, b"", texts[key.path], key.settings)
                        entries[key.path] = entry
                        done.add(path)
                        del left[path]
                store.save(settings_id, entries)
    return done


def former_reviews(settings_id: int, store: Store) -> tuple[str, str]:
    """The reviews under former settings that hold under the present ones, as `Store.reviews` gives them."""

    def stored(former_id: int) -> tuple[str, str] | None:
        found = store.reviews(former_id)
        return found if found[1] else None

    for _, change, reviews in _formers(settings_id, store, stored):
        if change.keeps_facts and reviews is not None:
            store.save_reviews(settings_id, *reviews)
            return reviews
    return "", ""


def _formers(
    settings_id: int, store: Store, find: Callable[[int], _Found]
) -> list[tuple[int, Difference, _Found]]:
    """The former settings of which anything may hold, with what is found under them; those that differ least first."""
    stored = store.manifests(settings_id)
    given = stored.pop(settings_id, b"")
    found = {former_id: find(former_id) for former_id in [*stored][:_MOST]}
    found = {former_id: one for former_id, one in found.items() if one}
    present = (
        from_bytes(given) if found else None
    )  # an edited post has no use for the settings of before
    if present is None:
        return []
    formers = []
    for former_id, one in found.items():
        former = from_bytes(stored[former_id])
        change = difference(former, present) if former is not None else None
        if change is not None:
            formers.append((former_id, change, one))
    return sorted(formers, key=lambda item: item[1].size)


def _under(settings_id: int, keys: Mapping[str, Key]) -> dict[str, Key]:
    return {path: key._replace(settings_id=settings_id) for path, key in keys.items()}


def _take_over(
    left: Mapping[str, Key],
    former_id: int,
    change: Difference,
    valid: dict[str, Dependencies],
    store: Store,
    found: Former,
) -> None:
    """Take over the valid results under one of the former settings."""
    former = _under(former_id, left)
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
