"""The folder that a server of the Model Context Protocol works for."""

import os
from typing import NamedTuple

from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import Settings
from lintpost.engine.check_post import Checker
from lintpost.engine.finding import PostFacts, PostResult
from lintpost.engine.repeats import without_repeats
from lintpost.files.inside import is_inside
from lintpost.language import Text, environment_language
from lintpost.post.source import Source, UnreadablePost, decode, read_source
from lintpost.server.workspace.all_settings import AllSettings
from lintpost.server.workspace.checked_post import UNNAMED
from lintpost.server.workspace.post_notes import OpenTexts
from lintpost.server.workspace.site_review import SiteReviews
from lintpost.server.workspace.site_settings import SiteSettings
from lintpost.server.workspace.tag_index import TagIndex


class Refused(Exception):
    """Something that is not done: the reason, in the language of the house."""


class Opened(NamedTuple):
    """A post to work on. `is_file`: its text is that of the file."""

    source: Source
    settings: SiteSettings
    checker: Checker
    is_file: bool


class House:
    """The settings of the folder and what is known of its posts, read anew when files change."""

    def __init__(self, root: str, overlay: CliOverrides) -> None:
        self.root = os.path.abspath(root)
        self._all = AllSettings({}, overlay)
        self._tags: tuple[SiteSettings, TagIndex] | None = None
        self._reviews: tuple[SiteSettings, SiteReviews | None] | None = None

    def settings(self, path: str = "") -> SiteSettings:
        """The settings for a path within the root, as its files are now. Raises `Refused`."""
        settings = self._all.of_post(path or os.path.join(self.root, UNNAMED))
        faults = [fault.error for _, fault in self._all.faults()]
        if faults or settings is None or settings.checker is None:
            raise Refused(faults[0].message(environment_language()) if faults else "no settings")
        settings.checker.look_again()
        return settings

    def named(self, path: str = "") -> Settings:
        """The configuration for a path."""
        checker = self.settings(path).checker
        assert checker is not None
        return checker.settings

    def within(self, path: str) -> str:
        """The absolute path of a file in the root. Raises `Refused` for one that is outside, links followed."""
        absolute = os.path.normpath(os.path.join(self.root, path))
        if not is_inside(absolute, self.root) or "\0" in path:
            lang = environment_language()
            raise Refused(
                Text(f"{path} is outside of {self.root}", f"{path} は {self.root} の外にあります")[
                    lang
                ]
            )
        return absolute

    def open(self, text: str | None, path: str | None) -> Opened:
        """A post by its text, its path, or both. Raises `Refused`."""
        if text is None and path is None:
            raise Refused(
                Text("give `text` or `path`", "`text` か `path` を指定してください")[
                    environment_language()
                ]
            )
        name = self.within(path) if path is not None else os.path.join(self.root, UNNAMED)
        settings = self.settings(name)
        checker = settings.checker
        assert checker is not None
        limit, lang = checker.settings.max_bytes, checker.settings.lang
        try:
            if text is None:
                source = read_source(name, limit)
            else:
                data = text.encode(errors="replace")
                if len(data) > limit:
                    size, most = f"{len(data) / 1e6:.0f} MB", f"{limit / 1e6:g} MB"
                    raise Refused(
                        Text(
                            f"a text of {size}; {most} is the most (max-file-size)",
                            f"テキストが {size} あります。上限は {most} です（max-file-size）",
                        )[lang]
                    )
                source = Source(name, decode(name, data), data)
        except UnreadablePost as error:
            raise Refused(f"{path}: {error.text[lang]}") from None
        return Opened(source, settings, checker, text is None)

    def check(self, opened: Opened, *, named: bool) -> PostResult:
        """Check a post; one that is `named` against its whole site. Raises `Refused`."""
        checker, source = opened.checker, opened.source
        reviews = self._reviews_of(opened.settings, source.path) if named else None
        if reviews is None:
            result = checker.check_source(source)
        else:
            reviews.add(source.path)
            reviews.renew()  # what has changed on the disk is read, the rest is known
            while not reviews.is_done:
                reviews.advance()

            def review(facts: PostFacts) -> list:  # type: ignore[type-arg]
                assert reviews is not None
                return reviews.review(source.path, facts)

            result = checker.check_source(source, review=review)
        if opened.settings.known is not None:
            result = opened.settings.known.without_known(result, source)
        return without_repeats(result)

    def _reviews_of(self, settings: SiteSettings, path: str) -> SiteReviews | None:
        """The reviews under some settings; None where no rule looks over the site."""
        if self._reviews is None or self._reviews[0] is not settings:
            self._reviews = settings, SiteReviews.of(settings, path)
        return self._reviews[1]

    def tags(self) -> TagIndex:
        """The tags of the posts. Raises `Refused`."""
        settings = self.settings()
        if self._tags is None or self._tags[0] is not settings:
            checker = settings.checker
            assert checker is not None
            limit = checker.settings.max_bytes
            index = TagIndex(settings, OpenTexts(lambda path: read_source(path, limit)))
            if self._tags is not None:
                index.notes.take_over(self._tags[1].notes)
            self._tags = settings, index
        self._tags[1].notes.update()
        return self._tags[1]
