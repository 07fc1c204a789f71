"""The reviews of a site's rules in the cache."""

from collections.abc import Callable, Mapping
from functools import cached_property

from lintpost.config.settings_cache import CachedSettings
from lintpost.engine.cache.keys import note_files
from lintpost.engine.cache.reviews_json import reviews_from_json, reviews_to_json
from lintpost.engine.cache.store import Store
from lintpost.engine.review.rule_review import RuleReview
from lintpost.site.answers import answers_hold
from lintpost.site.files import SiteFiles
from lintpost.site.queries import now


class CachedReviews:
    """The last reviews under some settings. They are valid for the state of the site that they are of, each also
    for facts with the same digest, while the disk and the clock would answer its queries as they did.
    """

    def __init__(
        self,
        store: Store,
        settings: CachedSettings,
        content: Callable[[], str],
        state: str,
        today: str | None,
    ) -> None:
        """`content` is the digest of the settings that a review is made by, which may have changed since the
        cached ones were read. `state` is that of the site, "" where it is not known; `today` the day that the command
        line names.
        """
        self._today = today
        self._store = store
        self._root = settings.run_settings.root
        self._settings_id = store.settings_id(settings.fingerprint)
        self._content = settings.content
        self._current_content = content
        self._state = state

    def of_state(self) -> dict[str, RuleReview]:
        """The reviews of all rules as the site is now; {} where any is missing."""
        state, valid = self._stored
        return valid if state == self._state != "" else {}

    def of_facts(self, digests: Mapping[str, str]) -> dict[str, RuleReview]:
        """The reviews of the rules whose facts have these digests."""
        _, valid = self._stored
        return {rule: one for rule, one in valid.items() if digests.get(rule) == one.digest}

    def save(self, reviews: Mapping[str, RuleReview], state: str) -> None:
        """Store the reviews of all rules but for those that came to no end, with the state that they are of."""
        for review in reviews.values():
            note_files(self._root, review.queries)
        if not self._settings_id or self._content != self._current_content():
            return
        whole = {rule: review for rule, review in reviews.items() if not review.errors}
        if len(whole) < len(reviews):
            state = ""
        self._store.save_reviews(self._settings_id, state, reviews_to_json(whole))

    @cached_property
    def _stored(self) -> tuple[str, dict[str, RuleReview]]:
        """The stored reviews whose queries have the same answers, with their state: "" where one was left out."""
        state, text = self._store.reviews(self._settings_id)
        if not text:
            from lintpost.engine.cache.carry_over import former_reviews  # not in most runs

            state, text = former_reviews(self._settings_id, self._store)
        try:
            stored = reviews_from_json(text) if text else {}
        except (ValueError, TypeError, LookupError, AttributeError):  # damaged
            return "", {}
        time, files = now(self._today), SiteFiles(self._root)
        holds: dict[int, bool] = {}
        for review in stored.values():
            if id(review.queries) not in holds:  # several reviews have the same
                note_files(self._root, review.queries)
                holds[id(review.queries)] = answers_hold(review.queries, files, time)
        valid = {rule: review for rule, review in stored.items() if holds[id(review.queries)]}
        return state if len(valid) == len(stored) else "", valid
