"""``lintpost baseline show``."""

import json
from collections import Counter

from lintpost.cli.session import Session
from lintpost.engine.gate.baseline import Baseline
from lintpost.language import Text, plural
from lintpost.report.visible import visible


def show(baseline: Baseline, session: Session) -> int:
    """Print the known findings by rule, most first; returns the exit status."""
    rules = Counter(entry.rule for entry in baseline.entries)
    posts: dict[str, set[str]] = {}
    for entry in baseline.entries:
        posts.setdefault(entry.rule, set()).add(entry.path)
    order = sorted(rules.items(), key=lambda item: (-item[1], item[0]))
    if session.options.output_format == "json":
        rows = [
            {"rule": rule, "findings": count, "posts": len(posts[rule])} for rule, count in order
        ]
        data = {"version": 1, "entries": len(baseline.entries), "rules": rows}
        print(json.dumps(data, ensure_ascii=False, indent=1))
        return 0
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_edge=False)
    titles = Text("rule,findings,posts", "ルール,件数,記事")[session.lang].split(",")
    for index, title in enumerate(titles):
        table.add_column(title, justify="right" if index else "left", overflow="fold")
    for rule, count in order:
        table.add_row(visible(rule), str(count), str(len(posts[rule])))
    session.console().print(table)
    count, total = len(baseline.entries), len({entry.path for entry in baseline.entries})
    text = Text(
        f"\n{plural(count, 'known finding')} in {plural(total, 'post')}.",
        f"\n記事{total}本に既知の指摘が{count}件あります。",
    )
    print(text[session.lang])
    return 0
