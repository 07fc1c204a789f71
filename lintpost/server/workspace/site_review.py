"""What the rules over the whole site find in the open posts of one site.

The other posts are as they are on the disk. Their facts come from the result cache where it has them, and are
made a few at a time, so that the client need not wait.
"""

import os
from collections.abc import Iterator

from lintpost.engine.check_post import Review
from lintpost.engine.finding import Finding, PostFacts, PostResult
from lintpost.engine.review.reviews import Reviews
from lintpost.engine.review.site_posts import SitePosts
from lintpost.engine.reviewed_sites import reviewed_sites
from lintpost.engine.run import Run
from lintpost.files.stamp import FileStamp, file_stamp, settled
from lintpost.server.workspace.site_settings import SiteSettings

_CHUNK = 25
"""Posts whose facts are made before the next message is looked at: about a tenth of a second."""
_MOST_KEPT = 50
"""Results of reviews that are kept for facts that a post had."""

_Key = tuple[str, str, tuple[int, ...]]


class SiteReviews:
    """The reviews of the open posts of a site under one reading of its settings.

    `advance` makes them ready; until then, and again after `renew`, nothing new is known.
    """

    def __init__(self, settings: SiteSettings) -> None:
        self._settings = settings
        self._reviews: Reviews | None = None
        self._steps: Iterator[None] | None = None
        self._named: set[str] = set()
        self._paths: set[str] | None = None
        self._noted: dict[str, tuple[FileStamp, PostResult]] = {}
        self._known: dict[_Key, list[Finding]] = {}

    @staticmethod
    def of(settings: SiteSettings, path: str) -> "SiteReviews | None":
        """The reviews for settings; None where no rule looks over the site of a post."""
        has_rules = reviewed_sites([path], settings.configurations)
        return SiteReviews(settings) if has_rules else None

    @property
    def is_ready(self) -> bool:
        """Whether the facts of all posts are there."""
        return self._reviews is not None

    @property
    def is_done(self) -> bool:
        """Whether there is nothing more to read."""
        return self._steps is None

    def add(self, path: str) -> None:
        """Make a post one of the site: most are found there anyway."""
        if path not in self._named:
            self._named.add(path)
            if self._reviews is None or not self._has(path):
                self.renew()

    def renew(self) -> None:
        """Read the posts of the site again. What is known stays until that is done."""
        self._steps = self._read()

    def advance(self) -> bool:
        """Take one step towards being ready; whether there was anything to do."""
        if self._steps is None:
            return False
        if next(self._steps, self) is self:
            self._steps = None
        return True

    def known(self, path: str, facts: PostFacts) -> list[Finding] | None:
        """The findings in a post with some facts, if it takes no review to tell them."""
        return self._known.get(_key(path, facts))

    def review(self, path: str, facts: PostFacts) -> list[Finding]:
        """The findings in a post if it had some facts. Only when `is_ready`."""
        key = _key(path, facts)
        if key not in self._known:
            assert self._reviews is not None
            review = self._reviews.review_of(path)
            while len(self._known) >= _MOST_KEPT:
                del self._known[next(iter(self._known))]
            self._known[key] = review(facts) if review is not None else []
        return self._known[key]

    def fix_review_of(self, path: str) -> Review | None:
        """The review that the safe fixes of a post depend on, as `Reviews.fix_review_of`: the facts are waited for."""
        while not self.is_ready:
            self.advance()
        assert self._reviews is not None
        return self._reviews.fix_review_of(path, unsafe=False)

    def _has(self, path: str) -> bool:
        """Whether a post was among those that were read last."""
        if self._paths is None:
            self._paths = set(map(os.path.realpath, self._noted))
        return os.path.realpath(path) in self._paths

    def _read(self) -> Iterator[None]:
        """Make the facts of all posts of the site, then the reviews. Those of files that have not changed are kept."""
        configurations = self._settings.configurations
        configurations.find_posts_again()
        named = sorted(self._named)
        posts = SitePosts(self._settings.config, named, configurations)
        paths = list(posts.shown.values())
        stamps = {path: file_stamp(path) for path in paths}
        kept = {path: self._noted[path] for path in paths if path in self._noted}
        noted = {path: one for path, (stamp, one) in kept.items() if stamp == stamps[path]}
        changed = [path for path in paths if path not in noted]
        for at in range(0, len(changed), _CHUNK):
            yield
            for result in Run(changed[at : at + _CHUNK], configurations, jobs=1).facts():
                noted[result.path] = result
        yield
        self._noted = {
            path: (settled(stamp), noted[path])
            for path, stamp in stamps.items()
            if stamp is not None and path in noted
        }
        facts = {path: noted[path].facts if path in noted else None for path in named}
        self._reviews = Reviews(
            facts,
            configurations,
            lambda some: [noted[p] for p in some],
            lambda some: _digests([noted[p] for p in some]),
        )
        self._paths = None
        self._known.clear()


def _digests(results: list[PostResult]) -> dict[str, str] | None:
    """The digests of posts by path; None where some facts are not whole, which no cached review may rest on."""
    if any(one.errors or (one.facts is not None and not one.facts.is_whole) for one in results):
        return None
    return {one.path: one.facts.digest for one in results if one.facts is not None}


def _key(path: str, facts: PostFacts) -> _Key:
    return path, repr(sorted(facts.values.items())), facts.overrides
