"""A typed memo: values that several checks derive from one post (or one site), each made once.

Keys are module-level constants that carry the type of their value::

    SCOPES = MemoKey[Scope]("scopes")
    ...
    scope = post.memo.get_or_make(SCOPES, lambda: _make_scope(post, name), name)

so that ``mypy`` checks what is stored and what comes back.
"""

from collections.abc import Callable, Hashable
from typing import Any, Generic, TypeVar

T = TypeVar("T")
_MISSING: Any = object()


class MemoKey(Generic[T]):
    """A key whose value is a `T`. Two keys are never equal, whatever their names."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        """`name` is shown in tracebacks and debuggers; it identifies nothing."""
        self.name = name

    def __repr__(self) -> str:
        return f"MemoKey({self.name!r})"


class Memo:
    """Values by key and `parts`: the arguments that tell apart several values under one key."""

    __slots__ = ("_values",)

    def __init__(self) -> None:
        # Any is safe here: only get_or_make writes, and its key fixes the type of the value.
        self._values: dict[object, Any] = {}

    def get_or_make(self, key: MemoKey[T], make: Callable[[], T], *parts: Hashable) -> T:
        """The value under a key and its parts, made by `make` on first use; None is a value, too."""
        place = (key, *parts) if parts else key
        value: T = self._values.get(place, _MISSING)
        if value is _MISSING:
            value = self._values[place] = make()
        return value

    def clear(self) -> None:
        """Forget every value."""
        self._values.clear()
