"""The fixes of findings: one, all of a rule, and all that are safe."""

from typing import Any

from lintpost.engine.edits.fix import accepted_text, applies, fix_source, without_overlap
from lintpost.engine.edits.prove_fixes import split_by_proof
from lintpost.engine.finding import Finding
from lintpost.language import Text, plural
from lintpost.post.edit import Edit, apply_edits
from lintpost.server.features.actions.action import (
    FIX_ALL,
    MOST_SHOWN,
    CodeAction,
    Subject,
    edit_action,
    short,
)
from lintpost.server.features.edits import changed_edits, document_edit


def fix_action(subject: Subject, finding: Finding, diagnostic: Any) -> CodeAction | None:
    """The fix of a finding; None where it has none, or none that can be proved here."""
    if (
        finding.fix is None
        or accepted_text(subject.checker, subject.checked.source, finding) is None
    ):
        return None
    title = _title(subject, list(finding.fix.edits))[subject.lang]
    safe = finding.fix.applicability == "safe"
    if not safe:
        title += Text(" (unsafe: please check)", "（要確認）")[subject.lang]
    action = edit_action(subject, title, list(finding.fix.edits), diagnostic)
    return {**action, "isPreferred": True} if safe else action


def rule_action(subject: Subject, finding: Finding, diagnostic: Any) -> CodeAction | None:
    """All safe fixes of a rule in the post; None where there are fewer than two."""
    alike = (one for one in subject.checked.result.findings if one.rule == finding.rule)
    wanted = without_overlap(one for one in alike if applies(one, unsafe=False))
    if len(wanted) < 2:
        return None
    proved, _ = split_by_proof(subject.checker, subject.checked.source, wanted)
    if len(proved) < 2:
        return None
    title = Text(
        f"Fix all {len(proved)} of {finding.rule} in this post",
        f"この記事の {finding.rule} をすべて直す（{len(proved)}件）",
    )
    edits = [edit for one in proved if one.fix for edit in one.fix.edits]
    return edit_action(subject, title[subject.lang], edits, diagnostic)


def fix_all_action(subject: Subject, *, lazily: bool) -> CodeAction | None:
    """All safe fixes of the post, as ``lintpost check --fix`` makes them; None where there are none.

    `lazily`: the client asks for the edit once somebody has chosen the action.
    """
    if not any(applies(one, unsafe=False) for one in subject.checked.result.findings):
        return None
    title = Text("Fix all that is safe to fix in this post", "安全に直せる指摘をすべて直す")
    action: CodeAction = {"title": title[subject.lang], "kind": FIX_ALL}
    if lazily:
        return {**action, "data": {"uri": subject.document.uri}}
    edit = fix_all_edit(subject)
    return {**action, "edit": edit} if edit else None


def fix_all_edit(subject: Subject) -> dict[str, Any] | None:
    """The edit of `fix_all_action`; None where no fix can be made."""
    checked = subject.checked
    reviews = subject.workspace.reviews_of(checked.settings, checked.source.path)
    review = None
    if reviews is not None and subject.document.path is not None:
        review = reviews.fix_review_of(checked.source.path)
    fixed = fix_source(subject.checker, checked.source, review=review)
    edits = changed_edits(fixed.before, fixed.after)
    return document_edit(subject.workspace, subject.document.uri, edits) if edits else None


def _title(subject: Subject, edits: list[Edit]) -> Text:
    """What a fix does, in a sentence of the imperative: several edits close together are told as one."""
    text = subject.document.text
    edits = sorted(edits)
    start, end = edits[0].start, max(edit.end for edit in edits)
    if len(edits) > 1 and end - start <= MOST_SHOWN and "\n" not in text[start:end]:
        moved = [Edit(edit.start - start, edit.end - start, edit.text) for edit in edits]
        edits = [Edit(start, end, apply_edits(text[start:end], moved))]
    first = _edit_title(text, edits[0])
    if len(edits) == 1:
        return first
    others = len(edits) - 1
    return Text(
        f"{first.en}, and {plural(others, 'more change')}", f"{first.ja}（ほか{others}か所）"
    )


def _edit_title(text: str, edit: Edit) -> Text:
    old, new = short(text[edit.start : edit.end]), short(edit.text)
    if not new:
        if not old:
            return Text("Delete the spaces", "空白を消す")
        return Text(f"Delete “{old}”", f"「{old}」を消す")
    if not old:
        return Text(f"Insert “{new}”", f"「{new}」を加える")
    return Text(f"Change “{old}” to “{new}”", f"「{old}」を「{new}」に直す")
