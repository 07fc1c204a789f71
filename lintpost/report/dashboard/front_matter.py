"""Front matter: which keys posts have, and how long the posts are."""

from lintpost.language import Text
from lintpost.report.dashboard import charts
from lintpost.report.dashboard.contents import Contents, section
from lintpost.report.dashboard.html import Markup, element

_MOST_KEYS = 30
_CHARACTERS = (500, 1_000, 2_000, 4_000, 8_000, 16_000)
_MINUTES = (1, 2, 4, 8, 16, 32)


def front_matter(contents: Contents) -> Markup:
    """The section."""
    figures = contents.figures
    total = len(figures.posts)
    keys: list[tuple[object, float, str]] = [
        (element("code", key), count, f"{100 * count / total:.0f} % ({count:,})")
        for key, count in figures.keys.most_common(_MOST_KEYS)
    ]
    return section(
        "front-matter",
        Text("Front matter and length", "フロントマターと長さ"),
        charts.bars(keys, Text("Keys that posts have", "記事にあるキー")),
        charts.histogram(
            [one.characters for one in figures.posts],
            _CHARACTERS,
            Text("characters", "字"),
            Text("Posts by length of their prose", "本文の長さ別の記事数"),
        ),
        charts.histogram(
            [one.minutes for one in figures.posts],
            _MINUTES,
            Text("minutes", "分"),
            Text("Posts by reading time", "読むのにかかる時間別の記事数"),
        ),
    )
