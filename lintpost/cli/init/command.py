"""``lintpost init``: a configuration, a vocabulary and a dictionary from the posts that are here."""

import argparse
import os
import sys
from contextlib import closing

from lintpost.cli.configured_language import working_language
from lintpost.cli.init.files import all_or_none, write
from lintpost.cli.init.outcome import print_migration, print_outlook, print_written
from lintpost.cli.progress import progress, reading
from lintpost.config.run_settings import FILE_NAMES, CliOverrides
from lintpost.engine.configurations import Configurations
from lintpost.engine.run import Run
from lintpost.errors import UsageError
from lintpost.files.compiled_cache import cache_folder
from lintpost.language import Lang, Text
from lintpost.surveys.scaffold.layout import layout_of
from lintpost.surveys.scaffold.outlook import Outlook, outlook_of
from lintpost.surveys.scaffold.scaffold import CONFIG, Scaffold, scaffold
from lintpost.surveys.scaffold.site_facts import facts_of


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Write the files that have something to say into the working folder, and print what was found."""
    if options.ci is not None:
        from lintpost.cli.init.ci import write_ci

        return write_ci(
            options.ci,
            working_language(options, lang),
            force=options.force,
            install=options.install,
            index=options.index_url,
        )
    if options.agent is not None:
        from lintpost.cli.init.agent import write_agent

        return write_agent(options.agent, working_language(options, lang))
    if options.install is not None or options.index_url is not None:
        text = Text(
            "--install and --index-url go with --ci", "--install と --index-url は --ci と使います"
        )
        raise UsageError(text[lang])
    migration = None
    if options.from_ is not None:
        from lintpost.config.migrate.read import read_migration

        migration = read_migration(options.from_)
    folder = options.path
    if not os.path.isdir(folder):
        text = Text(f"{folder} is not a folder", f"{folder} はフォルダーではありません")
        raise UsageError(text[lang])
    if not options.force:
        _refuse_to_overwrite(lang)
    layout = layout_of(folder)
    paths = layout.find_posts()
    with reading(len(paths), options.lang or lang) as watch:
        facts = facts_of(layout, paths, watch)
    made = scaffold(facts, options.lang, lang, migration)
    with all_or_none(made.files):
        outlook = _outlook(made) if made.facts.paths else None
    print_written(made)
    if migration is not None:
        print_migration(migration, made.lang)
    if outlook is not None:
        print_outlook(made, outlook, sys.stdout)
    return 0


def _outlook(made: Scaffold) -> Outlook:
    """What a check finds under the configuration, in which rules of taste that come up in every post become
    notes.
    """
    paths = made.facts.paths
    configurations = Configurations(CONFIG, CliOverrides(), cache=cache_folder())
    shown = argparse.Namespace(quiet=False, output_file=None, statistics=True)
    with closing(configurations):
        run = Run(paths, configurations)
        checked = run.checked()  # completed results come once all posts are checked
        with progress(checked, len(paths), shown, made.lang, reported_later=True) as watched:
            found = outlook_of(run.completed(watched))
    frequent = found.frequent
    if frequent:
        write(CONFIG, made.with_notes(frequent).files[CONFIG])
        found.summary.as_notes(frequent)
    return found


def _refuse_to_overwrite(lang: Lang) -> None:
    existing = [name for name in (*FILE_NAMES, "tags.yml", "names.yml") if os.path.lexists(name)]
    if existing:
        names = ", ".join(existing)
        text = Text(
            f"{names} exists already; --force overwrites",
            f"{names} がすでにあります。上書きするには --force を付けてください",
        )
        raise UsageError(text[lang])
