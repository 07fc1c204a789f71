"""``lintpost check --add-suppressions``."""

from typing import TYPE_CHECKING

from lintpost.cli.errors import print_errors
from lintpost.cli.session import Session
from lintpost.engine.edits.suppress_paths import suppress_paths
from lintpost.language import Text, plural

if TYPE_CHECKING:
    from lintpost.engine.finding import PostError, PostResult
    from lintpost.engine.gate.gate import Gate


def add_suppressions(session: Session, paths: list[str], gate: "Gate | None") -> int:
    """Write a comment for every finding that is not held back; returns the exit status."""

    def left(result: "PostResult") -> "PostResult":
        return next(gate.passed([result])) if gate is not None else result

    errors: list[PostError] = []
    count = 0
    reason = session.options.add_suppressions
    for suppressed in suppress_paths(paths, session.configurations, reason, left):
        count += suppressed.findings
        errors += suppressed.errors
    print_errors(errors, session.lang)
    text = Text(
        f"{plural(count, 'finding')} switched off by comments.",
        f"{count}件の指摘をコメントで抑制しました。",
    )
    print(text[session.lang])
    return 2 if errors else 0
