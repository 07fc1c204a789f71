"""The words that the patterns of the built-in rules need, kept from one run to the next: to read a
thousand patterns takes longer than to check a post.
"""

from lintpost.files.compiled_cache import load, load_built_in, store
from lintpost.files.package import package_stamp
from lintpost.site.literals import Literals, NeededWords

FILE = "needed-words"
"""The name of what the wheel has of them."""
_KEY = "needed words"


class BuiltinNeeds:
    """What is known of the built-in rules' patterns; those of a user's rules are not kept."""

    def __init__(self, *, afresh: bool = False) -> None:
        """`afresh`: what earlier runs kept is not asked. That depends on which rules they had on."""
        self._known: NeededWords | None = {} if afresh else None
        self._kept = 0

    def use(self, literals: Literals, *, builtin: bool) -> None:
        """Let the patterns that come next be looked up, where they are those of a built-in rule."""
        if not builtin:
            literals.needed = {}
            return
        if self._known is None:  # to read them takes time, and not every run asks
            kept = load_built_in(FILE) or load(_KEY, package_stamp(), builtin=True) or {}
            self._known = {key: words and tuple(words) for key, words in kept.items()}
            self._kept = len(self._known)
        literals.needed = self._known

    @property
    def known(self) -> NeededWords:
        """What is known by now."""
        return self._known or {}

    def keep(self) -> None:
        """Store what was not known before."""
        if self._known is not None and len(self._known) > self._kept:
            self._kept = len(self._known)
            store(_KEY, package_stamp(), self._known, builtin=True)
