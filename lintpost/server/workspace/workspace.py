"""Everything that the features share: the client, its documents, and what is known of them."""

import os
from collections.abc import Iterable, Iterator

from lintpost.config.run_settings import CliOverrides, find_config
from lintpost.engine.finding import PostError, PostResult
from lintpost.files.inside import is_inside
from lintpost.files.settings_file import MAX_BYTES
from lintpost.language import Lang, environment_language
from lintpost.post.post import Post
from lintpost.post.source import Source, read_source
from lintpost.post.syntax import DEFAULT
from lintpost.server.client import Client
from lintpost.server.documents.addresses import uri_of
from lintpost.server.documents.document import Document
from lintpost.server.documents.open_documents import OpenDocuments
from lintpost.server.log import log
from lintpost.server.rpc.connection import Connection
from lintpost.server.workspace.all_settings import AllSettings
from lintpost.server.workspace.checked_post import (
    UNNAMED,
    CheckedPost,
    check_document,
    completed,
    readable,
    settings_fault,
)
from lintpost.server.workspace.known_pages import KnownPages
from lintpost.server.workspace.post_notes import OpenTexts
from lintpost.server.workspace.site_review import SiteReviews
from lintpost.server.workspace.site_settings import SiteSettings
from lintpost.server.workspace.tag_index import TagIndex


