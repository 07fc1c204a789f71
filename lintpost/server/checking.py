"""Decides what is checked next, and tells the client what was found.

A document is checked when no message waits: what comes in while a check runs is taken in before the next, so
that of many changes only the last text is checked. A long check is given up for a newer text.
"""

import time
from collections.abc import Callable
from hashlib import blake2b
from json import dumps
from typing import Any

from lintpost.engine.check_post import Superseded
from lintpost.server.documents.document import Document
from lintpost.server.features.diagnostics import diagnostics_of, is_failed, settings_diagnostics
from lintpost.server.interruptions import Interruptions
from lintpost.server.rpc.connection import Id
from lintpost.server.workspace.checked_post import CheckedPost
from lintpost.server.workspace.site_settings import SiteSettings
from lintpost.server.workspace.workspace import Workspace

_LOOK_AROUND = 1.0
"""Seconds after which the files of settings are looked at again though nothing was typed."""

_HOLD = 0.4
"""Seconds that a client which can ask for diagnostics has to do so, before they are published."""
_SLICE = 0.05
"""Seconds of work after which messages are looked for."""
_DISK = 60.0
"""Seconds after which the next check takes the disk and the clock anew, though the client told of no change."""


class Checking:
    """The documents that wait to be checked, and the requests that wait for it."""

    def __init__(self, workspace: Workspace, has_news: Callable[[str], bool]) -> None:
        """`has_news` tells whether another text of a document waits, by its URI."""
        self._workspace = workspace
        self._interruptions = Interruptions(workspace, has_news)
        self._waiting: dict[str, None] = {}
        self._incomplete: dict[str, None] = {}
        self._pulls: dict[str, list[tuple[Id, Any]]] = {}
        self._faulty: dict[str, str] = {}
        self._published: set[str] = set()
        self._told: dict[str, SiteSettings | None] = {}
        """The settings under which the client was last told what is in a document: others may have been read, and
        the document checked, for a request in between."""
        self._reading = 0
        self._is_pulled = False
        self._held_until = 0.0
        self._looked = 0.0
        self._looked_at_disk = time.monotonic()

    def changed(self, document: Document) -> None:
        """A document was opened or changed."""
        if not self._held_until and self._workspace.client.pulls:
            self._held_until = time.monotonic() + _HOLD
        if document.is_post:
            self._waiting.pop(document.uri, None)
            self._waiting = {document.uri: None, **self._waiting}  # what is being typed goes first
        else:
            self.settings_may_have_changed()

    def closed(self, document: Document) -> None:
        """A document was closed: what was found in it is taken back."""
        self._waiting.pop(document.uri, None)
        self._incomplete.pop(document.uri, None)
        self._told.pop(document.uri, None)
        self._interruptions.forget(document)
        for id, _ in self._pulls.pop(document.uri, []):
            self._workspace.connection.respond(id, {"kind": "full", "items": []})
        if document.is_post and not self._is_pulled:
            self._publish(document.uri, None, [])
        if not document.is_post:
            self._faulty.pop(document.uri, None)
            self.settings_may_have_changed()

    def pull(self, id: Id, document: Document, previous: Any) -> None:
        """A request for the diagnostics of a document: it is answered with those of its newest text.

        From the first one on nothing is published but what is asked for, and what was published is taken back.
        """
        if not self._is_pulled:
            self._is_pulled = True
            for uri in self._published:
                self._publish(uri, None, [])
        self._pulls.setdefault(document.uri, []).append((id, previous))

    def files_changed(self) -> None:
        """Files changed on the disk: rules may ask for any of them."""
        self._workspace.look_again()
        self.settings_may_have_changed()
        for reviews in self._workspace.all_reviews():
            reviews.renew()
        self._all_posts()

    def settings_may_have_changed(self) -> None:
        """A file that settings are read from may have changed."""
        self._looked = 0.0

    def pause(self) -> float:
        """How long, in seconds, there is nothing to do, unless a message comes."""
        if self._is_held() and not self._pulls:
            return self._held_until - time.monotonic()
        if self._waiting or self._pulls or self._incomplete or self._is_reading():
            return 0.0
        return max(0.0, self._looked + _LOOK_AROUND - time.monotonic()) if self._looked else 0.0

    def step(self) -> None:
        """Do one thing: the most urgent. A document whose check was given up waits on."""
        waiting = dict(self._waiting), dict(self._incomplete), dict(self._pulls)
        try:
            self._do_most_urgent()
        except Superseded:
            self._waiting, self._incomplete, self._pulls = waiting

    def _do_most_urgent(self) -> None:
        if self._pulls:
            self._answer_pulls(next(iter(self._pulls)))
        elif self._waiting:
            self._check(next(iter(self._waiting)))
        elif time.monotonic() - self._looked >= _LOOK_AROUND or not self._looked:
            self._look_around()
        elif self._advance_reviews():
            pass
        elif self._incomplete:
            self._complete(next(iter(self._incomplete)))
        else:
            self._advance_tags()

    def _is_held(self) -> bool:
        """Whether a client that could ask for diagnostics has not had the time to do so yet."""
        return not self._is_pulled and time.monotonic() < self._held_until

    def _check(self, uri: str) -> None:
        del self._waiting[uri]
        document = self._workspace.documents.get(uri)
        if document is None:
            return
        with self._interruptions.of(document):
            checked = self._workspace.check(document)
        if checked.reviewed is None:
            self._incomplete[uri] = None
        if self._is_pulled:
            self._publish_settings()
            return
        self._told[uri] = checked.settings
        self._publish(uri, document.version, diagnostics_of(self._workspace, checked))
        self._tell_failures(checked)
        self._publish_settings()

    def _answer_pulls(self, uri: str) -> None:
        pulls = self._pulls.pop(uri)
        self._waiting.pop(uri, None)
        document = self._workspace.documents.get(uri)
        if document is None:
            return
        if document.is_post:
            with self._interruptions.of(document):
                checked = self._workspace.check(document)
            self._told[uri] = checked.settings
            if checked.reviewed is None:
                self._incomplete[uri] = None
            items = diagnostics_of(self._workspace, checked)
        else:
            self._workspace.settings.of_file(document.path or "")
            items = settings_diagnostics(self._workspace).get(document.path or "", [])
        result_id = _digest(items)
        for id, previous in pulls:
            full = {"kind": "full", "resultId": result_id, "items": items}
            same = {"kind": "unchanged", "resultId": result_id}
            self._workspace.connection.respond(id, same if previous == result_id else full)
        self._publish_settings()

    def _complete(self, uri: str) -> None:
        """Publish once more, with what the rules over the whole site find."""
        del self._incomplete[uri]
        document = self._workspace.documents.get(uri)
        if document is None:
            return
        with self._interruptions.of(document):
            checked = self._workspace.complete(document)
        if checked is None:
            return
        if self._is_pulled:
            self._refresh()
        else:
            self._publish(uri, document.version, diagnostics_of(self._workspace, checked))

    def _is_reading(self) -> bool:
        workspace = self._workspace
        return any(not reviews.is_done for reviews in workspace.all_reviews()) or any(
            not index.notes.is_known for index in workspace.open_tags()
        )

    def _advance_tags(self) -> None:
        """Go on with reading the tags of the sites of open posts."""
        for index in self._workspace.open_tags():
            if not index.notes.is_known:
                if index.notes.update(_SLICE):
                    self._refresh_lenses()
                return

    def _advance_reviews(self) -> bool:
        """Go on with making the facts of a site; whether there was anything to do."""
        for reviews in self._workspace.all_reviews():
            if reviews.advance():
                if reviews.is_done:
                    for document in self._workspace.documents:
                        if document.is_post:
                            self._incomplete[document.uri] = None
                return True
        return False

    def _look_around(self) -> None:
        """Read settings again whose files have changed."""
        settings = self._workspace.settings
        for document in self._workspace.documents:
            if not document.is_post and document.path is not None:
                self._workspace.read_settings_near(document.path)
        settings.reload()
        self._looked = time.monotonic()
        if self._looked - self._looked_at_disk >= _DISK:
            self._looked_at_disk = self._looked
            self._workspace.look_again()
        self._publish_settings()

    def _publish_settings(self) -> None:
        """Publish what is wrong with settings, and check the posts again where other settings are in force."""
        workspace = self._workspace
        if workspace.settings.reading != self._reading:
            self._reading = workspace.settings.reading
            self._all_posts()
        found = settings_diagnostics(workspace)
        by_uri = {workspace.uri_at(path): items for path, items in found.items()}
        for uri in [*self._faulty, *by_uri]:
            items = by_uri.get(uri, [])
            document = workspace.documents.get(uri)
            state = _digest([document.version if document else None, items])
            if self._faulty.get(uri, "") == state:
                continue
            if items:
                self._faulty[uri] = state
            else:
                self._faulty.pop(uri, None)
            if self._is_pulled and document is not None:
                self._refresh()
                continue
            self._publish(uri, document.version if document else None, items)

    def _all_posts(self) -> None:
        """Let every open post be checked again, those that are being typed in first."""
        stale = [one for one in self._workspace.documents if self._is_stale(one)]
        self._waiting |= dict.fromkeys(document.uri for document in stale)
        if stale and self._is_pulled:
            self._refresh()

    def _is_stale(self, document: Document) -> bool:
        """Whether the client must be told anew of a document."""
        if self._workspace.is_stale(document):
            return True
        settings = self._workspace.settings_of(document)
        return document.is_post and self._told.get(document.uri) is not settings

    def _refresh(self) -> None:
        """Ask a client that pulls to pull again."""
        if self._workspace.client.refreshes:
            self._workspace.connection.request("workspace/diagnostic/refresh", None)

    def _refresh_lenses(self) -> None:
        """Ask a client that shows code lenses to ask for them again: the tags are counted."""
        client = self._workspace.client
        if client.lenses and client.refreshes_lenses:
            self._workspace.connection.request("workspace/codeLens/refresh", None)

    def _publish(self, uri: str, version: int | None, items: list[dict[str, Any]]) -> None:
        if items:
            self._published.add(uri)
        params: dict[str, Any] = {"uri": uri, "diagnostics": items}
        if version is not None:
            params["version"] = version
        self._workspace.connection.notify("textDocument/publishDiagnostics", params)

    def _tell_failures(self, checked: CheckedPost) -> None:
        """Let the client's log know of rules that broke, or took too long: the others have run."""
        if is_failed(checked):
            return
        lang = self._workspace.lang_of(None)
        for error in checked.result.errors:
            if not error.of_settings:
                message = {"type": 1, "message": f"{error.path}: {error.text[lang]}"}
                self._workspace.connection.notify("window/logMessage", message)


def _digest(value: Any) -> str:
    return blake2b(dumps(value, sort_keys=True).encode(), digest_size=8).hexdigest()
