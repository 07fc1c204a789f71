"""The questions of ``lintpost fix --interactive``."""

import sys

from lintpost.cli.fix.read_key import read_key
from lintpost.engine.finding import Finding
from lintpost.language import Lang, Text
from lintpost.report.drawing.line_changes import changed_lines, changed_part
from lintpost.report.terminal import line_width
from lintpost.report.visible import visible

_PROMPT = Text(
    "[y]es, [n]o, [a]ll of this rule, [s]kip this rule, [q]uit, [?]: ",
    "[y]直す [n]直さない [a]ルールごと直す [s]ルールごと飛ばす [q]終わる [?]: ",
)
_HELP = Text(
    "  y  apply this fix\n"
    "  n  skip it\n"
    "  a  apply every fix of this rule, here and in later posts\n"
    "  s  skip every fix of this rule\n"
    "  q  write the fixes chosen so far and stop",
    "  y  この修正を適用する\n"
    "  n  そのままにする\n"
    "  a  このルールの修正を、ほかの記事でもすべて適用する\n"
    "  s  このルールの修正をすべて飛ばす\n"
    "  q  ここまでの修正を書き込んで終わる",
)


def show(finding: Finding, before: str, after: str, counter: tuple[int, int], lang: Lang) -> None:
    """Print a finding's message, and its lines in the post before and after the fix, the changed words marked.

    `counter` is the number of the question among those of the post, and how many these are.
    """
    number, count = counter
    place = f"{finding.path}:{finding.start.line}:{finding.start.column}"
    unsafe = finding.fix is not None and finding.fix.applicability == "unsafe"
    note = Text(" (look closely)", "（要確認）")[lang] if unsafe else ""
    which = Text(f"{number} of {count}", f"{count}件中{number}件目")[lang]
    print(
        f"\n{visible(place)}  {visible(finding.rule)}{note}  {which}\n  {visible(finding.message)}"
    )
    old, new = changed_part(before, after)
    for line in changed_lines(old, new, line_width(sys.stdout) - 2):
        print(f"  {line}")


def ask(lang: Lang) -> str:
    """The user's answer, one of y, n, a, s and q. Ctrl-C and the end of the input are q."""
    while True:
        try:
            answer = read_key(_PROMPT[lang])
        except KeyboardInterrupt:
            print()
            return "q"
        if answer in ("y", "n", "a", "s", "q"):
            return answer
        if answer is None:
            return "q"
        print(_HELP[lang])
