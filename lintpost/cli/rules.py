"""``lintpost rules``: what is on, and why."""

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from rich.table import Table
from rich.text import Text as RichText

from lintpost.checks.contract.options import OptionError
from lintpost.checks.registry import check_fault, find_check, looks_over_site
from lintpost.cli.session import Session
from lintpost.config.active import missing_part
from lintpost.config.rule_states import RuleState, rule_states
from lintpost.config.settings import Settings
from lintpost.language import Lang, Text
from lintpost.packs.builtin import unsupported
from lintpost.packs.origin import origin_of_rule, plugin_of_rule
from lintpost.packs.rule import Rule, selects
from lintpost.report.json_report import VERSION, dumps
from lintpost.report.severities import COLORS
from lintpost.report.visible import visible

_NEEDS = {
    "names": Text("off: needs `names` (names.yml)", "無効：`names`（names.yml）が必要"),
    "tags": Text("off: needs `tags` (tags.yml)", "無効：`tags`（tags.yml）が必要"),
    "categories": Text("off: no `categories` in tags.yml", "無効：tags.ymlに `categories` が必要"),
    "schema": Text(
        "off: needs `front-matter` (a schema)", "無効：`front-matter`（スキーマ）が必要"
    ),
}


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Print the rules; returns the exit status."""
    session = Session(options, lang, [])
    settings, lang = session.settings(), session.lang
    states = [
        state
        for state in rule_states(settings)
        if not options.select or any(selects(word, state.rule.name) for word in options.select)
    ]
    if options.output_format == "json":
        rows = [_data(state, settings, lang) for state in states]
        sys.stdout.write(dumps({"version": VERSION, "rules": rows}, sys.stdout, indent=1) + "\n")
        return 0
    session.console().print(_table(states, settings, lang))
    for line in _unsupported_lines(settings, lang):
        print(visible(line))
    return 0


def _data(state: RuleState, settings: Settings, lang: Lang) -> dict[str, Any]:
    why = _unmet(state, settings)
    return {
        "name": state.rule.name,
        "on": state.on and why is None,
        "severity": state.severity,
        "title": state.rule.title[lang],
        "why": (why or state.reason)[lang],
        "check": state.rule.check,
        "site": looks_over_site(state.rule.check),
        "path": os.path.abspath(state.rule.path),
        "origin": origin_of_rule(state.rule),
        "preview": state.rule.preview,
        "since": state.rule.since or None,
        "aliases": [{"name": old, "until": until} for old, until in state.rule.aliases],
    }


def _table(states: list[RuleState], settings: Settings, lang: Lang) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_edge=False)
    titles = (
        ("ルール", "重要度", "内容", "理由")
        if lang == "ja"
        else ("rule", "severity", "what it finds", "why")
    )
    for title in titles:
        table.add_column(title, overflow="fold")
    for state in states:
        why = _unmet(state, settings) or state.reason
        on = state.on and why is state.reason
        style = "" if on else "dim"
        link = f"link {Path(state.rule.path).absolute().as_uri()}"
        table.add_row(
            RichText(visible(state.rule.name), style=f"{style} {link}".strip()),
            RichText(
                state.severity if on else "off", style=COLORS[state.severity] if on else style
            ),
            RichText(visible(_title(state.rule, lang)), style=style),
            RichText(visible(why[lang]), style="dim"),
        )
    return table


def _title(rule: Rule, lang: Lang) -> str:
    """What a rule finds, whether it looks over the whole site to find it, and which plug-in it comes from."""
    over = Text(" (over the whole site)", "（サイト全体を見る）")[lang]
    origin = plugin_of_rule(rule)
    preview = Text(" (preview)", "（プレビュー）")[lang] * rule.preview
    named = Text(f" ({origin})", f"（{origin}）")[lang] if origin else ""
    return rule.title[lang] + over * looks_over_site(rule.check) + preview + named


def _unsupported_lines(settings: Settings, lang: Lang) -> list[str]:
    """The rules of Vale styles that cannot be run, and why."""
    lines = []
    for pack in dict.fromkeys(pack for layer in settings.layers for pack in layer.packs or ()):
        for one in unsupported(pack):
            why = Text(
                f"{one.name}: not supported ({one.why.en})",
                f"{one.name}：対応していません（{one.why.ja}）",
            )
            lines.append(why[lang])
    return lines


def _unmet(state: RuleState, settings: Settings) -> Text | None:
    """Why a rule that is on cannot run here."""
    if not state.on:
        return None
    check = find_check(state.rule.check)
    fault = check_fault(state.rule.check)
    if fault is not None:
        return Text(f"off: {fault.en}", f"無効：{fault.ja}")
    try:
        need = missing_part(check, check.options(state.options), settings.site)
    except OptionError as error:
        return error.text
    return _NEEDS.get(need) if need else None
