"""Clients for the tests of the server."""

from collections.abc import Callable, Iterator

import pytest

from tests.server.client import Client


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
def client(start: Callable[..., Client]) -> Client:
    """A server that nothing was said to yet."""
    return start()
