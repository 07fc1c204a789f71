"""The closing sentence of a report."""

from lintpost.engine.summary import Summary
from lintpost.language import Lang, Text, plural
from lintpost.packs.rule import SEVERITIES
from lintpost.report.severities import LABELS


def summary_line(summary: Summary, lang: Lang) -> str:
    """Number of posts, findings, fixes and suppressions, as one line."""
    return _japanese(summary) if lang == "ja" else _english(summary)


def _english(summary: Summary) -> str:
    posts = plural(summary.posts, "post")
    if not summary.findings:
        text = f"{posts} checked, nothing to fix."
    else:
        kinds = ", ".join(
            plural(summary.by_severity[severity], LABELS[severity].en)
            for severity in SEVERITIES
            if summary.by_severity[severity]
        )
        findings = plural(summary.findings, "finding")
        text = f"{findings} ({kinds}) in {_places(summary).en}."
        if summary.fixable:
            text += f" {summary.fixable:,} can be fixed with --fix."
    if summary.fixed:
        text = f"{plural(summary.fixed, 'finding')} fixed. {text}"
    if summary.suppressed:
        text += f" {summary.suppressed:,} suppressed."
    if summary.known:
        text += f" {summary.known:,} in the baseline."
    if summary.repeated:
        text += f" {summary.repeated:,} more in repeated paragraphs."
    if summary.site_left_out:
        text += " Rules over the whole site were left out."
    if summary.errors:
        text += f" {plural(summary.posts_with_errors, 'post')} could not be checked in full."
    return text


def _japanese(summary: Summary) -> str:
    if not summary.findings:
        text = f"{summary.posts:,}本の記事を検査しました。指摘はありません。"
    else:
        kinds = "、".join(
            f"{LABELS[severity].ja}{summary.by_severity[severity]:,}件"
            for severity in SEVERITIES
            if summary.by_severity[severity]
        )
        text = f"{_places(summary).ja}に{summary.findings:,}件の指摘があります（{kinds}）。"
        if summary.fixable:
            text += f"{summary.fixable:,}件は --fix で自動修正できます。"
    if summary.fixed:
        text = f"{summary.fixed:,}件を修正しました。{text}"
    if summary.known:
        text += f"ベースラインにある指摘が{summary.known:,}件あります。"
    if summary.suppressed:
        text += f"コメントで抑制した指摘が{summary.suppressed:,}件あります。"
    if summary.repeated:
        text += f"ほかに、繰り返しの段落に同じ指摘が{summary.repeated:,}件あります。"
    if summary.site_left_out:
        text += "サイト全体を見るルールは検査していません。"
    if summary.errors:
        text += f"{summary.posts_with_errors:,}本は最後まで検査できませんでした。"
    return text


def _places(summary: Summary) -> Text:
    """Where the findings are: in posts, or in the baseline, whose entries may be about posts without one."""
    posts, found = summary.posts, summary.posts_with_findings
    if not summary.elsewhere:
        return Text(f"{found:,} of {plural(posts, 'post')}", f"{posts:,}本中{found:,}本の記事")
    if not found:
        return Text(
            f"the baseline, none in {plural(posts, 'post')}",
            f"ベースライン（{posts:,}本の記事には指摘なし）",
        )
    return Text(
        f"{found:,} of {plural(posts, 'post')} and the baseline",
        f"{posts:,}本中{found:,}本の記事とベースライン",
    )
