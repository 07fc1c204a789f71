"""Checks only what the cache does not know, and gives the rest as it was."""

import json
import os
from collections.abc import Callable, Iterator
from typing import NamedTuple

from lintpost.engine.cache.result_json import result_of
from lintpost.engine.cache.stamp import Stamp, compared, digest_of
from lintpost.engine.cache.store import Row, Store
from lintpost.engine.check_path import Checked
from lintpost.engine.configurations import Configurations
from lintpost.engine.finding import PostResult
from lintpost.files.settings_error import SettingsError
from lintpost.post.source import decode
from lintpost.site.answers import answers_hold
from lintpost.site.files import SiteFiles
from lintpost.site.queries import now

_BATCH = 200
"""Results that are read, or written, at once."""


class _Place(NamedTuple):
    """Where the cache keeps a post: `run` is its settings' number, 0 where nothing can be kept."""

    run: int
    path: str
    root: str


def recheck(
    paths: list[str],
    configurations: Configurations,
    keep_text: bool,
    check: Callable[[list[str]], Iterator[list[Checked]]],
    done: Callable[[int], None] | None,
) -> Iterator[PostResult]:
    """The results in the order of the paths; `check` is given those that must be checked."""
    store = configurations.store
    assert store is not None
    places = _places(paths, configurations, store)
    known = _unchanged(places, store)
    checked = (one for batch in check([p for p in paths if p not in known]) for one in batch)
    rows: dict[int, list[Row]] = {}
    try:
        for at in range(0, len(paths), _BATCH):
            batch = paths[at : at + _BATCH]
            texts = _kept([path for path in batch if path in known], places, store)
            for path in batch:
                result = None
                if path in known:
                    result = _result(path, texts.get(path), known[path], keep_text)
                if result is None:
                    one = next(checked) if path not in known else next(check([path]))[0]
                    place = places[path]
                    if place.run and one.stamp is not None and one.kept is not None:
                        row = Row(place.path, one.stamp, one.answers, one.kept)
                        rows.setdefault(place.run, []).append(row)
                    result = one.result
                yield result
                if done:
                    done(1)
            _keep(store, rows)
    finally:
        _keep(store, rows)


def _keep(store: Store, rows: dict[int, list[Row]]) -> None:
    for run, kept in rows.items():
        store.keep(run, kept)
    rows.clear()


def _places(paths: list[str], configurations: Configurations, store: Store) -> dict[str, _Place]:
    """Where each post is kept; under a configuration that cannot be read nothing is."""
    folders: dict[str, tuple[int, str, str]] = {}
    found = {}
    for path in paths:
        folder, name = os.path.split(path)
        if folder not in folders:
            folders[folder] = _folder(os.path.abspath(folder), configurations, store)
        run, below, root = folders[folder]
        found[path] = _Place(run, below + name, root)
    return found


def _folder(folder: str, configurations: Configurations, store: Store) -> tuple[int, str, str]:
    try:
        head, mark = configurations.head(configurations.config_for(folder))
    except SettingsError:
        return 0, "", ""
    below = os.path.relpath(folder, head.root).replace(os.sep, "/")
    return store.run(mark), "" if below == "." else f"{below}/", head.root


def _unchanged(places: dict[str, _Place], store: Store) -> dict[str, Stamp]:
    """The posts whose results hold, with their stamps: the file is the one that was checked, by
    size and time, else by content, and the disk and the clock would answer the checks as they did.
    """
    time, sites = now(), {place.root: SiteFiles(place.root) for place in places.values()}
    known: dict[str, Stamp] = {}
    for run, paths in _by_run(places, list(places)).items():
        stamps = store.stamps(run, [places[path].path for path in paths])
        touched: dict[str, Stamp] = {}
        for path in paths:
            own, root = places[path].path, places[path].root
            stamp, answers = stamps.get(own, (None, ""))
            found = compared(path, stamp) if stamp is not None else None
            if found is None or (
                answers and not answers_hold(json.loads(answers), sites[root], time)
            ):
                continue
            known[path] = found
            if found != stamp:
                touched[own] = found
        store.touch(run, touched)
    return known


def _by_run(places: dict[str, _Place], paths: list[str]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for path in paths:
        if places[path].run:
            found.setdefault(places[path].run, []).append(path)
    return found


def _kept(paths: list[str], places: dict[str, _Place], store: Store) -> dict[str, str]:
    found: dict[str, str] = {}
    for run, own in _by_run(places, paths).items():
        texts = store.results(run, [places[path].path for path in own])
        found |= {path: texts[places[path].path] for path in own if places[path].path in texts}
    return found


def _result(path: str, written: str | None, stamp: Stamp, keep_text: bool) -> PostResult | None:
    """A result as it was; None where it must be made anew after all."""
    try:
        result = result_of(path, json.loads(written or ""))
        if not keep_text or not result.findings:
            return result
        with open(path, "rb") as file:
            data = file.read()
    except (ValueError, TypeError, OSError):
        return None
    return result._replace(text=decode(path, data)) if digest_of(data) == stamp.digest else None
