"""``lintpost names …``: the dictionary of names and what the posts call by name."""

import argparse
import sys
from collections.abc import Iterable

from lintpost.cli.check import configurations_of
from lintpost.cli.posts import find_posts
from lintpost.config.rule_states import rule_states
from lintpost.config.settings import Settings
from lintpost.errors import UsageError
from lintpost.language import Lang, Text
from lintpost.post.post import Post
from lintpost.site.names import Names
from lintpost.surveys.reading import read_posts

NO_NAMES = Text(
    "there is no names.yml: name one in lintpost.yml (`names: names.yml`), or run `lintpost init`",
    "names.yml がありません。lintpost.yml に `names: names.yml` と書くか、`lintpost init` で作ってください",
)


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Run one of the commands; returns the exit status."""
    settings = configurations_of(options).leading(getattr(options, "paths", []))
    lang = options.lang or settings.lang
    if options.action in ("add", "alias"):
        from lintpost.cli.names.edit import edit_names

        return edit_names(options, settings, lang)
    names = settings.site.names
    if options.action == "list" and names is None:
        raise UsageError(NO_NAMES[lang])
    paths, missing = find_posts(options.paths, settings, lang)
    if not paths:
        return 2
    unreadable: list[str] = []
    posts = read_posts(paths, settings.max_bytes, unreadable, settings.site.syntax)
    if options.action == "list" and names is not None:
        _list(options, names, posts, lang)
    elif options.action == "drift":
        _drift(options, names, posts, lang)
    else:
        _discover(options, settings, posts, lang)
    for path in unreadable:
        print(f"lintpost: {path}: {Text('cannot be read', '読めません')[lang]}", file=sys.stderr)
    return 2 if missing or unreadable else 0


def _list(options: argparse.Namespace, names: Names, posts: Iterable[Post], lang: Lang) -> None:
    from lintpost.surveys.names import survey_names

    total, uses = survey_names(posts, names)
    if options.output_format == "json":
        from lintpost.report.names_json import write_uses

        write_uses(total, uses, sys.stdout)
        return
    from lintpost.cli.output import make_console
    from lintpost.report.names_table import uses_table

    shown = uses if options.all else [use for use in uses if use.posts]
    uses_table(make_console(sys.stdout, options.color), total, shown, len(uses), lang)


def _drift(
    options: argparse.Namespace, names: Names | None, posts: Iterable[Post], lang: Lang
) -> None:
    from lintpost.surveys.name_drift import spelling_drifts, spellings
    from lintpost.surveys.words import survey_words

    total, words = survey_words(posts)
    found = spelling_drifts(words, names)
    if options.save:
        from lintpost.cli.names.edit import save
        from lintpost.report.spellings_yaml import spellings_yaml

        save(options.save, spellings_yaml(spellings(found), total, lang), lang)
        return
    if options.output_format == "json":
        from lintpost.report.names_json import write_drifts

        write_drifts(total, found, sys.stdout)
        return
    from lintpost.cli.output import make_console
    from lintpost.report.names_table import drift_table

    drift_table(make_console(sys.stdout, options.color), total, found, lang)


def _discover(
    options: argparse.Namespace, settings: Settings, posts: Iterable[Post], lang: Lang
) -> None:
    from lintpost.surveys.name_discovery import candidates
    from lintpost.surveys.words import survey_words

    states = {state.rule.name: state for state in rule_states(settings)}
    generic = states["bold/unknown-name"].options.get("generic", ())
    total, words = survey_words(posts)
    found = candidates(total, words, settings.site.names, generic, options.posts)
    shown = found[: options.limit] if options.limit > 0 else found
    if options.output_format == "json":
        from lintpost.report.names_json import write_candidates

        write_candidates(total, found, sys.stdout)
    elif options.output_format == "yaml":
        from lintpost.report.spellings_yaml import candidates_yaml

        sys.stdout.write(candidates_yaml(shown))
    else:
        from lintpost.cli.output import make_console
        from lintpost.report.names_table import candidates_table

        console = make_console(sys.stdout, options.color)
        candidates_table(console, shown, len(found), lang)
