"""``lintpost dashboard``: the state of a whole site as one HTML file."""

import argparse
import os
import sys
from contextlib import closing
from datetime import datetime

from lintpost.cli.errors import print_errors, warn
from lintpost.cli.output import open_output
from lintpost.cli.progress import progress, reading
from lintpost.cli.session import Session
from lintpost.config.rule_states import rule_states
from lintpost.engine.finding import PostError
from lintpost.engine.gate.baseline import Baseline
from lintpost.engine.reviewed_sites import leaves_sites_out
from lintpost.engine.run import Run
from lintpost.language import Lang, Text
from lintpost.packs.builtin import family_names
from lintpost.report.dashboard.contents import Contents
from lintpost.report.dashboard.page import page
from lintpost.report.visible import visible
from lintpost.site.queries import now
from lintpost.surveys.health.history import (
    HistoryEntry,
    append_entry,
    current_commit,
    entry_of,
    read_history,
)
from lintpost.surveys.health.site_health import CheckedPosts, SiteFigures, site_figures
from lintpost.surveys.reading import read_posts


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Write the page; returns the exit status."""
    with closing(Session(options, lang, options.paths)) as session:
        paths, missing = session.find_posts()
        if not paths:
            return 2
        moment = _time_of_run()
        checked = _checked(session, paths)
        figures = _figures(session, paths)
        folder = os.path.abspath(session.run_settings.root)
        entry = entry_of(checked.summary, checked.clean, moment, current_commit(folder))
        contents = Contents(
            os.path.basename(folder),
            moment,
            session.lang,
            checked,
            figures,
            [*_earlier(options.history, session.lang), entry],
            session.settings().rules,
            family_names(),
            options.link,
        )
        text = page(contents)
        with open_output(options.output, sys.stdout) as out:
            out.write(text)
        if options.history:
            append_entry(options.history, entry)
        shown = visible(options.output)
        print(Text(f"Written: {shown}", f"書き出し：{shown}")[session.lang])
        print_errors(checked.errors, session.lang)
        return 2 if missing or checked.errors else 0


def _time_of_run() -> datetime:
    """The time that the page bears, in the zone of its readers; in UTC where ``SOURCE_DATE_EPOCH`` fixes it, so that
    the page is the same wherever it is made.
    """
    moment = now()
    return moment if "SOURCE_DATE_EPOCH" in os.environ else moment.astimezone()


def _checked(session: Session, paths: list[str]) -> CheckedPosts:
    """Check all posts; the findings that the baseline has count apart."""
    baseline = (
        Baseline.read(session.run_settings.baseline) if session.run_settings.baseline else None
    )
    run = Run(paths, session.configurations, session.options.jobs, baseline is not None)
    checked = CheckedPosts()
    checked.summary.site_left_out = leaves_sites_out(paths, session.configurations)
    shown_by = argparse.Namespace(quiet=False)
    with progress(run.checked(), len(paths), shown_by, session.lang, reported_later=True) as shown:
        for result in run.completed(shown):
            checked.add(baseline.split(result) if baseline is not None else result)
    return checked


def _figures(session: Session, paths: list[str]) -> SiteFigures:
    settings = session.settings()
    states = {state.rule.name: state for state in rule_states(settings)}
    field = str(states["tags/unknown"].options.get("field", "tags"))
    unreadable: list[PostError] = []  # each is an error of the check as well
    with reading(len(paths), session.lang) as watch:
        posts = read_posts(watch(paths), settings.max_bytes, unreadable, settings.site.syntax)
        return site_figures(
            posts, field, settings.site.vocabularies.get("tags"), settings.site.names
        )


def _earlier(path: str | None, lang: Lang) -> list[HistoryEntry]:
    if path is None:
        return []
    history = read_history(path)
    for number in history.damaged:
        text = Text("this line is no entry of a history; it was passed over",
                    "履歴として読めない行のため、飛ばしました")  # fmt: skip
        warn(f"{path}:{number}: {text[lang]}")
    return history.entries
