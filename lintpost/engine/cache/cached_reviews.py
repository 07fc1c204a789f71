"""The reviews of a site's rules in the cache."""

from collections.abc import Callable, Mapping

from lintpost.config.settings_cache import CachedSettings
from lintpost.engine.cache.keys import note_files
from lintpost.engine.cache.result_json import review_from_json, review_to_json
from lintpost.engine.cache.store import Store
from lintpost.engine.review.rule_review import RuleReview
from lintpost.site.answers import answers_hold
from lintpost.site.files import SiteFiles
from lintpost.site.queries import now


class CachedReviews:
    """The last review of each rule under some settings. It is valid for facts with the same digest, while the
    disk and the clock would answer its queries as they did.
    """

    def __init__(self, store: Store, settings: CachedSettings, content: Callable[[], str]) -> None:
        """`content` is the digest of the settings that a review was made by, which may have changed since the
        cached ones were read.
        """
        self._store = store
        self._root = settings.run_settings.root
        self._settings_id = store.settings_id(settings.fingerprint)
        self._content = settings.content
        self._current_content = content

    def valid(self, digests: Mapping[str, str]) -> dict[str, RuleReview]:
        """The valid reviews of rules, given the digests of their facts."""
        found = {}
        time, files = now(), SiteFiles(self._root)
        for rule, (digest, text) in self._store.reviews(self._settings_id).items():
            if digests.get(rule) != digest:
                continue
            try:
                review = review_from_json(text)
            except (ValueError, TypeError):  # damaged
                continue
            note_files(self._root, review.queries)
            if answers_hold(review.queries, files, time):
                found[rule] = review
        return found

    def save(self, rule: str, digest: str, review: RuleReview) -> None:
        """Store a review, unless it came to no end."""
        note_files(self._root, review.queries)
        if self._settings_id and not review.errors and self._content == self._current_content():
            self._store.save_review(self._settings_id, rule, digest, review_to_json(review))
