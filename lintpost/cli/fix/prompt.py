"""The questions of ``lintpost fix --interactive``."""

from lintpost.engine.finding import Finding
from lintpost.language import Lang, Text
from lintpost.report.visible import visible

_PROMPT = Text(
    "[y]es, [n]o, [a]ll of this rule, [s]kip this rule, [q]uit? ",
    "[y]直す [n]直さない [a]このルールはすべて [s]このルールは飛ばす [q]終わる ? ",
)
_HELP = Text(
    "y: apply this fix; n: skip it; a: apply every fix of this rule, here and in later posts;\n"
    "s: skip them all; q: write the fixes chosen so far and stop",
    "y：この修正を適用する　n：そのままにする　a：このルールの修正を以後すべて適用する\n"
    "s：このルールは以後すべてそのままにする　q：ここまでの修正を書き込んで終わる",
)
_CONTEXT = 70
"""Code points shown around a change."""


def show(finding: Finding, before: str, after: str, lang: Lang) -> None:
    """Print a finding's message, and its surroundings in the post before and after the fix."""
    place = f"{finding.path}:{finding.start.line}:{finding.start.column}"
    unsafe = finding.fix is not None and finding.fix.applicability == "unsafe"
    note = Text(" (look closely)", "（要確認）")[lang] if unsafe else ""
    print(f"\n{visible(place)}  {visible(finding.rule)}{note}\n  {visible(finding.message)}")
    shortest = min(len(before), len(after))
    first = next(
        (i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), shortest
    )
    last = 0
    while last < shortest - first and before[-1 - last] == after[-1 - last]:
        last += 1
    start = max(0, first - _CONTEXT // 2)
    for sign, text in (("-", before), ("+", after)):
        stop = len(text) - last + _CONTEXT // 2
        part = visible(text[start:stop])
        print(f"  {sign} {'…' if start else ''}{part}{'…' if stop < len(text) else ''}")


def ask(lang: Lang) -> str:
    """The user's answer, one of y, n, a, s and q. Ctrl-C and the end of the input are q."""
    while True:
        try:
            answer = input(_PROMPT[lang]).strip().lower()
        except (EOFError, KeyboardInterrupt):
            print()
            return "q"
        if answer[:1] in ("y", "n", "a", "s", "q"):
            return answer[:1]
        print(_HELP[lang])
