"""Quick fixes for findings, and the fix of a whole post."""

from collections.abc import Iterator
from typing import Any

from lintpost.engine.finding import Finding
from lintpost.server.documents.document import Document
from lintpost.server.documents.positions import Positions
from lintpost.server.features.actions.action import (
    FIX_ALL,
    QUICK_FIX,
    REFACTOR,
    CodeAction,
    Subject,
)
from lintpost.server.features.actions.fixes import (
    fix_action,
    fix_all_action,
    fix_all_edit,
    rule_action,
)
from lintpost.server.features.actions.switch_off import switch_off_actions
from lintpost.server.features.actions.words import selection_action, word_actions
from lintpost.server.features.diagnostics import finding_diagnostic
from lintpost.server.rpc.errors import invalid_params
from lintpost.server.workspace.workspace import Workspace

_MOST_FINDINGS = 20
"""Findings in a range for which actions are offered: a whole post is selected, too."""


def code_actions(workspace: Workspace, params: dict[str, Any]) -> list[CodeAction]:
    """The actions for a range: for each finding in it, then for the post."""
    document = workspace.documents.named(params)
    start, end = workspace.documents.positions(document).span(params.get("range"))
    context = params.get("context")
    only = context.get("only") if isinstance(context, dict) else None
    subject = _subject(workspace, document)
    if subject is None:
        return []
    actions: list[CodeAction] = []
    if _wants(only, QUICK_FIX):
        findings = [
            finding
            for finding in subject.checked.result.findings
            if finding.start.offset <= end and start <= finding.end.offset
        ]
        actions += _quick_fixes(subject, findings[:_MOST_FINDINGS])
    if _wants(only, REFACTOR):
        action = selection_action(subject, start, end)
        actions += [action] if action is not None else []
    if _wants(only, FIX_ALL):
        action = fix_all_action(subject, lazily=workspace.client.resolves_edits)
        actions += [action] if action is not None else []
    return actions


def resolve(workspace: Workspace, action: dict[str, Any]) -> CodeAction:
    """An action with its edit, which was left out until somebody chose it."""
    data = action.get("data")
    uri = data.get("uri") if isinstance(data, dict) else None
    document = workspace.documents.get(uri) if isinstance(uri, str) else None
    if document is None:
        raise invalid_params("`data` is not that of an action of this server")
    subject = _subject(workspace, document)
    edit = fix_all_edit(subject) if subject is not None else None
    return {**action, "edit": edit or {"changes": {}}}


def _subject(workspace: Workspace, document: Document) -> Subject | None:
    """What actions are looked for; None where nothing is checked."""
    if not document.is_post:
        return None
    checked = workspace.check(document)
    checker = checked.settings.checker if checked.settings is not None else None
    return Subject(workspace, document, checked, checker) if checker is not None else None


def _quick_fixes(subject: Subject, findings: list[Finding]) -> list[CodeAction]:
    """The actions for findings: those that can be taken unread come first, those that hide a finding last."""
    positions = Positions(subject.checked.source, subject.workspace.documents.encoding)
    settings = subject.checker.settings
    first: list[CodeAction] = []
    unsafe: list[CodeAction] = []
    others: list[CodeAction] = []
    last: list[CodeAction] = []
    seen: set[str] = set()
    for finding in findings:
        diagnostic = finding_diagnostic(subject.workspace, finding, positions, settings)
        fix = fix_action(subject, finding, diagnostic)
        if fix is not None:
            (first if fix.get("isPreferred") else unsafe).append(fix)
        others += word_actions(subject, finding, diagnostic)
        if finding.rule not in seen:
            seen.add(finding.rule)
            all_of_rule = rule_action(subject, finding, diagnostic)
            others += [all_of_rule] if all_of_rule is not None else []
        last += switch_off_actions(subject, finding, diagnostic)
    return list(_without_repeated([*first, *unsafe, *others, *last]))


def _without_repeated(actions: list[CodeAction]) -> Iterator[CodeAction]:
    """The actions without those that do the same as one before."""
    seen: list[tuple[str, Any]] = []
    for action in actions:
        key = action["title"], action["edit"]
        if key not in seen:
            seen.append(key)
            yield action


def _wants(only: Any, kind: str) -> bool:
    """Whether a client wants a kind of action: all, or those that it names or names the beginning of."""
    if not isinstance(only, list):
        return True
    return any(one == kind or kind.startswith(f"{one}.") for one in only)
