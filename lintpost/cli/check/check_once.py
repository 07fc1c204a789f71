"""One pass of ``lintpost check``."""

import argparse
import os
from contextlib import closing
from typing import TYPE_CHECKING

from lintpost.cli.check.gate import open_gate
from lintpost.cli.check.options import refuse_contradictions
from lintpost.cli.errors import warn
from lintpost.cli.session import Session
from lintpost.language import Lang, Text, plural
from lintpost.report.visible import visible

if TYPE_CHECKING:
    from lintpost.engine.gate.gate import Gate


def check_once(options: argparse.Namespace, lang: Lang) -> int:
    """Do what the options say; returns the exit status. `lang`: as for `Session`."""
    from_stdin = options.paths == ["-"]
    named = [options.stdin_filename or ""] if from_stdin else options.paths
    with closing(Session(options, lang, named)) as session:
        refuse_contradictions(options, session.lang)
        if from_stdin:
            from lintpost.cli.check.stdin import check_stdin

            return check_stdin(session)
        if options.show_settings:
            from lintpost.cli.check.show import show_settings

            show_settings(session.settings(), session.lang)
            return 0
        return _check_posts(session)


def _check_posts(session: Session) -> int:
    options = session.options
    _warn_of_unsupported(session)
    for note in session.run_settings.notes:
        warn(note[session.lang])
    paths, missing = session.find_posts()
    if options.show_files:
        for path in paths:
            print(visible(path))
        return 2 if missing else 0
    if missing and not paths:
        return 2
    gate = open_gate(session)
    if gate is not None:
        paths = _changed_posts(gate, paths, session.lang)
    if options.add_suppressions is not None:
        from lintpost.cli.check.suppress import add_suppressions

        status = add_suppressions(session, paths, gate)
    elif options.fix or options.diff:
        from lintpost.cli.check.fixes import fix_posts

        status = fix_posts(session, paths, gate)
    else:
        from lintpost.cli.check.findings import report_findings

        status = report_findings(session, paths, gate)
    return 2 if missing else status


def _warn_of_unsupported(session: Session) -> None:
    """Print how many rules of Vale styles cannot be run: none is left out in silence."""
    if not session.run_settings.packs:
        return
    from lintpost.packs.builtin import unsupported

    for pack in session.run_settings.packs:
        count = len(unsupported(pack))
        if count:
            name = os.path.basename(os.path.normpath(pack))
            text = Text(
                f"{name}: {plural(count, 'rule')} not supported (`lintpost rules` names them).",
                f"{name}：{count}個のルールには対応していません"
                "（`lintpost rules` で確かめられます）。",
            )
            warn(text[session.lang])


def _changed_posts(gate: "Gate", paths: list[str], lang: Lang) -> list[str]:
    paths, changed_file = gate.changed_posts(paths)
    if changed_file is not None:
        text = Text(
            f"{changed_file} changed: every post is checked.",
            f"{changed_file} が変わったため、すべての記事を検査します。",
        )
        warn(text[lang])
    return paths
