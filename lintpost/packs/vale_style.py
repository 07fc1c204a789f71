"""Vale styles as packs: a folder of YAML files, each with an ``extends`` (https://vale.sh/docs/styles)."""

import os
import re
from typing import Any, NamedTuple

from lintpost.files.settings_file import SettingsFile
from lintpost.language import Text
from lintpost.packs.rule import Rule, Severity
from lintpost.post.lazy import lazy

_LEVELS: dict[str, Severity] = {"suggestion": "info", "warning": "warning", "error": "error"}
_SCOPES = {
    "text": "body", "heading": "heading", "paragraph": "paragraph", "sentence": "sentence", "list": "list",
    "table": "table", "blockquote": "quote", "link": "link", "alt": "alt", "strong": "bold", "code": "code",
    "summary": "paragraph",
}  # fmt: skip
_CHECKS = {
    "existence": ("tokens", "ignorecase", "nonword"),
    "substitution": ("swap", "ignorecase", "nonword"),
    "occurrence": ("max", "min", "ignorecase"),
    "repetition": ("tokens", "ignorecase"),
    "consistency": ("either", "ignorecase", "nonword"),
    "conditional": ("first", "second", "ignorecase"),
    "capitalization": ("match", "style", "threshold"),
    "metric": ("formula", "condition"),
}
"""The checks that lintpost has too, with the keys that mean the same."""
_OTHER = ("extends", "message", "level", "scope", "link", "description", "action", "exceptions", "raw", "token", "name",
          "indicators", "alpha", "limit", "append", "code", "vocab", "prefix", "tags", "author", "pos", "ignorecase", "nonword")  # fmt: skip
_PLACEHOLDERS = {
    "substitution": ("name", "text"),
    "consistency": ("text", "name"),
    "metric": ("value",),
    "occurrence": ("count",),
}
_FLAGS = lazy(r"^\(\?([a-z]+)\)")


class Unsupported(NamedTuple):
    """A rule of a style that lintpost cannot run, and why."""

    name: str
    why: Text


def is_style(folder: str) -> bool:
    """Whether a folder is a Vale style: rules stand in it, not in families below it."""
    return any(_is_rule(path) for path in style_files(folder))


def style_files(folder: str) -> list[str]:
    """The YAML files of a folder, sorted."""
    names = sorted(name for name in os.listdir(folder) if name.endswith((".yml", ".yaml")))
    return [os.path.join(folder, name) for name in names]


def _is_rule(path: str) -> bool:
    with open(path, encoding="utf-8", errors="replace") as file:
        return re.search(r"^extends:", file.read(), re.MULTILINE) is not None


def read_style(folder: str) -> tuple[list[Rule], list[Unsupported]]:
    """The rules of a style, and what of it cannot be run. Raises `SettingsError` for what is no YAML."""
    rules: list[Rule] = []
    unsupported: list[Unsupported] = []
    style = os.path.basename(os.path.normpath(folder))
    for path in style_files(folder):
        if _is_rule(path):
            found = _read(SettingsFile.read(path), style, path)
            if isinstance(found, Rule):
                rules.append(found)
            else:
                unsupported.append(found)
    return rules, unsupported


def _read(file: SettingsFile, style: str, path: str) -> Rule | Unsupported:
    name = os.path.splitext(os.path.basename(path))[0]
    given = {entry: node.value for entry, node in file.any_mapping(file.root).items()}
    kind = str(given.get("extends"))
    if kind not in _CHECKS:
        return _no(style, name, f"extends: {kind}", f"extends: {kind} に当たる検査がありません")
    unknown = [key for key in given if key not in (*_CHECKS[kind], *_OTHER)]
    if unknown:
        return _no(
            style, name, f"the key `{unknown[0]}`", f"キー `{unknown[0]}` に対応していません"
        )
    options = {key: given[key] for key in _CHECKS[kind] if key in given}
    scopes = _scopes(given.get("scope", "text"))
    if scopes is None:
        return _no(
            style, name, f"scope: {given['scope']}", f"scope: {given['scope']} に対応していません"
        )
    if kind != "metric":
        options["scope"] = scopes
    problem = _adapt(kind, given, options)
    if problem:
        return _no(style, name, problem, f"{problem} に対応していません")
    message = _message(str(given.get("message", name)), kind)
    severity = _LEVELS.get(str(given.get("level", "suggestion")), "info")
    messages = dict.fromkeys(("", "many", "few"), Text(message, message))
    shown = re.sub(r"\{\w+\}", "…", message)
    title = Text(shown, shown)
    return Rule(f"{_word(style)}/{_word(name)}", kind, severity, options, title, messages, path)


