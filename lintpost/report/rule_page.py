"""The page of a rule as Markdown."""

from typing import Any

from lintpost.checks.registry import looks_over_site
from lintpost.language import Lang, Text
from lintpost.packs.origin import plugin_of_rule
from lintpost.packs.rule_file import Example, RuleDocument
from lintpost.report.severities import LABELS


def rule_page(document: RuleDocument, lang: Lang, options: dict[str, Any] | None = None) -> str:
    """What the rule finds, why, what it leaves out, how safe its fix is, its options and examples.

    `options` are those of a configuration; by default the rule's own are shown.
    """
    rule = document.rule

    def say(en: str, ja: str) -> str:
        return Text(en, ja)[lang]

    lines = [f"# {rule.name}", "", rule.title[lang], ""]
    severity = LABELS[rule.severity][lang]
    origin = plugin_of_rule(rule)
    standing = say(" · preview", " · プレビュー") * rule.preview
    standing += f" · {say('since', '追加：')} {rule.since}" if rule.since else ""
    over = say(" · looks over the whole site", " · サイト全体を見る")
    lines += [
        f"{say('Severity', '重要度')}: {severity} · {say('check', 'チェック')}: `{rule.check}`"
        + over * looks_over_site(rule.check)
        + standing
        + (f" · {say('plug-in', 'プラグイン')}: {origin}" if origin else ""),
        "",
    ]
    for old, until in rule.aliases:
        lines += [say(f"Formerly `{old}`, a name that works until {until}.",
                      f"旧名：`{old}`（{until} まで使えます）"), ""]  # fmt: skip
    lines += [f"## {say('Why', 'なぜ直すのか')}", "", document.why[lang], ""]
    if document.leaves_out:
        lines += [
            f"## {say('What it leaves out', '指摘しないもの')}",
            "",
            document.leaves_out[lang],
            "",
        ]
    if document.fix_safety:
        lines += [f"## {say('Fix safety', '修正の安全性')}", "", document.fix_safety[lang], ""]
    shown = rule.options if options is None else options
    if options is None and rule.compat is not None:
        shown = {"mode": "precise", **shown}
    if shown:
        lines += [f"## {say('Options', 'オプション')}", "", "```yaml", "rules:", f"  {rule.name}:"]
        lines += [f"    {key}: {_yaml(value)}" for key, value in shown.items()]
        lines += ["```", ""]
    if rule.compat is not None:
        head = say(
            "With `mode: compat`, which does as textlint's rule does:",
            "`mode: compat`（textlintのルールと同じ動き）では次のようになります。",
        )
        lines += [head, "", "```yaml"]
        lines += [f"{key}: {_yaml(value)}" for key, value in rule.compat.items()]
        lines += ["```", ""]
    lines += [f"## {say('Messages', 'メッセージ')}", ""]
    lines += [f"- {text}" for text in dict.fromkeys(m[lang] for m in rule.messages.values())]
    lines.append("")
    for good, head in ((False, say("Bad", "悪い例")), (True, say("Good", "良い例"))):
        examples = [example for example in document.examples if example.good is good]
        if examples:
            lines += [f"## {head}", ""]
            for example in examples:
                lines += _example(example, lang)
    return "\n".join(lines).rstrip() + "\n"


def _example(example: Example, lang: Lang) -> list[str]:
    lines = _fenced(example.text)
    for path, text in example.settings.get("posts", {}).items():
        lines += [Text(f"With `{path}`:", f"`{path}` があるとき：")[lang], "", *_fenced(str(text))]
    if example.fixed == example.text:
        lines += [Text("No fix is offered here.", "この例では修正を提案しません。")[lang], ""]
    elif example.fixed is not None:
        lines += [Text("Fixed:", "修正後：")[lang], "", *_fenced(example.fixed)]
    return lines


def _fenced(text: str) -> list[str]:
    fence = "````" if "```" in text else "```"
    return [f"{fence}markdown", *text.rstrip("\n").split("\n"), fence, ""]


def _yaml(value: Any) -> str:
    """A value on one line of YAML; a long list or mapping is cut."""
    import json

    if isinstance(value, dict) and len(value) > 12:
        pairs = list(value.items())[:12]
        head = ", ".join(f"{_yaml(str(key))}: {_yaml(item)}" for key, item in pairs)
        return f"{{{head}, …}}  # {len(value)}"
    if isinstance(value, list | tuple) and len(value) > 12:
        head = ", ".join(json.dumps(item, ensure_ascii=False) for item in value[:12])
        return f"[{head}, …]  # {len(value)}"
    return json.dumps(value, ensure_ascii=False)
