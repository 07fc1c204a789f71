"""Where a name or a tag is listed, and where a link leads."""

from typing import Any

from lintpost.post.post import Post
from lintpost.server.features.links.link_at import link_at
from lintpost.server.features.links.site_links import SiteLinks
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
    word = word_at(workspace, document, offset)
    if word is not None:
        place = entry_of(workspace, settings, word)
    elif document.is_post and document.path is not None:
        place = _of_link(workspace, settings, workspace.post_of(document), offset)
    else:
        place = None
    return location(workspace, place) if place is not None else None


def _of_link(workspace: Workspace, settings: SiteSettings, post: Post, offset: int) -> Place | None:
    """The file or the heading that the link at an offset leads to."""
    link = link_at(post, offset) if offset >= post.body else None
    if link is None:
        return None
    links = SiteLinks(workspace, settings, post)
    wanted = links.destination(link)
    return links.place(wanted) if wanted is not None else None
