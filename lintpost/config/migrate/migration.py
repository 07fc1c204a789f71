"""What another linter's configuration becomes here, every rule and option accounted for."""

from typing import Any, NamedTuple

from lintpost.language import Text

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
    """The parts of a `lintpost.yml`, files to write beside it, and an account of everything."""

    settings: dict[str, Any]
    files: dict[str, str]
    items: list[Item]
