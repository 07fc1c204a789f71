"""``lintpost fix --interactive``: one fix at a time, with its context."""

import sys
from typing import NamedTuple

from lintpost.cli.check import print_errors
from lintpost.engine.check_post import Checker
from lintpost.engine.configurations import Configurations
from lintpost.engine.edits.fix import accepted_text
from lintpost.engine.finding import Finding, PostError
from lintpost.engine.open_post import open_post
from lintpost.files.atomic_write import write_atomically
from lintpost.language import Lang, Text
from lintpost.post.edit import Edit
from lintpost.post.source import Source

_PROMPT = Text(
    "[y]es, [n]o, [a]ll of this rule, [s]kip this rule, [q]uit? ",
    "[y]直す [n]直さない [a]このルールはすべて [s]このルールは飛ばす [q]終わる ? ",
)
_HELP = Text(
    "y: write this fix; n: leave it; a: write every fix of this rule, here and in later posts;\n"
    "s: leave them all; q: write what was said so far and stop",
    "y：この修正を書き込む　n：そのままにする　a：このルールの修正を以後すべて書き込む\n"
    "s：このルールは以後すべてそのままにする　q：ここまでを書き込んで終わる",
)
_CONTEXT = 70


class _Answers(NamedTuple):
    """What was said for good: rules to write, and rules to leave."""

    all_of: set[str]
    none_of: set[str]


def fix_interactively(paths: list[str], configurations: Configurations, lang: Lang) -> int:
    """Ask for the fixes of each post, and write a post when it is done. Returns the exit status.

    Control-C or the end of the input is ``q``: what was said is written.
    """
    answers = _Answers(set(), set())
    written = trouble = 0
    for path in paths:
        opened = open_post(configurations, path)
        if isinstance(opened, PostError):
            print_errors([opened], lang)
            trouble = 2
            continue
        checker, source = opened
        errors = checker.check_source(source).errors
        if errors:
            print_errors(list(errors), lang)
            trouble = 2
        text, count, goes_on = _ask_for(checker, source, answers, lang)
        if count:
            problem = write_atomically(path, source.text, text)
            if problem is not None:
                print(f"lintpost: {path}: {problem[lang]}", file=sys.stderr)
                trouble = 2
            else:
                written += count
        if not goes_on:
            break
    print(Text(f"{written} findings fixed.", f"{written}件を修正しました。")[lang])
    return trouble


def _ask_for(
    checker: Checker, source: Source, answers: _Answers, lang: Lang
) -> tuple[str, int, bool]:
    """A post's text with the fixes that were said yes to, how many, and whether to go on.

    From the top down: what was passed is not asked for again.
    """
    text = source.text
    passed = _Place(-1, 0, "")
    last = passed
    count = 0
    while True:
        result = checker.check_source(Source(source.path, text), keep_text=True)
        finding = next((f for f in result.findings if _is_open(f, passed, answers)), None)
        if finding is None:
            return text, count, True
        here = _place(finding)
        after = accepted_text(checker, text, finding)
        if after is None or here == last:
            passed = here  # nothing would change, or the same fix came again
            continue
        answer = "y"
        if finding.rule not in answers.all_of:
            _show(finding, text, after, lang)
            answer = _answer(lang)
        if answer == "q":
            return text, count, False
        if answer == "a":
            answers.all_of.add(finding.rule)
        elif answer == "s":
            answers.none_of.add(finding.rule)
        if answer in ("y", "a"):
            moved = sum(
                len(e.text) - (e.end - e.start) for e in _edits(finding) if e.end <= here.start
            )
            passed = _Place(here.start + moved, -1, "")
            last = here._replace(start=here.start + moved)
            text = after
            count += 1
        else:
            passed = here


class _Place(NamedTuple):
    """Where findings stand in the order in which they are asked for."""

    start: int
    end: int
    rule: str


def _place(finding: Finding) -> _Place:
    return _Place(finding.start.offset, finding.end.offset, finding.rule)


def _edits(finding: Finding) -> tuple[Edit, ...]:
    return finding.fix.edits if finding.fix else ()


def _is_open(finding: Finding, passed: _Place, answers: _Answers) -> bool:
    if finding.fix is None or finding.rule in answers.none_of:
        return False
    return _place(finding) > passed


def _show(finding: Finding, text: str, after: str, lang: Lang) -> None:
    """The message, and what is there beside what would be."""
    place = f"{finding.path}:{finding.start.line}:{finding.start.column}"
    unsafe = finding.fix is not None and finding.fix.applicability == "unsafe"
    note = Text(" (look closely)", "（要確認）")[lang] if unsafe else ""
    print(f"\n{place}  {finding.rule}{note}\n  {finding.message}")
    first = next(
        (i for i, (a, b) in enumerate(zip(text, after, strict=False)) if a != b),
        min(len(text), len(after)),
    )
    last = 0
    while last < min(len(text), len(after)) - first and text[-1 - last] == after[-1 - last]:
        last += 1
    start, stop = max(0, first - _CONTEXT // 2), _CONTEXT // 2
    for sign, whole in (("-", text), ("+", after)):
        end = len(whole) - last
        part = whole[start : end + stop].replace("\n", "⏎")
        lead = "…" if start else ""
        tail = "…" if end + stop < len(whole) else ""
        print(f"  {sign} {lead}{part}{tail}")


def _answer(lang: Lang) -> str:
    while True:
        try:
            said = input(_PROMPT[lang]).strip().lower()
        except (EOFError, KeyboardInterrupt):
            print()
            return "q"
        if said[:1] in ("y", "n", "a", "s", "q"):
            return said[:1]
        print(_HELP[lang])
