"""The options of checks: declared once, as typed class attributes."""

from collections.abc import Sequence
from functools import cache
from typing import Any, cast

from lintpost.checks.contract.option_types import OptionType, Problem, option_type
from lintpost.language import Text


class OptionError(ValueError):
    """An option that a check does not know or cannot take.

    `path` leads to it from the options' mapping; `text` says what is wrong, in both languages;
    `known` are the words that would have been right, for a hint.
    """

    def __init__(
        self, path: Sequence[str | int], text: Text, word: str = "", known: tuple[str, ...] = ()
    ) -> None:
        super().__init__(path, text)
        self.path = list(path)
        self.text = text
        self.word = word
        self.known = known


class CheckOptions:
    """Base of every check's `Options`.

    An annotated class attribute is an option, with its default: ``max: int = 10``. ``first_line`` is written
    ``first-line`` in YAML. `option_types` lists the types that an annotation may name.
    """

    def __init__(self, values: dict[str, Any] | None = None) -> None:
        """Raises `OptionError` for an unknown option or a value of the wrong type."""
        types = self.known()
        for key, value in (values or {}).items():
            if key not in types:
                text = Text("unknown option", "知らないオプションです")
                raise OptionError([key], text, key, tuple(types))
            problem = next(types[key].problems(value), None)
            if problem is not None:
                raise _error(key, value, problem)
            setattr(self, key.replace("-", "_"), tuple(value) if isinstance(value, list) else value)

    def validate(self) -> None:
        """Look closer than at the types. Raises `OptionError`; tests prove the built-in rules."""

    @classmethod
    def known(cls) -> dict[str, OptionType]:
        """Every option, as it is written in YAML, with its type. Raises TypeError for a type that no
        option can have.
        """
        return _known(cast(Any, cls))  # mypy takes a class's own __hash__ for its instances'


@cache
def _known(options: Any) -> dict[str, OptionType]:
    found = {}
    for owner in reversed(options.__mro__):
        for name, annotation in vars(owner).get("__annotations__", {}).items():
            try:
                found[name.replace("_", "-")] = option_type(annotation)
            except TypeError as error:
                raise TypeError(
                    f"{owner.__module__}.{owner.__qualname__}.{name}: {error}"
                ) from None
    return found


def _error(key: str, value: Any, problem: Problem) -> OptionError:
    path = [key, *problem.path]
    if problem.choices:
        for step in problem.path:
            value = value[step]
        text = Text(
            f"`{value}` is not one of {', '.join(problem.choices)}",
            f"`{value}` は使えません。{', '.join(problem.choices)} のどれかです",
        )
        return OptionError(path, text, str(value), problem.choices)
    wanted = problem.wanted
    text = Text(f"`{key}` must be {wanted.en}", f"`{key}` は{wanted.ja}で指定してください")
    return OptionError(path, text)
