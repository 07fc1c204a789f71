"""Where a name or a tag is used."""

from typing import Any

from lintpost.server.features.places import entry_of, location, uses_of
from lintpost.server.features.words_at import word_at
from lintpost.server.workspace.workspace import Workspace


def references(workspace: Workspace, params: dict[str, Any]) -> list[dict[str, Any]] | None:
    """The places in all posts of the site; None for what is neither a name nor a tag."""
    document = workspace.documents.named(params)
    offset = workspace.documents.positions(document).offset(params.get("position"))
    settings = workspace.settings_of(document)
    word = word_at(workspace, document, offset)
    if settings is None or word is None:
        return None
    context = params.get("context")
    places = list(uses_of(workspace, settings, word))
    if isinstance(context, dict) and context.get("includeDeclaration"):
        entry = entry_of(workspace, settings, word)
        places = [*([entry] if entry is not None else []), *places]
    return [location(workspace, place) for place in places]
