"""Switching a rule off: for a finding, for a post, for the site."""

from collections.abc import Iterator
from typing import Any

from lintpost.config.config_edits import with_rule_off
from lintpost.engine.edits.suppression_comments import post_suppression_edit, suppression_edits
from lintpost.engine.finding import Finding
from lintpost.files.settings_error import SettingsError
from lintpost.language import Text
from lintpost.post.source import UnreadablePost
from lintpost.server.features.actions.action import CodeAction, Subject, edit_action, quick_fix
from lintpost.server.features.edits import changed_edits, workspace_edit


def switch_off_actions(subject: Subject, finding: Finding, diagnostic: Any) -> Iterator[CodeAction]:
    """The ways to hear no more of it. Findings about comments cannot be switched off by comments."""
    lang, rule = subject.lang, finding.rule
    if not rule.startswith("meta/"):
        here = Text(f"Switch {rule} off here", f"{rule} をここだけ無効にする")
        edits = suppression_edits(subject.post, [finding], "")
        yield edit_action(subject, here[lang], edits, diagnostic)
        whole = Text(f"Switch {rule} off in this post", f"{rule} をこの記事で無効にする")
        edit = post_suppression_edit(subject.post, rule, "")
        if [edit] != edits:
            yield edit_action(subject, whole[lang], [edit], diagnostic)
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