def _no(style: str, name: str, en: str, ja: str) -> Unsupported:
    return Unsupported(f"{style}.{name}", Text(en, ja))


def _word(name: str) -> str:
    return re.sub(r"[^\w-]+", "-", name).lower()


def _scopes(value: Any) -> list[str] | None:
    """The scopes here for Vale's; None where one has no counterpart (``raw``, ``~heading``)."""
    found = []
    for scope in value if isinstance(value, list) else [value]:
        base = str(scope).split(".")[0]
        if base not in _SCOPES or "&" in str(scope):
            return None
        found.append(_SCOPES[base])
    return found


def _adapt(kind: str, given: dict[str, Any], options: dict[str, Any]) -> str:
    """Bring Vale's options into the shape that the check takes; what stands in the way, or ""."""
    if given.get("exceptions") and kind in (
        "existence",
        "substitution",
        "conditional",
        "capitalization",
        "repetition",
    ):
        options["exceptions"] = [str(one) for one in given["exceptions"]]
    if kind == "existence":
        tokens = [str(token) for token in given.get("tokens") or ()]
        if given.get("raw"):
            tokens.append(
                "".join(map(str, given["raw"])) + (f"(?:{'|'.join(tokens)})" if tokens else "")
            )
            tokens, options["nonword"] = tokens[-1:], True
        options["tokens"] = tokens
        action = given.get("action") or {}
        if action.get("name") == "remove":
            options["remove"] = True
    elif kind == "substitution":
        options["swap"] = {str(key): str(value) for key, value in (given.get("swap") or {}).items()}
        options["fix"] = (
            "safe" if (given.get("action") or {}).get("name") == "replace" else "unsafe"
        )
    elif kind == "occurrence":
        options["tokens"], options["nonword"] = [str(given.get("token", ""))], True
    elif kind == "repetition":
        options["tokens"] = [r"[A-Za-z][A-Za-z']*"]
    elif kind == "consistency":
        options["either"] = {
            str(key): str(value) for key, value in (given.get("either") or {}).items()
        }
    elif kind == "metric":
        return _metric(options)
    return _unflagged(options)


def _metric(options: dict[str, Any]) -> str:
    from lintpost.checks.contract.options import OptionError
    from lintpost.checks.phrases.metric import Options

    formula = str(options.get("formula", ""))
    options["formula"] = " ".join(formula.replace("math.", "").split())
    options["condition"] = str(options.get("condition", "> 0"))
    try:
        Options(options)
    except OptionError:
        return f"formula: {formula.strip()}"
    return ""


def _unflagged(options: dict[str, Any]) -> str:
    """Turn ``(?i)`` at the beginning of patterns into `ignorecase`; other flags are not known."""

    def plain(pattern: str) -> str:
        match = _FLAGS.match(pattern)
        if match and set(match[1]) <= set("im"):
            options["ignorecase"] = options.get("ignorecase", False) or "i" in match[1]
            return pattern[match.end() :]
        return pattern

    from lintpost.site.js_regex import PatternError, compile_js

    for key in ("tokens", "exceptions"):
        if key in options:
            options[key] = [plain(pattern) for pattern in options[key]]
    for key in ("swap", "either"):
        if key in options:
            options[key] = {plain(pattern): value for pattern, value in options[key].items()}
    for key in ("first", "second"):
        if key in options:
            options[key] = plain(str(options[key]))
    patterns = [*options.get("tokens", ()), *options.get("swap", ()), *options.get("either", ())]
    for pattern in patterns:
        try:
            compile_js(pattern, "m")
        except PatternError as error:
            return f"{pattern} ({error})"
    return ""


def _message(message: str, kind: str) -> str:
    """Vale's ``%s`` as fields."""
    names = _PLACEHOLDERS.get(kind, ("text",))
    number = -1

    def field(_: re.Match[str]) -> str:
        nonlocal number
        number += 1
        return "{" + names[min(number, len(names) - 1)] + "}"

    escaped = message.strip().replace("{", "{{").replace("}", "}}")
    return re.sub(r"%(?:\[\d+\])?[svqd]|%\.\d+f", field, escaped)
