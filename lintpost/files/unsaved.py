"""Texts that are read in place of files: what an editor has open and has not saved yet."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from types import MappingProxyType

_NONE: Mapping[str, bytes] = MappingProxyType({})
_texts: ContextVar[Mapping[str, bytes]] = ContextVar("_texts", default=_NONE)


@contextmanager
def unsaved(texts: Mapping[str, bytes]) -> Iterator[None]:
    """Within the block settings files are read from here, by absolute path, where they are in it.

    What the mapping holds may change meanwhile.
    """
    token = _texts.set(texts)
    try:
        yield
    finally:
        _texts.reset(token)


def unsaved_data(path: str) -> bytes | None:
    """The bytes to take for a file; None where it is to be read."""
    texts = _texts.get()
    if not texts:
        return None
    from os.path import abspath

    return texts.get(abspath(path))
