"""Which posts an edit of the names dictionary can matter to.

The rules that read names see them through the mentions in a post, its slips (words that are one error away from a name),
phrases that a name was meant by, and how names belong together. A post is the same to all of them where none of the
names that were added, removed or changed, old or new, can be seen in any of these ways. What such a name tells of others
(a company of its product, a successor of what it replaced) counts as a change of those. In doubt a post is affected.
"""

from collections.abc import Iterable

from lintpost.post.lazy import lazy
from lintpost.site.fold import fold
from lintpost.site.js_literal import parse_literal
from lintpost.site.literals import Literals
from lintpost.site.name import Name
from lintpost.site.name_index import NameIndex
from lintpost.site.name_phrases import NamePhrases, is_another_ending, later_words
from lintpost.site.name_relations import Relations, relations_of
from lintpost.site.name_slips import NameSlips, is_slip
from lintpost.site.names import known_words

# Every bold text in Latin letters is one of these pieces between two marks.
_BETWEEN_MARKS = lazy(r"(?<=\*\*|__)\s*([A-Za-z0-9][A-Za-z0-9.+\- ]*?)\s*(?=\*\*|__)")


class ChangedNames:
    """The names that two dictionaries do not share. `everywhere`: any post may be affected."""

    __slots__ = ("_index", "_literals", "_phrases", "_slips", "_words", "everywhere")

    def __init__(self, old: list[Name], new: list[Name]) -> None:
        shared = set(old) & set(new)
        changed = [name for name in (*old, *new) if name not in shared]
        affected = [*changed, *_told_of(changed, old, new)]
        self.everywhere = (
            [name for name in old if name in shared] != [name for name in new if name in shared]
            or any(parse_literal(text) for name in affected for text in name.variants)
            or _begin_slips(old, new)
        )
        self._literals = Literals()
        self._index = NameIndex(affected, self._literals)
        right = _right_forms(changed)
        self._slips = NameSlips(right, ())
        self._phrases = NamePhrases(right)
        self._words = Literals()
        for word in _silenced(changed, _right_forms([*old, *new])):
            self._words.add(word)

    def affect(self, data: bytes, values: str) -> bool:
        """Whether a post in UTF-8 may be affected; `values` are its `escaped_fields`."""
        if self.everywhere:
            return True
        for text in (data, values.encode(errors="surrogatepass")):
            found = self._literals.find(text)
            if found and self._index.may_occur(text, found):
                return True
        return bool(self._words.find(data)) or self._has_slips(data.decode(errors="replace"))

    def _has_slips(self, text: str) -> bool:
        slips, end = self._slips, len(text)
        return (
            any(slips.nearest(match[0]) for match in slips.words(text, 0, end))
            or any(True for _ in slips.look_alikes(text, 0, end))
            or any(True for _ in self._phrases.find(text, 0, end))
            or any(slips.nearest(match[1]) for match in _BETWEEN_MARKS.finditer(text))
        )


def _right_forms(names: Iterable[Name]) -> list[str]:
    """The forms that slips are looked for of."""
    return [form for name in names if not name.harvested for form in name.forms]


def _told_of(changed: list[Name], old: list[Name], new: list[Name]) -> list[Name]:
    """The names of which a change of some others says something else than before."""
    before, after = relations_of(old), relations_of(new)
    everyone = [*old, *new]
    found = [name for pair in {*before.renamed} ^ {*after.renamed} for name in pair]
    makers = (before.makers ^ after.makers) | (before.of_software ^ after.of_software)
    children = _with_other_parents(before, after)
    forms = {fold(form) for name in changed for form in name.forms}
    found += [
        name
        for name in everyone
        if name.name in makers
        or not children.isdisjoint(name.owners)
        or any(fold(form) in forms for form in name.forms)  # which entry a word belongs to
    ]
    return found


def _with_other_parents(before: Relations, after: Relations) -> set[str]:
    """The companies whose owners are others than before."""
    companies = {*before.parents, *after.parents}
    return {one for one in companies if before.parents.get(one, ()) != after.parents.get(one, ())}


def _begin_slips(old: list[Name], new: list[Name]) -> bool:
    """Whether a small word that phrases may now go on with, or no longer, is a slip of another name's word."""
    forms = [form for name in (*old, *new) if not name.harvested for form in name.forms]
    small = {word for form in forms for word in form.split(" ") if word[:1].islower()}
    differing = later_words(_right_forms(old)) ^ later_words(_right_forms(new))
    return any(
        is_slip(word, other.lower()) or is_another_ending(word, other.lower())
        for word in differing
        for other in small
        if other.isascii()
    )


def _silenced(changed: list[Name], right: list[str]) -> set[str]:
    """The words of some names that would be slips of others, if they were in no name."""
    words = {word for name in changed for word in known_words(name) if word}
    slips = NameSlips(right, ())
    return {word for word in words if slips.nearest(word)}
