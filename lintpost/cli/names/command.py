"""``lintpost names``: the dictionary of names, and the names in the posts."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from lintpost.cli.errors import NO_NAMES, print_errors
from lintpost.cli.progress import reading
from lintpost.cli.session import Session
from lintpost.config.rule_states import rule_states
from lintpost.engine.finding import PostError
from lintpost.engine.notes import Note, Survey, notes_of, readable
from lintpost.errors import UsageError
from lintpost.files.compiled_cache import cache_folder
from lintpost.language import Lang
from lintpost.post.post import Post
from lintpost.site.names import Names


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
    if options.action == "list" and names is not None:
        _list(session, names, paths, unreadable)
    elif options.action == "drift":
        _drift(session, names, paths, unreadable)
    else:
        _discover(session, names, paths, unreadable)
    print_errors(unreadable, session.lang)
    return 2 if missing or unreadable else 0


@contextmanager
def _notes(
    session: Session,
    paths: list[str],
    unreadable: list[PostError],
    make: Callable[..., Callable[[Post], Any]],
    *arguments: Any,
) -> Iterator[Iterator[Note]]:
    """What is noted of the posts that can be read, with their paths."""
    settings = session.settings()
    survey = Survey(make, arguments, settings.max_bytes, settings.site.syntax)
    with reading(len(paths), session.lang) as watch:
        yield readable(watch(notes_of(paths, survey, cache_folder())), unreadable)


def _list(session: Session, names: Names, paths: list[str], unreadable: list[PostError]) -> None:
    from lintpost.surveys.names import name_noter, survey_names

    with _notes(session, paths, unreadable, name_noter, *names.names) as notes:
        total, uses = survey_names((note for _, note in notes), names)
    if session.options.output_format == "json":
        from lintpost.report.survey.names_json import write_uses

        write_uses(total, uses, sys.stdout)
        return
    from lintpost.report.survey.names_table import uses_table

    shown = uses if session.options.all else [use for use in uses if use.posts]
    uses_table(session.console(), total, shown, len(uses), session.lang)


def _drift(
    session: Session, names: Names | None, paths: list[str], unreadable: list[PostError]
) -> None:
    from lintpost.surveys.name_drift import spelling_drifts, spellings
    from lintpost.surveys.words import survey_words, words_noter

    options, lang = session.options, session.lang
    with _notes(session, paths, unreadable, words_noter) as notes:
        total, words = survey_words(notes)
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


def _discover(
    session: Session, names: Names | None, paths: list[str], unreadable: list[PostError]
) -> None:
    from lintpost.surveys.name_discovery import candidates, with_examples
    from lintpost.surveys.words import survey_words, words_noter

    options = session.options
    states = {state.rule.name: state for state in rule_states(session.settings())}
    generic = states["bold/unknown-name"].options.get("generic", ())
    with _notes(session, paths, unreadable, words_noter) as notes:
        total, words = survey_words(notes)
    found = candidates(total, words, names, generic, options.posts)
    limit = max(options.limit, 0) or None
    shown = with_examples(
        found if options.output_format == "json" else found[:limit], session.settings().max_bytes
    )
    if options.output_format == "json":
        from lintpost.report.survey.names_json import write_candidates

        write_candidates(total, shown, sys.stdout)
    elif options.output_format == "yaml":
        from lintpost.report.survey.spellings_yaml import candidates_yaml

        sys.stdout.write(candidates_yaml(shown))
    else:
        from lintpost.report.survey.names_table import candidates_table

        candidates_table(session.console(), shown, len(found), session.lang)
