"""Checks one post of a run."""

from typing import TYPE_CHECKING

from lintpost.engine.configurations import Configurations
from lintpost.engine.finding import PostError, PostResult

if TYPE_CHECKING:
    from lintpost.engine.cache.entry import Entry


class CheckedPost:
    """A result, and its entry for the cache where one was asked for and the result can be cached."""

    __slots__ = ("entry", "result")

    def __init__(self, result: PostResult, entry: "Entry | None" = None) -> None:
        self.result = result
        self.entry = entry


def check_path(
    configurations: Configurations,
    path: str,
    *,
    keep_text: bool,
    for_cache: bool = False,
    only_facts: bool = False,
) -> CheckedPost:
    """Check one post; a fault in its configuration, or what cannot be read, is a result with an error.

    A result with facts has no text: it waits for the others, and of a large site all texts would fill the
    memory. `for_cache`: make the entry for the cache as well. A result with an error has none. `only_facts`: check
    nothing, and make the facts for the rules over the whole site.
    """
    # A run whose results are all cached imports neither.
    from lintpost.engine.guard import guarded

    checked = guarded(
        path,
        lambda: _check(
            configurations, path, keep_text=keep_text, for_cache=for_cache, only_facts=only_facts
        ),
    )
    if isinstance(checked, PostError):
        return CheckedPost(PostResult.failed(checked))
    return checked


def _check(
    configurations: Configurations,
    path: str,
    *,
    keep_text: bool,
    for_cache: bool,
    only_facts: bool,
) -> CheckedPost:
    from lintpost.engine.open_post import open_post

    opened = open_post(configurations, path)
    if isinstance(opened, PostError):
        return CheckedPost(PostResult.failed(opened))
    if only_facts:
        result = opened.checker.note_source(opened.source)
    else:
        result = opened.checker.check_source(opened.source, keep_text=keep_text)
        if result.facts is not None:
            result = result._replace(text=None)
    if not for_cache or result.errors:
        return CheckedPost(result)
    from lintpost.engine.cache.entry import entry_of

    settings = configurations.content_digest(path)
    entry = entry_of(opened.source, result, settings, only_facts=only_facts)
    return CheckedPost(result, entry)
