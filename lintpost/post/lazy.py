"""Regular expressions that are compiled on first use, because a run over one post uses few of them."""

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class _Lazy:
    """A stand-in for a pattern. After its first use, its methods are those of the compiled pattern."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._source, self._flags)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled on first use, and only then raises `re.error`: not for patterns
    that users write.
    """
    return cast("re.Pattern[str]", _Lazy(source, flags))


def lazy_bytes(source: bytes, flags: int = 0) -> re.Pattern[bytes]:
    """`lazy` for bytes."""
    return cast("re.Pattern[bytes]", _Lazy(source, flags))
