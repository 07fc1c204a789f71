"""The posts with the most to mend."""

from lintpost.engine.finding import Finding
from lintpost.language import Text
from lintpost.report.dashboard.contents import SEVERITIES, Contents, place, section, table
from lintpost.report.dashboard.html import Markup, element

_MOST = 50
"""Posts that the page lists without JavaScript."""


def worst_posts(contents: Contents) -> list[str]:
    """The paths of the posts with findings: most errors first, then most warnings, then most notes."""

    def weight(found: tuple[Finding, ...]) -> tuple[int, ...]:
        severities = [finding.severity for finding in found]
        return tuple(-severities.count(key) for key, _ in SEVERITIES)  # type: ignore[arg-type]

    findings = contents.checked.findings
    return sorted(findings, key=lambda path: (*weight(findings[path]), path))


def posts(contents: Contents) -> Markup:
    """The section: a table, which a script makes sortable, filters, and completes."""
    paths = worst_posts(contents)
    figures = contents.figures_by_path()
    rows = []
    for path in paths[:_MOST]:
        severities = [finding.severity for finding in contents.checked.findings[path]]
        counts = [severities.count(key) for key, _ in SEVERITIES]  # type: ignore[arg-type]
        one = figures.get(path)
        rows.append([
            place(contents, path),
            one.title if one else "",
            one.author if one else "",
            one.month if one else "",
            *counts,
            sum(counts),
        ])  # fmt: skip
    heads = [
        Text("post", "記事"), Text("title", "タイトル"), Text("author", "著者"), Text("month", "月"),
        *(name for _, name in SEVERITIES), Text("all", "合計"),
    ]  # fmt: skip
    caption = Text(
        f"The {len(rows):,} of {len(paths):,} posts with findings that need the most work",
        f"指摘のある記事{len(paths):,}本のうち、直すところの多い{len(rows):,}本",
    )
    return section(
        "posts",
        Text("Posts", "記事"),
        _filters(),
        table(caption, heads, rows, id="worst"),
        element("div", id="list", tabindex=-1, aria_live="polite"),
    )


def _filters() -> Markup:
    """Fields that the script shows: without it they would do nothing."""

    def field(name: str, label: Text) -> Markup:
        return element("label", label, " ", element("input", type="search", id=f"filter-{name}"))

    return element(
        "form",
        field("text", Text("path, title or author", "パス・タイトル・著者")),
        field("rule", Text("rule", "ルール")),
        field("month", Text("month", "月")),
        id="filters", hidden=True, role="search",
    )  # fmt: skip
