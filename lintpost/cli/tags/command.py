"""``lintpost tags …``: the vocabulary and its use."""

import argparse
import sys
from typing import NamedTuple

from lintpost.cli.check import configurations_of
from lintpost.cli.posts import find_posts
from lintpost.config.rule_states import rule_states
from lintpost.config.settings import Settings
from lintpost.errors import UsageError
from lintpost.language import Lang, Text

NO_VOCABULARY = Text(
    "there is no tags.yml: name one in lintpost.yml (`tags: tags.yml`), or run `lintpost init`",
    "tags.yml がありません。lintpost.yml に `tags: tags.yml` と書くか、`lintpost init` で作ってください",
)


class Target(NamedTuple):
    """What a command is about: the vocabulary, the front-matter key that holds it, the settings."""

    vocabulary: str
    field: str
    settings: Settings
    lang: Lang


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Run one of the commands; returns the exit status."""
    settings = configurations_of(options).leading(getattr(options, "paths", []))
    vocabulary = "categories" if options.categories else "tags"
    states = {state.rule.name: state for state in rule_states(settings)}
    field = str(states[f"{vocabulary}/unknown"].options.get("field", vocabulary))
    target = Target(vocabulary, field, settings, options.lang or settings.lang)
    if options.action in ("list", "drift"):
        return _count(options, target)
    if options.action == "apply":
        if not settings.site.has(vocabulary):
            raise UsageError(NO_VOCABULARY[target.lang])
        from lintpost.cli.tags.apply import apply_tags

        return apply_tags(options, target)
    from lintpost.cli.tags.edit import edit_tags

    return edit_tags(options, target)


def _count(options: argparse.Namespace, target: Target) -> int:
    from lintpost.cli.output import make_console
    from lintpost.surveys.tag_usage import survey_tags

    settings, lang = target.settings, target.lang
    paths, missing = find_posts(options.paths, settings, lang)
    if not paths:
        return 2
    found = survey_tags(paths, target.field, settings.max_bytes)
    for path in found.unreadable:
        print(f"lintpost: {path}: {Text('cannot be read', '読めません')[lang]}", file=sys.stderr)
    vocabulary = settings.site.vocabularies.get(target.vocabulary)
    if options.output_format == "json":
        from lintpost.report import tags_json as report

        data = report.usage if options.action == "list" else report.drift
        report.write(data(found, vocabulary), sys.stdout)
    elif options.output_format == "commands":
        from lintpost.report.tags_commands import write_commands

        write_commands(found, vocabulary, target.vocabulary, sys.stdout)
    else:
        from lintpost.report import tags_table as tables

        table = tables.usage if options.action == "list" else tables.drift
        table(make_console(sys.stdout, options.color), found, vocabulary, lang)
    return 2 if missing or found.unreadable else 0
