"""What the options of ``lintpost check`` imply, and which do not go together."""

import argparse
import os

from lintpost.errors import UsageError
from lintpost.language import Lang, Text


def complete_options(options: argparse.Namespace) -> None:
    """Set the options that others imply."""
    _give_back_paths(options)
    if options.fix_only:
        options.fix = options.fix or not options.diff
    if options.changed_lines:
        options.changed = options.changed or ""


def refuse_contradictions(options: argparse.Namespace, lang: Lang) -> None:
    """Raise `UsageError` for options that do not go together."""
    writes = options.fix or options.diff
    suppresses = options.add_suppressions is not None
    stdin = "-" in options.paths
    for contradiction, text in (
        (
            options.fix and options.diff,
            Text(
                "--fix writes and --diff does not: choose one",
                "--fix と --diff は同時に使えません",
            ),
        ),
        (
            stdin and len(options.paths) > 1,
            Text("- cannot be mixed with other paths", "- とほかのパスは同時に指定できません"),
        ),
        (
            options.stdin_filename and options.paths != ["-"],
            Text(
                "--stdin-filename needs the path -",
                "--stdin-filename はパス - と一緒に使います",
            ),
        ),
        (
            options.jobs < 0,
            Text("--jobs needs a number from 1", "--jobs には1以上を指定してください"),
        ),
        (
            (options.max_findings or 0) < 0,
            Text(
                "--max-findings needs a number from 0",
                "--max-findings には0以上を指定してください",
            ),
        ),
        (
            options.watch and (writes or suppresses or stdin),
            Text(
                "--watch only reports posts on the disk: leave --fix, --diff and - away",
                "--watch はファイルの報告だけです（--fix・--diff・- とは使えません）",
            ),
        ),
        (
            suppresses and (writes or stdin),
            Text(
                "--add-suppressions writes comments into posts: leave --fix, --diff and - away",
                "--add-suppressions は記事にコメントを書き込みます（--fix・--diff・- とは使えません）",
            ),
        ),
        (
            options.changed_lines and writes,
            Text(
                "--changed-lines only reports: leave --fix and --diff away",
                "--changed-lines は報告だけです（--fix・--diff とは使えません）",
            ),
        ),
        (
            options.changed is not None and stdin,
            Text(
                "--changed looks at files: leave - away",
                "--changed はファイルを調べます（- とは使えません）",
            ),
        ),
    ):
        if contradiction:
            raise UsageError(text[lang])


def _give_back_paths(options: argparse.Namespace) -> None:
    """Take ``--changed posts/`` and ``--add-suppressions posts/`` as the option alone and a path.

    A value that names both a file and a commit is a commit.
    """
    for name in ("changed", "add_suppressions"):
        value = getattr(options, name)
        if value and os.path.exists(value):
            if name == "changed":
                from lintpost.engine.gate.git import is_commit

                if is_commit(os.getcwd(), value):
                    continue
            options.paths = [value, *options.paths]
            setattr(options, name, "")
