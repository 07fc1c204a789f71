"""What another linter's configuration becomes here, every rule and option accounted for."""

import json
from typing import Any, NamedTuple

from lintpost.language import Lang, Text

NO_COUNTERPART = Text("no counterpart in lintpost", "lintpostに対応するルールがありません")
UNKNOWN = Text(
    "no rule of this name is known; textlint passes over it in silence",
    "この名前のルールは知られていません（textlintは黙って読み飛ばします）",
)
OFF = Text("was off", "無効でした")


class Item(NamedTuple):
    """One rule or option of the old configuration, and what became of it.

    `target` names what it is here, empty where it is nothing; `why` says why not.
    """

    source: str
    value: Any
    target: str = ""
    why: Text | None = None


class Migration(NamedTuple):
    """The parts of a `lintpost.yml`, files to write beside it, and an account of everything.

    `name` is that of the old configuration.
    """

    settings: dict[str, Any]
    files: dict[str, str]
    items: list[Item]
    name: str = ""


def account(item: Item, lang: Lang) -> str:
    """Why an item was not carried over, in a line."""
    value = "" if item.value is True else f" {short(item.value)}"
    return f"{item.source}{value}: {item.why[lang] if item.why else ''}"


def short(value: Any) -> str:
    """A value in one line of at most 50 code points."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    text = " ".join(text.split())
    return text if len(text) <= 50 else text[:49] + "…"
