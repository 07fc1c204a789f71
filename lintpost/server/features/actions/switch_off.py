"""Switching a rule off: for a finding, for a post, for the site."""

from collections.abc import Iterator
from typing import Any

from lintpost.config.config_edits import with_rule_off
from lintpost.engine.edits.suppression_comments import post_suppression_edit, suppression_edits
from lintpost.engine.finding import Finding
from lintpost.files.settings_error import SettingsError
from lintpost.language import Text
from lintpost.post.edit import Edit, apply_edits
from lintpost.post.source import Source, UnreadablePost
from lintpost.server.documents.positions import Positions
from lintpost.server.features.actions.action import CodeAction, Subject, edit_action, quick_fix
from lintpost.server.features.edits import changed_edits, workspace_edit

_REASON = Text("reason", "理由")
"""What stands where the reason is to be written."""


def switch_off_actions(subject: Subject, finding: Finding, diagnostic: Any) -> Iterator[CodeAction]:
    """The ways to hear no more of it. Findings about comments cannot be switched off by comments."""
    lang, rule = subject.lang, finding.rule
    if not rule.startswith("meta/"):
        here = Text(
            f"Switch {rule} off here, with a reason", f"{rule} をここだけ無効にする（理由を添える）"
        )
        edits = suppression_edits(subject.post, [finding], _REASON[lang])
        yield _with_reason(subject, edit_action(subject, here[lang], edits, diagnostic), edits)
        whole = Text(
            f"Switch {rule} off in this post, with a reason",
            f"{rule} をこの記事で無効にする（理由を添える）",
        )
        edit = post_suppression_edit(subject.post, rule, _REASON[lang])
        if [edit] != edits:
            action = edit_action(subject, whole[lang], [edit], diagnostic)
            yield _with_reason(subject, action, [edit])
    config = subject.checker.settings.path
    if config is None:
        return
    try:
        source = subject.workspace.source_at(config)
        after = with_rule_off(source, rule)
    except (SettingsError, UnreadablePost):
        return
    name = config.replace("\\", "/").rpartition("/")[2]
    everywhere = Text(f"Switch {rule} off in {name}", f"{rule} を {name} で無効にする")
    changes = {config: changed_edits(source.text, after)}
    yield quick_fix(everywhere[lang], workspace_edit(subject.workspace, changes), diagnostic)


def _with_reason(subject: Subject, action: CodeAction, edits: list[Edit]) -> CodeAction:
    """An action after which a client that can do so selects the place of the reason, for it to be written."""
    command = subject.workspace.client.select_command
    if not command:
        return action
    after = Source("", apply_edits(subject.document.text, edits))
    (edit,) = edits
    placeholder = _REASON[subject.lang]
    start = edit.start + edit.text.rindex(placeholder)
    positions = Positions(after, subject.workspace.documents.encoding)
    arguments = [subject.document.uri, positions.range(start, start + len(placeholder))]
    return {
        **action,
        "command": {"title": action["title"], "command": command, "arguments": arguments},
    }
