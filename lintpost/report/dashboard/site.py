"""The site as a whole: what its rules found, and posts that nobody has touched for long."""

from datetime import date

from lintpost.language import Text
from lintpost.report.dashboard.contents import Contents, finding_place, place, section, table
from lintpost.report.dashboard.html import Markup, element

_FAMILIES = ("site", "links", "structure", "facts", "draft")
_YEARS = 2
"""Age from which a post counts as old."""
_MOST = 20


def site(contents: Contents) -> Markup:
    """The section."""
    return section(
        "site",
        Text("The site as a whole", "サイト全体"),
        _found(contents),
        _left_out(contents),
        _old(contents),
    )


def _found(contents: Contents) -> Markup:
    counts = contents.checked.summary.by_rule
    rules = [rule for rule in counts if contents.family(rule) in _FAMILIES]
    if not rules:
        text = Text(
            "Rules over the whole site, links and structure found nothing.",
            "サイト全体・リンク・構成のルールからの指摘はありません。",
        )
        return element("p", text)
    rows = []
    for rule in sorted(rules, key=lambda rule: (-counts[rule], rule)):
        found = contents.checked.of_rule(rule)
        example = found[0]
        others = [place(contents, span.path or example.path, span.start.line)
                  for span in example.related[:3]]  # fmt: skip
        rows.append([
            element("code", rule),
            contents.title(rule),
            counts[rule],
            len({finding.path for finding in found}),
            [finding_place(contents, example), *(markup for one in others for markup in (" ", one))],
        ])  # fmt: skip
    heads = [Text("rule", "ルール"), "", Text("findings", "指摘"), Text("posts", "記事"),
             Text("an example", "例")]  # fmt: skip
    return table(Text("Links, structure, duplicates", "リンク・構成・重複"), heads, rows)


def _left_out(contents: Contents) -> Markup | None:
    if not contents.checked.summary.site_left_out:
        return None
    text = Text("Rules over the whole site were left out (--no-site).",
                "サイト全体を見るルールは使っていません（--no-site）。")  # fmt: skip
    return element("p", text, class_="hint")


def _old(contents: Contents) -> Markup | None:
    """Posts in order of age, of those that are older than `_YEARS`; a title alone says whether age matters."""
    today = contents.now.date()
    limit = date(today.year - _YEARS, today.month, min(today.day, 28))
    old = sorted(
        (one for one in contents.figures.posts if one.day is not None and one.day < limit),
        key=lambda one: (one.day or today, one.path),
    )
    if not old:
        return None
    rows = [
        [place(contents, one.path), one.title, one.day.isoformat() if one.day else ""]
        for one in old[:_MOST]
    ]
    caption = Text(
        f"Posts of more than {_YEARS} years ago: {len(old):,}",
        f"{_YEARS}年より前の記事：{len(old):,}本",
    )
    heads = [Text("post", "記事"), Text("title", "タイトル"), Text("date", "日付")]
    return element("details", element("summary", caption), table(caption, heads, rows))
