"""The links of a site that lead to a page, or to a part of it."""

import os
from collections.abc import Iterator
from unicodedata import normalize
from urllib.parse import unquote

from lintpost.checks.common.links.body_links import body_links
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.post.source import UnreadablePost
from lintpost.server.features.links.site_links import Destination, SiteLinks
from lintpost.server.features.places import Place
from lintpost.server.workspace.workspace import Workspace
from lintpost.site.files import INDEXES

_DOTS = lazy(r"[(\[\"'<=\s:](?:\.{1,2}/)*\.{1,2}/?[)>\"'#?\s]")
"""A relative link to a folder above, or to its own: it need not name the page."""


def links_to(
    workspace: Workspace, links: SiteLinks, post: Post, wanted: Destination
) -> Iterator[Place]:
    """The links to what is wanted, in the order of the posts. Only posts whose text may have one are parsed."""
    ids = links.ids(wanted)
    words = _words(links, wanted.file)
    for path in sorted({*links.pages.paths(), post.path}):
        try:
            source = post.source if path == post.path else workspace.source_at(path)
        except UnreadablePost:
            continue
        is_own = links.pages.name_of(path) == wanted.file
        if not is_own and words and not _may_link(source.text, words):
            continue
        one = Post(source, post.syntax)
        for link in body_links(one):
            found = links.destination(link, one)
            if found is None or found.file != wanted.file:
                continue
            if not ids or found.fragment in ids:
                yield Place(source, link.start, link.end)
        one.memo.clear()


def _words(links: SiteLinks, file: str) -> list[str]:
    """Words of which a text that links to a page has one: the last parts of its addresses and of its file.

    None for the page of the site's root: any text may link to it.
    """
    page = links.page(file)
    parts = [one.rstrip("/") for one in (page.addresses.all if page is not None else ())]
    stem = os.path.splitext(file)[0]
    parts += [stem, os.path.dirname(stem)] if os.path.basename(stem) in INDEXES else [stem]
    words = {_folded(os.path.splitext(os.path.basename(part))[0]) for part in parts}
    return sorted(words) if all(words) else []


def _may_link(text: str, words: list[str]) -> bool:
    folded = _folded(text)
    return any(word in folded for word in words) or _DOTS.search(text) is not None


def _folded(text: str) -> str:
    """A text as it is searched: decoded, without escapes, in small letters."""
    return normalize("NFC", unquote(text) if "%" in text else text).replace("\\", "").casefold()
