"""Where names and tags stand: in the posts, and in the dictionaries."""

import os
from collections.abc import Iterator
from typing import Any, NamedTuple

from lintpost.checks.common.front_values import words
from lintpost.files.settings_error import SettingsError
from lintpost.files.settings_file import SettingsFile
from lintpost.post.post import Post
from lintpost.post.source import Source, UnreadablePost
from lintpost.server.documents.positions import Positions
from lintpost.server.features.words_at import Word, content, is_tag, name_node
from lintpost.server.workspace.name_search import find_name, mentions_of
from lintpost.server.workspace.site_settings import SiteSettings
from lintpost.server.workspace.workspace import Workspace


class Place(NamedTuple):
    """A span of a file."""

    source: Source
    start: int
    end: int


def location(workspace: Workspace, place: Place) -> dict[str, Any]:
    """A place as a `Location`."""
    positions = Positions(place.source, workspace.documents.encoding)
    uri = workspace.uri_at(place.source.path)
    return {"uri": uri, "range": positions.range(place.start, place.end)}


def entry_of(workspace: Workspace, settings: SiteSettings, word: Word) -> Place | None:
    """Where a name or a tag is listed: in a dictionary, or in lintpost.yml itself."""
    assert settings.checker is not None
    named = settings.checker.settings
    key = "names" if word.kind == "name" else word.vocabulary
    files = named.names_files if word.kind == "name" else named.tags_files
    layers = [layer.path for layer in reversed(named.layers)]
    for path in dict.fromkeys(map(os.path.abspath, (*files, *layers))):
        try:
            source = workspace.source_at(path)
            entry = SettingsFile(source).root.get(key)
        except (SettingsError, UnreadablePost):
            continue
        for item in (entry.node.items or ()) if entry is not None else ():
            node = name_node(item)
            if node is not None and node.value == word.word:
                return Place(source, *content(node))
    return None


def uses_of(workspace: Workspace, settings: SiteSettings, word: Word) -> Iterator[Place]:
    """Where posts have a name or a tag, under any of its spellings."""
    assert settings.checker is not None
    site = settings.checker.settings.site
    if word.kind == "name":
        name = find_name(settings, word.word)
        for post, mentions in mentions_of(workspace, settings, name) if name is not None else ():
            yield from (Place(post.source, one.start, one.end) for one in mentions)
        return
    for post in posts_with_tag(workspace, settings, word):
        for node, written in words(post, word.field):
            if is_tag(site, word.vocabulary, written, word.word):
                yield Place(post.source, *content(node))
        post.memo.clear()


def posts_with_tag(workspace: Workspace, settings: SiteSettings, word: Word) -> Iterator[Post]:
    """The posts that have a tag."""
    assert settings.checker is not None
    site = settings.checker.settings.site
    index = workspace.tags_of(settings)
    index.notes.update()
    paths = index.posts_with(word.field, lambda one: is_tag(site, word.vocabulary, one, word.word))
    for path in paths:
        try:
            yield Post(workspace.source_at(path), site.syntax)
        except UnreadablePost:
            continue
