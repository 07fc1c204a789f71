"""Which presets would serve the posts that are here."""

from collections.abc import Iterable

from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.engine.check_post import Checker
from lintpost.packs.builtin import preset_path
from lintpost.post.post import Post
from lintpost.post.source import UnreadablePost, read_source

_FEWEST_NAMES = 5
_FEWEST_POSTS = 3
_DRAFTS_PERCENT = 2
_RULES = ("ai-writing/residue", "ai-writing/repeated-paragraph", "ai-writing/wrapped")


def advised_presets(paths: Iterable[str], max_bytes: int) -> list[str]:
    """``known-names`` where several posts name several of them, ``ai-draft`` where posts hold what a
    machine said to its user or the same paragraphs twice. Posts that cannot be read are passed over.
    """
    names = load_settings(preset_path("known-names"), CliOverrides()).site.names
    checker = Checker(load_settings(preset_path("ai-draft"), CliOverrides(select=_RULES)))
    found: set[str] = set()
    naming = drafted = posts = 0
    for path in paths:
        try:
            source = read_source(path, max_bytes)
        except UnreadablePost:
            continue
        posts += 1
        mentioned = {m.name.name for m in names.mentions(Post(source))} if names else set()
        found |= mentioned
        naming += bool(mentioned)
        drafted += bool(checker.check_source(source).findings)
    advised = []
    if len(found) >= _FEWEST_NAMES and naming >= _FEWEST_POSTS:
        advised.append("known-names")
    if drafted and drafted * 100 >= posts * _DRAFTS_PERCENT:
        advised.append("ai-draft")
    return advised
