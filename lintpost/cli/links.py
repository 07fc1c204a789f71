"""``lintpost links``: the external links of posts, and with ``--online`` whether they are there."""

import argparse
import sys
from collections.abc import Iterable, Iterator

from lintpost.cli.errors import print_errors
from lintpost.cli.progress import asking, reading
from lintpost.cli.session import Session
from lintpost.engine.finding import PostError
from lintpost.errors import UsageError
from lintpost.language import Lang, Text
from lintpost.surveys.links.external import LinkPlace, external_addresses
from lintpost.surveys.links.verdict import FAULTS, Verdict
from lintpost.surveys.reading import read_posts

_LEAST = {"max_age": 0, "jobs": 1, "timeout": 1, "delay": 0}
_MOST_JOBS = 64


def run(options: argparse.Namespace, lang: Lang) -> int:
    """List the addresses, or ask for them; returns the exit status."""
    _refuse_numbers(options, lang)
    session = Session(options, lang, options.paths)
    paths, missing = session.find_posts()
    if not paths:
        return 2
    unreadable: list[PostError] = []
    settings = session.settings()
    with reading(len(paths), session.lang) as watch:
        posts = read_posts(watch(paths), settings.max_bytes, unreadable, settings.site.syntax)
        found = external_addresses(posts, settings.root)
    status = _ask(session, found) if options.online else _list(session, found)
    print_errors(unreadable, session.lang)
    return 2 if unreadable or missing else status


def _list(session: Session, found: dict[str, list[LinkPlace]]) -> int:
    from lintpost.report.survey.links_report import write_json_list, write_list

    if session.options.output_format == "json":
        write_json_list(found, sys.stdout)
    else:
        write_list(session.console(), found, session.lang)
    return 0


def _ask(session: Session, found: dict[str, list[LinkPlace]]) -> int:
    from lintpost.report.survey.links_report import summary, write_json, write_table
    from lintpost.surveys.links.online import OnlineOptions
    from lintpost.surveys.links.survey import check_links

    options, lang = session.options, session.lang
    how = OnlineOptions(
        options.jobs, float(options.timeout), float(options.delay), options.allow_private
    )

    def shown(answers: Iterator[tuple[str, Verdict]], total: int) -> Iterable[tuple[str, Verdict]]:
        return asking(answers, total, lang)

    links = check_links(found, options.max_age, how, shown)
    if options.output_format == "json":
        write_json(links, sys.stdout)
    else:
        write_table(session.console(), links, lang)
        print(summary(links, lang))
    return 1 if any(link.verdict.state in FAULTS for link in links) else 0


def _refuse_numbers(options: argparse.Namespace, lang: Lang) -> None:
    for name, least in _LEAST.items():
        shown = f"--{name.replace('_', '-')}"
        if getattr(options, name) < least:
            text = Text(
                f"{shown} must be {least} or more",
                f"{shown} には{least}以上の整数を指定してください",
            )
            raise UsageError(text[lang])
    if options.jobs > _MOST_JOBS:
        text = Text(
            f"--jobs must be {_MOST_JOBS} or less",
            f"--jobs には{_MOST_JOBS}以下の整数を指定してください",
        )
        raise UsageError(text[lang])
