"""The options of checks: declared as class attributes, validated with their places."""

from collections.abc import Callable
from typing import Any, ClassVar

from lintpost.language import Text


def _is_int(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_strings(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


_KINDS: dict[str, tuple[Callable[[Any], bool], Text]] = {
    "bool": (lambda value: isinstance(value, bool), Text("true or false", "true か false")),
    "int": (_is_int, Text("a whole number", "整数")),
    "int | None": (
        lambda value: value is None or _is_int(value),
        Text("a whole number", "整数"),
    ),
    "str": (lambda value: isinstance(value, str), Text("a string", "文字列")),
    "tuple[str, ...]": (_is_strings, Text("a list of strings", "文字列のリスト")),
    "tuple[dict[str, object], ...]": (
        lambda value: isinstance(value, list) and all(isinstance(item, dict) for item in value),
        Text("a list of mappings", "対応表のリスト"),
    ),
    "dict[str, str]": (
        lambda value: (
            isinstance(value, dict)
            and all(isinstance(item, str) for pair in value.items() for item in pair)
        ),
        Text("a mapping of strings to strings", "文字列から文字列への対応表"),
    ),
    "dict[str, tuple[str, ...]]": (
        lambda value: isinstance(value, dict) and all(map(_is_strings, value.values())),
        Text("a mapping such as {key: [a, b]}", "{キー: [A, B]} のような対応表"),
    ),
    "dict[str, dict[str, int]]": (
        lambda value: (
            isinstance(value, dict)
            and all(
                isinstance(item, dict) and all(map(_is_int, item.values()))
                for item in value.values()
            )
        ),
        Text("a mapping such as {title: {max: 60}}", "{title: {max: 60}} のような対応表"),
    ),
}


class OptionError(ValueError):
    """An option that a check does not know or cannot take.

    `path` leads to it from the options' mapping; `text` says what is wrong, in both languages;
    `known` are the words that would have been right, for a hint.
    """

    def __init__(self, path: list[str], text: Text, word: str = "", known: tuple[str, ...] = ()):
        super().__init__(path, text)
        self.path = path
        self.text = text
        self.word = word
        self.known = known


class CheckOptions:
    """Base of every check's `Options`.

    A subclass's annotated attributes are its options: ``max: int = 10``; ``first_line`` is written
    ``first-line`` in YAML. `CHOICES` names the words that a string (or each value of a mapping)
    may be.
    """

    CHOICES: ClassVar[dict[str, tuple[str, ...]]] = {}

    @property
    def needs(self) -> str:
        """The package of an extra that a run cannot do without; none for most checks."""
        return ""

    def __init__(self, values: dict[str, Any] | None = None) -> None:
        """Raises `OptionError` for an unknown option or a value of the wrong type."""
        for key, value in (values or {}).items():
            setattr(self, key.replace("-", "_"), self._checked(key, value))

    def validate(self) -> None:
        """Look closer than at the types. Raises `OptionError`; the built-in rules are proved by tests."""

    @classmethod
    def known(cls) -> dict[str, str]:
        """Every option, as it is written in YAML, with its type."""
        return {
            name.replace("_", "-"): kind.__name__ if type(kind) is type else str(kind)
            for name, kind in cls.__annotations__.items()
            if name != "CHOICES"
        }

    @classmethod
    def _checked(cls, key: str, value: Any) -> Any:
        kinds = cls.known()
        if key not in kinds:
            raise OptionError(
                [key], Text("unknown option", "知らないオプションです"), key, tuple(kinds)
            )
        accepts, wanted = _KINDS[kinds[key]]
        if not accepts(value):
            raise OptionError(
                [key],
                Text(f"`{key}` must be {wanted.en}", f"`{key}` は{wanted.ja}で指定してください"),
            )
        choices = cls.CHOICES.get(key)
        if choices:
            items = (
                value.items() if isinstance(value, dict)
                else [(None, item) for item in (value if isinstance(value, list) else [value])]
            )  # fmt: skip
            for step, item in items:
                if item not in choices:
                    raise OptionError(
                        [key] if step is None else [key, step],
                        Text(
                            f"`{item}` is not one of {', '.join(choices)}",
                            f"`{item}` は使えません。{', '.join(choices)} のどれかです",
                        ),
                        str(item),
                        choices,
                    )
        return tuple(value) if isinstance(value, list) else value
