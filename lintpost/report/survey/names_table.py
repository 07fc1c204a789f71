"""Names as tables: their use, words spelled in several ways, candidates for the dictionary."""

from rich.console import Console
from rich.table import Table
from rich.text import Text as RichText

from lintpost.language import Lang, Text, plural
from lintpost.report.drawing.cells import cell_width
from lintpost.report.visible import visible
from lintpost.surveys.name_discovery import Candidate
from lintpost.surveys.name_drift import SpellingDrift
from lintpost.surveys.names import NameUse


def _table(heads: str, right: tuple[int, ...]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_edge=False)
    for index, head in enumerate(heads.split(",")):
        table.add_column(head, justify="right" if index in right else "left", overflow="fold")
    return table


def uses_table(console: Console, posts: int, uses: list[NameUse], total: int, lang: Lang) -> None:
    """Print a row for each name: posts, mentions in bodies, share in bold, and the spellings found anywhere.

    `posts` is the number of posts read, `total` the number of names in the dictionary.
    """
    heads = Text("name,posts,mentions,bold,spellings", "名前,記事,出現,太字,表記")
    table = _table(heads[lang], (1, 2, 3))
    for use in uses:
        share = f"{round(100 * use.bold / use.mentions)}%" if use.mentions else ""
        spellings = RichText()
        for text, count in use.spellings:
            wrong = text not in use.name.forms
            spellings.append("  " if spellings else "")
            spellings.append(visible(text), style="yellow" if wrong else "")
            spellings.append(f" {count}", style="dim")
        style = "" if use.posts else "dim"
        row = (str(use.posts), str(use.mentions), share)
        table.add_row(RichText(visible(use.name.name), style=style), *row, spellings)
    console.print(table)
    used = sum(1 for use in uses if use.posts)
    en = f"\n{used:,} of {plural(total, 'name')} in {plural(posts, 'post')}."
    ja = f"\n記事{posts}本に、辞書の名前{total}件のうち{used}件が出てきます。"
    console.print(Text(en, ja)[lang])


def drift_table(console: Console, posts: int, found: list[SpellingDrift], lang: Lang) -> None:
    """Print a row for each word: the spelling of the majority, then the others."""
    if not found:
        text = Text("No word is spelled in several ways.", "表記の揺れている語はありません。")
        console.print(text[lang])
        return
    table = _table(Text("most,posts,others,posts", "多数派,記事,ほかの表記,記事")[lang], (1, 3))
    for drift in found:
        undecided = drift.use.posts == drift.others[0].posts
        use: RichText | str = RichText(visible(drift.use.word), style="" if undecided else "green")
        count = str(drift.use.posts)
        for other in drift.others:
            table.add_row(
                use, count, RichText(visible(other.word), style="yellow"), str(other.posts)
            )
            use = count = ""
    console.print(table)
    text = Text(
        f"\n{plural(len(found), 'word')} in {plural(posts, 'post')} spelled in several ways.\n"
        "Settle one for good:  lintpost names add KEEP --variant OTHER\n"
        "Hold posts to the majority:  lintpost names drift --save spellings.yml",
        f"\n記事{posts}本に、表記の揺れている語が{len(found)}件あります。\n"
        "表記を決める：  lintpost names add 使う表記 --variant 使わない表記\n"
        "多数派にそろえる：  lintpost names drift --save spellings.yml",
    )
    console.print(text[lang])


def candidates_table(console: Console, shown: list[Candidate], total: int, lang: Lang) -> None:
    """Print a row for each candidate with its counts and an example, of `total` candidates in all."""
    if not shown:
        console.print(Text("No candidates.", "候補はありません。")[lang])
        return
    heads = Text("name,posts,times,bold,example", "名前,記事,回数,太字,例")
    table = _table(heads[lang], (1, 2, 3))
    longest = max(cell_width(visible(one.use.word)) for one in shown)
    room = max(20, console.width - longest - len("  posts  times  bold  "))
    for one in shown:
        use = one.use
        word = visible(use.word)
        example = RichText(_around(visible(use.example), word, room), style="dim")
        example.highlight_words([word], style="not dim bold")
        table.add_row(word, str(use.posts), str(use.times), str(use.bold or ""), example)
    console.print(table)
    en = f"\n{len(shown):,} of {plural(total, 'candidate')}. Add one:  lintpost names add NAME --kind product"
    ja = f"\n候補{total}件のうち{len(shown)}件。辞書に加える：  lintpost names add 名前 --kind product"
    console.print(Text(en, ja)[lang])


def _around(text: str, word: str, room: int) -> str:
    """The word with as much text on both sides as fits into `room` cells."""
    at = max(0, text.find(word))
    start, end = at, min(len(text), at + len(word))
    left = room - cell_width(text[start:end])
    while left > 0 and (start > 0 or end < len(text)):
        if start > 0 and (end == len(text) or at - start <= end - at - len(word)):
            start -= 1
            left -= cell_width(text[start])
        else:
            left -= cell_width(text[end])
            end += 1
    return text[start:end] if left >= 0 else text[start : end - 1]
