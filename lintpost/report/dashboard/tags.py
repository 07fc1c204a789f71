"""Tags: their use, pairs that mean the same, and what the vocabulary says of them."""

from collections import Counter

from lintpost.language import Text
from lintpost.report.dashboard import charts
from lintpost.report.dashboard.contents import Contents, section, table
from lintpost.report.dashboard.html import Markup, element
from lintpost.surveys.tag_drift import similar_tags
from lintpost.surveys.tag_usage import TagUse, tag_status

_MOST_TAGS = 50
_MOST_PAIRS = 30
_FEWEST_TOGETHER = 3
"""Posts in which two tags must stand together to be listed."""
_STATUS = {
    "current": Text("in the vocabulary", "語彙にある"),
    "alias": Text("another form", "別表記"),
    "retired": Text("retired", "廃止"),
    "unknown": Text("unknown", "未登録"),
}


def tags(contents: Contents) -> Markup:
    """The section."""
    uses = contents.figures.tags.uses()
    title = Text("Tags", "タグ")
    if not uses:
        return section(
            "tags", title, element("p", Text("No post has tags.", "タグの付いた記事はありません。"))
        )
    return section("tags", title, _state(contents, uses), _used(contents, uses),
                   _drift(contents, uses), _together(contents))  # fmt: skip


def _state(contents: Contents, uses: list[TagUse]) -> Markup:
    vocabulary = contents.figures.vocabulary
    once = sum(use.posts == 1 for use in uses)
    parts = [
        Text(f"{len(uses):,} tags in use", f"使われているタグ {len(uses):,}個"),
        Text(f"{once:,} of them in one post only", f"うち1本だけのもの {once:,}個"),
    ]
    if vocabulary is not None:
        states = Counter(tag_status(use.word, vocabulary) for use in uses)
        parts += [
            Text(f"{_STATUS[state].en}: {count:,}", f"{_STATUS[state].ja}：{count:,}個")
            for state, count in states.most_common()
        ]
    unsupported = len(contents.checked.of_rule("tags/unsupported"))
    if unsupported:
        parts.append(Text(f"on posts that do not speak of it: {unsupported:,}",
                          f"本文に触れられていないもの：{unsupported:,}か所"))  # fmt: skip
    return element("ul", (element("li", part) for part in parts))


def _used(contents: Contents, uses: list[TagUse]) -> Markup:
    vocabulary = contents.figures.vocabulary
    years = sorted({day.year for days in contents.figures.tags.days.values() for day in days})
    rows = []
    for use in uses[:_MOST_TAGS]:
        days = Counter(day.year for day in contents.figures.tags.days.get(use.word, ()))
        rows.append([
            use.word,
            use.posts,
            _STATUS[tag_status(use.word, vocabulary)] if vocabulary is not None else "",
            use.first.isoformat() if use.first else "",
            use.last.isoformat() if use.last else "",
            charts.sparkline([days[year] for year in years]),
        ])  # fmt: skip
    caption = Text(f"The {len(rows):,} most used tags", f"よく使われているタグ {len(rows):,}個")
    heads = [Text("tag", "タグ"), Text("posts", "記事"), Text("status", "状態"), Text("first", "最初"),
             Text("last", "最後"), Text("by year", "年ごと")]  # fmt: skip
    return table(caption, heads, rows)


def _drift(contents: Contents, uses: list[TagUse]) -> Markup:
    pairs = similar_tags(uses, contents.figures.vocabulary)
    caption = Text(
        f"Pairs that may mean the same: {len(pairs):,}", f"同じ意味かもしれない組：{len(pairs):,}組"
    )
    if not pairs:
        return element("p", caption, id="drift")
    rows = [
        [pair.keep.word, pair.keep.posts, pair.drop.word, pair.drop.posts]
        for pair in pairs[:_MOST_PAIRS]
    ]
    heads = [
        Text("keep", "残す"),
        Text("posts", "記事"),
        Text("merge", "まとめる"),
        Text("posts", "記事"),
    ]
    hint = element(
        "p", element("code", "lintpost tags drift --output-format commands"), class_="hint"
    )
    return element("div", table(caption, heads, rows), hint, id="drift")


def _together(contents: Contents) -> Markup | None:
    uses = {use.word: use.posts for use in contents.figures.tags.uses()}
    found = [
        (count, one, other)
        for (one, other), count in contents.figures.tags.together.items()
        if count >= _FEWEST_TOGETHER
    ]
    if not found:
        return None
    found.sort(key=lambda row: (-row[0], row[1], row[2]))
    rows = [
        [f"{one} + {other}", count, f"{100 * count / min(uses[one], uses[other]):.0f} %"]
        for count, one, other in found[:_MOST_PAIRS]
    ]
    caption = Text("Tags that stand together", "一緒に付けられるタグ")
    heads = [
        Text("tags", "タグ"),
        Text("posts", "記事"),
        Text("of the rarer one", "少ないほうのタグの記事に占める割合"),
    ]
    return element("details", element("summary", caption), table(caption, heads, rows))
