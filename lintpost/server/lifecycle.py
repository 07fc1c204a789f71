"""What the server tells a client about itself."""

from typing import Any

from lintpost.server.client import Client
from lintpost.version import __version__

_ACTIONS = ["quickfix", "refactor", "source.fixAll.lintpost"]
_TRIGGERS = [":", "-", ",", "[", '"', "'", "/", " ", "(", "#"]
"""Characters behind which a front-matter value, a tag, a rule or a link's target may begin."""
_WATCHED = ("**/*.{md,markdown,mdown,mkd,mdx}", "**/*.{yml,yaml,json}", "**/.gitignore")


def initialize_result(client: Client) -> dict[str, Any]:
    """The answer to `initialize`."""
    capabilities: dict[str, Any] = {
        "positionEncoding": client.encoding,
        "textDocumentSync": {"openClose": True, "change": 2, "save": {"includeText": False}},
        "codeActionProvider": {
            "codeActionKinds": _ACTIONS,
            "resolveProvider": client.resolves_edits,
        },
        "hoverProvider": True,
        "completionProvider": {"triggerCharacters": _TRIGGERS},
        "definitionProvider": True,
        "referencesProvider": True,
        "renameProvider": {"prepareProvider": True},
        "documentSymbolProvider": True,
        "workspaceSymbolProvider": True,
        "foldingRangeProvider": True,
        "workspace": {"workspaceFolders": {"supported": True, "changeNotifications": True}},
    }
    if client.lenses:
        capabilities["codeLensProvider"] = {"resolveProvider": False}
    if client.pulls:
        capabilities["diagnosticProvider"] = {
            "identifier": "lintpost",
            "interFileDependencies": True,
            "workspaceDiagnostics": False,
        }
    return {
        "capabilities": capabilities,
        "serverInfo": {"name": "lintpost", "version": __version__},
    }


def watched_files() -> dict[str, Any]:
    """The request to be told of changes on the disk."""
    options = {"watchers": [{"globPattern": pattern} for pattern in _WATCHED]}
    registration = {
        "id": "lintpost-files",
        "method": "workspace/didChangeWatchedFiles",
        "registerOptions": options,
    }
    return {"registrations": [registration]}
