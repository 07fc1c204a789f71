"""Edits of the house's dictionaries, as a client is asked to make them."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, TypeVar

from lintpost.config.dictionaries.names_edits import NamesText
from lintpost.config.dictionaries.own_files import own_names_files
from lintpost.config.dictionaries.tags_edits import TagsText
from lintpost.files.settings_error import SettingsError
from lintpost.post.source import Source, UnreadablePost
from lintpost.server.features.actions.action import Subject
from lintpost.server.features.edits import changed_edits, workspace_edit

_Dictionary = TypeVar("_Dictionary", NamesText, TagsText)


class DictionaryEdit(NamedTuple):
    """A change of a dictionary: the name of its file, and the `WorkspaceEdit`."""

    file: str
    edit: dict[str, Any]


def names_edit(
    subject: Subject, change: Callable[[NamesText], None], word: str = ""
) -> DictionaryEdit | None:
    """A change of the house's names dictionary. None where it has no file of its own, or the change leaves it
    faulty. Of several files that which has the name `word` is changed.
    """
    paths = own_names_files(subject.checker.settings.names_files)
    return _edit(subject, paths, NamesText, change, word)


def tags_edit(
    subject: Subject, field: str, change: Callable[[TagsText], None], word: str = ""
) -> DictionaryEdit | None:
    """A change of the vocabulary of a field (``tags``, ``categories``), as `names_edit` does it."""
    paths = subject.checker.settings.tags_files

    def text_of(source: Source) -> TagsText | None:
        return TagsText(source, field) if _has(source, field) else None

    return _edit(subject, paths, text_of, change, word)


def _edit(
    subject: Subject,
    paths: Iterable[str],
    text_of: Callable[[Source], _Dictionary | None],
    change: Callable[[_Dictionary], None],
    word: str,
) -> DictionaryEdit | None:
    try:
        sources = [subject.workspace.source_at(path) for path in paths]
        texts = [text for text in map(text_of, sources) if text is not None]
        text = next((one for one in texts if one.has(word)), texts[0] if texts else None)
        if text is None:
            return None
        before = text.text
        change(text)
    except (SettingsError, UnreadablePost):
        return None
    name = text.path.replace("\\", "/").rpartition("/")[2]
    changes = {text.path: changed_edits(before, text.text)}
    return DictionaryEdit(name, workspace_edit(subject.workspace, changes))


def _has(source: Source, field: str) -> bool:
    """Whether a file has a vocabulary for a field, by a look at its lines."""
    return any(line.startswith(f"{field}:") for line in source.text.splitlines())
