"""Engines of others that a run may be handed to."""

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from lintpost.language import Text

_SECONDS = 10
_RETRIES = 3
"""Times that a chunk is tried again whose worker was lost."""


class ExecutorError(Exception):
    """An executor that cannot be had; `text` says why."""

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
        raise ExecutorError(
            Text(f"--executor {address}: write dask://HOST:PORT",
                 f"--executor {address}：dask://ホスト:ポート の形で指定してください")
        )  # fmt: skip
    try:
        from distributed import Client
    except ImportError:
        raise ExecutorError(
            Text("--executor dask:// needs a package: pip install 'lintpost[dask]'",
                 "--executor dask:// には追加のパッケージが必要です：pip install 'lintpost[dask]'")
        ) from None  # fmt: skip
    try:
        client = Client(f"tcp://{place}", timeout=_SECONDS)  # type: ignore[no-untyped-call]
    except (OSError, ValueError):
        raise ExecutorError(
            Text(f"no Dask scheduler answers at {place}", f"{place} のDaskスケジューラーにつながりません")
        ) from None  # fmt: skip
    with client, client.get_executor(pure=False, retries=_RETRIES) as executor:  # type: ignore[no-untyped-call]
        yield executor
