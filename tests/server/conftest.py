"""Clients for the tests of the server."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from lintpost.server.documents.addresses import uri_of
from tests.server.client import Client


class Shared:
    """A client whose `initialize` takes a server that runs already, if one was told of the same capabilities: its
    workspace becomes the folder, and all that the tests before had open is closed.
    """

    def __init__(self, servers: dict[str, tuple[Client, Any]]) -> None:
        self._servers = servers
        self._client: Client | None = None
        self._folder: Path | None = None

    def initialize(self, folder: Path | None = None, **capabilities: Any) -> Any:
        key = json.dumps(capabilities, sort_keys=True)
        if "diagnostic" in capabilities.get("textDocument", {}):
            key += str(
                len(self._servers)
            )  # whether the client pulls is known from its first request on
        if key in self._servers and self._servers[key][0].process.poll() is not None:
            del self._servers[key]  # a test that failed has ended it
        if key not in self._servers:
            client = Client()
            self._servers[key] = client, client.initialize(folder, **capabilities)
            self._client = client
        else:
            self._client = self._servers[key][0]
            self._client.received.clear()
            if folder is not None:
                self._move(added=folder)
        self._folder = folder
        return self._servers[key][1]

    def __getattr__(self, name: str) -> Any:
        return getattr(self._client, name)

    def leave(self) -> None:
        """Close what is open, and leave the folder."""
        if self._client is None:
            return
        self._client.close_all()
        if self._folder is not None:
            self._move(removed=self._folder)
        assert self._client.process.poll() is None
        assert self._client.stray == b""

    def _move(self, **folders: Path) -> None:
        event = {
            kind: [{"uri": uri_of(str(folders[kind])), "name": "site"}] if kind in folders else []
            for kind in ("added", "removed")
        }
        self._client.notify("workspace/didChangeWorkspaceFolders", {"event": event})


def write_house(folder: Path, files: Mapping[str, str]) -> None:
    """Write the files of a site that is a repository of its own."""
    (folder / ".git").mkdir()
    for name, text in files.items():
        (folder / name).write_text(text)


@pytest.fixture(scope="session")
def servers() -> Iterator[dict[str, tuple[Client, Any]]]:
    """Servers that tests share, by the capabilities of their client: starting one takes longer than most tests."""
    running: dict[str, tuple[Client, Any]] = {}
    yield running
    for client, _ in running.values():
        client.kill()


@pytest.fixture
def start() -> Iterator[Callable[..., Client]]:
    """Starts servers, and ends them after the test."""
    clients: list[Client] = []

    def started(*arguments: str, **settings: object) -> Client:
        clients.append(Client(*arguments, **settings))
        return clients[-1]

    yield started
    for client in clients:
        client.kill()
        assert client.stray == b""


@pytest.fixture
def client(
    request: pytest.FixtureRequest,
    servers: dict[str, tuple[Client, Any]],
    start: Callable[..., Client],
) -> Iterator[Shared | Client]:
    """A client of a server that other tests use, too: what they said to it is of no matter, and what they had open
    is closed. A test or module that minds, or that ends its server, is marked ``own_server``: nothing was said to that.
    """
    if request.node.get_closest_marker("own_server") is not None:
        yield start()
        return
    shared = Shared(servers)
    yield shared
    shared.leave()
