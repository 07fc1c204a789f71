"""Renames a name or a tag in all posts of a site, and in the dictionaries."""

import os
from typing import Any

from lintpost.checks.common.names.mentions import names_a_reference
from lintpost.checks.tags import vocabulary as vocabulary_check
from lintpost.config.dictionaries.names_edits import NamesText
from lintpost.config.dictionaries.own_files import own_names_files
from lintpost.config.dictionaries.tags_edits import TagsText
from lintpost.files.settings_error import SettingsError
from lintpost.language import Lang, Text
from lintpost.post.edit import Edit
from lintpost.post.source import UnreadablePost
from lintpost.server.features.edits import changed_edits, workspace_edit
from lintpost.server.features.places import posts_with_tag
from lintpost.server.features.words_at import Word, word_at
from lintpost.server.rpc.errors import REQUEST_FAILED, ResponseError, invalid_params
from lintpost.server.workspace.name_search import find_name, mentions_of
from lintpost.server.workspace.site_settings import SiteSettings
from lintpost.server.workspace.workspace import Workspace
from lintpost.site.vocabulary import Tag, Vocabulary

Edits = dict[str, list[Edit]]
_ANNOTATION = "lintpost-rename"
_NOT_OWN = Text(
    "“{word}” is in no dictionary file of this site that could be edited",
    "「{word}」は、このサイトの編集できる辞書ファイルにありません",
)


def prepare_rename(workspace: Workspace, params: dict[str, Any]) -> dict[str, Any] | None:
    """What can be renamed at a position, with the word as it is listed; None for nothing."""
    document = workspace.documents.named(params)
    positions = workspace.documents.positions(document)
    word = word_at(workspace, document, positions.offset(params.get("position")))
    if word is None:
        return None
    return {"range": positions.range(word.start, word.end), "placeholder": word.word}


def rename(workspace: Workspace, params: dict[str, Any]) -> dict[str, Any] | None:
    """The edits that rename what is at a position; None for what is neither a name nor a tag.

    Of a tag the old word becomes an alias, as ``lintpost tags rename`` does it; of a name a wrong form.
    """
    document = workspace.documents.named(params)
    offset = workspace.documents.positions(document).offset(params.get("position"))
    new = params.get("newName")
    if not isinstance(new, str) or not new.strip() or "\n" in new:
        raise invalid_params("`newName` is one line of text")
    new = new.strip()
    settings = workspace.settings_of(document)
    word = word_at(workspace, document, offset)
    if settings is None or word is None:
        return None
    lang = workspace.lang_of(document)
    try:
        edits = _rename_name if word.kind == "name" else _rename_tag
        changes = edits(workspace, settings, word, new)
        edit = workspace_edit(workspace, changes)
        return _labelled(edit, word.word, new, lang) if workspace.client.annotates else edit
    except SettingsError as error:
        raise ResponseError(REQUEST_FAILED, error.message(lang)) from None
    except UnreadablePost as error:
        raise ResponseError(REQUEST_FAILED, f"{error.path}: {error.text[lang]}") from None


def _labelled(edit: dict[str, Any], old: str, new: str, lang: Lang) -> dict[str, Any]:
    """An edit with a title for the client's preview.

    It is not said to need confirmation: VS Code has each place of such an edit ticked one by one, and a name may
    stand in hundreds of posts. Its own preview (Ctrl+Enter) has all of them ticked.
    """
    for change in edit.get("documentChanges", ()):
        for one in change["edits"]:
            one["annotationId"] = _ANNOTATION
    label = Text(f"Rename “{old}” to “{new}”", f"「{old}」を「{new}」に変える")[lang]
    annotation = {"label": label, "needsConfirmation": False}
    return {**edit, "changeAnnotations": {_ANNOTATION: annotation}}


def _rename_name(workspace: Workspace, settings: SiteSettings, word: Word, new: str) -> Edits:
    """The right form itself is replaced wherever it stands in prose; other forms are right still."""
    assert settings.checker is not None
    name = find_name(settings, word.word)
    changes: Edits = {}
    paths = own_names_files(settings.checker.settings.names_files)
    texts = [NamesText(workspace.source_at(path)) for path in paths]
    text = next((one for one in texts if one.has(word.word)), None)
    if text is None or name is None:
        lang = settings.checker.settings.lang
        raise ResponseError(REQUEST_FAILED, _NOT_OWN[lang].format(word=word.word))
    before = text.text
    text.rename(word.word, new)
    changes[os.path.abspath(text.path)] = changed_edits(before, text.text)
    for post, mentions in mentions_of(workspace, settings, name):
        changes[os.path.abspath(post.path)] = [
            Edit(one.start, one.end, new)
            for one in mentions
            if one.exact and one.text == word.word and not names_a_reference(post, one)
        ]
    return changes


def _rename_tag(workspace: Workspace, settings: SiteSettings, word: Word, new: str) -> Edits:
    """The old word, and its spellings in other case or width, are replaced in the posts that have them."""
    assert settings.checker is not None
    named = settings.checker.settings
    changes: Edits = {}
    listed = word.vocabulary in named.site.vocabularies
    sources = [workspace.source_at(path) for path in named.tags_files]
    texts = [TagsText(source, word.vocabulary) for source in sources]
    text = next((one for one in texts if one.has(word.word)), None)
    if text is not None:
        before = text.text
        text.rename(word.word, new)
        changes[os.path.abspath(text.path)] = changed_edits(before, text.text)
    elif listed and not named.tags_files:
        raise ResponseError(REQUEST_FAILED, _NOT_OWN[named.lang].format(word=word.word))
    vocabulary = Vocabulary([Tag(new, aliases=(word.word,))])
    site = named.site.with_vocabularies({word.vocabulary: vocabulary})
    options = vocabulary_check.Options(
        {"field": word.field, "vocabulary": word.vocabulary, "report": "alias"}
    )
    for post in posts_with_tag(workspace, settings, word):
        edits = [
            edit
            for hit in vocabulary_check.run(post, options, site)
            if hit.fix is not None
            for edit in hit.fix.edits
        ]
        changes[os.path.abspath(post.path)] = edits
        post.memo.clear()
    return changes
