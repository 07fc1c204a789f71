"""The result of migrating another linter's configuration, with an item for every rule and option."""

import json
from typing import Any, NamedTuple

from lintpost.language import Lang, Text

NO_COUNTERPART = Text("no counterpart in lintpost", "lintpostに対応するルールがありません")
UNKNOWN = Text(
    "no rule has this name (textlint ignores it without a message)",
    "この名前のルールはありません（textlintは黙って読み飛ばします）",
)
BAD_VALUE = Text("not a valid value", "値の形が正しくありません")
OFF = Text("was off", "無効でした")


class Item(NamedTuple):
    """One rule or option of the old configuration.

    `target` is the rule or setting that it becomes; it is empty for one that is not migrated, and
    `why` gives the reason.
    """

    source: str
    value: Any
    target: str = ""
    why: Text | None = None


class Migration(NamedTuple):
    """Settings for `lintpost.yml`, files to write next to it by name, and an item for everything.

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
