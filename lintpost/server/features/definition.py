"""Where a name or a tag is listed."""

from typing import Any

from lintpost.server.features.places import entry_of, location
from lintpost.server.features.words_at import word_at
from lintpost.server.workspace.workspace import Workspace


def definition(workspace: Workspace, params: dict[str, Any]) -> dict[str, Any] | None:
    """The entry of a name or a tag; None for any other word, and for one that is listed nowhere."""
    document = workspace.documents.named(params)
    offset = workspace.documents.positions(document).offset(params.get("position"))
    settings = workspace.settings_of(document)
    word = word_at(workspace, document, offset)
    if settings is None or word is None:
        return None
    place = entry_of(workspace, settings, word)
    return location(workspace, place) if place is not None else None
