"""The top of the dashboard: totals, what to do first, what changed."""

from collections import Counter
from collections.abc import Iterator

from lintpost.language import Text, plural
from lintpost.report.dashboard import charts
from lintpost.report.dashboard.contents import SEVERITIES, Contents, section, slug, table
from lintpost.report.dashboard.html import Markup, element
from lintpost.report.json_report import summary_data
from lintpost.surveys.health.history import HistoryEntry
from lintpost.surveys.tag_drift import similar_tags
from lintpost.surveys.tag_usage import tag_status

_MOST_RULES = 3
"""Rules that the list of what to do first names."""


def overview(contents: Contents) -> Markup:
    """The section."""
    return section(
        "overview",
        Text("State of the site", "サイトの状態"),
        element("ul", _tiles(contents), class_="tiles"),
        _errors(contents),
        element("h3", Text("What to do first", "まず取り組むこと")),
        element("ol", (element("li", one) for one in _steps(contents)), class_="steps"),
        _families(contents),
        _changes(contents),
        _over_time(contents),
        _totals(contents),
    )


def _tiles(contents: Contents) -> Iterator[Markup]:
    entry = contents.history[-1]
    before = contents.history[-2] if len(contents.history) > 1 else None
    percent = f"{100 * entry.clean_share:.1f} %"
    rows: list[tuple[Text, str, list[float], str]] = [
        (Text("posts", "記事"), f"{entry.posts:,}", [e.posts for e in contents.history], ""),
        (Text("posts without errors", "エラーのない記事"), percent,
         [e.clean_share for e in contents.history], "#posts"),
        *((name, f"{getattr(entry, key):,}", [getattr(e, key) for e in contents.history], "#rules")
          for key, (_, name) in zip(("errors", "warnings", "infos"), SEVERITIES, strict=True)),
        (Text("mended by --fix", "--fix で直るもの"), f"{entry.fixable:,}",
         [e.fixable for e in contents.history], "#rules"),
    ]  # fmt: skip
    debt: list[float] = [e.baseline for e in contents.history]
    if any(debt):
        rows.append(
            (Text("in the baseline", "ベースラインに残る指摘"), f"{entry.baseline:,}", debt, "")
        )
    for name, figure, values, href in rows:
        change = _change(values) if before else None
        label = element("a", name, href=href) if href else name
        yield element(
            "li",
            element("strong", figure),
            " ",
            label,
            element("small", " ", change) if change else None,
            charts.sparkline(values),
        )


def _change(values: list[float]) -> Text:
    difference = values[-1] - values[-2]
    if not difference:
        return Text("unchanged", "変化なし")
    if isinstance(values[-1], float):  # a share of the posts
        shown = f"{100 * difference:+.1f}"
        return Text(f"{shown} points", f"{shown} ポイント")
    return Text(f"{difference:+,} since last time", f"前回から {difference:+,}")


def _errors(contents: Contents) -> Markup | None:
    errors = contents.checked.errors
    if not errors:
        return None
    rows = (element("li", element("code", one.path), " ", one.text) for one in errors[:20])
    return element(
        "div",
        element("h3", Text("Posts that could not be checked", "検査できなかった記事")),
        element("ul", rows),
        element("p", Text(f"{len(errors):,} in all", f"全部で{len(errors):,}件"))
        if len(errors) > 20 else None,
        class_="alarm",
    )  # fmt: skip


def _steps(contents: Contents) -> Iterator[object]:
    checked = contents.checked
    if checked.errors:
        count = len({error.path for error in checked.errors})
        yield Text(
            f"Look at {plural(count, 'post')} that could not be checked (above).",
            f"検査できなかった記事が{count:,}本あります（上の一覧）。",
        )
    if checked.summary.fixable:
        count = checked.summary.fixable
        yield (
            Text(f"{plural(count, 'finding')} can be mended unread: ", f"{count:,}件は自動で安全に直せます："),
            element("code", "lintpost check --fix"),
        )  # fmt: skip
    rows = [row for row in checked.summary.worst_first() if row[2] > row[3] and row[1] != "info"]
    for rule, severity, count, _ in rows[:_MOST_RULES]:
        posts = len({finding.path for finding in checked.of_rule(rule)})
        name = dict(SEVERITIES)[severity]
        yield (
            element("a", element("code", rule), href=f"#rule-{slug(rule)}"),
            " ",
            contents.title(rule),
            Text(
                f": {count:,} {name.en} in {plural(posts, 'post')}",
                f"：{posts:,}本の記事に{name.ja}{count:,}件",
            ),
        )
    yield from _tag_steps(contents)


