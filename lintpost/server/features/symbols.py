"""The outline of a post, and the names, tags and posts of a site."""

import os
from collections.abc import Iterator
from typing import Any

from lintpost.language import Text
from lintpost.post.markdown.body import Block
from lintpost.post.post import Post
from lintpost.post.source import UnreadablePost
from lintpost.server.documents.positions import Positions
from lintpost.server.features.places import entry_of, location
from lintpost.server.features.words_at import Word
from lintpost.server.workspace.name_search import site_paths
from lintpost.server.workspace.site_settings import SiteSettings
from lintpost.server.workspace.workspace import Workspace
from lintpost.site.fold import fold

_HEADING, _FRONT_MATTER, _KEY = 15, 2, 7
"""LSP's kinds for the parts of a post: string, module, property."""
_NAME, _TAG, _POST = 14, 10, 1
"""LSP's kinds for what a site has: constant, enumeration, file."""
_MOST = 200
"""Symbols of a workspace that are listed."""


def document_symbols(workspace: Workspace, params: dict[str, Any]) -> list[dict[str, Any]]:
    """The front matter with its keys, and the headings, those of lower level within those of higher."""
    document = workspace.documents.named(params)
    if not document.is_post:
        return []
    post = workspace.post_of(document)
    positions = workspace.documents.positions(document)
    lang = workspace.lang_of(document)
    symbols = [*_front_matter(post, positions, Text("Front matter", "フロントマター")[lang])]
    symbols += _headings(post, positions)
    if workspace.client.symbol_tree:
        return symbols
    return list(_flat(symbols, document.uri))


def workspace_symbols(workspace: Workspace, params: dict[str, Any]) -> list[dict[str, Any]]:
    """The names, tags and posts of the sites that are worked on whose name has a text in it."""
    query = fold(str(params.get("query", "")))
    found: list[dict[str, Any]] = []
    for settings in workspace.settings.in_force():
        for symbol in _of_site(workspace, settings, query):
            found.append(symbol)
            if len(found) >= _MOST:
                return found
    return found


def _front_matter(post: Post, positions: Positions, title: str) -> Iterator[dict[str, Any]]:
    front = post.front_matter
    if front is None:
        return
    keys = [
        _symbol(
            entry.key,
            _KEY,
            positions,
            (entry.start, max(entry.end, entry.node.end)),
            (entry.start, entry.end),
        )
        for entry in (front.root.entries or () if front.root is not None else ())
    ]
    end = front.start + len(post.text[front.start : front.end].rstrip())
    symbol = _symbol(
        title, _FRONT_MATTER, positions, (front.start, end), (front.start, front.start + 3)
    )
    yield {**symbol, "children": keys}


def _headings(post: Post, positions: Positions) -> list[dict[str, Any]]:
    """The headings, each with its section."""
    top: list[dict[str, Any]] = []
    open_sections: list[tuple[Block, dict[str, Any]]] = []

    def close(level: int, end: int) -> None:
        """End the sections of this level and below at an offset."""
        while open_sections and open_sections[-1][0].level >= level:
            block, symbol = open_sections.pop()
            last = end
            while last > block.start and post.text[last - 1].isspace():
                last -= 1
            symbol["range"] = positions.range(block.start, last)

    for block in post.markdown.blocks("Heading"):
        close(block.level, block.start)
        line = post.text[block.start : block.end].partition("\n")[0].rstrip()
        span = block.start, block.start + len(line)
        symbol = _symbol(line.strip("# \t") or line, _HEADING, positions, span, span)
        (open_sections[-1][1]["children"] if open_sections else top).append(symbol)
        open_sections.append((block, symbol))
    close(0, len(post.text))
    return top


def _symbol(
    name: str, kind: int, positions: Positions, span: tuple[int, int], chosen: tuple[int, int]
) -> dict[str, Any]:
    return {
        "name": name,
        "kind": kind,
        "range": positions.range(*span),
        "selectionRange": positions.range(*chosen),
        "children": [],
    }


def _flat(symbols: list[dict[str, Any]], uri: str, container: str = "") -> Iterator[dict[str, Any]]:
    """Symbols for clients that show no tree."""
    for symbol in symbols:
        place = {"uri": uri, "range": symbol["range"]}
        flat = {"name": symbol["name"], "kind": symbol["kind"], "location": place}
        yield {**flat, "containerName": container} if container else flat
        yield from _flat(symbol["children"], uri, symbol["name"])


def _of_site(workspace: Workspace, settings: SiteSettings, query: str) -> Iterator[dict[str, Any]]:
    assert settings.checker is not None
    site = settings.checker.settings.site
    words = [(Word("name", n.name, 0, 0), _NAME) for n in (site.names.names if site.names else ())]
    words += [
        (Word("tag", tag, 0, 0, field, field), _TAG)
        for field, vocabulary in site.vocabularies.items()
        for tag in vocabulary.tags
    ]
    for word, kind in words:
        if query in fold(word.word):
            place = entry_of(workspace, settings, word)
            if place is not None:
                yield {"name": word.word, "kind": kind, "location": location(workspace, place)}
    yield from _posts(workspace, settings, query)


def _posts(workspace: Workspace, settings: SiteSettings, query: str) -> Iterator[dict[str, Any]]:
    """The posts by their titles."""
    start = {"line": 0, "character": 0}
    assert settings.checker is not None
    for path in site_paths(settings):
        try:
            post = Post(workspace.source_at(path), settings.checker.settings.site.syntax)
        except UnreadablePost:
            continue
        title = post.front_matter.text("title") if post.front_matter else None
        name = title or os.path.basename(path)
        if query in fold(name):
            place = {"uri": workspace.uri_at(path), "range": {"start": start, "end": start}}
            yield {"name": name, "kind": _POST, "location": place}
