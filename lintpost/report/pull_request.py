"""The comment on a pull request: what it adds and what it mends."""

from collections import Counter
from typing import NamedTuple

from lintpost.language import Lang, Text, plural
from lintpost.packs.rule import SEVERITIES, Severity
from lintpost.report.markdown import SIGNS, cell, code
from lintpost.report.paths import shown_path

MARKER = "<!-- lintpost report pr -->"
"""The first line, by which a job finds its comment to write it anew."""
_MOST_ADDED = 30
_MOST_MENDED = 15
"""Lines of each list: with headings the comment has at most 60."""


class Reported(NamedTuple):
    """A finding of a report. `line` counts from 1, 0 where it is not known."""

    path: str
    rule: str
    severity: Severity
    message: str
    line: int
    fixable: bool = False

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes it the same finding in another report, where its line may be another."""
        return self.path, self.rule, self.message


def comment(added: list[Reported], mended: list[Reported], errors: int, lang: Lang) -> list[str]:
    """The lines of the comment: a sentence, the findings that were added with the worst first, and how many
    each rule lost.
    """
    lines = [MARKER, f"### lintpost: {_sentence(len(added), len(mended), lang)}", ""]
    if errors:
        text = Text(
            f"❌ {plural(errors, 'post')} could not be checked in full.",
            f"❌ {errors:,}件の記事は、最後まで検査できませんでした。",
        )
        lines += [text[lang], ""]
    if added:
        lines += [Text("**New**", "**増えた指摘**")[lang], "", *_added(added, lang), ""]
    fixable = sum(one.fixable for one in added)
    if fixable:
        text = Text(
            f"◆ `lintpost check --fix` mends {fixable:,} of them.",
            f"◆ のついた{fixable:,}件は `lintpost check --fix` で直せます。",
        )
        lines += [text[lang], ""]
    if mended:
        lines += [Text("**Mended**", "**直った指摘**")[lang], "", *_mended(mended, lang), ""]
    return lines[:-1]


def _sentence(added: int, mended: int, lang: Lang) -> str:
    if not added and not mended:
        return Text("nothing new, nothing mended", "指摘の増減はありません")[lang]
    return Text(
        f"{added:,} new, {mended:,} mended", f"増えた指摘 {added:,}件、直った指摘 {mended:,}件"
    )[lang]


def _added(added: list[Reported], lang: Lang) -> list[str]:
    order = sorted(added, key=lambda one: (SEVERITIES.index(one.severity), one.path, one.line))
    lines = [
        f"- {SIGNS[one.severity]} {code(f'{shown_path(one.path)}:{one.line}')} {cell(one.message)} "
        f"({code(one.rule)}{' ◆' * one.fixable})"
        for one in order[:_MOST_ADDED]
    ]
    return [*lines, *_rest(len(order) - _MOST_ADDED, lang)]


def _mended(mended: list[Reported], lang: Lang) -> list[str]:
    counts = Counter(one.rule for one in mended).most_common()
    lines = [f"- {code(rule)}: {count:,}" for rule, count in counts[:_MOST_MENDED]]
    return [*lines, *_rest(sum(count for _, count in counts[_MOST_MENDED:]), lang)]


def _rest(count: int, lang: Lang) -> list[str]:
    return [Text(f"- … and {count:,} more", f"- …ほか{count:,}件")[lang]] if count > 0 else []