def _tag_steps(contents: Contents) -> Iterator[object]:
    uses, vocabulary = contents.figures.tags.uses(), contents.figures.vocabulary
    pairs = [pair for pair in similar_tags(uses, vocabulary) if pair.is_one_tag]
    if pairs:
        yield (
            Text(
                f"{plural(len(pairs), 'pair')} of tags mean the same: ",
                f"同じ意味のタグが{len(pairs):,}組あります：",
            ),
            element("a", Text("the pairs", "一覧"), href="#drift"),
        )
    if vocabulary is not None:
        retired = [use for use in uses if tag_status(use.word, vocabulary) == "retired"]
        if retired:
            yield (
                Text(
                    f"{plural(len(retired), 'retired tag')} are still used: ",
                    f"廃止したタグ{len(retired):,}個がまだ使われています：",
                ),
                element("code", "lintpost tags apply"),
            )


def _families(contents: Contents) -> Markup:
    counts: dict[str, Counter[str]] = {}
    for found in contents.checked.findings.values():
        for finding in found:
            family = contents.family(finding.rule)
            counts.setdefault(family, Counter())[finding.severity] += 1
    most = max((count.total() for count in counts.values()), default=0)
    rows = []
    for family, count in sorted(counts.items(), key=lambda item: (-item[1].total(), item[0])):
        parts = [(key, count[key]) for key, _ in SEVERITIES]
        name = contents.families.get(family, Text(family, family))
        head = element("a", name, href=f"#family-{slug(family)}"), " ", element("code", family)
        rows.append([head, *(count[key] for key, _ in SEVERITIES), count.total(),
                     charts.stacked(parts, most)])  # fmt: skip
    heads = [
        Text("family", "ファミリー"),
        *(name for _, name in SEVERITIES),
        Text("all", "合計"),
        "",
    ]
    return table(Text("Findings by family", "ファミリー別の指摘"), heads, rows, class_="families")


def _changes(contents: Contents) -> Markup | None:
    if len(contents.history) < 2:
        return None
    before, after = contents.history[-2], contents.history[-1]
    rules = {*before.by_rule, *after.by_rule}
    changes = [(after.by_rule.get(r, 0) - before.by_rule.get(r, 0), r) for r in rules]
    changed = sorted((c for c in changes if c[0]), key=lambda c: (-abs(c[0]), c[1]))[:15]
    rows = [
        [element("code", rule), contents.title(rule), before.by_rule.get(rule, 0),
         after.by_rule.get(rule, 0), f"{difference:+,}"]
        for difference, rule in changed
    ]  # fmt: skip
    day = before.date[:10]
    caption = Text(f"What changed since {day}", f"{day} からの変化")
    if not rows:
        return element("p", caption, Text(": nothing", "：ありません"))
    heads = [
        Text("rule", "ルール"),
        "",
        Text("then", "前回"),
        Text("now", "今回"),
        Text("change", "増減"),
    ]
    return table(caption, heads, rows)


def _over_time(contents: Contents) -> Markup | None:
    history = contents.history
    if len(history) < 2:
        text = Text(
            "With --history FILE each run is remembered, and this page shows how the figures change.",
            "--history ファイル名 を付けて実行すると、回ごとの数字を記録し、推移をここに示します。",
        )
        return element("p", text, class_="hint")
    days = [entry.date[:10] for entry in history]
    totals = charts.line(days, [e.findings for e in history], Text("All findings", "すべての指摘"))
    families = sorted({contents.family(rule) for entry in history for rule in entry.by_rule})
    lines = [
        charts.line(
            days,
            [_of_family(contents, entry, family) for entry in history],
            contents.families.get(family, Text(family, family)),
        )
        for family in families
    ]
    return element(
        "div",
        totals,
        element("details", element("summary", Text("by family", "ファミリー別")), lines),
    )


def _of_family(contents: Contents, entry: HistoryEntry, family: str) -> int:
    return sum(n for rule, n in entry.by_rule.items() if contents.family(rule) == family)


def _totals(contents: Contents) -> Markup:
    data = summary_data(contents.checked.summary)
    del data["by_rule"]
    rows = (
        element("div", element("dt", element("code", key)), element("dd", _shown(value)))
        for key, value in data.items()
    )
    summary = Text("The totals as in the JSON report", "JSONの報告と同じ合計")
    return element("details", element("summary", summary), element("dl", rows, class_="totals"))


def _shown(value: int | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else f"{value:,}"
