"""Presets that `lintpost init` proposes for the posts of a site."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.engine.check_post import Checker
from lintpost.engine.finding import PostError
from lintpost.engine.guard import guarded
from lintpost.packs.builtin import preset_path
from lintpost.post.post import Post
from lintpost.post.source import read_source
from lintpost.site.names import Names

_MIN_NAMES = 5
"""Distinct known names that the posts must mention for ``known-names``."""
_MIN_POSTS = 3
"""Posts that must mention a known name for ``known-names``."""
_SAMPLE = 200
"""Posts that are looked at, evenly spread over all: checking each takes longer than all the rest of ``init``."""
_DRAFT_RULES = ("ai-writing/residue",)
"""What a machine said to its user: nobody writes that by hand, as one may repeat a paragraph."""


class _Facts(NamedTuple):
    """The known names that a post mentions, and whether `_DRAFT_RULES` find something in it."""

    names: set[str]
    is_draft: bool


def advised_presets(paths: Sequence[str], max_bytes: int) -> list[str]:
    """Names of the presets to propose, of ``known-names`` and ``ai-draft``.

    ``known-names`` is proposed where several posts mention several of its names; ``ai-draft`` where
    a post contains a chatbot's replies to its user. A sample of the posts is read; unreadable ones, and
    those over `max_bytes`, are skipped.
    """
    names = load_settings(preset_path("known-names"), CliOverrides()).site.names
    checker = Checker(load_settings(preset_path("ai-draft"), CliOverrides(select=_DRAFT_RULES)))
    found: set[str] = set()
    posts_with_names = drafts = 0
    for path in paths[:: -(-len(paths) // _SAMPLE) or 1]:
        facts = guarded(path, partial(_facts, path, max_bytes, names, checker))
        if isinstance(facts, PostError):
            continue
        found |= facts.names
        posts_with_names += bool(facts.names)
        drafts += facts.is_draft
    advised = []
    if len(found) >= _MIN_NAMES and posts_with_names >= _MIN_POSTS:
        advised.append("known-names")
    if drafts:
        advised.append("ai-draft")
    return advised


def _facts(path: str, max_bytes: int, names: Names | None, checker: Checker) -> _Facts:
    source = read_source(path, max_bytes)
    mentioned = {mention.name.name for mention in names.mentions(Post(source))} if names else set()
    return _Facts(mentioned, bool(checker.check_source(source).findings))
