"""Makes the facts of the posts that have none in the cache, and takes those of the others from there."""

from collections.abc import Callable, Iterator
from contextlib import suppress

from lintpost.engine.cache.entry import Entry
from lintpost.engine.cache.facts_text import facts_of
from lintpost.engine.cache.keys import Key, by_settings, can_save, keys_of, save
from lintpost.engine.cache.store import Store
from lintpost.engine.cache.stored import current_facts
from lintpost.engine.check_path import CheckedPost
from lintpost.engine.configurations import Configurations
from lintpost.engine.finding import PostFacts, PostResult

_BATCH = 200
"""Facts that are written at once."""


def cached_facts(
    paths: list[str],
    configurations: Configurations,
    make: Callable[[list[str]], Iterator[list[CheckedPost]]],
) -> Iterator[PostResult]:
    """The facts of posts as results without findings, in the order of the paths; `make` makes those that are
    not cached. Facts depend on the post's file and the settings alone.
    """
    store = configurations.store
    assert store is not None
    keys = keys_of(paths, configurations, store)
    known = _known(keys, store)
    left = {path: key for path, key in keys.items() if path not in known}
    if left:
        # A run whose facts are all cached does not import it.
        from lintpost.engine.cache.carry_over import carry_facts

        known |= _known({path: keys[path] for path in carry_facts(left, store)}, store)
    made = (one for batch in make([path for path in paths if path not in known]) for one in batch)
    unsaved: dict[Key, Entry] = {}
    try:
        for path in paths:
            if path in known:
                yield PostResult(path, (), (), 0, None, facts=known[path])
                continue
            one = next(made)
            if can_save(one.entry, keys[path]):
                unsaved[keys[path]] = one.entry
            if len(unsaved) == _BATCH:
                save(store, unsaved)
            yield one.result
        next(made, None)  # workers that are done end by themselves, and need not be terminated
    finally:
        save(store, unsaved)


def stored_digests(paths: list[str], configurations: Configurations) -> dict[str, str] | None:
    """The digests of the posts that have facts, where those of all posts are cached; else None."""
    store = configurations.store
    assert store is not None
    keys = keys_of(paths, configurations, store)
    current = current_facts(keys, store)
    if len(current) < len(paths):
        return None
    return {path: one.dependencies.digest for path, one in current.items() if one.has_facts}


def _known(keys: dict[str, Key], store: Store) -> dict[str, PostFacts | None]:
    """The stored facts of posts whose files are those that they were made from."""
    known: dict[str, PostFacts | None] = {}
    current = current_facts(keys, store)
    for settings_id, paths in by_settings(current, keys).items():
        stored = store.facts(settings_id, [keys[path].path for path in paths])
        for path in paths:
            with suppress(LookupError, ValueError):  # damaged
                known[path] = facts_of(stored[keys[path].path], current[path].dependencies.digest)
    return known
