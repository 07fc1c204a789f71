"""The forms of all names, right and wrong, and where a text may have one."""

from typing import NamedTuple

from lintpost.site.js_literal import parse_literal
from lintpost.site.katakana_forms import kana_variants, spaced_variants
from lintpost.site.literals import WORD_BYTES, Literals, Occurrences
from lintpost.site.name import Name, Role
from lintpost.site.name_forms import case_is_wrong, full_width, spacing_forms


class Form(NamedTuple):
    """`text` is a form of a name: right (``accepted``), or a wrong one to be replaced by `form`."""

    name: Name
    form: str
    role: Role
    text: str


Candidate = tuple[int, int, Form, Role, str]
"""A word that may be a name: its bytes in the text (half-open), the form, the role of the word, and
the word as written."""


class NameIndex:
    """The forms of names by the numbers of their literals."""

    __slots__ = ("_forms",)

    def __init__(self, names: list[Name], literals: Literals) -> None:
        by_key: dict[bytes, list[Form]] = {}
        for form in _forms(names):
            by_key.setdefault(form.text.encode().lower(), []).append(form)
        self._forms = {literals.add(key): (len(key), forms) for key, forms in by_key.items()}

    def candidates(self, data: bytes, occurrences: Occurrences) -> list[Candidate]:
        """Words that may be names, sorted by their start, the longest first at the same offset.

        `data` is a text in UTF-8, `occurrences` where its literals are. A Latin word is not part of
        a longer one.
        """
        own = self._forms
        found = [
            (start, -own[number][0], number)
            for number, starts in occurrences.items()
            if number in own
            for start in starts
        ]
        size = len(data)
        candidates: list[Candidate] = []
        for start, minus_length, number in sorted(found):
            end = start - minus_length
            if start and data[start] in WORD_BYTES and data[start - 1] in WORD_BYTES:
                continue
            if end < size and data[end] in WORD_BYTES and data[end - 1] in WORD_BYTES:
                continue
            forms = own[number][1]
            written = data[start:end].decode()
            form = forms[0]
            if len(forms) > 1:
                form = _best(forms, written)
            role = form.role if form.text == written else _role(form, written)
            if role is not None:
                candidates.append((start, end, form, role, written))
        return candidates

    def may_occur(self, data: bytes, occurrences: Occurrences) -> bool:
        """Whether a text has a word that `candidates` would give whatever other names there were."""
        size = len(data)
        for number, starts in occurrences.items():
            length, forms = self._forms[number]
            for start in starts:
                end = start + length
                if start and data[start] in WORD_BYTES and data[start - 1] in WORD_BYTES:
                    continue
                if end < size and data[end] in WORD_BYTES and data[end - 1] in WORD_BYTES:
                    continue
                written = data[start:end].decode()
                if any(form.text == written or _role(form, written) for form in forms):
                    return True
        return False


def _forms(names: list[Name]) -> list[Form]:
    right = {form for name in names for form in name.forms}
    found: list[Form] = []
    for name in names:
        for form in name.forms:
            found.append(Form(name, form, "accepted", form))
            if name.harvested:
                continue
            derived = (full_width(form), *kana_variants(form))
            spaced = (*spacing_forms(form), *spaced_variants(form))
            found += [Form(name, form, "variant", text) for text in derived if text not in right]
            found += [Form(name, form, "spacing", text) for text in spaced if text not in right]
        for variant in name.variants:
            if parse_literal(variant) is None and variant not in right:
                found.append(Form(name, name.name, "variant", variant))
    return found


def _best(forms: list[Form], written: str) -> Form:
    """The form written exactly so, else a right form that differs in case, else any."""
    exact = (form for form in forms if form.text == written)
    right = (form for form in forms if form.role == "accepted")
    return next(exact, None) or next(right, forms[0])


def _role(form: Form, written: str) -> Role | None:
    """The role of a word that differs from its form in case; None if it is just another word."""
    case = "exact" if form.name.harvested else form.name.case
    if form.role == "accepted" and case_is_wrong(form.form, written, case):
        return "case"
    return None
