"""Converts the options of a Vale rule (https://vale.sh/docs/checks) to those of lintpost's check of the
same name.
"""

from collections.abc import Callable
from typing import Any

from lintpost.files.settings_file import SettingsFile
from lintpost.language import Text
from lintpost.packs.scalars import as_written, texts
from lintpost.post.front_matter.value_node import ValueNode
from lintpost.post.lazy import lazy

Keys = dict[str, ValueNode]

CHECKS = {
    "existence": ("tokens", "ignorecase", "nonword"),
    "substitution": ("swap", "ignorecase", "nonword"),
    "occurrence": ("max", "min", "ignorecase"),
    "repetition": ("tokens", "ignorecase"),
    "consistency": ("either", "ignorecase", "nonword"),
    "conditional": ("first", "second", "ignorecase"),
    "capitalization": ("match", "style", "threshold"),
    "metric": ("formula", "condition"),
}
"""The checks that lintpost has, too, with the keys that mean the same in both."""
OTHER_KEYS = (
    "extends", "message", "level", "scope", "link", "description", "action", "exceptions", "raw", "token",
    "name", "indicators", "alpha", "limit", "append", "code", "vocab", "prefix", "tags", "author", "pos",
    "ignorecase", "nonword",
)  # fmt: skip
"""Keys that any rule may have; those that no conversion reads do not change what is found."""
_SCOPES = {
    "text": "body", "heading": "heading", "paragraph": "paragraph", "sentence": "sentence", "list": "list",
    "table": "table", "blockquote": "quote", "link": "link", "alt": "alt", "strong": "bold", "code": "code",
    "summary": "paragraph",
}  # fmt: skip
_WITH_EXCEPTIONS = ("existence", "substitution", "conditional", "capitalization", "repetition")
_TEXTS = ("match", "style", "formula", "condition", "first", "second")
_FLAGS = lazy(r"^\(\?([a-z]+)\)")


class NotSupported(Exception):
    """A part of a Vale rule that lintpost cannot run; `text` names it."""

    def __init__(self, text: Text) -> None:
        super().__init__(text)
        self.text = text


def not_supported(part: str) -> NotSupported:
    """The error for a part of a rule, such as ``scope: raw``."""
    return NotSupported(Text(part, f"{part} に対応していません"))


def convert_options(file: SettingsFile, check: str, keys: Keys) -> dict[str, Any]:
    """The options of one of `CHECKS` for a rule with these keys.

    Raises `NotSupported` for what lintpost cannot run, and `SettingsError` for a malformed value.
    """
    options = {
        key: as_written(file, keys[key]) if key in _TEXTS else keys[key].value
        for key in CHECKS[check]
        if key in keys
    }
    if check == "metric":
        return _metric(options)
    options["scope"] = _scopes(file, keys.get("scope"))
    if check in _WITH_EXCEPTIONS and (exceptions := texts(file, keys.get("exceptions"))):
        options["exceptions"] = exceptions
    if check in _CONVERSIONS:
        options |= _CONVERSIONS[check](file, keys)
    return _without_flags(options)


def _scopes(file: SettingsFile, node: ValueNode | None) -> list[str]:
    """lintpost's scopes for Vale's; some have no counterpart (``raw``, ``~heading``)."""
    found = []
    for scope in texts(file, node) or ["text"]:
        base = scope.split(".")[0]
        if base not in _SCOPES or "&" in scope:
            raise not_supported(f"scope: {scope}")
        found.append(_SCOPES[base])
    return found


def _existence(file: SettingsFile, keys: Keys) -> dict[str, Any]:
    options: dict[str, Any] = {"tokens": texts(file, keys.get("tokens"))}
    raw = texts(file, keys.get("raw"))
    if raw:
        tail = f"(?:{'|'.join(options['tokens'])})" if options["tokens"] else ""
        options = {"tokens": ["".join(raw) + tail], "nonword": True}
    return options | ({"remove": True} if _action(file, keys) == "remove" else {})


def _substitution(file: SettingsFile, keys: Keys) -> dict[str, Any]:
    fix = "safe" if _action(file, keys) == "replace" else "unsafe"
    return {"swap": _pairs(file, keys.get("swap")), "fix": fix}


def _occurrence(file: SettingsFile, keys: Keys) -> dict[str, Any]:
    token = as_written(file, keys["token"]) if "token" in keys else ""
    return {"tokens": [token], "nonword": True}


def _repetition(file: SettingsFile, keys: Keys) -> dict[str, Any]:
    return {"tokens": [r"[A-Za-z][A-Za-z']*"]}


def _consistency(file: SettingsFile, keys: Keys) -> dict[str, Any]:
    return {"either": _pairs(file, keys.get("either"))}


_CONVERSIONS: dict[str, Callable[[SettingsFile, Keys], dict[str, Any]]] = {
    "existence": _existence,
    "substitution": _substitution,
    "occurrence": _occurrence,
    "repetition": _repetition,
    "consistency": _consistency,
}


def _action(file: SettingsFile, keys: Keys) -> str:
    """The name of the rule's action; empty where it has none."""
    node = keys.get("action")
    name = file.any_mapping(node).get("name") if node and node.value is not None else None
    return as_written(file, name) if name is not None else ""


def _pairs(file: SettingsFile, node: ValueNode | None) -> dict[str, str]:
    if node is None or node.value is None:
        return {}
    return {key: as_written(file, child) for key, child in file.any_mapping(node).items()}


def _metric(options: dict[str, Any]) -> dict[str, Any]:
    from lintpost.checks.contract.options import OptionError
    from lintpost.checks.phrases.metric import Options

    formula = options.get("formula", "")
    options["formula"] = " ".join(formula.replace("math.", "").split())
    options.setdefault("condition", "> 0")
    try:
        Options(options)
    except OptionError:
        raise not_supported(f"formula: {formula.strip()}") from None
    return options


def _without_flags(options: dict[str, Any]) -> dict[str, Any]:
    """The options with ``(?i)`` at the beginning of patterns moved to `ignorecase`."""

    def plain(pattern: str) -> str:
        match = _FLAGS.match(pattern)
        if match and set(match[1]) <= set("im"):
            options["ignorecase"] = options.get("ignorecase", False) or "i" in match[1]
            return pattern[match.end() :]
        return pattern

    patterns: list[str] = []
    for key in ("tokens", "exceptions"):
        if key in options:
            options[key] = [plain(pattern) for pattern in options[key]]
    for key in ("swap", "either"):
        if key in options:
            options[key] = {plain(pattern): value for pattern, value in options[key].items()}
    for key in ("first", "second"):
        if key in options:
            options[key] = plain(options[key])
            patterns.append(options[key])
    patterns += [*options.get("tokens", ()), *options.get("swap", ()), *options.get("either", ())]
    _refuse_unreadable(patterns)
    return options


def _refuse_unreadable(patterns: list[str]) -> None:
    from lintpost.site.js_regex import PatternError, compile_js

    for pattern in patterns:
        try:
            compile_js(pattern, "m")
        except PatternError as error:
            raise not_supported(f"{pattern} ({error})") from None
