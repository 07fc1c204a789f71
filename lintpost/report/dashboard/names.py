"""The names of the dictionary: how posts write them."""

from lintpost.language import Text
from lintpost.report.dashboard.contents import Contents, section, table
from lintpost.report.dashboard.html import Markup, element
from lintpost.surveys.names import NameUse

_MOST = 50
_SPELLINGS = 6


def names(contents: Contents) -> Markup:
    """The section."""
    title = Text("Names", "製品名・社名")
    uses = [use for use in contents.figures.names or () if use.posts]
    if not uses:
        text = Text(
            "There is no dictionary of names, or no post has one of its names: `lintpost names discover` finds candidates.",
            "名前の辞書がないか、辞書の名前が記事に出てきません。`lintpost names discover` で候補を探せます。",
        )
        return section("names", title, element("p", text, class_="hint"))
    return section("names", title, _used(uses), _renamed(contents))


def _used(uses: list[NameUse]) -> Markup:
    rows = [
        [
            use.name.name,
            use.posts,
            use.mentions,
            f"{100 * use.bold / use.mentions:.0f} %" if use.mentions else "",
            ", ".join(f"{text} ({count:,})" for text, count in use.spellings[:_SPELLINGS]),
        ]
        for use in uses[:_MOST]
    ]
    caption = Text(f"The {len(rows):,} of {len(uses):,} names that most posts have",
                   f"記事に多く出る名前（{len(uses):,}個のうち{len(rows):,}個）")  # fmt: skip
    heads = [Text("name", "名前"), Text("posts", "記事"), Text("mentions", "出現"), Text("bold", "太字"),
             Text("spellings", "表記")]  # fmt: skip
    return table(caption, heads, rows)


def _renamed(contents: Contents) -> Markup | None:
    """What the rules say: posts that write one name in several ways, and names of yesterday."""
    rows = []
    for rule in ("names/mixed", "names/renamed", "names/spelling", "bold/inconsistent"):
        found = contents.checked.of_rule(rule)
        if found:
            posts = len({finding.path for finding in found})
            rows.append([element("code", rule), contents.title(rule), len(found), posts])
    if not rows:
        return None
    heads = [Text("rule", "ルール"), "", Text("findings", "指摘"), Text("posts", "記事")]
    return table(Text("What to put right", "直すもの"), heads, rows)
