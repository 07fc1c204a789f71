"""Edits of documents and files, as a client is asked to make them."""

import difflib
from collections.abc import Iterable
from typing import Any

from lintpost.post.edit import Edit
from lintpost.post.source import Source
from lintpost.server.documents.positions import Positions
from lintpost.server.workspace.workspace import Workspace

_MOST_LINES = 4000
"""Lines between the first and the last change up to which single changes are looked for: it takes time that
grows with the square of their number."""


def changed_edits(before: str, after: str) -> list[Edit]:
    """Edits that make one text of another: whole lines, and only those that differ."""
    if before == after:
        return []
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    first = _common(old, new)
    last = _common(old[first:][::-1], new[first:][::-1])
    start = sum(map(len, old[:first]))
    old, new = old[first : len(old) - last], new[first : len(new) - last]
    if max(len(old), len(new)) > _MOST_LINES:
        return [Edit(start, start + sum(map(len, old)), "".join(new))]
    offsets = [start]
    for line in old:
        offsets.append(offsets[-1] + len(line))
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    return [
        _shortened(before, Edit(offsets[a], offsets[b], "".join(new[c:d])))
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
    ]


def workspace_edit(workspace: Workspace, changes: dict[str, list[Edit]]) -> dict[str, Any]:
    """A `WorkspaceEdit` of edits by path. Raises `UnreadablePost` for a file that cannot be read."""
    listed = []
    for path, edits in changes.items():
        if edits:
            source = workspace.source_at(path)
            document = workspace.documents.at(path)
            version = document.version if document is not None else None
            listed.append((workspace.uri_at(path), version, source, edits))
    return _workspace_edit(workspace, listed)


def document_edit(workspace: Workspace, uri: str, edits: Iterable[Edit]) -> dict[str, Any]:
    """A `WorkspaceEdit` of one open document."""
    document = workspace.documents.get(uri)
    assert document is not None
    return _workspace_edit(workspace, [(uri, document.version, document.source, list(edits))])


def _workspace_edit(
    workspace: Workspace, listed: list[tuple[str, int | None, Source, list[Edit]]]
) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    versions: dict[str, int | None] = {}
    for uri, version, source, edits in listed:
        positions = Positions(source, workspace.documents.encoding)
        changes[uri] = [positions.text_edit(edit) for edit in sorted(edits)]
        versions[uri] = version
    if not workspace.client.document_changes:
        return {"changes": changes}
    return {
        "documentChanges": [
            {"textDocument": {"uri": uri, "version": versions[uri]}, "edits": edits}
            for uri, edits in changes.items()
        ]
    }


def _common(one: list[str], other: list[str]) -> int:
    """How many lines two lists begin with in common."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _shortened(text: str, edit: Edit) -> Edit:
    """An edit without what stays the same at its beginning and end."""
    old, new = text[edit.start : edit.end], edit.text
    limit = min(len(old), len(new))
    first = next((at for at in range(limit) if old[at] != new[at]), limit)
    last = 0
    while last < limit - first and old[-1 - last] == new[-1 - last]:
        last += 1
    return Edit(edit.start + first, edit.end - last, new[first : len(new) - last])
