"""Writes docs/rules.md and docs/rules.ja.md from rules/: ``python tools/generate.py``."""

from lintpost.language import Lang, Text
from lintpost.packs.builtin import rule_files, rules_folder
from lintpost.packs.rule_file import read_rule
from lintpost.report.rule_page import rule_page

HEAD = Text(
    "# The rules\n\nMade from the files in [`rules/`](../rules) by `python tools/generate.py`; "
    "`lintpost rule NAME` shows a page with the options in force.\n",
    "# ルール\n\n[`rules/`](../rules) のファイルから `python tools/generate.py` で作っています。"
    "有効なオプションは `lintpost rule 名前` で確かめられます。\n",
)


def rules_page(lang: Lang) -> str:
    """A table of all rules, then the page of each."""
    documents = [read_rule(path) for path in rule_files(rules_folder())]
    heads = Text("| rule | severity | what it finds |", "| ルール | 重要度 | 内容 |")
    lines = [HEAD[lang], heads[lang], "|---|---|---|"]
    for document in documents:
        rule = document.rule
        anchor = rule.name.replace("/", "")
        lines.append(f"| [{rule.name}](#{anchor}) | {rule.severity} | {rule.title[lang]} |")
    lines.append("")
    for document in documents:
        lines += _deeper(rule_page(document, lang))
    return "\n".join(lines)


def _deeper(page: str) -> list[str]:
    """The lines of a page with its headings one level down; code blocks as they are."""
    lines, in_code = [], False
    for line in page.split("\n"):
        if line.startswith("```"):
            in_code = not in_code
        lines.append(f"#{line}" if line.startswith("#") and not in_code else line)
    return lines
