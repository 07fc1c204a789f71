"""Takes the messages of an LSP client, in their order, and answers them."""

import os
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from lintpost.config.run_settings import CliOverrides
from lintpost.server.client import Client, client_of
from lintpost.server.lifecycle import initialize_result, watched_files
from lintpost.server.log import log
from lintpost.server.rpc.connection import Connection
from lintpost.server.rpc.errors import (
    INTERNAL_ERROR,
    INVALID_REQUEST,
    METHOD_NOT_FOUND,
    REQUEST_CANCELLED,
    SERVER_NOT_INITIALIZED,
    ResponseError,
    invalid_params,
)
from lintpost.server.rpc.inbox import Message

if TYPE_CHECKING:
    from lintpost.server.checking import Checking
    from lintpost.server.workspace.workspace import Workspace

Watch = Callable[[int], None]
"""Ends the server once a process is gone."""

FEATURES = {
    "textDocument/codeAction": "code_actions.code_actions",
    "codeAction/resolve": "code_actions.resolve",
    "textDocument/hover": "hover.hover",
    "textDocument/codeLens": "lenses.code_lenses",
    "textDocument/completion": "completion.complete",
    "textDocument/definition": "definition.definition",
    "textDocument/references": "references.references",
    "textDocument/prepareRename": "rename.prepare_rename",
    "textDocument/rename": "rename.rename",
    "textDocument/documentSymbol": "symbols.document_symbols",
    "textDocument/foldingRange": "folding.folding_ranges",
    "workspace/symbol": "symbols.workspace_symbols",
}
"""The requests that features answer: the module below `lintpost.server.features`, and its function. It is
imported when it is first asked for."""


