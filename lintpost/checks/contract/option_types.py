"""The types that an option may have: from one annotation come validation, JSON Schema and documentation.

Supported are ``bool``, ``int``, ``float``, ``str``, ``Literal["a", "b"]``, ``X | None``, ``tuple[X, ...]``,
``list[X]``, ``dict[str, X]`` and ``dict[str, object]`` (any mapping), in any nesting.
"""

from collections.abc import Callable, Iterator
from functools import cache
from types import GenericAlias, NoneType, UnionType
from typing import Any, Literal, NamedTuple, get_args, get_origin

from lintpost.language import Text


class Problem(NamedTuple):
    """What is wrong with a value: the path to it, what was wanted, and the choices where it has some."""

    path: tuple[str | int, ...]
    wanted: Text
    choices: tuple[str, ...] = ()


class OptionType(NamedTuple):
    """One type. `problems` yields what is wrong with a value as YAML gives it.

    `wanted` names the type in a sentence, `many` in a list of them, `example` writes one in YAML flow style;
    `schema` is its JSON Schema (2020-12).
    """

    problems: Callable[[Any], Iterator[Problem]]
    wanted: Text
    many: Text
    example: str
    schema: dict[str, Any]


@cache
def option_type(annotation: Any) -> OptionType:
    """The option type of an annotation. Raises TypeError for one that is not supported."""
    if annotation in _SCALARS:
        return _SCALARS[annotation]
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Literal and all(isinstance(word, str) for word in arguments):
        return _choice(arguments)
    if isinstance(annotation, UnionType) and NoneType in arguments and len(arguments) == 2:
        return _optional(option_type(next(one for one in arguments if one is not NoneType)))
    if origin is list or (origin is tuple and arguments[1:] == (...,)):
        return _list(option_type(arguments[0]))
    if origin is dict and isinstance(annotation, GenericAlias) and arguments[0] is str:
        return _MAPPING if arguments[1] is object else _dict(option_type(arguments[1]))
    raise TypeError(
        f"{annotation} is no type that an option can have; {__doc__.split(chr(10), 2)[2].strip()}"
    )


def _scalar(
    accepts: Callable[[Any], bool], wanted: Text, many: Text, example: str, name: str
) -> OptionType:
    def problems(value: Any) -> Iterator[Problem]:
        if not accepts(value):
            yield Problem((), wanted)

    return OptionType(problems, wanted, many, example, {"type": name})


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


_SCALARS: dict[Any, OptionType] = {
    bool: _scalar(
        lambda value: isinstance(value, bool),
        Text("true or false", "true か false"), Text("booleans", "true・false"), "true", "boolean",
    ),
    int: _scalar(
        lambda value: _is_number(value) and isinstance(value, int),
        Text("a whole number", "整数"), Text("whole numbers", "整数"), "10", "integer",
    ),
    float: _scalar(
        _is_number, Text("a number", "数値"), Text("numbers", "数値"), "0.5", "number"
    ),
    str: _scalar(
        lambda value: isinstance(value, str),
        Text("a string", "文字列"), Text("strings", "文字列"), "word", "string",
    ),
}  # fmt: skip


def _mapping_problems(value: Any) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield Problem((), _MAPPING.wanted)


_MAPPING = OptionType(
    _mapping_problems, Text("a mapping", "対応表（キー: 値）"), Text("mappings", "対応表"), "{key: value}",
    {"type": "object"},
)  # fmt: skip


def _choice(words: tuple[str, ...]) -> OptionType:
    wanted = Text(f"one of {', '.join(words)}", f"{'、'.join(words)} のどれか")

    def problems(value: Any) -> Iterator[Problem]:
        if value not in words:
            yield Problem((), wanted, words if isinstance(value, str) else ())

    many = Text(f"words of {', '.join(words)}", f"{'、'.join(words)} のうちの語")
    return OptionType(problems, wanted, many, words[0], {"enum": list(words)})


def _optional(inner: OptionType) -> OptionType:
    def problems(value: Any) -> Iterator[Problem]:
        if value is not None:
            yield from inner.problems(value)

    schema: dict[str, Any] = {"anyOf": [inner.schema, {"type": "null"}]}
    if "type" in inner.schema:
        schema = {**inner.schema, "type": [inner.schema["type"], "null"]}
    return inner._replace(problems=problems, schema=schema)


def _list(inner: OptionType) -> OptionType:
    wanted = Text(f"a list of {inner.many.en}", f"{inner.many.ja}のリスト")

    def problems(value: Any) -> Iterator[Problem]:
        if not isinstance(value, list):
            yield Problem((), wanted)
            return
        for index, item in enumerate(value):
            for problem in inner.problems(item):
                # A wrong choice is named itself; of any other wrong item the list's type says more.
                yield Problem(
                    (index, *problem.path),
                    problem.wanted if problem.choices else wanted,
                    problem.choices,
                )

    many = Text(f"lists of {inner.many.en}", f"{inner.many.ja}のリスト")
    return OptionType(
        problems, wanted, many, f"[{inner.example}]", {"type": "array", "items": inner.schema}
    )


def _dict(inner: OptionType) -> OptionType:
    example = f"{{key: {inner.example}}}"
    wanted = Text(f"a mapping such as {example}", f"{example} のような対応表")

    def problems(value: Any) -> Iterator[Problem]:
        if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
            yield Problem((), wanted)
            return
        for key, item in value.items():
            for problem in inner.problems(item):
                yield Problem(
                    (key, *problem.path),
                    problem.wanted if problem.choices else wanted,
                    problem.choices,
                )

    schema = {"type": "object", "additionalProperties": inner.schema}
    return OptionType(problems, wanted, Text("mappings", "対応表"), example, schema)
