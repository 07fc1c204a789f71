"""What bears a tag out in a text: its own words, its evidence, and what the names dictionary knows of it."""

from collections.abc import Iterable
from typing import NamedTuple

from lintpost.site.evidence import occurrences, occurs
from lintpost.site.name import Name
from lintpost.site.name_forms import case_is_wrong, full_width
from lintpost.site.names import Names
from lintpost.site.vocabulary import Tag, Vocabulary

_PART_OF_CODE = frozenset("-_./@:#")
"""Beside one of these a name is part of an address or an identifier, which go by lower case."""


class TagSigns(NamedTuple):
    """`words` occur in any case, `names` as the case rule of each allows. `shown` are a few of both, for
    a message.
    """

    words: tuple[str, ...]
    names: tuple[tuple[str, str], ...]
    shown: tuple[str, ...]

    def occur(self, text: str, lower: str) -> bool:
        """Whether one of them occurs in a text, of which `lower` is the lower case."""
        return any(_is_named(form, case, text, lower) for form, case in self.names) or any(
            occurs(word, lower) for word in self.words
        )


def signs_of_tags(vocabulary: Vocabulary, names: Names | None) -> dict[str, TagSigns]:
    """The signs of each current tag that has `evidence`, or is a name of the dictionary.

    A technology is none of these: what a post is about it need not name (React in one about Next.js).
    """
    entries = [name for name in names.names if not name.harvested] if names is not None else []
    by_form = {form: name for name in entries for form in name.forms}
    by_lower = {form.lower(): name for form, name in reversed(by_form.items())}
    of_owner: dict[str, list[Name]] = {}
    for name in entries:
        for owner in name.owners:
            of_owner.setdefault(by_form[owner].name if owner in by_form else owner, []).append(name)
        if name.successor in by_form:
            of_owner.setdefault(by_form[name.successor].name, []).append(name)
    signs: dict[str, TagSigns] = {}
    for tag in vocabulary.tags.values():
        found = None if tag.retired else _signs(tag, by_form, by_lower, of_owner)
        if found is not None:
            signs[tag.name] = found
    return signs


def _signs(
    tag: Tag, by_form: dict[str, Name], by_lower: dict[str, Name], of_owner: dict[str, list[Name]]
) -> TagSigns | None:
    own: list[Name] = []
    words: list[str] = []
    for word in (tag.name, *tag.aliases):
        name = by_form.get(word) or by_lower.get(word.lower())
        if name is not None and _is_form(name, word):
            own.append(name)
        else:
            words.append(word)
    if not tag.evidence and all(name.kind == "technology" for name in own):
        return None
    products = _closure(own, of_owner)
    forms = {form: name.case for name in products for form in name.forms}
    shown = [name.name for name in products[len(own) :]]
    return TagSigns(
        (*words, *tag.evidence), tuple(forms.items()), tuple(dict.fromkeys([*tag.evidence, *shown]))
    )


def _closure(names: Iterable[Name], of_owner: dict[str, list[Name]]) -> list[Name]:
    """Names with all that they own, directly or not, the names first."""
    found = list(dict.fromkeys(names))
    for name in found:  # grows while it is walked
        found += [owned for owned in of_owner.get(name.name, ()) if owned not in found]
    return found


def _is_form(name: Name, word: str) -> bool:
    return any(
        form == word or (form.lower() == word.lower() and case_is_wrong(form, word, name.case))
        for form in name.forms
    )


def _is_named(form: str, case: str, text: str, lower: str) -> bool:
    """Whether a text has a form of a name, in the case that its rule allows or as part of an identifier."""
    for start, end in occurrences(form, lower):
        written = text[start:end]
        if written == form or written == full_width(form) or case_is_wrong(form, written, case):
            return True
        if written.islower() and not _PART_OF_CODE.isdisjoint(
            text[start - 1 : start] + text[end : end + 1]
        ):
            return True
    return False
