"""The words that the patterns of the built-in rules need, kept from one run to the next: to read a
thousand patterns takes longer than to check a post.
"""

from lintpost.files.compiled_cache import load, store
from lintpost.files.package import package_stamp
from lintpost.site.literals import Literals, NeededWords

_KEY = "needed words"


class BuiltinNeeds:
    """What is known of the built-in rules' patterns; those of a user's rules are not kept."""

    def __init__(self) -> None:
        self._stamp = package_stamp()
        kept = load(_KEY, self._stamp, builtin=True) or {}
        self._known: NeededWords = {key: words and tuple(words) for key, words in kept.items()}
        self._kept = len(self._known)

    def use(self, literals: Literals, *, builtin: bool) -> None:
        """Let the patterns that come next be looked up, where they are those of a built-in rule."""
        literals.needed = self._known if builtin else {}

    def keep(self) -> None:
        """Store what was not known before."""
        if len(self._known) > self._kept:
            self._kept = len(self._known)
            store(_KEY, self._stamp, self._known, builtin=True)
