"""The usage of tags, and similar tags, as tables."""

from collections.abc import Iterator
from itertools import groupby

from rich.console import Console
from rich.table import Table
from rich.text import Text as RichText

from lintpost.language import Lang, Text, plural
from lintpost.report.drawing.cells import cell_width
from lintpost.report.visible import visible
from lintpost.site.vocabulary import Vocabulary
from lintpost.surveys.tag_drift import Kind, TagPair, similar_tags
from lintpost.surveys.tag_usage import TagStatus, TagSurvey, TagUse, tag_status

_BAR = 16
_HEADS = Text("tag,posts,,first,last,note", "タグ,記事,,最初,最後,備考")
_KINDS: dict[Kind, Text] = {
    "spelling": Text("The same word, written otherwise", "表記だけが違う"),
    "slug": Text("Different words with the same archive URL", "一覧ページのURLが重なる"),
    "near": Text("A slip apart", "1、2文字だけ違う"),
    "holds": Text("The same topic with a generic word added", "一般的な語が付いただけ"),
    "within": Text(
        "One begins or ends with the other: narrower (`implies`), or the same?",
        "一方がもう一方を含む（上下関係なら `implies`、同じなら統合）",
    ),
}
_STYLES: dict[TagStatus, str] = {
    "current": "", "alias": "yellow", "retired": "yellow", "unknown": "red",
}  # fmt: skip


def usage(console: Console, survey: TagSurvey, vocabulary: Vocabulary | None, lang: Lang) -> None:
    """Print a row for each tag, grouped as in the vocabulary: posts, first and last day, a note."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_edge=False)
    for index, head in enumerate(_HEADS[lang].split(",")):
        table.add_column(head, justify="right" if index == 1 else "left", overflow="fold")
    most = max((item.posts for item in survey.words), default=1)
    rows = _rows(survey, vocabulary)
    for heading, items in groupby(rows, key=lambda row: row[0][lang]):
        if heading:
            table.add_row(RichText(visible(heading), style="bold"))
        for _, item, note, style in items:
            bar = "#" * max(1 if item.posts else 0, round(item.posts * _BAR / most))
            table.add_row(
                RichText(("  " if heading else "") + visible(item.word), style=style),
                str(item.posts),
                RichText(bar, style="cyan"),
                str(item.first or ""),
                str(item.last or ""),
                RichText(visible(note[lang]), style="dim"),
            )
    console.print(table)
    unknown = sum(1 for row in rows if row[3] == "red")
    en = f"{plural(len(survey.words), 'tag')} in {plural(survey.posts, 'post')}"
    ja = f"記事{survey.posts:,}本、タグ{len(survey.words):,}種類"
    if vocabulary is not None:
        en += f"; {unknown} of them not in the vocabulary"
        ja += f"（うち語彙にないもの{unknown}種類）"
    console.print(Text(f"\n{en}.", f"\n{ja}。")[lang])


def _rows(survey: TagSurvey, vocabulary: Vocabulary | None) -> list[tuple[Text, TagUse, Text, str]]:
    """Heading, usage, note and style of each row, groups in the order of the vocabulary."""
    none = Text("", "")
    if vocabulary is None:
        return [(none, item, none, "") for item in survey.words]
    groups = list(dict.fromkeys(tag.group for tag in vocabulary.tags.values() if tag.group))
    ranked: list[tuple[int, tuple[Text, TagUse, Text, str]]] = []
    seen = {item.word for item in survey.words}
    unused = [TagUse(name, 0, None, None) for name in vocabulary.current if name not in seen]
    for item in [*survey.words, *unused]:
        tag = vocabulary.find(item.word)
        what = tag_status(item.word, vocabulary)
        rank, heading, note = len(groups), Text("no group", "グループなし"), none
        if tag is None:
            rank, heading = len(groups) + 1, Text("not in the vocabulary", "語彙にないもの")
        elif tag.group:
            rank, heading = groups.index(tag.group), Text(tag.group, tag.group)
        if tag is not None and what != "current":
            new = tag.use if tag.retired else tag.name
            note = Text(f"write {new}", f"→ {new}") if new else Text("take it off", "外す")
        elif not item.posts:
            note = Text("not in use", "未使用")
        ranked.append((rank, (heading, item, note, _STYLES[what])))
    ranked.sort(key=lambda row: (row[0], -row[1][1].posts, row[1][1].word))
    if not groups:
        ranked = [(rank, ((none if rank == 0 else row[0]), *row[1:])) for rank, row in ranked]
    return [row for _, row in ranked]


def drift(console: Console, survey: TagSurvey, vocabulary: Vocabulary | None, lang: Lang) -> None:
    """Print pairs of similar tags by kind, the tag to keep first, then tags that only one post uses."""
    found = similar_tags(survey.words, vocabulary)
    for kind, pairs in groupby(found, key=lambda pair: pair.kind):
        console.print(RichText(_KINDS[kind][lang], style="bold"))
        table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), show_header=False)
        for justify in ("left", "right", "left", "left", "right"):
            table.add_column(justify=justify, overflow="fold")
        for pair in pairs:
            table.add_row(*_pair(pair))
        console.print(table)
        console.print()
    single = [item.word for item in survey.words if item.posts == 1]
    single = [
        visible(word) for word in single if vocabulary is None or vocabulary.find(word) is None
    ]
    if single:
        head = Text(f"In one post only ({len(single)})", f"1本の記事だけ（{len(single)}）")
        console.print(RichText(head[lang], style="bold"))
        for line in _lines(single, Text(", ", "、")[lang], console.width - 2):
            console.print(f"  {line}", soft_wrap=True)
        console.print()
    if any(pair.kind != "slug" for pair in found):
        text = Text(
            "Merge two in tags.yml, then in the posts:\n"
            "  lintpost tags alias KEEP DROP\n  lintpost tags apply --diff\n"
            "Two that are not the same: write `distinct: [OTHER]` at one of them.",
            "統合するには、まず tags.yml に書き、それから記事に反映します：\n"
            "  lintpost tags alias 残すタグ 消すタグ\n  lintpost tags apply --diff\n"
            "別のものなら、どちらかに `distinct: [もう一方]` と書くと出なくなります。",
        )
        console.print(text[lang])
    elif not found and not single:
        console.print(Text("No two tags look like one.", "紛らわしいタグはありません。")[lang])


def _lines(words: list[str], between: str, width: int) -> Iterator[str]:
    """Words in lines of at most `width` cells; no word is broken."""
    line = ""
    for index, word in enumerate(words):
        word += between if index < len(words) - 1 else ""
        if line and cell_width(line) + cell_width(word.rstrip()) > width:
            yield line.rstrip()
            line = ""
        line += word
    yield line


def _pair(pair: TagPair) -> tuple[RichText, ...]:
    sign = "=" if pair.kind == "slug" else "<-"
    return (
        RichText("  " + visible(pair.keep.word), style="green" if pair.kind != "slug" else ""),
        RichText(str(pair.keep.posts), style="dim"),
        RichText(sign, style="dim"),
        RichText(visible(pair.drop.word), style="yellow"),
        RichText(str(pair.drop.posts), style="dim"),
    )
