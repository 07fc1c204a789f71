"""Where a name or a tag is listed, and where a link leads."""

from typing import Any

from lintpost.checks.common.links.internal_links import internal_target
from lintpost.post.post import Post
from lintpost.post.source import UnreadablePost
from lintpost.server.features.link_places import SiteLinks, link_at
from lintpost.server.features.links import LinkTarget, anchors, file_of, target_at
from lintpost.server.features.places import Place, entry_of, location
from lintpost.server.features.words_at import word_at
from lintpost.server.workspace.site_settings import SiteSettings
from lintpost.server.workspace.workspace import Workspace


def definition(workspace: Workspace, params: dict[str, Any]) -> dict[str, Any] | None:
    """The entry of a name or a tag, or the file or heading that a link leads to. None for any other word, and for
    what is nowhere to be found.
    """
    document = workspace.documents.named(params)
    offset = workspace.documents.positions(document).offset(params.get("position"))
    settings = workspace.settings_of(document)
    if settings is None or settings.checker is None:
        return None
    if document.is_post:
        target = target_at(workspace.post_of(document), offset)
        if target is not None:
            post = workspace.post_of(document)
            place = _target(workspace, settings, post, target)
            if place is None and document.path is not None:
                place = _by_address(workspace, settings, post, offset)
            return location(workspace, place) if place is not None else None
    word = word_at(workspace, document, offset)
    place = entry_of(workspace, settings, word) if word is not None else None
    return location(workspace, place) if place is not None else None


def _by_address(
    workspace: Workspace, settings: SiteSettings, post: Post, offset: int
) -> Place | None:
    """The page that a link names by the address that its site gives it."""
    link = link_at(post, offset)
    if link is None or internal_target(link.target) is None:
        return None
    links = SiteLinks(workspace, settings, post)
    wanted = links.destination(link)
    return links.place(wanted) if wanted is not None else None


def _target(
    workspace: Workspace, settings: SiteSettings, post: Post, target: LinkTarget
) -> Place | None:
    """The beginning of the file that a link leads to, or the heading that it names in there."""
    assert settings.checker is not None
    named = settings.checker.settings
    anchor = target.written.partition("#")[2].lower()
    if not target.written.startswith("#"):
        path = file_of(target.written, post.path, named.root)
        if path is None:
            return None
        try:
            post = Post(workspace.source_at(path), named.site.syntax)
        except UnreadablePost:
            return None
    start, end = anchors(post).get(anchor, (0, 0)) if anchor else (0, 0)
    return Place(post.source, start, end)
