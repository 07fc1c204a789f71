"""Where a name or a tag is used, and which posts link to a page."""

from collections.abc import Iterable
from typing import Any

from lintpost.server.documents.document import Document
from lintpost.server.features.link_places import SiteLinks, heading_at, link_at
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
    """Where a link leads, and all links that lead there."""
    if not document.is_post or document.path is None:
        return None
    post = workspace.post_of(document)
    link = link_at(post, offset) or heading_at(post, offset)
    if link is None:
        return None
    links = SiteLinks(workspace, settings, post)
    wanted = links.destination(link)
    return (links.place(wanted), links.links_to(wanted)) if wanted is not None else None
