"""``lintpost images``: the images of a site that nothing in it uses."""

import argparse
import os
import sys

from lintpost.cli.errors import print_errors
from lintpost.cli.session import Session
from lintpost.errors import UsageError
from lintpost.language import Lang, Text, plural
from lintpost.surveys.unused_images import survey_images


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Print the images; returns the exit status."""
    from lintpost.report.survey.images_report import shown_size, write_json, write_list

    folders: list[str] = options.folders
    for folder in folders:
        if not os.path.isdir(folder):
            text = Text(f"{folder}: no such folder", f"{folder}：フォルダーがありません")
            raise UsageError(text[lang])
    session = Session(options, lang, folders)
    run, lang = session.run_settings, session.lang
    root = run.root
    found = survey_images(root, run.exclude, run.max_bytes, folders)
    if options.output_format == "json":
        write_json(root, found, sys.stdout)
    else:
        write_list(session.console(), root, found)
        count = len(found.unused)
        size = shown_size(sum(image.bytes for image in found.unused))
        text = Text(
            f"{count:,} of {plural(found.total, 'image')} not used ({size}).",
            f"画像{found.total:,}点のうち、使われていないもの{count:,}点（{size}）。",
        )
        print(text[lang])
    print_errors(found.unreadable, lang)
    if found.unreadable:
        return 2
    return 1 if found.unused else 0
