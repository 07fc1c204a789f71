"""Notes of each post what a command counts: on several workers, and from the cache while the post is the same."""

import json
import os
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from lintpost.engine.cache.entry import Dependencies, Entry
from lintpost.engine.cache.store import Store
from lintpost.engine.cache.stored import current_under
from lintpost.engine.finding import PostError
from lintpost.engine.guard import guarded
from lintpost.engine.run import WORTH_A_POOL, size_of
from lintpost.engine.work import Work, killed
from lintpost.files.package import package_stamp
from lintpost.files.sources import digest_of
from lintpost.files.stamp import settled, stamp_of
from lintpost.post.post import Post
from lintpost.post.source import read_source
from lintpost.post.syntax import DEFAULT, Syntax

Note = tuple[str, Any]
"""The path of a post, and what was noted of it; a `PostError` where it cannot be read."""
Watch = Callable[[Iterator[Note]], Iterable[Note]]
"""Passes on notes, and may count them."""

_BATCH = 200
"""Notes that are read, or written, at once."""


class Survey(NamedTuple):
    """What to note of posts. `make(*arguments)` gives the function that does so, once for each worker: both
    are handed to other processes. A note is made of JSON's types, and depends on the post and the arguments
    alone. Posts over `max_bytes` bytes are not read; `syntax` is that of the site.
    """

    make: Callable[..., Callable[[Post], Any]]
    arguments: tuple[Any, ...]
    max_bytes: int
    syntax: Syntax = DEFAULT


class _Made(NamedTuple):
    """A note as JSON and what it depends on, or why there is none."""

    note: bytes
    dependencies: Dependencies | None
    error: PostError | None = None


def notes_of(paths: Sequence[str], survey: Survey, cache: str | None = None) -> Iterator[Note]:
    """The note of each post, in their order.

    `cache` is the folder of the cache; None to do without.
    """
    store = Store(cache) if cache is not None else None
    try:
        yield from _notes(paths, survey, store)
    finally:
        if store is not None:
            store.close()


def _notes(paths: Sequence[str], survey: Survey, store: Store | None) -> Iterator[Note]:
    survey_id = store.settings_id(_fingerprint(survey)) if store is not None else 0
    valid: Collection[str] = ()
    if store is not None and survey_id:
        valid = current_under({path: _key(path) for path in paths}, survey_id, store)
    made = _made([path for path in paths if path not in valid], survey)
    for at in range(0, len(paths), _BATCH):
        batch = paths[at : at + _BATCH]
        stored = {}
        if store is not None and valid:
            stored = store.facts(survey_id, [_key(path) for path in batch if path in valid])
        unsaved: dict[str, Entry] = {}
        for path in batch:
            text = stored.get(_key(path))
            if text is None:
                one = next(made) if path not in valid else next(_made([path], survey))
                if one.error is not None:
                    yield path, one.error
                    continue
                text = one.note
                if one.dependencies is not None:
                    unsaved[_key(path)] = Entry(one.dependencies, b"", text, "")
            yield path, json.loads(text)
        if store is not None and survey_id:
            store.save(survey_id, unsaved)
    next(made, None)  # workers that are done end by themselves, and need not be terminated


def _made(paths: Sequence[str], survey: Survey) -> Iterator[_Made]:
    """The notes of posts, made now."""
    sizes = [size_of(path) for path in paths]
    jobs = (os.cpu_count() or 1) if sum(sizes) > WORTH_A_POOL else 1
    if jobs == 1:
        note = survey.make(*survey.arguments)
        for path in paths:
            yield _noted(path, note, survey)
        return
    from lintpost.engine.workers import run_on_processes

    work = Work(
        partial(_note_chunk, os.urandom(8).hex(), survey),
        lambda path: _Made(b"", None, killed(path)),
    )
    for chunk in run_on_processes(list(paths), sizes, work, jobs):
        yield from chunk


_worker = threading.local()


def _note_chunk(run: str, survey: Survey, paths: list[str]) -> list[_Made]:
    """The notes of some posts. Runs in a worker, which makes the function that notes once in a `run`."""
    if getattr(_worker, "run", None) != run:
        _worker.run = run
        _worker.note = survey.make(*survey.arguments)
    return [_noted(path, _worker.note, survey) for path in paths]


def _noted(path: str, note: Callable[[Post], Any], survey: Survey) -> _Made:
    made = guarded(path, partial(_note, path, note, survey))
    return _Made(b"", None, made) if isinstance(made, PostError) else made


def _note(path: str, note: Callable[[Post], Any], survey: Survey) -> _Made:
    source = read_source(path, survey.max_bytes)
    post = Post(source, survey.syntax)
    text = json.dumps(note(post), ensure_ascii=False).encode(errors="surrogatepass")
    post.memo.clear()  # it refers back to the post: neither would be freed without the collector
    if source.stat is None:
        return _Made(text, None)
    return _Made(text, Dependencies(settled(stamp_of(source.stat)), digest_of(source.data)))


def _key(path: str) -> str:
    return os.path.abspath(path)


def _fingerprint(survey: Survey) -> str:
    """Stands for what notes depend on beside the posts."""
    syntax = survey.syntax._replace(code_shortcodes=frozenset())
    parts = (
        survey.make.__module__, survey.make.__qualname__, survey.arguments, survey.max_bytes, syntax,
        sorted(survey.syntax.code_shortcodes),
    )  # fmt: skip
    return f"survey {package_stamp()} {digest_of(repr(parts).encode(errors='surrogatepass'))}"


def readable(notes: Iterable[Note], unreadable: list[PostError]) -> Iterator[Note]:
    """The notes of the posts that could be read; appends to `unreadable` why the others could not."""
    for path, note in notes:
        if isinstance(note, PostError):
            unreadable.append(note)
        else:
            yield path, note
