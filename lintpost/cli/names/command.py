"""``lintpost names``: the dictionary of names, and the names in the posts."""

import argparse
import sys
from collections.abc import Iterable

from lintpost.cli.errors import NO_NAMES, print_errors
from lintpost.cli.session import Session
from lintpost.config.rule_states import rule_states
from lintpost.engine.finding import PostError
from lintpost.errors import UsageError
from lintpost.language import Lang
from lintpost.post.post import Post
from lintpost.site.names import Names
from lintpost.surveys.reading import read_posts


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Run one of the actions; returns the exit status."""
    session = Session(options, lang, getattr(options, "paths", []))
    settings = session.settings()
    if options.action in ("add", "alias"):
        from lintpost.cli.names.edit import edit_names

        return edit_names(session)
    names = settings.site.names
    if options.action == "list" and names is None:
        raise UsageError(NO_NAMES[session.lang])
    paths, missing = session.find_posts()
    if not paths:
        return 2
    unreadable: list[PostError] = []
    posts = read_posts(paths, settings.max_bytes, unreadable, settings.site.syntax)
    if options.action == "list" and names is not None:
        _list(session, names, posts)
    elif options.action == "drift":
        _drift(session, names, posts)
    else:
        _discover(session, names, posts)
    print_errors(unreadable, session.lang)
    return 2 if missing or unreadable else 0


def _list(session: Session, names: Names, posts: Iterable[Post]) -> None:
    from lintpost.surveys.names import survey_names

    total, uses = survey_names(posts, names)
    if session.options.output_format == "json":
        from lintpost.report.survey.names_json import write_uses

        write_uses(total, uses, sys.stdout)
        return
    from lintpost.report.survey.names_table import uses_table

    shown = uses if session.options.all else [use for use in uses if use.posts]
    uses_table(session.console(), total, shown, len(uses), session.lang)


def _drift(session: Session, names: Names | None, posts: Iterable[Post]) -> None:
    from lintpost.surveys.name_drift import spelling_drifts, spellings
    from lintpost.surveys.words import survey_words

    options, lang = session.options, session.lang
    total, words = survey_words(posts)
    found = spelling_drifts(words, names)
    if options.save:
        from lintpost.cli.files import save
        from lintpost.report.survey.spellings_yaml import spellings_yaml

        save(options.save, spellings_yaml(spellings(found), total, lang), lang)
    elif options.output_format == "json":
        from lintpost.report.survey.names_json import write_drifts

        write_drifts(total, found, sys.stdout)
    else:
        from lintpost.report.survey.names_table import drift_table

        drift_table(session.console(), total, found, lang)


def _discover(session: Session, names: Names | None, posts: Iterable[Post]) -> None:
    from lintpost.surveys.name_discovery import candidates
    from lintpost.surveys.words import survey_words

    options = session.options
    states = {state.rule.name: state for state in rule_states(session.settings())}
    generic = states["bold/unknown-name"].options.get("generic", ())
    total, words = survey_words(posts)
    found = candidates(total, words, names, generic, options.posts)
    shown = found[: max(options.limit, 0) or None]
    if options.output_format == "json":
        from lintpost.report.survey.names_json import write_candidates

        write_candidates(total, found, sys.stdout)
    elif options.output_format == "yaml":
        from lintpost.report.survey.spellings_yaml import candidates_yaml

        sys.stdout.write(candidates_yaml(shown))
    else:
        from lintpost.report.survey.names_table import candidates_table

        candidates_table(session.console(), shown, len(found), session.lang)
