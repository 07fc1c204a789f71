"""Checks an open document just as ``lintpost check - --stdin-filename`` checks its text."""

import os
from typing import NamedTuple

from lintpost.engine.check_post import Checker
from lintpost.engine.finding import Finding, PostError, PostFacts, PostResult
from lintpost.engine.guard import guarded
from lintpost.engine.repeats import without_repeats
from lintpost.files.settings_error import SettingsError
from lintpost.post.post import Post
from lintpost.post.source import Source, decode
from lintpost.server.documents.document import Document
from lintpost.server.workspace.site_review import SiteReviews
from lintpost.server.workspace.site_settings import SiteSettings

UNNAMED = "<stdin>"
"""The name of a text that is no file, as ``lintpost check -`` has it."""


class CheckedPost(NamedTuple):
    """What was found in a text. `settings` is None for a document that nothing is looked for in.

    `reviewed` is what the rules over the whole site found for `result.facts`; None while they are not
    through.
    """

    source: Source
    version: int | None
    settings: SiteSettings | None
    result: PostResult
    reviewed: list[Finding] | None


def source_of(document: Document, root: str) -> Source:
    """A document's text under the path that its settings are found by. Raises `UnreadablePost`.

    A text without a file belongs to the folder that the client works in.
    """
    ending = ".mdx" if document.language == "mdx" else ""
    path = document.path or os.path.join(root, f"{UNNAMED}{ending}")
    data = document.text.encode()
    return Source(path, decode(path, data), data)


def check_document(
    document: Document, source: Source, settings: SiteSettings, reviews: SiteReviews | None
) -> CheckedPost:
    """Check a document whose settings can be used.

    What the rules over the whole site find is taken from `reviews` if it is known there already.
    """
    checker = settings.checker
    assert checker is not None
    reviewed: list[Finding] | None = []

    def review(facts: PostFacts) -> list[Finding]:
        nonlocal reviewed
        assert reviews is not None
        reviewed = reviews.known(source.path, facts)
        return reviewed or []

    if reviews is None:
        result = checker.check_source(source)
    else:
        result = checker.check_source(source, review=review)
        if reviewed is None and result.facts is not None and result.facts.has_comments:
            result = checker.check_source(source)  # a comment may be for what is not known yet
    result = _without_known(settings, result, source)
    return CheckedPost(source, document.version, settings, result, reviewed)


def completed(checked: CheckedPost, reviews: SiteReviews) -> CheckedPost:
    """A result with what the rules over the whole site find. The result is the same object where that is nothing new."""
    facts, settings = checked.result.facts, checked.settings
    if facts is None or settings is None or settings.checker is None:
        return checked
    found = reviews.review(checked.source.path, facts)
    if found == checked.reviewed:
        return checked
    if not found and not checked.reviewed and not facts.has_comments:
        return checked._replace(reviewed=found)  # it was checked as if there were none
    result = settings.checker.check_source(checked.source, review=lambda _: found)
    result = _without_known(settings, result, checked.source)
    return checked._replace(result=result, reviewed=found)


def _without_known(settings: SiteSettings, result: PostResult, source: Source) -> PostResult:
    """A result without the findings of the baseline, nor those in copies of a paragraph."""
    if settings.known is not None:
        result = settings.known.without_known(result, source)
    return without_repeats(result)


def settings_fault(checker: Checker, source: Source) -> SettingsError | None:
    """What is wrong with the settings for one post, such as the options of a rule in an override."""
    try:
        checker.active(Post(source, checker.settings.site.syntax))
    except SettingsError as error:
        return error
    return None


def readable(document: Document, root: str) -> Source | PostError:
    """A document's source, or why it is none that can be checked."""
    return guarded(document.path or document.uri, lambda: source_of(document, root))
