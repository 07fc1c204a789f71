"""Vale styles as packs: a folder of YAML files, each with an ``extends`` (https://vale.sh/docs/styles)."""

import os
import re
from typing import NamedTuple

from lintpost.files.settings_file import SettingsFile
from lintpost.files.sources import read_recorded
from lintpost.language import Text
from lintpost.packs.rule import Rule, Severity
from lintpost.packs.scalars import as_written
from lintpost.packs.vale_options import CHECKS, OTHER_KEYS, NotSupported, convert_options

_LEVELS: dict[str, Severity] = {"suggestion": "info", "warning": "warning", "error": "error"}
_PLACEHOLDERS = {
    "substitution": ("name", "text"),
    "consistency": ("text", "name"),
    "metric": ("value",),
    "occurrence": ("count",),
}
"""The parameters of a check's message that stand for the first, second … ``%s``; ``text`` for others."""


class Unsupported(NamedTuple):
    """A rule of a style that lintpost cannot run, and why."""

    name: str
    why: Text


def is_style(folder: str) -> bool:
    """Whether a folder is a Vale style: it has rules in it, not in one folder for each family."""
    return any(_is_rule(path) for path in style_files(folder))


def style_files(folder: str) -> list[str]:
    """The YAML files of a folder, sorted. Raises `OSError` for what is no folder."""
    names = sorted(name for name in os.listdir(folder) if name.endswith((".yml", ".yaml")))
    return [os.path.join(folder, name) for name in names]


def read_style(folder: str) -> tuple[list[Rule], list[Unsupported]]:
    """The rules of a style, and those that lintpost cannot run.

    Raises `SettingsError` for a file that is not YAML, or that has a malformed value.
    """
    rules: list[Rule] = []
    unsupported: list[Unsupported] = []
    style = os.path.basename(os.path.normpath(folder))
    for path in filter(_is_rule, style_files(folder)):
        name = os.path.splitext(os.path.basename(path))[0]
        try:
            rules.append(_read_rule(SettingsFile.read(path), f"{_slug(style)}/{_slug(name)}"))
        except NotSupported as error:
            unsupported.append(Unsupported(f"{style}.{name}", error.text))
    return rules, unsupported


def _is_rule(path: str) -> bool:
    return re.search(rb"(^|\r)extends:", read_recorded(path), re.MULTILINE) is not None


def _read_rule(file: SettingsFile, name: str) -> Rule:
    """One rule. Raises `NotSupported` and `SettingsError`."""
    keys = file.any_mapping(file.root)
    file.require(keys, ("extends",))
    check = as_written(file, keys["extends"])
    if check not in CHECKS:
        text = f"extends: {check}"
        raise NotSupported(Text(text, f"{text} に当たる検査がありません"))
    unknown = next((key for key in keys if key not in (*CHECKS[check], *OTHER_KEYS)), None)
    if unknown is not None:
        raise NotSupported(Text(f"the key `{unknown}`", f"キー `{unknown}` に対応していません"))
    level = file.choice(keys["level"], tuple(_LEVELS)) if "level" in keys else "suggestion"
    written = as_written(file, keys["message"]) if "message" in keys else name
    message = _message(written, check)
    title = re.sub(r"\{\w+\}", "…", message)
    return Rule(
        name=name,
        check=check,
        severity=_LEVELS[level],
        options=convert_options(file, check, keys),
        title=Text(title, title),
        messages=dict.fromkeys(("", "many", "few"), Text(message, message)),
        path=file.source.path,
    )


def _slug(name: str) -> str:
    return re.sub(r"[^\w-]+", "-", name).lower()


def _message(message: str, check: str) -> str:
    """A message with the parameters of lintpost's check for Vale's ``%s``."""
    names = _PLACEHOLDERS.get(check, ("text",))
    number = -1

    def field(_: re.Match[str]) -> str:
        nonlocal number
        number += 1
        return "{" + names[min(number, len(names) - 1)] + "}"

    escaped = message.strip().replace("{", "{{").replace("}", "}}")
    return re.sub(r"%(?:\[\d+\])?[svqd]|%\.\d+f", field, escaped)
