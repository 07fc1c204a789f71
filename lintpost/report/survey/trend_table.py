"""The runs of a history as a table."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from lintpost.language import Lang, Text
from lintpost.packs.rule import selects
from lintpost.report.visible import visible
from lintpost.surveys.health.history import HistoryEntry


def trend_table(
    console: Console, entries: Sequence[HistoryEntry], rule: str | None, lang: Lang
) -> None:
    """Print a row for each run, with the change from the run before. With `rule`, a rule or a family, its
    findings stand in the place of the severities.
    """
    if not entries:
        console.print(Text("The history is empty.", "履歴はまだありません。")[lang])
        return
    heads = Text("date,commit,posts,without errors", "日時,コミット,記事,エラーなし")[lang].split(
        ","
    )
    heads += [rule] if rule else Text("errors,warnings,notes", "エラー,警告,参考")[lang].split(",")
    heads += [Text("change", "増減")[lang]]
    if any(entry.baseline for entry in entries):
        heads.append(Text("baseline", "ベースライン")[lang])
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_edge=False)
    for number, head in enumerate(heads):
        table.add_column(visible(head), justify="right" if number > 1 else "left", no_wrap=True)
    before: int | None = None
    for entry in entries:
        counts = _counts(entry, rule)
        total = sum(counts)
        change = f"{total - before:+,}" if before is not None else ""
        row = [
            entry.date[:16].replace("T", " "), visible(entry.commit), f"{entry.posts:,}",
            f"{100 * entry.clean_share:.1f} %", *(f"{count:,}" for count in counts), change,
            f"{entry.baseline:,}",
        ]  # fmt: skip
        table.add_row(*row[: len(heads)])
        before = total
    console.print(table)


def _counts(entry: HistoryEntry, rule: str | None) -> list[int]:
    if rule is None:
        return [entry.errors, entry.warnings, entry.infos]
    return [sum(count for name, count in entry.by_rule.items() if selects(rule, name))]
