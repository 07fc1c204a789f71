"""The reference of `lintpost.yml`: its keys from the JSON Schema, and what each preset sets."""

from pathlib import Path
from typing import Any

import yaml

from lintpost.config.editor_schemas.config_schema import config_schema
from lintpost.config.editor_schemas.key_texts import KEY_TEXTS
from lintpost.language import Lang, Text
from lintpost.packs.builtin import load_pack, preset_path, presets, rules_folder

_HEAD = Text(
    """# Every key of lintpost.yml

[The configuration](configuration.md) shows them at work. A key that is not here is an error. Paths are relative to the file that names them. `lintpost check --show-settings` prints
what is in force, defaults included.

## Keys

| key | values | what it is for |
|---|---|---|""",
    """# lintpost.yml のすべてのキー

使い方の例は[設定](configuration.md)にあります。ここにないキーはエラーになります。パスは、書いたファイルからの相対です。既定値も含めて有効な設定は `lintpost check --show-settings` で確かめられます。

## キー

| キー | 値 | 内容 |
|---|---|---|""",
)
_RULES = Text(
    """
## Settings of a rule

Under `rules`, a rule (`bold/span`), a family (`bold/*`), or everything of a family but optional rules. The value is a level, or a mapping of `severity` and
options. [The page of each rule](rules/index.md) shows its options and their defaults.

| level | meaning |
|---|---|
| `on` | on, with the rule's own severity |
| `off` | off |
| `error`, `warning`, `info` | on, with this severity |
""",
    """
## ルールの設定

`rules` には、ルール（`bold/span`）かファミリー（`bold/*`）を書きます。ファミリーは、名前を挙げないと働かないルールには効きません。値はレベルか、`severity` とオプションのまとまりです。オプションと既定値は[ルールのページ](rules/index.md)にあります。

| レベル | 意味 |
|---|---|
| `on` | 有効。重要度はルールのもの |
| `off` | 無効 |
| `error`・`warning`・`info` | 有効。重要度を指定 |
""",
)
_PRESETS = Text(
    """
## Presets

`recommended` lies under every configuration.

| preset | what for | renderer | yaml | posts |
|---|---|---|---|---|""",
    """
## プリセット

`recommended` はどの設定の下にも敷かれます。

| プリセット | 用途 | renderer | yaml | posts |
|---|---|---|---|---|""",
)


def settings_page(lang: Lang) -> str:
    """The whole page in one language."""
    lines = [_HEAD[lang]]
    for key, schema in config_schema(load_pack(rules_folder()))["properties"].items():
        values = " · ".join(dict.fromkeys(_values(schema, lang)))
        lines.append(f"| `{key}` | {values} | {KEY_TEXTS[key][lang]} |")
    lines += [_RULES[lang], _PRESETS[lang]]
    about = yaml.safe_load((Path(rules_folder()) / "index.yml").read_text("utf-8"))["presets"]
    for name in sorted(presets(), key=list(about).index):
        own = yaml.safe_load(Path(preset_path(name)).read_text("utf-8"))
        cells = (_cell(own.get(key)) for key in ("renderer", "yaml", "posts"))
        lines.append(f"| `{name}` | {about[name][lang]} | {' | '.join(cells)} |")
    return "\n".join([*lines, ""])


def _values(schema: dict[str, Any], lang: Lang) -> list[str]:
    """What a key may hold, as short texts."""
    if "anyOf" in schema:
        return [text for one in schema["anyOf"] for text in _values(one, lang)]
    if "enum" in schema:
        return [f"`{one}`" for one in schema["enum"] if isinstance(one, str)]
    kinds = {
        "string": Text("a text", "文字列"),
        "array": Text("a list", "リスト"),
        "object": Text("a mapping", "キーと値のまとまり"),
        "boolean": Text("`true` or `false`", "`true`・`false`"),
        "integer": Text("a whole number", "整数"),
    }
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return [kinds[one][lang] for one in types]


def _cell(value: object) -> str:
    items = value if isinstance(value, list) else [] if value is None else [value]
    return ", ".join(f"`{one}`" for one in items)
