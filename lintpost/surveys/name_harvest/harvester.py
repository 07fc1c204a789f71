"""Decides which bold texts of a site are names."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from lintpost.post.lazy import lazy
from lintpost.surveys.common_words import is_common, is_generic, is_person, is_plain
from lintpost.surveys.loose import loose
from lintpost.surveys.name_harvest.known import KnownNames, known_names
from lintpost.surveys.name_harvest.spellings import wrong_spellings
from lintpost.surveys.name_harvest.texts import PostText, PostTexts
from lintpost.surveys.name_harvest.uses import NameUses, count_uses

_FEWEST_MARKED = 2
"""Posts in which a name is bold."""
_FEWEST_PLAIN = 3
"""Occurrences within a sentence of a name without a distinct shape."""
_SURE = 2
"""Posts that say of a name what kind it is."""
_MAX_BUTTONS = 5
"""One in so many occurrences may be the label of a button."""
_LOWER_SHAPED, _LOWER_PLAIN = 2, 10
"""A name occurs this many times as often as the same word in lower case."""
_DISTINCT = lazy(r"[a-z][A-Z]|[A-Za-z]-?[0-9]|^[A-Z]{2,}[a-z]{2,}|\.[a-z]")


class HarvestedName(NamedTuple):
    """A name and its number of posts.

    `kind` is None where it is not sure. `variants` are spellings that are surely wrong, `others` those
    that may be right; both with their numbers of occurrences.
    """

    name: str
    posts: int
    kind: str | None = None
    variants: tuple[tuple[str, int], ...] = ()
    others: tuple[tuple[str, int], ...] = ()


class NameHarvester:
    """Collects names from posts; `finish` says which they are."""

    def __init__(self) -> None:
        self._marked: dict[str, Counter[str]] = defaultdict(Counter)
        self._people: set[str] = set()
        self._texts = PostTexts()

    def add(self, marked: Iterable[str], people: Iterable[str], text: PostText) -> None:
        """Take the bold texts of a post that may be names, its authors, and its text."""
        for name in marked:
            self._marked[loose(name)][name] += 1
        self._people.update(map(loose, people))
        self._texts.add(text)

    def finish(self) -> tuple[list[HarvestedName], tuple[int, int]]:
        """The names, those in most posts first, and how many of their first mentions are bold, of how
        many.
        """
        known = known_names()
        candidates = {
            key: set(texts)
            for key, texts in self._marked.items()
            if texts.total() >= _FEWEST_MARKED and key not in self._people
            and not any(_is_no_name(text, known) for text in texts)
        }  # fmt: skip
        uses = count_uses(candidates, self._texts) if candidates else {}
        self._texts.close()
        found = []
        first: Counter[bool] = Counter()
        for key, use in uses.items():
            name = _name(use, candidates[key], known)
            if name is not None:
                found.append(name)
                first.update(use.first)
        found.sort(key=lambda one: (-one.posts, one.name))
        return found, (first[True], first.total())


def _is_no_name(text: str, known: KnownNames) -> bool:
    words = text.split(" ")
    # "the Vantor", "Vantor environment"
    phrase = any(word.islower() and is_common(word) for word in (words[0], words[-1]))
    return phrase or known.has(text) or is_generic(text, known.words) or is_person(text)


def _name(use: NameUses, marked: set[str], known: KnownNames) -> HarvestedName | None:
    """The name that is written so, in its most frequent spelling; None where it is none."""
    written = [(text, times) for text, times in use.times.most_common() if not _is_lowered(text)]
    if not written:
        return None
    name = written[0][0]
    company = use.companies >= _SURE
    times = sum(count for _, count in written)
    lower = use.times.total() - times
    shaped = any(_DISTINCT.search(text) for text in marked)
    if use.people or use.buttons * _MAX_BUTTONS > use.seen or use.code > times:
        return None
    if lower * (_LOWER_SHAPED if shaped else _LOWER_PLAIN) > times:
        return None
    if not (shaped or company) and (name.isupper() or use.inside < _FEWEST_PLAIN):
        return None
    wrong = wrong_spellings(name, use, known)
    counts = use.times.most_common()
    return HarvestedName(
        name,
        use.posts[name],
        "company" if company else None,
        tuple((text, use.times[text]) for text in wrong),
        tuple((text, count) for text, count in counts if text != name and text not in wrong),
    )


def _is_lowered(text: str) -> bool:
    """Whether a text is written as common words are: "edge computing", "Edge computing"."""
    words = text.split(" ")
    return text.islower() or (
        len(words) > 1 and is_plain(words[0]) and " ".join(words[1:]).islower()
    )