class LanguageServer:
    """The server's half of a session. `has_ended`: the client has said ``exit``."""

    def __init__(
        self,
        connection: Connection,
        watch: Watch,
        overlay: CliOverrides,
        has_news: Callable[[str], bool],
    ) -> None:
        """`has_news` tells whether another text of a document waits, by its URI: see `Inbox.has_news_of`."""
        self.has_ended = False
        self.unsaved_texts: dict[str, bytes] = {}
        """The open documents that are no posts, by path."""
        self._connection = connection
        self._overlay = overlay
        self._has_news = has_news
        self._watch = watch
        self._client: Client | None = None
        self._state: tuple[Workspace, Checking] | None = None
        self._is_shut_down = False
        self._watches = False
        self._notifications: dict[str, Callable[[Any], None]] = {
            "initialized": self._initialized,
            "textDocument/didOpen": self._open,
            "textDocument/didChange": self._change,
            "textDocument/didClose": self._close,
            "textDocument/didSave": self._save,
            "workspace/didChangeWatchedFiles": self._files_changed,
            "workspace/didChangeWorkspaceFolders": self._folders_changed,
            "workspace/didChangeConfiguration": self._files_changed,
        }

    @property
    def exit_status(self) -> int:
        """The exit status of the process: 0 if the client has shut the server down."""
        return 0 if self._is_shut_down else 1

    def take(self, message: Message, *, cancelled: bool) -> None:
        """Handle one message; whatever goes wrong is an answer or a line of the log."""
        method = message.get("method")
        if method is None:
            self._connection.take_response(message)
        elif "id" in message:
            self._answer(message, method, cancelled=cancelled)
        elif method == "exit":
            self.has_ended = True
        elif self._client is not None and method in self._notifications:
            params = message.get("params")
            known = params if isinstance(params, dict) else {}
            self._guarded(method, lambda: self._notifications[method](known))

    def pause(self) -> float:
        """Seconds to wait for the next message; 0 where there is work to do meanwhile."""
        return 3600.0 if self._state is None else self._state[1].pause()

    def work(self) -> None:
        """Do one piece of the work that is left when no message waits."""
        if self._state is not None:
            self._guarded("check", self._state[1].step)

    def _answer(self, message: Message, method: str, *, cancelled: bool) -> None:
        id, params = message["id"], message.get("params")
        try:
            if cancelled:
                raise ResponseError(REQUEST_CANCELLED, "cancelled")
            if self._is_shut_down:
                raise ResponseError(INVALID_REQUEST, "the server is shut down")
            if method == "initialize":
                self._connection.respond(id, self._initialize(params))
            elif self._client is None:
                raise ResponseError(SERVER_NOT_INITIALIZED, "`initialize` has not come yet")
            elif method == "shutdown":
                self._is_shut_down = True
                self._connection.respond(id, None)
            elif method == "textDocument/diagnostic":
                self._pull(id, params)
            else:
                self._connection.respond(id, self._feature(method, params))
        except ResponseError as error:
            self._connection.refuse(id, error)
        except OSError:
            raise
        except Exception as error:  # a bug of ours is that request's error, and the session goes on
            self._log_crash(method)
            what = f"internal error ({type(error).__name__}: {error})"
            self._connection.refuse(id, ResponseError(INTERNAL_ERROR, what))

    def _feature(self, method: str, params: Any) -> Any:
        """The result of a feature. Raises `ResponseError`."""
        if method not in FEATURES:
            raise ResponseError(METHOD_NOT_FOUND, f"no such method: {method}")
        if not isinstance(params, dict):
            raise invalid_params("parameters are missing")
        module, _, function = FEATURES[method].partition(".")
        feature = import_module(f"lintpost.server.features.{module}")
        return getattr(feature, function)(self._started()[0], params)

    def _guarded(self, what: str, work: Callable[[], None]) -> None:
        """Do what no answer can tell the failure of."""
        try:
            work()
        except ResponseError as error:
            log(f"{what}: {error.message}")
        except OSError as error:
            if isinstance(error, BrokenPipeError):
                raise
            self._log_crash(what)
        except Exception:
            self._log_crash(what)

    def _log_crash(self, what: str) -> None:
        from traceback import format_exc

        log(f"{what}: internal error\n{format_exc()}")

    def _initialize(self, params: Any) -> dict[str, Any]:
        if self._client is not None:
            raise ResponseError(INVALID_REQUEST, "`initialize` comes once")
        client = self._client = client_of(params)
        if client.locale:  # as the client shows itself, unless the user has said otherwise
            os.environ.setdefault("LINTPOST_LANG", client.locale)
        if client.process is not None:
            self._watch(client.process)
        return initialize_result(client)

    def _initialized(self, _params: Any) -> None:
        workspace, _ = self._started()
        if workspace.client.watches and not self._watches:
            self._watches = True
            self._connection.request("client/registerCapability", watched_files())
        for folder in workspace.folders:
            workspace.read_settings_near(os.path.join(folder, "post.md"))

    def _open(self, params: Any) -> None:
        workspace, checking = self._started()
        document = workspace.documents.open(params.get("textDocument"))
        workspace.note_text(document)
        checking.changed(document)

    def _change(self, params: Any) -> None:
        workspace, checking = self._started()
        document = workspace.documents.change(params)
        workspace.note_text(document)
        checking.changed(document)

    def _close(self, params: Any) -> None:
        workspace, checking = self._started()
        document = workspace.documents.close(params)
        workspace.forget(document)
        checking.closed(document)

    def _save(self, _params: Any) -> None:
        self._started()[1].files_changed()

    def _files_changed(self, _params: Any) -> None:
        self._started()[1].files_changed()

    def _folders_changed(self, params: Any) -> None:
        from lintpost.server.documents.addresses import path_of

        workspace, checking = self._started()
        try:
            event = params["event"]
            gone = {path_of(folder["uri"]) for folder in event.get("removed", [])}
            come = [path_of(folder["uri"]) for folder in event.get("added", [])]
        except (KeyError, TypeError, AttributeError):
            raise invalid_params("`event` needs `added` and `removed`") from None
        workspace.folders = [one for one in workspace.folders if one not in gone]
        workspace.leave([path for path in gone if path])
        workspace.folders += [path for path in come if path and path not in workspace.folders]
        for folder in workspace.folders:
            workspace.read_settings_near(os.path.join(folder, "post.md"))
        checking.files_changed()

    def _pull(self, id: Any, params: Any) -> None:
        workspace, checking = self._started()
        document = workspace.documents.named(params)
        checking.pull(id, document, params.get("previousResultId"))

    def _started(self) -> "tuple[Workspace, Checking]":
        """The state of the session. What it takes is imported once `initialize` is answered."""
        if self._state is None:
            from lintpost.server.checking import Checking
            from lintpost.server.workspace.workspace import Workspace

            assert self._client is not None
            workspace = Workspace(self._client, self._connection, self.unsaved_texts, self._overlay)
            self._state = workspace, Checking(workspace, self._has_news)
        return self._state
