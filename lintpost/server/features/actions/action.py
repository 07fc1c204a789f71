"""What the code actions have in common."""

from typing import Any, NamedTuple

from lintpost.engine.check_post import Checker
from lintpost.engine.finding import Finding
from lintpost.language import Lang
from lintpost.post.edit import Edit
from lintpost.post.post import Post
from lintpost.server.documents.document import Document
from lintpost.server.features.edits import document_edit
from lintpost.server.workspace.checked_post import CheckedPost
from lintpost.server.workspace.workspace import Workspace

QUICK_FIX = "quickfix"
REFACTOR = "refactor"
FIX_ALL = "source.fixAll.lintpost"

CodeAction = dict[str, Any]

MOST_SHOWN = 30
"""Characters of a text that a title shows."""


class Subject(NamedTuple):
    """A document with what was found in it, for which actions are looked for."""

    workspace: Workspace
    document: Document
    checked: CheckedPost
    checker: Checker

    @property
    def lang(self) -> Lang:
        """The language of titles."""
        return self.checker.settings.lang

    @property
    def post(self) -> Post:
        """The document as a post."""
        return self.workspace.post_of(self.document)

    def text(self, finding: Finding) -> str:
        """What a finding is about, as it is written."""
        return self.document.text[finding.start.offset : finding.end.offset]


def edit_action(subject: Subject, title: str, edits: list[Edit], diagnostic: Any) -> CodeAction:
    """A quick fix that edits the document."""
    edit = document_edit(subject.workspace, subject.document.uri, edits)
    return quick_fix(title, edit, diagnostic)


def quick_fix(title: str, edit: dict[str, Any], diagnostic: Any) -> CodeAction:
    """A quick fix for one diagnostic."""
    return {"title": title, "kind": QUICK_FIX, "diagnostics": [diagnostic], "edit": edit}


def short(text: str) -> str:
    """A text as a title shows it."""
    text = " ".join(text.split())
    return text if len(text) <= MOST_SHOWN else f"{text[: MOST_SHOWN - 1]}…"
