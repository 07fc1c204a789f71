"""Checks the posts whose results are not cached, and takes the results of the others from the cache."""

import os
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from lintpost.engine.cache import result_json
from lintpost.engine.cache.entry import Dependencies, Entry
from lintpost.engine.cache.facts_text import facts_of
from lintpost.engine.cache.keys import Key, can_save, keys_of, note_files, save
from lintpost.engine.cache.store import Store
from lintpost.engine.cache.stored import stored_results, valid_results
from lintpost.engine.check_path import CheckedPost
from lintpost.engine.configurations import Configurations
from lintpost.engine.finding import PostResult
from lintpost.files.sources import digest_of, is_recording, record_paths
from lintpost.files.stamp import stamp_of
from lintpost.post.regular_file import open_regular
from lintpost.post.source import decode
from lintpost.site.queries import now

if TYPE_CHECKING:
    from lintpost.engine.cache.carried import Carried
    from lintpost.engine.cache.carry_over import Former

_BATCH = 200
"""Results that are read, or written, at once."""
_MOST_CARRIED = 5_000
"""Posts whose stored texts, some 10 KB each, are held at once to be completed."""
Check = Callable[[list[str], Mapping[str, "Carried"]], Iterator[list[CheckedPost]]]
"""Checks posts; of some of them something is carried over (`check_path`)."""


def cached_check(
    paths: list[str],
    configurations: Configurations,
    keep_text: bool,
    check: Check,
) -> Iterator[PostResult]:
    """The results in the order of the paths; `check` checks the posts that are not cached, or completes what is carried
    over from other settings.
    """
    store = configurations.store
    assert store is not None
    if is_recording():
        record_paths(*map(os.path.abspath, paths))
    keys = keys_of(paths, configurations, store)
    time = now(configurations.overlay.today)
    valid = valid_results(keys, store, time)
    former = None
    left = {path: key for path, key in keys.items() if path not in valid}
    if left:
        # A run whose results are all cached does not import it.
        from lintpost.engine.cache.carry_over import carry_over

        former = carry_over(left, store, time)
        valid |= former.valid
    waiting = [path for path in paths if path not in valid]
    checked = (one for batch in _checked(waiting, former, store, check) for one in batch)
    unsaved: dict[Key, Entry] = {}
    try:
        for at in range(0, len(paths), _BATCH):
            batch = paths[at : at + _BATCH]
            stored = stored_results([path for path in batch if path in valid], keys, store)
            for path in batch:
                result = None
                if path in valid:
                    result = _result(path, stored.get(path), valid[path], keep_text)
                if result is None:
                    one = next(checked) if path not in valid else next(check([path], {}))[0]
                    if can_save(one.entry, keys[path]):
                        unsaved[keys[path]] = one.entry
                        note_files(keys[path].root, one.entry.dependencies.queries)
                    result = one.result
                yield result
            save(store, unsaved)
        next(checked, None)  # workers that are done end by themselves, and need not be terminated
    finally:
        save(store, unsaved)


def _checked(
    paths: list[str], former: "Former | None", store: Store, check: Check
) -> Iterator[list[CheckedPost]]:
    """Check posts, or complete what is carried over of them, of so many at once that their texts fit into memory."""
    if former is None or not former.carried:
        yield from check(paths, {})
        return
    for at in range(0, len(paths), _MOST_CARRIED):
        some = paths[at : at + _MOST_CARRIED]
        yield from check(some, former.texts(some, store))


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
