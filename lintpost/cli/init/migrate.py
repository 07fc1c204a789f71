"""``lintpost init --from``: another linter's configuration, carried over."""

import json
import os
from typing import Any

from lintpost.config.migrate.migration import Item, Migration
from lintpost.errors import UsageError
from lintpost.files.settings_error import FilePosition, SettingsError
from lintpost.language import Lang, Text


def migrated(path: str, lang: Lang) -> Migration:
    """Read a configuration by its name. Raises `UsageError` for one that is not known."""
    if not os.path.isfile(path):
        raise SettingsError(FilePosition(path), Text("no such file", "ファイルがありません"))
    name = os.path.basename(path)
    if name.startswith(".textlintrc"):
        from lintpost.config.migrate.textlint import read_textlint

        return read_textlint(path)
    if name in (".vale.ini", "_vale.ini"):
        from lintpost.config.migrate.others import read_vale

        return read_vale(path)
    if name.startswith(".markdownlint"):
        from lintpost.config.migrate.others import read_markdownlint

        return read_markdownlint(path)
    raise UsageError(
        Text(f"--from {path}: .textlintrc, .vale.ini and .markdownlint.* are known",
             f"--from {path}：読めるのは .textlintrc・.vale.ini・.markdownlint.* です")[lang]
    )  # fmt: skip


def config_lines(found: Migration, path: str, lang: Lang) -> list[str]:
    """The settings as lines of a `lintpost.yml`, with what was not carried over as comments."""
    name = os.path.basename(path)
    lines = (
        ["", Text(f"# From {name}.", f"# {name} から引き継いだ設定。")[lang]]
        if found.settings
        else []
    )
    for key, value in found.settings.items():
        lines += _yaml(key, value)
    left = [item for item in found.items if not item.target]
    if left:
        lines += [
            "",
            Text(f"# Of {name}, not carried over:", f"# {name} のうち、引き継げなかったもの：")[
                lang
            ],
        ]
        lines += [f"#   {_account(item, lang)}" for item in left]
    return lines


def tell(found: Migration, path: str, lang: Lang) -> None:
    """Print what became of every rule and option."""
    name = os.path.basename(path)
    carried = [item for item in found.items if item.target]
    left = [item for item in found.items if not item.target]
    en = f"{name}: {len(carried)} of {len(found.items)} rules and options carried over."
    ja = f"{name}：{len(found.items)}件のルール・オプションのうち{len(carried)}件を引き継ぎました。"
    print(Text(en, ja)[lang])
    for item in carried:
        print(f"  {item.source} {_short(item.value)} -> {item.target}")
    if left:
        print(
            Text(
                "Not carried over (listed in lintpost.yml too):",
                "引き継げなかったもの（lintpost.yml にも書きました）：",
            )[lang]
        )
        for item in left:
            print(f"  {_account(item, lang)}")


def _account(item: Item, lang: Lang) -> str:
    why = item.why[lang] if item.why else ""
    value = "" if item.value is True else f" {_short(item.value)}"
    return f"{item.source}{value}: {why}"


def _short(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    text = " ".join(text.split())
    return text if len(text) <= 50 else text[:49] + "…"


def _yaml(key: str, value: Any) -> list[str]:
    if key == "rules":
        return [
            "rules:",
            *(
                f"  {rule}: {json.dumps(options, ensure_ascii=False)}"
                for rule, options in value.items()
            ),
        ]
    return [f"{key}: {json.dumps(value, ensure_ascii=False)}"]
