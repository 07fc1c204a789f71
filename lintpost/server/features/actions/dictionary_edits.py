"""Edits of the house's dictionaries, as a client is asked to make them."""

from collections.abc import Callable
from typing import Any

from lintpost.config.dictionaries.names_edits import NamesText
from lintpost.config.dictionaries.own_files import own_names_files
from lintpost.config.dictionaries.tags_edits import TagsText
from lintpost.files.settings_error import SettingsError
from lintpost.post.source import Source, UnreadablePost
from lintpost.server.features.actions.action import Subject
from lintpost.server.features.edits import changed_edits, workspace_edit


def names_edit(
    subject: Subject, change: Callable[[NamesText], None], word: str = ""
) -> tuple[str, dict[str, Any]] | None:
    """A change of the house's names dictionary, with the name of the file. None where it has no file of its
    own, or the change leaves it faulty. Of several files that which has the name `word` is changed.
    """
    settings = subject.checker.settings
    try:
        paths = own_names_files(settings.names_files)
        texts = [NamesText(subject.workspace.source_at(path)) for path in paths]
        text = next((one for one in texts if one.has(word)), texts[0] if texts else None)
        if text is None:
            return None
        before = text.text
        change(text)
    except (SettingsError, UnreadablePost):
        return None
    return _edit(subject, text.path, before, text.text)


def tags_edit(
    subject: Subject, field: str, change: Callable[[TagsText], None], word: str = ""
) -> tuple[str, dict[str, Any]] | None:
    """A change of the vocabulary of a field (``tags``, ``categories``), as `names_edit` does it."""
    try:
        sources = [subject.workspace.source_at(p) for p in subject.checker.settings.tags_files]
        texts = [TagsText(source, field) for source in sources if _has(source, field)]
        text = next((one for one in texts if one.has(word)), texts[0] if texts else None)
        if text is None:
            return None
        before = text.text
        change(text)
    except (SettingsError, UnreadablePost):
        return None
    return _edit(subject, text.path, before, text.text)


def _edit(subject: Subject, path: str, before: str, after: str) -> tuple[str, dict[str, Any]]:
    name = path.replace("\\", "/").rpartition("/")[2]
    return name, workspace_edit(subject.workspace, {path: changed_edits(before, after)})


def _has(source: Source, field: str) -> bool:
    """Whether a file has a vocabulary for a field, by a look at its lines."""
    return any(line.startswith(f"{field}:") for line in source.text.splitlines())
