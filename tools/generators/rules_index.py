"""An editor's index of rules/, by family.

Titles and severities come from the rule files, what is on from the presets, and the sentences about
families, presets and dictionaries from rules/index.yml.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from lintpost.config.rule_states import RuleState, rule_states
from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.language import Lang, Text
from lintpost.packs.builtin import preset_path, presets
from lintpost.report.severities import LABELS

RULES = Path(__file__).resolve().parent.parent.parent / "rules"
HEAD = Text(
    """# The rules, by family

[日本語](README.ja.md)

Each rule is one file, `FAMILY/NAME.yml`: what it wants, why, what it leaves out, and examples. The same as pages, with the
options of each rule: [docs/rules.md](../docs/rules.md). How to write one: [docs/own-rules.md](../docs/own-rules.md).

The column **on** says when a rule runs:

- *yes*: always, without being named (the preset [recommended](presets/recommended.yml));
- *with* a key: it is on, and finds nothing until that key of `lintpost.yml`, or that option of the rule, is set;
- the name of a preset: once `extends` names that preset;
- *no*: no preset turns it on; set it to `on` under `rules`.

This page is written by `python tools/generate.py`.
""",
    """# ルール一覧（系統別）

[English](README.md)

ルールは1つにつき1ファイル（`系統/名前.yml`）です。何を求めるか、なぜか、何を指摘しないか、例が書いてあります。オプションまで
まとめたページは [docs/rules.ja.md](../docs/rules.ja.md)、自分で書く方法は [docs/own-rules.md](../docs/own-rules.md)（英語）にあります。

「有効」の列は、いつ働くかを示します。

- 「はい」：何も指定しなくても働きます（プリセット [recommended](presets/recommended.yml)）。
- 「〜の設定後」：有効ですが、`lintpost.yml` のそのキーか、ルールのそのオプションを設定するまで何も指摘しません。
- プリセット名：`extends` でそのプリセットを指定すると有効になります。
- 「いいえ」：どのプリセットでも有効になりません。`rules` で `on` にしてください。

このページは `python tools/generate.py` で作っています。
""",
)
COLUMNS = Text("| rule | what it finds | severity | on |", "| ルール | 内容 | 重要度 | 有効 |")


def index_page(lang: Lang) -> str:
    """The whole page in one language."""
    index = yaml.safe_load((RULES / "index.yml").read_text(encoding="utf-8"))
    states = {preset: _states(preset) for preset in presets()}
    lines = [HEAD[lang]]
    for family, about in index["families"].items():
        lines += [Text("## {} ({})", "## {}（{}）")[lang].format(about["name"][lang], family), ""]
        lines += [about["protects"][lang], "", COLUMNS[lang], "|---|---|---|---|"]
        for name, state in states["recommended"].items():
            if name.startswith(f"{family}/"):
                on = _on(name, states, index["waits-for"].get(name), lang)
                severity = LABELS[state.rule.severity][lang]
                title = state.rule.title[lang]
                lines.append(f"| [{name}]({name}.yml) | {title} | {severity} | {on} |")
        lines.append("")
    lines += [Text("## Presets", "## プリセット")[lang], ""]
    lines += _list("presets", index["presets"], lang)
    lines += ["", Text("## Dictionaries", "## 辞書")[lang], ""]
    lines += _list("dictionaries", index["dictionaries"], lang)
    return "\n".join(lines) + "\n"


def _states(preset: str) -> dict[str, RuleState]:
    settings = load_settings(preset_path(preset), CliOverrides())
    return {state.rule.name: state for state in rule_states(settings)}


def _on(
    name: str, states: dict[str, dict[str, RuleState]], waits_for: str | None, lang: Lang
) -> str:
    """One cell of the column "on"."""
    if states["recommended"][name].on:
        if waits_for:
            return Text(f"with `{waits_for}`", f"`{waits_for}` の設定後")[lang]
        return Text("yes", "はい")[lang]
    chosen = [preset for preset, rules in states.items() if rules[name].on]
    return ", ".join(chosen) or Text("no", "いいえ")[lang]


def _list(folder: str, about: dict[str, Any], lang: Lang) -> Iterator[str]:
    for name, text in about.items():
        yield f"- [{name}]({folder}/{name}.yml){Text(': ', '：')[lang]}{text[lang]}"