class Workspace:
    """The state of the server between two messages. For one thread."""

    def __init__(
        self,
        client: Client,
        connection: Connection,
        unsaved_texts: dict[str, bytes],
        overlay: CliOverrides,
    ) -> None:
        """`unsaved_texts` takes the open documents that are no posts, by path: settings are read from them."""
        self.connection = connection
        self.client = client
        self.folders = list(client.folders)
        self.documents = OpenDocuments(client.encoding)
        self.settings = AllSettings(unsaved_texts, overlay)
        self._unsaved_texts = unsaved_texts
        self._checked: dict[str, CheckedPost] = {}
        self._reviews: dict[SiteSettings, SiteReviews | None] = {}
        self._tags: dict[str | None, tuple[SiteSettings, TagIndex]] = {}
        self._pages: dict[SiteSettings, KnownPages] = {}
        self._post: tuple[Document, str, SiteSettings | None, Post] | None = None

    @property
    def root(self) -> str:
        """The folder that texts without a file belong to."""
        return self.folders[0] if self.folders else os.getcwd()

    def settings_of(self, document: Document) -> SiteSettings | None:
        """The settings in force for a document."""
        return self.settings.of_post(document.path or os.path.join(self.root, UNNAMED))

    def source_at(self, path: str) -> Source:
        """The text of a file, as it is open or else as it is saved. Raises `UnreadablePost`."""
        document = self.documents.at(path)
        return document.source if document is not None else read_source(path, MAX_BYTES)

    def lang_of(self, document: Document | None) -> Lang:
        """The language for a document."""
        settings = self.settings_of(document) if document is not None else None
        if settings is not None and settings.checker is not None:
            return settings.checker.settings.lang
        return environment_language()

    def post_of(self, document: Document) -> Post:
        """A document as a post. The last one is kept: several requests follow on one change."""
        settings = self.settings_of(document)
        known = self._post
        if known is not None and known[0] is document:
            _, text, under, post = known
            if text is document.text and under is settings:
                return post
        if known is not None:
            known[3].memo.clear()  # what is in it refers back to the post
        checker = settings.checker if settings is not None else None
        syntax = checker.settings.site.syntax if checker is not None else DEFAULT
        post = Post(Source(document.path or document.uri, document.text), syntax)
        self._post = document, document.text, settings, post
        return post

    def check(self, document: Document) -> CheckedPost:
        """What is found in a document as it is now. What was found before is kept while it holds."""
        known = self._checked.get(document.uri)
        settings = self.settings_of(document)
        if known is not None and known.source.text is document.text and known.settings is settings:
            return known._replace(version=document.version)
        checked = self._check(document, settings)
        self._checked[document.uri] = checked
        return checked

    def is_stale(self, document: Document) -> bool:
        """Whether a post must be checked: never yet, or its text or its settings are others now."""
        known = self._checked.get(document.uri)
        if known is None or known.source.text is not document.text:
            return document.is_post
        return known.settings is not self.settings_of(document)

    def look_again(self) -> None:
        """Forget what was found, for rules ask the disk and the clock: the next checks see them as they are then."""
        self._checked.clear()
        for settings in self.settings.in_force():
            if settings.checker is not None:
                settings.checker.look_again()
        for _, index in self._tags.values():
            index.notes.look_again()

    def read_settings_near(self, path: str) -> None:
        """Read the configuration that a file may belong to; of one that is faulty the fault is known then."""
        if find_config(os.path.dirname(path)) is not None:
            self.settings.of_file(path)

    def leave(self, folders: Iterable[str]) -> None:
        """Forget the sites in folders that are no longer part of the workspace, but for those of open documents."""
        paths = [document.path for document in self.documents if document.path is not None]
        gone = [folder for folder in folders if not any(is_inside(path, folder) for path in paths)]
        self.settings.forget(lambda config: any(is_inside(config, folder) for folder in gone))
        current = self.settings.in_force()
        self._tags = {config: one for config, one in self._tags.items() if one[0] in current}

    def uri_at(self, path: str) -> str:
        """The URI of a file: as the client writes it where it has the file open."""
        document = self.documents.at(path)
        return document.uri if document is not None else uri_of(path)

    def complete(self, document: Document) -> CheckedPost | None:
        """What is found in a document with the findings over the whole site, where those are new.

        None while the facts of the site's posts are not there.
        """
        checked = self.check(document)
        reviews = self.reviews_of(checked.settings, checked.source.path)
        if reviews is None or not reviews.is_ready or document.path is None:
            return None
        full = self._checked[document.uri] = completed(checked, reviews)
        return full if full.result is not checked.result else None

    def reviews_of(self, settings: SiteSettings | None, path: str) -> SiteReviews | None:
        """The reviews under some settings; None where no rule looks over the site."""
        if settings is None:
            return None
        if settings not in self._reviews:
            current = self.settings.in_force()
            self._reviews = {one: kept for one, kept in self._reviews.items() if one in current}
            self._reviews[settings] = SiteReviews.of(settings, path)
        return self._reviews[settings]

    def tags_of(self, settings: SiteSettings) -> TagIndex:
        """The tags of the posts of a site. Of an earlier reading of its settings the posts need not be read again."""
        known = self._tags.get(settings.config)
        if known is None or known[0] is not settings:
            texts = OpenTexts(self.source_at, self._open_text, self._open_paths)
            index = TagIndex(settings, texts)
            if known is not None:
                index.notes.take_over(known[1].notes)
            known = self._tags[settings.config] = settings, index
        return known[1]

    def pages_of(self, settings: SiteSettings) -> KnownPages:
        """The pages of a site, for what is asked of links."""
        if settings not in self._pages:
            current = self.settings.in_force()
            self._pages = {one: kept for one, kept in self._pages.items() if one in current}
            self._pages[settings] = KnownPages(settings, self.tags_of(settings).notes)
        return self._pages[settings]

    def open_tags(self) -> list[TagIndex]:
        """The tags of the sites of open posts."""
        checked = [one.settings for one in self._checked.values()]
        return [self.tags_of(one) for one in checked if one is not None and one.checker is not None]

    def _open_text(self, path: str) -> str | None:
        document = self.documents.at(path)
        return document.text if document is not None else None

    def _open_paths(self) -> Iterator[str]:
        return (document.path for document in self.documents if document.path is not None)

    def all_reviews(self) -> Iterator[SiteReviews]:
        """The reviews of the sites of open posts, under the settings that are in force."""
        current = self.settings.in_force()
        kept = [reviews for one, reviews in self._reviews.items() if one in current]
        return (reviews for reviews in kept if reviews is not None)

    def note_text(self, document: Document) -> None:
        """Take the text of a document that was opened or changed for that of its file."""
        if not document.is_post and document.path is not None:
            self._unsaved_texts[document.path] = document.text.encode()

    def forget(self, document: Document) -> None:
        """Forget a document that was closed."""
        self._checked.pop(document.uri, None)
        if self._post is not None and self._post[0] is document:
            self._post[3].memo.clear()
            self._post = None
        if document.path is not None:
            self._unsaved_texts.pop(document.path, None)

    def _check(self, document: Document, settings: SiteSettings | None) -> CheckedPost:
        source = readable(document, self.root)
        if isinstance(source, PostError):
            failed = PostResult.failed(source)
            return CheckedPost(document.source, document.version, settings, failed, [])
        source.text = document.text  # the same object: it tells whether anything has changed
        if settings is None or (document.path is not None and not settings.takes(document.path)):
            nothing = PostResult(source.path, (), (), 0, None)
            return CheckedPost(source, document.version, settings, nothing, [])
        reviews = self.reviews_of(settings, source.path) if document.path is not None else None
        if reviews is not None:
            reviews.add(source.path)
        checked = check_document(document, source, settings, reviews)
        self._note_errors(checked.result.errors, settings, source)
        return checked

    def _note_errors(
        self, errors: Iterable[PostError], settings: SiteSettings, source: Source
    ) -> None:
        for error in errors:
            log(f"{error.path}: {error.text.en}")
            if error.of_settings and settings.checker is not None:
                fault = settings_fault(settings.checker, source)
                if fault is not None:
                    settings.note(fault)
