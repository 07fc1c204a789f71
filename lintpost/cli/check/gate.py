"""The gate that the options of ``lintpost check`` ask for."""

import os
from typing import TYPE_CHECKING

from lintpost.cli.session import Session
from lintpost.errors import UsageError
from lintpost.language import Text

if TYPE_CHECKING:
    from lintpost.engine.gate.gate import Gate


def open_gate(session: Session) -> "Gate | None":
    """Read the baseline and ask git what changed; None where nothing is to be held back.

    Raises `UsageError`, and `SettingsError` for a faulty baseline.
    """
    options = session.options
    path = None if options.no_baseline else options.baseline or session.run_settings.baseline
    if path is None and options.baseline_strict:
        text = Text(
            "--baseline-strict needs a baseline",
            "--baseline-strict にはベースラインが必要です",
        )
        raise UsageError(text[session.lang])
    if path is None and options.changed is None:
        return None
    from lintpost.engine.gate.baseline import Baseline
    from lintpost.engine.gate.gate import Gate
    from lintpost.engine.gate.git import GitError, changes

    baseline = Baseline.read(path) if path is not None else None
    changed = None
    if options.changed is not None:
        try:
            changed = changes(os.getcwd(), options.changed or None)
        except GitError as error:
            raise UsageError(error.text[session.lang]) from None
    return Gate(
        session.settings(),
        session.lang,
        baseline=baseline,
        changes=changed,
        added_lines=options.changed_lines,
        whole_site=not options.paths and options.changed is None,
        strict=options.baseline_strict,
    )
