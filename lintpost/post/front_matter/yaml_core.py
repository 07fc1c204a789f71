"""The types of plain scalars in YAML 1.2; PyYAML itself implements YAML 1.1.

This is the core schema (https://yaml.org/spec/1.2.2/#103-core-schema), plus the timestamps and merge
keys that Hugo's go-yaml and Astro's js-yaml still support.
"""

import math
import re
from typing import Any

from yaml import CSafeLoader
from yaml.constructor import SafeConstructor
from yaml.nodes import ScalarNode

_PREFIX = "tag:yaml.org,2002:"
_RESOLVERS: tuple[tuple[str, str, str], ...] = (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", "~nN\0"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    (
        "float",
        r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)"
        r"|\.(?:nan|NaN|NAN)",
        "-+.0123456789",
    ),
)
_KEPT = ("timestamp", "merge")


class CoreLoader(CSafeLoader):
    """PyYAML's C loader with the scalar types of YAML 1.2."""


def _resolvers() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    found: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for kind, pattern, firsts in _RESOLVERS:
        for first in firsts.replace("\0", ""):
            found.setdefault(first, []).append((_PREFIX + kind, re.compile(rf"(?:{pattern})\Z")))
    found.setdefault("", []).append((_PREFIX + "null", re.compile(r"\Z")))
    for first, old in CSafeLoader.yaml_implicit_resolvers.items():
        kept = [(tag, pattern) for tag, pattern in old if tag.removeprefix(_PREFIX) in _KEPT]
        if kept:
            # Before the numbers: a date begins like one.
            found[first] = kept + found.get(first, [])
    return found


def _integer(_: Any, node: ScalarNode) -> int:
    text: str = node.value
    if text.startswith("0o"):
        return int(text[2:], 8)
    return int(text, 16) if text.startswith("0x") else int(text)


def _float(_: Any, node: ScalarNode) -> float:
    text = node.value.lower()
    if text.endswith(".inf"):
        return -math.inf if text[0] == "-" else math.inf
    return math.nan if text == ".nan" else float(text)


CoreLoader.yaml_implicit_resolvers = _resolvers()
CONSTRUCTORS: dict[str | None, Any] = {
    **SafeConstructor.yaml_constructors,
    _PREFIX + "int": _integer,
    _PREFIX + "float": _float,
}
