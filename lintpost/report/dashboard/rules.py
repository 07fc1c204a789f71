"""The rules with findings, by family."""

from collections.abc import Iterator

from lintpost.language import Text
from lintpost.report.dashboard.contents import (
    SEVERITIES,
    Contents,
    finding_place,
    section,
    slug,
)
from lintpost.report.dashboard.html import Markup, element

_NAMES = dict(SEVERITIES)


def rules(contents: Contents) -> Markup:
    """The section: a table for each family, rules with the most serious findings first."""
    rows = contents.checked.summary.worst_first()
    families = dict.fromkeys(contents.family(rule) for rule, *_ in rows)
    tables = [
        _family(contents, family, [row for row in rows if contents.family(row[0]) == family])
        for family in families
    ]
    return section(
        "rules",
        Text("Rules", "ルール"),
        tables or element("p", Text("No findings.", "指摘はありません。")),
    )


def _family(contents: Contents, family: str, rows: list[tuple[str, str, int, int]]) -> Markup:
    total = sum(count for _, _, count, _ in rows)
    name = contents.families.get(family, Text(family, family))
    head = element(
        "h3", name, " ", element("code", family), f" {total:,}", id=f"family-{slug(family)}"
    )
    return element(
        "div",
        head,
        element("ul", (_rule(contents, *row) for row in rows), class_="rules"),
    )


def _rule(contents: Contents, rule: str, severity: str, count: int, fixable: int) -> Markup:
    found = contents.checked.of_rule(rule)
    posts = len({finding.path for finding in found})
    example = found[0]
    return element(
        "li",
        element(
            "div",
            element("code", rule),
            " ",
            element("strong", f"{count:,}"),
            " ",
            element("span", contents.title(rule)),
            class_="rule-head",
        ),
        element("p", *_facts(severity, posts, fixable), class_="facts"),
        element("p", finding_place(contents, example), " ", example.message, class_="example"),
        element(
            "button",
            Text("all findings", "すべての指摘"),
            type="button", hidden=True, data_rule=rule, aria_controls="list",
        ),
        id=f"rule-{slug(rule)}",
        class_=severity,
    )  # fmt: skip


def _facts(severity: str, posts: int, fixable: int) -> Iterator[object]:
    yield element("span", _NAMES[severity], class_="severity")
    yield (
        Text(f" in {posts:,} posts", f" 記事{posts:,}本")
        if posts > 1
        else Text(" in one post", " 記事1本")
    )
    if fixable:
        yield Text(f" · {fixable:,} mended by --fix", f" ・--fix で直るもの {fixable:,}件")
