"""Regular expressions that are compiled when they are first used: a run over one post uses few of them."""

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class _Lazy:
    """Stands for a pattern; after its first use its methods are the compiled pattern's own."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._source, self._flags)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern, compiled at its first use. Raises `re.error` only then: for patterns of ours alone."""
    return cast("re.Pattern[str]", _Lazy(source, flags))


def lazy_bytes(source: bytes, flags: int = 0) -> re.Pattern[bytes]:
    """`lazy` for bytes."""
    return cast("re.Pattern[bytes]", _Lazy(source, flags))
