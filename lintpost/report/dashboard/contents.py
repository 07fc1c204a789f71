"""What a dashboard is made from, and what its sections share."""

import os
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple
from urllib.parse import quote

from lintpost.engine.finding import Finding
from lintpost.language import Lang, Text
from lintpost.packs.rule import Rule
from lintpost.report.dashboard.html import Markup, element
from lintpost.report.visible import visible
from lintpost.surveys.health.history import HistoryEntry
from lintpost.surveys.health.post_figures import PostFigures
from lintpost.surveys.health.site_health import CheckedPosts, SiteFigures

SEVERITIES = (
    ("error", Text("errors", "エラー")),
    ("warning", Text("warnings", "警告")),
    ("info", Text("notes", "参考")),
)


class Contents(NamedTuple):
    """All that the page shows. `history` is sorted by date and ends with this run; `families` names the built-in
    families. `link` is the address of a place, with ``{path}``, ``{line}`` and ``{column}``, or "".
    """

    site: str
    now: datetime
    lang: Lang
    checked: CheckedPosts
    figures: SiteFigures
    history: Sequence[HistoryEntry]
    rules: Mapping[str, Rule]
    families: Mapping[str, Text]
    link: str

    def title(self, rule: str) -> Text:
        """What a rule is about."""
        return self.rules[rule].title if rule in self.rules else Text(rule, rule)

    def family(self, rule: str) -> str:
        """The family of a rule."""
        return rule.partition("/")[0]

    def figures_by_path(self) -> dict[str, PostFigures]:
        """The figures of each post."""
        return {one.path: one for one in self.figures.posts}


def place(contents: Contents, path: str, line: int = 1, column: int = 1) -> Markup:
    """A place in a post, as a link where the page was given an address for places."""
    shown = element("code", f"{visible(path)}:{line}")
    href = address(contents.link, path, line, column)
    return element("a", shown, href=href) if href else shown


def address(link: str, path: str, line: int, column: int = 1) -> str:
    """The address of a place; "" without a pattern."""
    named = link.replace("{path}", linked_path(link, path))
    return named.replace("{line}", str(line)).replace("{column}", str(column))


def linked_path(link: str, path: str) -> str:
    """A post's path as it stands in addresses: absolute where the pattern is an editor's, percent-encoded."""
    is_local = link.startswith(("vscode:", "vscodium:", "cursor:", "idea:", "file:", "zed:"))
    return quote(os.path.abspath(path) if is_local else path.replace(os.sep, "/"))


def finding_place(contents: Contents, finding: Finding) -> Markup:
    """Where a finding is."""
    return place(contents, finding.path, finding.start.line, finding.start.column)


def section(name: str, title: Text, *children: object) -> Markup:
    """A section of the page, which the page's table of contents leads to by its name."""
    return element(
        "section",
        element("h2", title, id=f"{name}-title"),
        *children,
        id=name,
        aria_labelledby=f"{name}-title",
    )


def table(
    caption: Text, heads: Sequence[object], rows: Sequence[Sequence[object]], **attributes: str
) -> Markup:
    """A table in a box of its own, which scrolls where the window is narrow. Cells that are numbers stand to the
    right; the first cell of a row is its heading.
    """

    def cell(value: object, number: int) -> Markup:
        kind = "number" if isinstance(value, int) else None
        if number == 0:
            return element("th", value, scope="row", class_=kind)
        return element("td", value, class_=kind)

    kinds = ["number" if isinstance(one, int) else None for one in (rows[0] if rows else heads)]
    head = element(
        "tr",
        (
            element("th", one, scope="col", class_=kind)
            for one, kind in zip(heads, kinds, strict=True)
        ),
    )
    body = (element("tr", (cell(one, n) for n, one in enumerate(row))) for row in rows)
    made = element(
        "table", element("caption", caption), element("thead", head), element("tbody", body), **attributes
    )  # fmt: skip
    return element("div", made, class_="scroll", tabindex=0, role="region", aria_label=caption.en)


def slug(name: str) -> str:
    """The name of a rule or family as part of an id."""
    return name.replace("/", "-")
