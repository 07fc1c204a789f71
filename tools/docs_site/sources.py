"""The pages of the site in one language: what each is made from."""

import io
import json
import re
from contextlib import redirect_stdout, suppress
from pathlib import Path

from lintpost.cli.commands import COMMANDS
from lintpost.cli.parser import parse
from lintpost.language import Lang, Text
from lintpost.packs.builtin import family_names, load_pack, rule_files, rules_folder
from lintpost.packs.rule_file import RuleDocument, read_rule
from lintpost.report.rule_page import rule_page

ROOT = Path(__file__).resolve().parents[2]
_HOME = {"en": "README.md", "ja": "README.ja.md"}
_OTHERS = {
    "changelog.md": "CHANGELOG.md",
    "contributing.md": "CONTRIBUTING.md",
    "benchmarks.md": "bench/README.md",
    "security.md": "SECURITY.md",
}
"""Pages outside docs/, in English alone."""
_LEFT_OUT = {"rules.md"}
"""Files of docs/ whose parts are pages of their own here."""
_CODE = re.compile(r"^(`{3,})[a-z]*\n.*?^\1$|(`+)(?!`).+?(?<!`)\2(?!`)", re.M | re.S)
"""Blocks and spans of code in the page of a rule."""


def guides(lang: Lang) -> dict[str, Path]:
    """The files that are pages as they stand, by the path of their page. What has no Japanese is in English."""
    found = {"index.md": ROOT / _HOME[lang]}
    for path in sorted((ROOT / "docs").glob("*.md")):
        name = path.name
        if name.endswith(".ja.md") or name in _LEFT_OUT:
            continue
        own = path.with_name(f"{path.stem}.ja.md")
        found[name] = own if lang == "ja" and own.exists() else path
    found |= {page: ROOT / source for page, source in _OTHERS.items()}
    return found


def rule_pages(lang: Lang) -> dict[str, str]:
    """A page for each rule, one for each family, and a list of all, by the paths of the pages."""
    documents = [read_rule(path) for path in rule_files(rules_folder())]
    families: dict[str, list[RuleDocument]] = {}
    for document in documents:
        families.setdefault(document.rule.name.partition("/")[0], []).append(document)
    named = family_names()
    title = Text("Rules", "ルール")[lang]
    index = [f"# {title}", ""]
    pages: dict[str, str] = {}
    for family, name in named.items():
        rows = families.get(family, [])
        index += [
            f"## [{name[lang]}]({family}/index.md) `{family}`",
            "",
            *_table(rows, lang, f"{family}/"),
        ]
        pages[f"rules/{family}/index.md"] = "\n".join(
            [f"# {name[lang]}", "", *_table(rows, lang, "")]
        )
    for document in documents:
        head = f"---\ndescription: {json.dumps(document.rule.title[lang], ensure_ascii=False)}\n---\n\n"
        pages[f"rules/{document.rule.name}.md"] = head + escaped(rule_page(document, lang))
    return {"rules/index.md": "\n".join(index), **pages}


def rule_titles(lang: Lang) -> dict[str, str]:
    """What the search calls the page of each rule: its name and what it finds."""
    colon = Text(": ", "：")[lang]
    return {
        f"rules/{rule.name}.md": f"{rule.name}{colon}{rule.title[lang]}"
        for rule in load_pack(rules_folder()).values()
    }


def escaped(page: str) -> str:
    """The page of a rule with the signs of Markdown in its texts as they are; only code is marked up in them."""
    pieces, at = [], 0
    for code in _CODE.finditer(page):
        pieces += [_signs(page[at : code.start()]), code[0]]
        at = code.end()
    return "".join([*pieces, _signs(page[at:])])


def _signs(text: str) -> str:
    return re.sub(r"[*_<>\[\]~|&\\]", lambda sign: f"&#{ord(sign[0])};", text)


def _table(documents: list[RuleDocument], lang: Lang, folder: str) -> list[str]:
    heads = Text("| rule | severity | what it finds |", "| ルール | 重要度 | 内容 |")
    rows = [
        f"| [{one.rule.name}]({folder}{one.rule.name.partition('/')[2]}.md) | {one.rule.severity} | {_signs(one.rule.title[lang])} |"
        for one in documents
    ]
    return [heads[lang], "|---|---|---|", *rows, ""]


def command_pages(lang: Lang) -> dict[str, str]:
    """The help of every command, as its parser prints it."""
    lines = [f"# {Text('Commands', 'コマンド')[lang]}", ""]
    for name, command in COMMANDS.items():
        lines += [f"## lintpost {name}", "", command.summary[lang], ""]
        help_ = _help([name, "--help"], lang)
        lines += ["```text", help_.rstrip(), "```", ""]
        for action in _actions(name):
            lines += [f"### lintpost {name} {action}", ""]
            lines += ["```text", _help([name, action, "--help"], lang).rstrip(), "```", ""]
    return {"commands.md": "\n".join(lines)}


def _actions(name: str) -> list[str]:
    from importlib import import_module

    usage = import_module(f"lintpost.cli.{COMMANDS[name].arguments}").USAGE
    return list(usage.actions)


def _help(arguments: list[str], lang: Lang) -> str:
    out = io.StringIO()
    with redirect_stdout(out), suppress(SystemExit):
        parse(arguments, lang)
    return out.getvalue()
