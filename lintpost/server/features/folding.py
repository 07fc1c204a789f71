"""What can be folded: the front matter."""

from typing import Any

from lintpost.server.workspace.workspace import Workspace


def folding_ranges(workspace: Workspace, params: dict[str, Any]) -> list[dict[str, Any]]:
    """The range of a post's front matter, from fence to fence."""
    document = workspace.documents.named(params)
    front = workspace.post_of(document).front_matter if document.is_post else None
    if front is None:
        return []
    source = document.source
    first = source.location(front.start)[0] - 1
    last = source.location(max(front.start, front.end - 1))[0] - 1
    return [{"startLine": first, "endLine": last, "kind": "region"}] if last > first else []
