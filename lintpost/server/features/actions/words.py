"""Words that no dictionary has: the nearest that one has, and adding them."""

from collections.abc import Iterator
from typing import Any

from lintpost.checks.common.front_values import words
from lintpost.engine.finding import Finding
from lintpost.language import Text
from lintpost.post.edit import Edit
from lintpost.post.front_matter.scalars import replace_value
from lintpost.server.features.actions.action import (
    REFACTOR,
    CodeAction,
    Subject,
    edit_action,
    quick_fix,
    short,
)
from lintpost.server.features.actions.dictionary_edits import names_edit, tags_edit
from lintpost.site.nearest import nearest

_NAME_CHECKS = ("unknown-name", "name-near")
_MARKS = "*_ \n"
_MOST_NEAR = 3
_MOST_LETTERS = 60
"""Letters of a text that may be a name."""


def word_actions(subject: Subject, finding: Finding, diagnostic: Any) -> Iterator[CodeAction]:
    """What can be done about a name or a tag that is not known."""
    rule = subject.checker.settings.rules[finding.rule]
    if rule.check in _NAME_CHECKS:
        yield from _name_actions(subject, finding, diagnostic)
    elif rule.check == "vocabulary" and rule.options.get("report") == "unknown":
        field = str(rule.options.get("field", "tags"))
        vocabulary = str(rule.options.get("vocabulary", "tags"))
        yield from _tag_actions(subject, finding, diagnostic, field, vocabulary)


def selection_action(subject: Subject, start: int, end: int) -> CodeAction | None:
    """Adding a selected text of the prose to the names dictionary; None for what can be no name, or is one."""
    names, word = subject.checker.settings.site.names, subject.document.text[start:end]
    if names is None or not word or word != word.strip(_MARKS) or len(word) > _MOST_LETTERS:
        return None
    is_known = any(word in (*name.forms, *name.variants) for name in names.names)
    if "\n" in word or is_known or start < subject.post.body:
        return None
    if not subject.post.markdown.is_prose(start, end):
        return None
    added = names_edit(subject, lambda text: text.add(word, {}))
    if added is None:
        return None
    return {"title": _added(word, added.file)[subject.lang], "kind": REFACTOR, "edit": added.edit}


def _added(word: str, file: str) -> Text:
    return Text(f"Add “{short(word)}” to {file}", f"「{short(word)}」を {file} に加える")


def _name_actions(subject: Subject, finding: Finding, diagnostic: Any) -> Iterator[CodeAction]:
    lang, names = subject.lang, subject.checker.settings.site.names
    written = subject.text(finding)
    word = written.strip(_MARKS)
    if names is None or not word or len(word) > _MOST_LETTERS or "\n" in word:
        return
    by_form = {form: name.name for name in names.names for form in name.forms}
    near = list(dict.fromkeys(by_form[form] for form in nearest(word, by_form, _MOST_NEAR)))
    at = finding.start.offset + written.index(word)
    for name in near:
        title = Text(f"Write “{short(name)}”", f"「{short(name)}」と書く")
        edit = Edit(at, at + len(word), name)
        if finding.fix is None or finding.fix.edits != (edit,):
            yield edit_action(subject, title[lang], [edit], diagnostic)
    added = names_edit(subject, lambda text: text.add(word, {}))
    if added is not None:
        yield quick_fix(_added(word, added.file)[lang], added.edit, diagnostic)
    for name in near:
        for wrong, key in ((True, "variants"), (False, "accepted")):
            changed = names_edit(
                subject,
                lambda text, name=name, wrong=wrong: text.alias(name, [word], wrong=wrong),  # type: ignore[misc]
                name,
            )
            if changed is None:
                continue
            title = Text(
                f"Add “{short(word)}” to {changed.file} as a {'wrong' if wrong else 'right'} form of “{short(name)}” ({key})",
                f"「{short(word)}」を「{short(name)}」の{'誤った' if wrong else '正しい'}表記として {changed.file} に加える（{key}）",
            )
            yield quick_fix(title[lang], changed.edit, diagnostic)


def _tag_actions(
    subject: Subject, finding: Finding, diagnostic: Any, field: str, vocabulary: str
) -> Iterator[CodeAction]:
    lang = subject.lang
    known = subject.checker.settings.site.vocabularies.get(vocabulary)
    found = ((n, w) for n, w in words(subject.post, field) if n.start == finding.start.offset)
    node, word = next(found, (None, ""))
    if node is None or known is None:
        return
    near = known.suggestions(word)
    for tag in near:
        title = Text(f"Write “{short(tag)}”", f"「{short(tag)}」に替える")
        edit = replace_value(subject.document.text, node, tag)
        yield edit_action(subject, title[lang], [edit], diagnostic)
    added = tags_edit(subject, vocabulary, lambda text: text.add(word, {}))
    if added is not None:
        yield quick_fix(_added(word, added.file)[lang], added.edit, diagnostic)
    for tag in near:
        changed = tags_edit(
            subject,
            vocabulary,
            lambda text, tag=tag: text.alias(tag, [word]),  # type: ignore[misc]
            tag,
        )
        if changed is not None:
            title = Text(
                f"Add “{short(word)}” to {changed.file} as an alias of “{short(tag)}”",
                f"「{short(word)}」を「{short(tag)}」の別名として {changed.file} に加える",
            )
            yield quick_fix(title[lang], changed.edit, diagnostic)
