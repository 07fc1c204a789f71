"""Which stored results still hold."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from lintpost.engine.cache.entry import Dependencies, current_stamp
from lintpost.engine.cache.keys import Key, by_settings, note_files
from lintpost.engine.cache.store import Store
from lintpost.site.answers import answers_hold
from lintpost.site.files import SiteFiles


class CurrentFacts(NamedTuple):
    """What stored facts depend on, which is no query, and whether the post has any."""

    dependencies: Dependencies
    has_facts: bool


def valid_results(keys: dict[str, Key], store: Store, time: datetime) -> dict[str, Dependencies]:
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


def stored_results(
    paths: list[str], keys: dict[str, Key], store: Store
) -> dict[str, tuple[bytes, bytes]]:
    """The stored results and facts of some posts, but for damaged ones."""
    found: dict[str, tuple[bytes, bytes]] = {}
    for settings_id, group in by_settings(paths, keys).items():
        texts = store.results(settings_id, [keys[path].path for path in group])
        found |= {path: texts[keys[path].path] for path in group if keys[path].path in texts}
    return found


def current_facts(keys: dict[str, Key], store: Store) -> dict[str, CurrentFacts]:
    """The posts whose files are those that their stored facts were made from."""
    current: dict[str, CurrentFacts] = {}
    for settings_id, paths in by_settings(keys, keys).items():
        current |= current_under({path: keys[path].path for path in paths}, settings_id, store)
    return current


def current_under(
    names: Mapping[str, str], settings_id: int, store: Store
) -> dict[str, CurrentFacts]:
    """`current_facts` of posts under one number; `names` are what the store calls them, by path."""
    stored = store.facts_dependencies(settings_id, [*names.values()])
    current, touched = {}, {}
    for path, name in names.items():
        if name not in stored:
            continue
        dependencies, has_facts = stored[name]
        stamp = current_stamp(path, dependencies)
        if stamp is None:
            continue
        if stamp is not dependencies.stamp:
            dependencies = dependencies._replace(stamp=stamp)
            touched[name] = stamp
        current[path] = CurrentFacts(dependencies, has_facts)
    store.touch(settings_id, touched)
    return current
