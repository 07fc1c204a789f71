"""Code lenses: the reading time above a post, and above its tags how many posts have each."""

from collections.abc import Iterator
from typing import Any

from lintpost.checks.common.front_values import words
from lintpost.checks.front_matter.reading_time import Options, minutes
from lintpost.language import Lang, Text, plural
from lintpost.post.post import Post
from lintpost.server.workspace.site_settings import SiteSettings
from lintpost.server.workspace.tag_index import TagIndex
from lintpost.server.workspace.workspace import Workspace

_AT_ONCE = 0.3
"""Seconds for which a request reads posts to count their tags; a client that can is told to ask again."""


def code_lenses(workspace: Workspace, params: dict[str, Any]) -> list[dict[str, Any]]:
    """The lenses of a post."""
    document = workspace.documents.named(params)
    settings = workspace.settings_of(document)
    if not document.is_post or settings is None or settings.checker is None:
        return []
    post = workspace.post_of(document)
    positions = workspace.documents.positions(document)
    found = [(0, _time(post, settings.checker.settings.lang))]
    index = workspace.tags_of(settings)
    if index.notes.update(_AT_ONCE):
        found += _tags(post, settings, index)
    return [
        {"range": positions.range(at, at), "command": {"title": title, "command": ""}}
        for at, title in found
    ]


def _time(post: Post, lang: Lang) -> str:
    rates = Options()
    prose = post.markdown.prose
    count = len("".join(prose.decode(errors="ignore").split()))
    time = minutes(prose, rates.japanese, rates.english)
    return Text(
        f"{time} min to read, {plural(count, 'character')}", f"約{time}分で読めます（{count:,}字）"
    )[lang]


def _tags(post: Post, settings: SiteSettings, index: TagIndex) -> Iterator[tuple[int, str]]:
    """An offset in the line of each key with tags, and what to show there."""
    assert settings.checker is not None
    lang = settings.checker.settings.lang
    for field in index.fields:
        listed = list(words(post, field))
        entry = post.front_matter.get(field) if post.front_matter is not None else None
        if entry is None or not listed:
            continue
        counts = index.counts(field)
        shown = dict.fromkeys(word for _, word in listed)
        yield (
            entry.start,
            " · ".join(
                Text(f"{word}: {plural(counts[word], 'post')}", f"{word}：{counts[word]}本")[lang]
                for word in shown
            ),
        )
