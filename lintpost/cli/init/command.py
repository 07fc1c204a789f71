"""``lintpost init``: a configuration, a vocabulary and a dictionary from the posts that are here."""

import argparse
import os

from lintpost.cli.init.outcome import print_harvest, print_migration
from lintpost.cli.progress import reading
from lintpost.config.layer import read_layer
from lintpost.config.run_settings import FILE_NAMES
from lintpost.engine.discovery.discover import Scope, discover
from lintpost.errors import UsageError
from lintpost.language import Lang, Text
from lintpost.packs.builtin import preset_path
from lintpost.surveys.scaffold.scaffold import scaffold


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Write the files that have something to say into the working folder, and print what was found."""
    if options.ci is not None:
        from lintpost.cli.init.ci import write_ci

        return write_ci(options.ci, options.lang or lang, force=options.force)
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
    excluded = read_layer(preset_path("recommended")).exclude or ()
    paths, _ = discover([folder], Scope(os.getcwd(), (), excluded))
    with reading(paths, options.lang or lang) as drawn:
        made = scaffold(folder, paths, options.lang, lang, migration, drawn)
    for name, content in made.files.items():
        os.makedirs(os.path.dirname(name) or ".", exist_ok=True)
        with open(name, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(content)
    print_harvest(made.found, list(made.files), made.lang)
    if migration is not None:
        print_migration(migration, made.lang)
    return 0


def _refuse_to_overwrite(lang: Lang) -> None:
    existing = [name for name in (*FILE_NAMES, "tags.yml", "names.yml") if os.path.lexists(name)]
    if existing:
        names = ", ".join(existing)
        text = Text(
            f"{names} exists already; --force overwrites",
            f"{names} がすでにあります。上書きするには --force を付けてください",
        )
        raise UsageError(text[lang])
