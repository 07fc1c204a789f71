"""Checks one post of a run."""

from typing import TYPE_CHECKING

from lintpost.engine.configurations import Configurations
from lintpost.engine.finding import PostError, PostResult

if TYPE_CHECKING:
    from lintpost.engine.cache.carried import Carried
    from lintpost.engine.cache.entry import Entry
    from lintpost.engine.open_post import OpenedPost


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
    carried: "Carried | None" = None,
) -> CheckedPost:
    """Check one post; a fault in its configuration, or what cannot be read, is a result with an error.

    A result with facts has no text: it waits for the others, and of a large site all texts would fill the
    memory. `for_cache`: make the entry for the cache as well. A result with an error has none. `only_facts`: check
    nothing, and make the facts for the rules over the whole site. `carried`: run only the rules of which it has
    no findings, if the post is the one that it is of.
    """
    # A run whose results are all cached imports neither.
    from lintpost.engine.guard import guarded

    checked = guarded(
        path,
        lambda: _check(
            configurations,
            path,
            keep_text=keep_text,
            for_cache=for_cache,
            only_facts=only_facts,
            carried=carried,
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
    carried: "Carried | None",
) -> CheckedPost:
    from lintpost.engine.open_post import open_post

    opened = open_post(configurations, path)
    if isinstance(opened, PostError):
        return CheckedPost(PostResult.failed(opened))
    if only_facts:
        result = opened.checker.note_source(opened.source)
    else:
        completed = _completed(opened, carried, keep_text=keep_text) if carried else None
        result = completed or opened.checker.check_source(opened.source, keep_text=keep_text)
        if result.facts is not None:
            result = result._replace(text=None)
    entry = None
    if for_cache and not result.errors:
        from lintpost.engine.cache.entry import entry_of

        settings = configurations.content_digest(path)
        entry = entry_of(opened.source, result, settings, only_facts=only_facts)
    return CheckedPost(result._replace(switched_off=None, values=""), entry)


def _completed(opened: "OpenedPost", carried: "Carried", *, keep_text: bool) -> PostResult | None:
    """The result that completes what was carried over; None where that is damaged, or of another text."""
    from lintpost.files.sources import digest_of

    if digest_of(opened.source.data) != carried.dependencies.digest:
        return None
    try:
        kept = carried.kept(opened.source.path)
    except (ValueError, TypeError):
        return None
    return opened.checker.complete_source(opened.source, kept, keep_text=keep_text)
