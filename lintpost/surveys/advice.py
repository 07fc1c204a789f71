"""Presets that `lintpost init` proposes for the posts of a site."""

from collections.abc import Iterable

from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.engine.check_post import Checker
from lintpost.packs.builtin import preset_path
from lintpost.post.post import Post
from lintpost.post.source import UnreadablePost, read_source

_MIN_NAMES = 5
"""Distinct known names that the posts must mention for ``known-names``."""
_MIN_POSTS = 3
"""Posts that must mention a known name for ``known-names``."""
_MIN_DRAFT_PERCENT = 2
"""Percentage of posts with a finding of `_DRAFT_RULES` for ``ai-draft``."""
_DRAFT_RULES = ("ai-writing/residue", "ai-writing/repeated-paragraph", "ai-writing/wrapped")


def advised_presets(paths: Iterable[str], max_bytes: int) -> list[str]:
    """Names of the presets to propose, of ``known-names`` and ``ai-draft``.

    ``known-names`` is proposed where several posts mention several of its names; ``ai-draft`` where
    posts contain a chatbot's replies to its user or repeated paragraphs. Unreadable posts, and those
    over `max_bytes`, are skipped.
    """
    names = load_settings(preset_path("known-names"), CliOverrides()).site.names
    checker = Checker(load_settings(preset_path("ai-draft"), CliOverrides(select=_DRAFT_RULES)))
    found: set[str] = set()
    posts = posts_with_names = drafts = 0
    for path in paths:
        try:
            source = read_source(path, max_bytes)
        except UnreadablePost:
            continue
        posts += 1
        mentioned = {m.name.name for m in names.mentions(Post(source))} if names else set()
        found |= mentioned
        posts_with_names += bool(mentioned)
        drafts += bool(checker.check_source(source).findings)
    advised = []
    if len(found) >= _MIN_NAMES and posts_with_names >= _MIN_POSTS:
        advised.append("known-names")
    if drafts and drafts * 100 >= posts * _MIN_DRAFT_PERCENT:
        advised.append("ai-draft")
    return advised
