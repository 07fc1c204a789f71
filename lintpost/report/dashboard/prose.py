"""Prose: figures over all posts, and by the month in which they came out."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from lintpost.language import Text
from lintpost.report.dashboard import charts
from lintpost.report.dashboard.contents import Contents, section
from lintpost.report.dashboard.html import Markup, element
from lintpost.surveys.health.post_figures import PostFigures

_RULES = (
    ("ai-writing/hype", Text("hype per 1,000 characters", "1,000字あたりの誇張表現")),
    ("ai-writing/repeated-paragraph", Text("posts with repeated paragraphs", "段落の重複がある記事")),
)  # fmt: skip


def prose(contents: Contents) -> Markup:
    """The section."""
    posts = [one for one in contents.figures.posts if one.sentences]
    title = Text("Prose", "文章")
    if not posts:
        return section("prose", title, element("p", Text("No prose.", "文章がありません。")))
    figures = [
        (Text("characters a sentence", "1文の平均文字数"), f"{_sentence_length(posts):.1f}"),
        (Text("kanji among letters", "漢字の割合"), f"{100 * _kanji(posts):.0f} %"),
        (Text("questions per 100 sentences", "100文あたりの疑問文"), f"{_questions(posts):.1f}"),
        *_ease(posts),
        *_of_rules(contents, posts),
    ]
    rows = (element("div", element("dt", name), element("dd", figure)) for name, figure in figures)
    note = Text(
        "Reading ease: Japanese by the formula of Tateisi, Ono and Yamada (1988; its average is 50), English by Flesch "
        "(1948; plain English is 60 to 70). Higher is easier.",
        "読みやすさは、日本語は建石・小野・山田の式（1988年。平均は50）、英語は Flesch の式（1948年。平易な英語で60〜70）によります。"
        "大きいほど読みやすい文章です。",
    )
    return section(
        "prose", title, element("dl", rows, class_="figures"), element("p", note, class_="hint"),
        _by_month(posts),
    )  # fmt: skip


def _sentence_length(posts: Sequence[PostFigures]) -> float:
    return _share(posts, lambda one: one.sentence_characters, lambda one: one.sentences)


def _kanji(posts: Sequence[PostFigures]) -> float:
    return _share(posts, lambda one: one.kanji * one.characters, lambda one: one.characters)


def _questions(posts: Sequence[PostFigures]) -> float:
    return 100 * _share(posts, lambda one: one.questions, lambda one: one.sentences)


def _share(
    posts: Iterable[PostFigures],
    part: Callable[[PostFigures], float],
    whole: Callable[[PostFigures], float],
) -> float:
    listed = list(posts)
    return sum(map(part, listed)) / (sum(map(whole, listed)) or 1)


def _mean_ease(posts: Iterable[PostFigures]) -> float | None:
    values = [one.ease for one in posts if one.ease is not None]
    return sum(values) / len(values) if values else None


def _ease(posts: Sequence[PostFigures]) -> list[tuple[Text, str]]:
    ease = _mean_ease(posts)
    return [] if ease is None else [(Text("reading ease", "読みやすさ"), f"{ease:.1f}")]


def _of_rules(contents: Contents, posts: Sequence[PostFigures]) -> list[tuple[Text, str]]:
    """What rules found, where they are on: they have findings."""
    rows = []
    (hype, hype_name), (repeated, repeated_name) = _RULES
    found = contents.checked.of_rule(hype)
    if found:
        characters = sum(one.characters for one in posts)
        rows.append((hype_name, f"{1000 * len(found) / (characters or 1):.2f}"))
    found = contents.checked.of_rule(repeated)
    if found:
        rows.append((repeated_name, f"{len({finding.path for finding in found}):,}"))
    return rows


def _by_month(posts: Sequence[PostFigures]) -> Markup | None:
    months: dict[str, list[PostFigures]] = defaultdict(list)
    for one in posts:
        if one.month:
            months[one.month].append(one)
    labels = sorted(months)
    if len(labels) < 2:
        return None
    lines = [
        charts.line(labels, [len(months[m]) for m in labels], Text("Posts a month", "月ごとの記事数")),
        charts.line(labels, [_sentence_length(months[m]) for m in labels],
                    Text("Characters a sentence, by month", "1文の文字数の推移")),
        charts.line(labels, [100 * _kanji(months[m]) for m in labels],
                    Text("Kanji among letters (%), by month", "漢字の割合（%）の推移")),
        charts.line(labels, [_questions(months[m]) for m in labels],
                    Text("Questions per 100 sentences, by month", "100文あたりの疑問文の推移")),
    ]  # fmt: skip
    eased = [month for month in labels if _mean_ease(months[month]) is not None]
    if len(eased) > 1:
        values = [_mean_ease(months[month]) or 0.0 for month in eased]
        title = Text("Reading ease, by month", "読みやすさの推移")
        lines.append(charts.line(eased, values, title))
    return element("div", lines, class_="charts")
