"""Completion of names in prose, by what is typed of any of their forms."""

from bisect import bisect_left
from collections.abc import Iterator

from lintpost.post.memo import MemoKey
from lintpost.server.documents.positions import Positions
from lintpost.server.features.completions.item import Item, item
from lintpost.server.features.completions.kana import romanized, typed_form
from lintpost.site.js_literal import parse_literal
from lintpost.site.name import Name
from lintpost.site.site import Site

_LONGEST = 30
"""Characters before the place of typing that are looked at."""
_MOST = 50
"""Names that are offered; the client asks anew while more is typed."""
_FORMS = MemoKey[list[tuple[str, str, Name]]]("typed forms of names")


def name_items(site: Site, text: str, offset: int, floor: int, positions: Positions) -> list[Item]:
    """The names of which a form begins with what stands before an offset, the longest match first.

    `floor` is the offset before which nothing counts as typed.
    """
    if site.names is None:
        return []
    names = site.names.names
    forms = site.memo.get_or_make(_FORMS, lambda: sorted(_typed_forms(names), key=_key))
    found: dict[str, Item] = {}
    for start in range(max(floor, offset - _LONGEST), offset):
        typed = text[start:offset]
        if "\n" in typed or not _may_begin(text, start, offset):
            continue
        for form, name in _beginning(forms, typed_form(typed)):
            if name.name not in found and name.name != typed:
                detail = name.kind if form == name.name else f"{name.kind} · {form}"
                found[name.name] = item(
                    "name", name.name, (start, offset), positions, typed=typed, detail=detail
                )
            if len(found) >= _MOST:
                return list(found.values())
    return list(found.values())


def _key(entry: tuple[str, str, Name]) -> tuple[str, str]:
    return entry[0], entry[1]


def _typed_forms(names: list[Name]) -> Iterator[tuple[str, str, Name]]:
    """Every way to type a name: its forms, right and wrong, and Latin letters for its kana."""
    for name in names:
        if name.successor is not None:
            continue
        forms = [*name.forms, *(one for one in name.variants if not parse_literal(one))]
        typed = {typed_form(form): form for form in reversed(forms)}
        for form in name.forms:
            if not form.isascii():
                roman = romanized(form)
                if roman.isascii():
                    typed.setdefault(roman, form)
        for key, form in typed.items():
            yield key, form, name


def _beginning(forms: list[tuple[str, str, Name]], typed: str) -> Iterator[tuple[str, Name]]:
    for at in range(bisect_left(forms, typed, key=lambda entry: entry[0]), len(forms)):
        key, form, name = forms[at]
        if not key.startswith(typed):
            return
        yield form, name


def _may_begin(text: str, start: int, offset: int) -> bool:
    """Whether a name may begin at an offset: a Latin one where no Latin word goes on, a Japanese one anywhere, but
    that a single hiragana is no beginning.
    """
    first, before = text[start], text[start - 1 : start]
    if first.isspace():
        return False
    if first.isascii():
        return not (first.isalnum() and before.isascii() and (before.isalnum() or before == "_"))
    return offset - start > 1 or not "\u3041" <= first <= "\u309f"
