"""``lintpost bold``: every bold span, as meant and as each renderer shows it."""

import argparse
import sys
from collections.abc import Iterator

from lintpost.cli.errors import print_errors
from lintpost.cli.session import Session
from lintpost.engine.finding import PostError
from lintpost.language import Lang, Text, plural
from lintpost.surveys.bold import BoldSpan, bold_spans
from lintpost.surveys.reading import read_posts


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Print the spans; returns the exit status."""
    from lintpost.report.survey.bold_report import write_json, write_table

    session = Session(options, lang, options.paths)
    settings, lang = session.settings(), session.lang
    paths, missing = session.find_posts()
    if not paths:
        return 2
    unreadable: list[PostError] = []

    def posts() -> Iterator[tuple[str, list[BoldSpan]]]:
        for post in read_posts(paths, settings.max_bytes, unreadable, settings.site.syntax):
            yield post.path, bold_spans(post)

    if options.output_format == "json":
        write_json(posts(), sys.stdout, differing_only=options.differing)
    else:
        console = session.console()
        total, differing = write_table(console, posts(), lang, differing_only=options.differing)
        text = Text(
            f"{plural(total, 'span')} in {plural(len(paths), 'post')}; {differing:,} shown otherwise somewhere.",
            f"記事{len(paths)}本に太字{total}か所。表示が分かれるもの{differing}か所。",
        )
        print(text[lang])
    print_errors(unreadable, lang)
    return 2 if missing or unreadable else 0
