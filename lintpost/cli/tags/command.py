"""``lintpost tags``: the vocabulary, and the tags in the posts."""

import argparse
import sys

from lintpost.cli.errors import NO_VOCABULARY, print_errors
from lintpost.cli.progress import reading
from lintpost.cli.session import Session
from lintpost.cli.tags.target import Target, target_of
from lintpost.errors import UsageError
from lintpost.files.compiled_cache import cache_folder
from lintpost.language import Lang


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Run one of the actions; returns the exit status."""
    session = Session(options, lang, getattr(options, "paths", []))
    target = target_of(session)
    if options.action in ("list", "drift"):
        return _count(target)
    if options.action == "apply":
        if not session.settings().site.has(target.vocabulary):
            raise UsageError(NO_VOCABULARY[session.lang])
        from lintpost.cli.tags.apply import apply_tags

        return apply_tags(target)
    from lintpost.cli.tags.edit import edit_tags

    return edit_tags(target)


def _count(target: Target) -> int:
    """``list`` and ``drift``."""
    from lintpost.surveys.tag_usage import survey_tags

    session = target.session
    options, settings, lang = session.options, session.settings(), session.lang
    paths, missing = session.find_posts()
    if not paths:
        return 2
    with reading(len(paths), lang) as watch:
        found = survey_tags(paths, target.field, settings.max_bytes, cache_folder(), watch)
    print_errors(found.unreadable, lang)
    vocabulary = settings.site.vocabularies.get(target.vocabulary)
    if options.output_format == "json":
        from lintpost.report.survey import tags_json as report

        data = report.usage if options.action == "list" else report.drift
        report.write(data(found, vocabulary), sys.stdout)
    elif options.output_format == "commands":
        from lintpost.report.survey.tags_commands import write_commands

        write_commands(found, vocabulary, target.vocabulary, sys.stdout)
    else:
        from lintpost.report.survey import tags_table as tables

        table = tables.usage if options.action == "list" else tables.drift
        table(session.console(), found, vocabulary, lang)
    return 2 if missing or found.unreadable else 0
