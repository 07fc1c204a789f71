"""Executors of other machines, by their addresses."""

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from lintpost.language import Text

_TIMEOUT = 10
"""Seconds to wait for a scheduler."""
_RETRIES = 3
"""Times that a chunk is submitted again whose worker was lost."""


class ExecutorError(Exception):
    """Why there is no executor at an address, in both languages."""

    def __init__(self, text: Text) -> None:
        super().__init__(text)
        self.text = text


@contextmanager
def open_executor(address: str) -> Iterator[Executor]:
    """The executor of a Dask cluster, ``dask://HOST:PORT``.

    Its workers need this lintpost, and see the posts under the same paths. Raises `ExecutorError`.
    """
    scheme, found, place = address.partition("://")
    if scheme != "dask" or not found or not place:
        text = Text(
            f"--executor {address}: write dask://HOST:PORT",
            f"--executor {address}：dask://ホスト:ポート の形で指定してください",
        )
        raise ExecutorError(text)
    try:
        from distributed import Client
    except ImportError:
        text = Text(
            "--executor dask:// needs a package: pip install 'lintpost[dask]'",
            "--executor dask:// には追加のパッケージが必要です：pip install 'lintpost[dask]'",
        )
        raise ExecutorError(text) from None
    try:
        client = Client(f"tcp://{place}", timeout=_TIMEOUT)  # type: ignore[no-untyped-call]
    except (OSError, ValueError):
        text = Text(
            f"no Dask scheduler answers at {place}",
            f"{place} のDaskスケジューラーにつながりません",
        )
        raise ExecutorError(text) from None
    with client:
        pool = client.get_executor(pure=False, retries=_RETRIES)  # type: ignore[no-untyped-call]
        with pool as executor:
            yield executor
