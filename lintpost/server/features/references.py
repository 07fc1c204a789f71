"""Where a name or a tag is used, and which posts link to a page."""

from collections.abc import Iterable
from typing import Any

from lintpost.server.documents.document import Document
from lintpost.server.features.links.backlinks import links_to
from lintpost.server.features.links.link_at import link_at
from lintpost.server.features.links.site_links import Destination, SiteLinks
from lintpost.server.features.places import Place, entry_of, location, uses_of
from lintpost.server.features.words_at import word_at
from lintpost.server.workspace.site_settings import SiteSettings
from lintpost.server.workspace.workspace import Workspace


def references(workspace: Workspace, params: dict[str, Any]) -> list[dict[str, Any]] | None:
    """The places in all posts of the site: of a name or a tag, or else the links that lead where the link at the
    position does, or to the heading there. None for what is none of these.
    """
    document = workspace.documents.named(params)
    offset = workspace.documents.positions(document).offset(params.get("position"))
    settings = workspace.settings_of(document)
    if settings is None or settings.checker is None:
        return None
    word = word_at(workspace, document, offset)
    if word is None:
        places = _of_link(workspace, settings, document, offset)
        if places is None:
            return None
        entry, uses = places
    else:
        entry, uses = entry_of(workspace, settings, word), uses_of(workspace, settings, word)
    context = params.get("context")
    declared = isinstance(context, dict) and context.get("includeDeclaration")
    found = [*([entry] if declared and entry is not None else []), *uses]
    return [location(workspace, place) for place in found]


def _of_link(
    workspace: Workspace, settings: SiteSettings, document: Document, offset: int
) -> tuple[Place | None, Iterable[Place]] | None:
    """Where a link leads, and all links that lead there; of a heading or an id that is written out, those to it."""
    if not document.is_post or document.path is None:
        return None
    post = workspace.post_of(document)
    if offset < post.body:
        return None
    link = link_at(post, offset)
    links = SiteLinks(workspace, settings, post)
    wanted = links.destination(link) if link is not None else _anchor_at(links, offset)
    if wanted is None:
        return None
    return links.place(wanted), links_to(workspace, links, post, wanted)


def _anchor_at(links: SiteLinks, offset: int) -> Destination | None:
    """The part of the post whose heading or id is at an offset."""
    places = (one for one in links.anchors(links.name) if one.start <= offset <= one.end)
    place = next(places, None)
    return Destination(links.name, place.ids[0]) if place is not None else None
