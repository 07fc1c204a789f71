"""What the client can do, as its `initialize` says."""

import os
from typing import Any, NamedTuple

from lintpost.server.documents.addresses import path_of
from lintpost.server.documents.positions import ENCODINGS, Encoding


class Client(NamedTuple):
    """The client's capabilities that make a difference, its folders, and its process.

    `pulls`: it can ask for diagnostics itself. `annotates`: it can show edits before it makes them. `lenses`: its user
    wants code lenses. `select_command` is its command that selects a range of a document, "" for none. `process` is
    the id of the process that started the server; None where there is none to watch.
    """

    encoding: Encoding = "utf-16"
    pulls: bool = False
    refreshes: bool = False
    related: bool = False
    watches: bool = False
    resolves_edits: bool = False
    document_changes: bool = False
    annotates: bool = False
    markdown_hover: bool = True
    symbol_tree: bool = False
    lenses: bool = False
    refreshes_lenses: bool = False
    select_command: str = ""
    folders: tuple[str, ...] = ()
    process: int | None = None
    locale: str = ""


def client_of(params: Any) -> Client:
    """Read the parameters of `initialize`; whatever is missing, or is not as it should be, counts as unsupported."""
    params = params if isinstance(params, dict) else {}

    def has(*path: str) -> bool:
        return _at(params, "capabilities", *path) is True

    document = "textDocument"
    properties = _at(params, "capabilities", document, "codeAction", "resolveSupport", "properties")
    formats = _at(params, "capabilities", document, "hover", "contentFormat")
    process = params.get("processId")
    select = _at(params, "initializationOptions", "selectCommand")
    return Client(
        encoding=_encoding(_at(params, "capabilities", "general", "positionEncodings")),
        pulls=isinstance(_at(params, "capabilities", document, "diagnostic"), dict),
        refreshes=has("workspace", "diagnostics", "refreshSupport"),
        related=has(document, "publishDiagnostics", "relatedInformation")
        or has(document, "diagnostic", "relatedInformation"),
        watches=has("workspace", "didChangeWatchedFiles", "dynamicRegistration"),
        resolves_edits=isinstance(properties, list) and "edit" in properties,
        document_changes=has("workspace", "workspaceEdit", "documentChanges"),
        annotates=isinstance(
            _at(params, "capabilities", "workspace", "workspaceEdit", "changeAnnotationSupport"),
            dict,
        ),
        markdown_hover=not isinstance(formats, list) or "markdown" in formats,
        symbol_tree=has(document, "documentSymbol", "hierarchicalDocumentSymbolSupport"),
        lenses=_at(params, "initializationOptions", "codeLens") is True,
        refreshes_lenses=has("workspace", "codeLens", "refreshSupport"),
        select_command=select if isinstance(select, str) else "",
        folders=_folders(params),
        process=process if isinstance(process, int) and process > 0 else None,
        locale=params["locale"] if isinstance(params.get("locale"), str) else "",
    )


def _at(value: Any, *path: str) -> Any:
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _encoding(wanted: Any) -> Encoding:
    """The first of the client's encodings that there is; UTF-16 is what every client must know."""
    named = wanted if isinstance(wanted, list) else []
    return next((known for one in named for known in ENCODINGS if known == one), "utf-16")


def _folders(params: dict[str, Any]) -> tuple[str, ...]:
    """The paths of the workspace folders, or of the root that older clients name."""
    folders = params.get("workspaceFolders")
    if isinstance(folders, list):
        uris = [_at(folder, "uri") for folder in folders]
    else:
        uris = [params.get("rootUri")]
    paths = [path_of(uri) for uri in uris if isinstance(uri, str)]
    found = [path for path in paths if path]
    root = params.get("rootPath")
    if not found and isinstance(root, str) and root:
        found = [os.path.abspath(root)]
    return tuple(dict.fromkeys(found))
