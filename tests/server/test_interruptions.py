"""A long check is given up for a newer text, between two rules, and nothing else changes."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.engine.check_post import Checker, Superseded
from lintpost.post.source import Source
from lintpost.server import interruptions
from lintpost.server.documents.addresses import uri_of
from lintpost.server.language_server import LanguageServer
from lintpost.server.rpc.connection import Connection
from lintpost.server.rpc.inbox import Inbox
from tests.server.fresh import fresh, plain

CONFIG = "lang: en\nextends: recommended\n"
LONG = "---\ntitle: A\n---\n\nThe **bold **text and teh word.\n"
SHORT = "---\ntitle: A\n---\n\nAn **other **text.\n"


class Session:
    """A server in this process, which is told one message at a time; `news` says what waits."""

    def __init__(self, folder: Path, *, pulls: bool = False) -> None:
        (folder / ".git").mkdir()
        (folder / "lintpost.yml").write_text(CONFIG)
        self.path = folder / "a.md"
        self.uri = uri_of(str(self.path))
        self.news: Callable[[str], bool] = lambda _: False
        self._out = io.BytesIO()
        overlay = CliOverrides(no_site=True)
        connection = Connection(self._out)
        self.server = LanguageServer(
            connection, lambda _: None, overlay, lambda uri: self.news(uri)
        )
        diagnostic = {"textDocument": {"diagnostic": {}}} if pulls else {}
        params = {
            "capabilities": diagnostic,
            "workspaceFolders": [{"uri": uri_of(str(folder)), "name": "site"}],
        }
        self.tell("initialize", params, id=0)
        self.tell("initialized", {})

    def tell(self, method: str, params: Any, **more: Any) -> None:
        self.server.take({"method": method, "params": params, **more}, cancelled=False)

    def open(self, text: str) -> None:
        item = {"uri": self.uri, "languageId": "markdown", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": item})

    def change(self, text: str, version: int) -> None:
        document = {"uri": self.uri, "version": version}
        changes = [{"text": text}]
        self.tell("textDocument/didChange", {"textDocument": document, "contentChanges": changes})

    def work(self) -> None:
        """Do what there is to do at once."""
        for _ in range(10):
            self.server.work()

    def sent(self, key: str) -> list[dict[str, Any]]:
        """The messages of a method, or the answers to a request."""
        parts = self._out.getvalue().decode().split("Content-Length: ")[1:]
        found = [json.loads(part.partition("\r\n\r\n")[2]) for part in parts]
        return [one for one in found if key in (one.get("method"), str(one.get("id")))]

    def published(self) -> list[tuple[int | None, list[Any]]]:
        """The diagnostics of the post, each with the version."""
        params = [one["params"] for one in self.sent("textDocument/publishDiagnostics")]
        return [
            (one.get("version"), plain(one["diagnostics"]))
            for one in params
            if one["uri"] == self.uri
        ]


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However short a check is, it can be given up."""
    monkeypatch.setattr(interruptions, "_SHORT", 0.0)


def test_only_the_newer_text_is_checked(tmp_path: Path) -> None:
    session = Session(tmp_path)
    session.open(LONG)
    session.news = lambda uri: uri == session.uri
    session.work()
    assert session.published() == []
    session.change(SHORT, 2)
    session.news = lambda _: False
    session.work()
    wanted = fresh(session.path, SHORT)
    assert wanted
    assert session.published() == [(2, wanted)]


def test_a_check_goes_on_for_news_of_others(tmp_path: Path) -> None:
    session = Session(tmp_path)
    session.open(LONG)
    session.news = lambda uri: uri != session.uri
    session.work()
    assert session.published() == [(1, fresh(session.path, LONG))]


def test_a_check_goes_on_after_a_while(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = Session(tmp_path)
    session.open(LONG)
    session.news = lambda _: True
    session.work()
    assert session.published() == []
    monkeypatch.setattr(interruptions, "_PATIENCE", 0.0)
    session.work()
    assert session.published() == [(1, fresh(session.path, LONG))]


def test_a_pull_waits_for_the_newer_text(tmp_path: Path) -> None:
    session = Session(tmp_path, pulls=True)
    session.open(LONG)
    session.tell("textDocument/diagnostic", {"textDocument": {"uri": session.uri}}, id=7)
    session.news = lambda _: True
    session.work()
    assert session.sent("7") == []
    session.change(SHORT, 2)
    session.news = lambda _: False
    session.work()
    (answer,) = session.sent("7")
    assert plain(answer["result"]["items"]) == fresh(session.path, SHORT)


@pytest.mark.parametrize(
    ("message", "is_news"),
    [
        ({"method": "textDocument/didChange", "params": {"textDocument": {"uri": "file:///a.md"}}}, True),
        ({"method": "textDocument/didClose", "params": {"textDocument": {"uri": "file:///a.md"}}}, True),
        ({"method": "exit"}, True),
        ({"method": "textDocument/didChange", "params": {"textDocument": {"uri": "file:///b.md"}}}, False),
        ({"method": "textDocument/hover", "params": {"textDocument": {"uri": "file:///a.md"}}}, False),
        ({"method": "textDocument/didChange", "params": []}, False),
        ({"id": 1, "result": None}, False),
    ],
)  # fmt: skip
def test_what_is_news(message: dict[str, Any], is_news: bool) -> None:
    inbox = Inbox()
    assert not inbox.has_news_of("file:///a.md")
    inbox.put(message)
    assert inbox.has_news_of("file:///a.md") is is_news


def test_between_two_rules(tmp_path: Path) -> None:
    (tmp_path / "lintpost.yml").write_text(CONFIG)
    checker = Checker(load_settings(str(tmp_path / "lintpost.yml"), CliOverrides(no_site=True)))
    source = Source(str(tmp_path / "a.md"), LONG)
    whole = checker.check_source(source)
    asked = 0

    def at_the_third() -> bool:
        nonlocal asked
        asked += 1
        return asked == 3

    checker.is_superseded = at_the_third
    with pytest.raises(Superseded):
        checker.check_source(source)
    assert asked == 3
    assert checker.check_source(source) == whole
