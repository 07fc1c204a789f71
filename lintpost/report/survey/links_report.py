"""External links: a table for people, JSON for programs."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text as RichText

from lintpost.language import Lang, Text
from lintpost.report.json_report import VERSION, dumps
from lintpost.report.paths import shown_path
from lintpost.report.visible import visible
from lintpost.surveys.links.external import LinkPlace
from lintpost.surveys.links.survey import CheckedLink
from lintpost.surveys.links.verdict import ORDER, Reason, State, Verdict

_STATES: dict[State, Text] = {
    "dead": Text("dead", "リンク切れ"),
    "insecure": Text("bad certificate", "証明書の問題"),
    "moved": Text("moved for good", "恒久的に移転"),
    "unknown": Text("not known", "確認できず"),
    "refused": Text("not asked", "確認の対象外"),
    "ok": Text("fine", "正常"),
}
_STYLES: dict[State, str] = {"dead": "red", "insecure": "red", "moved": "yellow", "unknown": "cyan"}
_REASONS: dict[Reason, Text] = {
    "no-host": Text("no such host", "ホストがありません"),
    "tls": Text("TLS: {detail}", "TLSのエラー（{detail}）"),
    "certificate": Text("{detail}", "{detail}"),
    "timeout": Text("no answer in time", "時間内に応答がありません"),
    "no-answer": Text("no answer ({detail})", "応答がありません（{detail}）"),
    "broken": Text("an answer that cannot be read", "応答が壊れています"),
    "loop": Text("redirected in a circle", "リダイレクトが循環しています"),
    "redirects": Text("redirected too often", "リダイレクトが多すぎます"),
    "busy": Text("the server is busy ({status})", "サーバーが混み合っています（{status}）"),
    "robots": Text("robots.txt forbids it", "robots.txt で禁止されています"),
    "robots-unreadable": Text("robots.txt cannot be read", "robots.txt を読めません"),
    "private": Text("not a public host", "公開されていないホストです"),
    "reserved": Text("a name for examples", "例示用のホスト名です"),
    "malformed": Text("not a valid address", "アドレスの書式が正しくありません"),
    "scheme": Text("redirected to {detail}:", "{detail}: へのリダイレクトです"),
}
_SHOWN_PLACES = 5
"""Places of an address that a terminal is shown."""


def write_table(console: Console, links: Sequence[CheckedLink], lang: Lang) -> None:
    """Print what there is to say of each address, the most urgent first, below it its places."""
    told = [link for link in links if link.verdict.state != "ok"]
    if not told:
        return
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_edge=False, show_header=False)  # fmt: skip
    table.add_column(overflow="fold")
    table.add_column(overflow="fold", ratio=1)
    few = _SHOWN_PLACES if console.is_terminal else None
    for link in told:
        state = link.verdict.state
        reason = reason_text(link.verdict, lang)
        address = RichText(visible(link.address))
        if reason:
            address.append(f"  {visible(reason)}", style=_STYLES.get(state, ""))
        table.add_row(RichText(_STATES[state][lang], style=_STYLES.get(state, "")), address)
        for line in _places(link.places, few, lang):
            table.add_row("", RichText(f"  {line}", style="dim"))
    console.print(table)
    console.print()


def write_list(console: Console, found: Mapping[str, list[LinkPlace]], lang: Lang) -> None:
    """Print every address with its places."""
    few = _SHOWN_PLACES if console.is_terminal else None
    for address, places in sorted(found.items()):
        console.print(RichText(visible(address)), soft_wrap=not console.is_terminal)
        for line in _places(places, few, lang):
            console.print(RichText(f"  {line}", style="dim"), soft_wrap=not console.is_terminal)


def reason_text(verdict: Verdict, lang: Lang) -> str:
    """Why an address has its state, in words; "" where the state says it all."""
    if verdict.state == "moved":
        return f"→ {verdict.new}"
    if verdict.reason == "status":
        return str(verdict.status)
    text = _REASONS.get(verdict.reason)
    return text[lang].format(detail=verdict.detail, status=verdict.status) if text else ""


def summary(links: Sequence[CheckedLink], lang: Lang) -> str:
    """How many addresses have each state, in a line."""
    counts = Counter(link.verdict.state for link in links)
    parts = [(counts[state], _STATES[state][lang]) for state in ORDER if counts[state]]
    en = ", ".join(f"{count:,} {name}" for count, name in parts)
    ja = "、".join(f"{name}{count:,}件" for count, name in parts)
    total = len(links)
    many = "" if total == 1 else "es"
    return Text(
        f"{total:,} external address{many}: {en}." if parts else "No external addresses.",
        f"外部リンク先{total:,}件：{ja}。" if parts else "外部へのリンクはありません。",
    )[lang]


def write_json(links: Sequence[CheckedLink], out: TextIO) -> None:
    """Write ``{"version", "total", "links": [{"address", "state", "status", "reason", "detail", "new", "places"}]}``,
    a link on each line. ``places`` are of ``{"path", "line", "column"}``; what is not known is null.
    """
    _write(len(links), [_entry(link) for link in links], out)


def write_json_list(found: Mapping[str, list[LinkPlace]], out: TextIO) -> None:
    """Write the same of addresses that were not asked for: ``address`` and ``places``."""
    entries: list[dict[str, object]] = [
        {"address": address, "places": _json_places(places)}
        for address, places in sorted(found.items())
    ]
    _write(len(entries), entries, out)


def _write(total: int, entries: list[dict[str, object]], out: TextIO) -> None:
    out.write(f'{{"version": {VERSION}, "total": {total}, "links": [')
    lead = "\n"
    for entry in entries:
        out.write(lead + dumps(entry, out))
        lead = ",\n"
    out.write("\n]}\n")


def _entry(link: CheckedLink) -> dict[str, object]:
    verdict = link.verdict
    return {
        "address": link.address,
        "state": verdict.state,
        "status": verdict.status,
        "reason": verdict.reason or None,
        "detail": verdict.detail or None,
        "new": verdict.new or None,
        "places": _json_places(link.places),
    }


def _json_places(places: Sequence[LinkPlace]) -> list[dict[str, object]]:
    return [
        {"path": shown_path(place.path), "line": place.line, "column": place.column}
        for place in places
    ]


def _places(places: Sequence[LinkPlace], few: int | None, lang: Lang) -> list[str]:
    """The places as lines; with `few` the first of them, and how many more there are."""
    shown = places[:few]
    lines = [f"{visible(place.path)}:{place.line}" for place in shown]
    more = len(places) - len(shown)
    if more:
        lines.append(Text(f"and {more:,} more", f"ほか{more:,}か所")[lang])
    return lines
