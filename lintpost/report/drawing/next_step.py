"""The last line of a report on a terminal: what to do next."""

from lintpost.engine.summary import Summary
from lintpost.language import Lang, Text
from lintpost.packs.rule import SEVERITIES

_MANY = 50
"""Findings from which on a team will want to begin with a part of them."""


def next_step(summary: Summary, lang: Lang, *, baseline: bool, fail_on: str) -> str:
    """The options and commands that help with these findings; "" where there are none.

    `baseline`: there is one already. `fail_on` is the lowest severity that fails.
    """
    if not summary.findings:
        return ""
    steps: list[Text] = []
    if summary.fixable:
        steps.append(Text("`--fix` applies the safe fixes", "`--fix` で安全な修正を適用"))
    if summary.findings >= _MANY and not baseline:
        step = Text(
            "`lintpost baseline create` lets only new findings count",
            "`lintpost baseline create` で新しい指摘だけを対象に",
        )
        steps.append(step)
    counted = SEVERITIES[1 : SEVERITIES.index(fail_on) + 1] if fail_on in SEVERITIES else ()
    if sum(summary.by_severity[severity] for severity in counted) >= _MANY:
        step = Text(
            "`--fail-on error` lets only errors fail", "`--fail-on error` でエラーだけを不合格に"
        )
        steps.append(step)
    if not steps:
        rule = summary.worst_first()[0][0]
        steps.append(
            Text(f"`lintpost rule {rule}` says why", f"`lintpost rule {rule}` で理由を読む")
        )
    return Text("Next: ", "次は：")[lang] + Text("; ", "、")[lang].join(s[lang] for s in steps)
