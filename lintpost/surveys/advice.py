"""Presets that `lintpost init` proposes for the posts of a site."""

from collections.abc import Iterable, Sequence
from typing import TypedDict

from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.engine.check_post import Checker
from lintpost.packs.builtin import preset_path
from lintpost.post.post import Post

_MIN_NAMES = 5
"""Distinct known names that the posts must mention for ``known-names``."""
_MIN_POSTS = 3
"""Posts that must mention a known name for ``known-names``."""
_SAMPLE = 200
"""Posts that are looked at, evenly spread over all: checking each takes longer than all the rest of ``init``."""
_DRAFT_RULES = ("ai-writing/residue",)
"""What a machine said to its user: nobody writes that by hand, as one may repeat a paragraph."""


class PresetNote(TypedDict):
    """The known names that a post mentions, and whether `_DRAFT_RULES` find something in it."""

    names: list[str]
    is_draft: bool


class PresetNoter:
    """Notes of a post what speaks for presets."""

    def __init__(self) -> None:
        self._names = load_settings(preset_path("known-names"), CliOverrides()).site.names
        overlay = CliOverrides(select=_DRAFT_RULES)
        self._checker = Checker(load_settings(preset_path("ai-draft"), overlay))

    def note(self, post: Post) -> PresetNote:
        """Note one post."""
        mentions = self._names.mentions(post) if self._names else ()
        found = self._checker.check_source(post.source).findings
        return {
            "names": sorted({mention.name.name for mention in mentions}),
            "is_draft": bool(found),
        }


def sample_of(paths: Sequence[str]) -> Sequence[str]:
    """The posts to note, evenly spread over all."""
    return paths[:: -(-len(paths) // _SAMPLE) or 1]


def advised_presets(notes: Iterable[PresetNote]) -> list[str]:
    """Names of the presets to propose, of ``known-names`` and ``ai-draft``.

    ``known-names`` is proposed where several posts mention several of its names; ``ai-draft`` where
    a post contains a chatbot's replies to its user. `notes` are those of the posts of `sample_of` that could
    be read.
    """
    found: set[str] = set()
    posts_with_names = drafts = 0
    for note in notes:
        found.update(note["names"])
        posts_with_names += bool(note["names"])
        drafts += note["is_draft"]
    advised = []
    if len(found) >= _MIN_NAMES and posts_with_names >= _MIN_POSTS:
        advised.append("known-names")
    if drafts:
        advised.append("ai-draft")
    return advised
