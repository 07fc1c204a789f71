"""``lintpost suppressions list``."""

import argparse
import json

from lintpost.cli.errors import print_errors
from lintpost.cli.progress import reading
from lintpost.cli.session import Session
from lintpost.engine.edits.suppressions import Suppressions
from lintpost.engine.finding import PostError
from lintpost.language import Lang, Text, plural
from lintpost.report.visible import visible
from lintpost.surveys.reading import read_posts

_KEYS = ("path", "line", "column", "rule", "from", "to", "reason")


def run(options: argparse.Namespace, lang: Lang) -> int:
    """List the comments that switch findings off; returns the exit status."""
    session = Session(options, lang, options.paths)
    settings, lang = session.settings(), session.lang
    paths, missing = session.find_posts()
    if not paths:
        return 2
    unreadable: list[PostError] = []
    rows = []
    with reading(len(paths), lang) as watch:
        drawn = watch(paths)
        for post in read_posts(drawn, settings.max_bytes, unreadable, settings.site.syntax):
            for item in Suppressions(post).all:
                place = (post.path, *post.source.location(item.start))
                rows.append((*place, item.rule or "*", item.from_line, item.to_line, item.reason))
    if options.output_format == "json":
        data = {"version": 1, "suppressions": [dict(zip(_KEYS, row, strict=True)) for row in rows]}
        print(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        for path, line, column, rule, _, _, reason in rows:
            print(visible(f"{path}:{line}:{column}: {rule}" + (f"  {reason}" if reason else "")))
        without = sum(1 for row in rows if not row[-1])
        text = Text(
            f"{plural(len(rows), 'suppression')} in {plural(len(paths), 'post')}; {without:,} without a reason.",
            f"記事{len(paths)}本に抑制コメントが{len(rows)}件あります（理由のないもの{without}件）。",
        )
        print(text[lang])
    print_errors(unreadable, lang)
    return 2 if missing or unreadable else 0
