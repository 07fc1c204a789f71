"""The names dictionary, and where a post mentions its names."""

from typing import TYPE_CHECKING, NamedTuple

from lintpost.post.lazy import lazy
from lintpost.post.memo import MemoKey
from lintpost.post.post import Post
from lintpost.site.fold import fold
from lintpost.site.js_literal import parse_literal
from lintpost.site.katakana_forms import kana_variants, spaced_variants
from lintpost.site.literals import Literals, Occurrences
from lintpost.site.name import FIELDS, Mention, Name, Role
from lintpost.site.name_forms import (
    case_is_wrong,
    full_width,
    goes_on,
    is_part_of_longer_word,
    spacing_forms,
)
from lintpost.site.name_slips import NameSlips

if TYPE_CHECKING:
    from lintpost.site.name_expressions import NameExpressions

_MENTIONS = MemoKey[list[Mention]]("mentions")
_WORDS = lazy(r"[0-9A-Za-z]+|[\u30A1-\u30FA\u30FC]+")


class _Form(NamedTuple):
    name: Name
    form: str
    role: Role
    text: str


_Candidate = tuple[int, int, _Form, Role, str]
"""Bytes of the text, half-open; what was found, and as it is written."""

WORD_BYTES = frozenset(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")


class Names:
    """All names of a site. The size of the dictionary hardly affects the time a post takes."""

    __slots__ = (
        "_expressions",
        "_forms",
        "_slips",
        "literals",
        "makers",
        "names",
        "owned",
        "renamed",
    )

    def __init__(self, names: list[Name], literals: Literals | None = None) -> None:
        """`literals` are those of the site, which finds all its words in one pass; by default the
        names have literals of their own.
        """
        self.names = names
        self.literals = literals if literals is not None else Literals()
        by_form = {form: name for name in names for form in name.forms}
        self.renamed = [
            (name, by_form[name.successor]) for name in names if name.successor in by_form
        ]
        """Pairs of a name and its successor."""
        self._slips: NameSlips | None = None
        self.owned = any(name.owners for name in names)
        self.makers = {owner for name in names for owner in name.owners}
        self.makers.update(name.name for name in names if name.kind == "company")
        right = {form for name in names for form in name.forms}
        by_key: dict[bytes, list[_Form]] = {}
        expressions: list[tuple[Name, str]] = []
        for name in names:
            for form in name.forms:
                self._add(by_key, _Form(name, form, "accepted", form))
                for derived in (full_width(form), *kana_variants(form)):
                    if derived not in right:
                        self._add(by_key, _Form(name, form, "variant", derived))
                for spaced in (*spacing_forms(form), *spaced_variants(form)):
                    if spaced not in right:
                        self._add(by_key, _Form(name, form, "spacing", spaced))
            for variant in name.variants:
                if parse_literal(variant) is not None:
                    expressions.append((name, variant))
                elif variant not in right:
                    self._add(by_key, _Form(name, name.name, "variant", variant))
        self._expressions = _compiled(expressions)
        self._forms = {self.literals.add(key): (len(key), forms) for key, forms in by_key.items()}

    @staticmethod
    def _add(by_key: dict[bytes, list[_Form]], form: _Form) -> None:
        by_key.setdefault(form.text.encode().lower(), []).append(form)

    @property
    def slips(self) -> NameSlips:
        """Finds misspellings of the names; made on first use."""
        if self._slips is None:
            right = [form for name in self.names for form in name.forms]
            written = [*right, *(variant for name in self.names for variant in name.variants)]
            words = {fold(word) for form in written for word in (form, *_WORDS.findall(form))}
            self._slips = NameSlips(right, words)
        return self._slips

    def mentions(self, post: Post) -> list[Mention]:
        """Every mention in the prose and in `FIELDS`, sorted; of names that overlap the earlier or longer one."""
        found = post.memo.get_or_make(_MENTIONS, lambda: self._find(post), self)
        return list(found)

    def _find(self, post: Post) -> list[Mention]:
        text = post.text
        in_body: list[_Candidate] = []
        edges: list[tuple[bool, bool]] = []
        in_head: list[_Candidate] = []
        body = post.body_byte
        in_prose = post.markdown.in_prose
        for candidate in self._candidates(post.source.data, self.literals.in_post(post)):
            if candidate[0] < body:
                in_head.append(candidate)
                continue
            edge = in_prose(candidate[0] - body, candidate[1] - body)
            if edge is not None:
                in_body.append(candidate)
                edges.append(edge)
        mentions = self._in_fields(post, in_head)
        taken = -1
        points = post.markdown.points([candidate[0] - body for candidate in in_body])
        for start, (_, _, form, role, written), edge in zip(points, in_body, edges, strict=True):
            end = start + len(written)
            if start < taken or goes_on(text, start, end):
                continue
            if is_part_of_longer_word(text, start, end, *edge) or not _is_meant(
                form, text, start, end
            ):
                continue
            taken = end
            mentions.append(Mention(start, end, form.name, written, form.form, role, "", True))
        return self._expressions.merged(post, mentions) if self._expressions else mentions

    def _candidates(self, data: bytes, occurrences: Occurrences) -> list[_Candidate]:
        """Words that may be names, sorted by their start, the longest first at the same offset."""
        own = self._forms
        found = [
            (start, -own[number][0], number)
            for number, starts in occurrences.items()
            if number in own
            for start in starts
        ]
        size = len(data)
        candidates: list[_Candidate] = []
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

    def _in_fields(self, post: Post, candidates: list[_Candidate]) -> list[Mention]:
        """Mentions in the front matter, in order."""
        mentions: list[Mention] = []
        plain, hidden = _fields(post)
        taken = -1
        for first, _, form, role, written in candidates:
            start = len(post.source.data[:first].decode())
            end = start + len(written)
            for left, right, field in plain:
                if left <= start and end <= right and start >= taken:
                    edge = start == left, end == right
                    if goes_on(post.text, start, end):
                        continue
                    if is_part_of_longer_word(post.text, start, end, *edge):
                        continue
                    if not _is_meant(form, post.text, start, end):
                        continue
                    taken = end
                    mentions.append(
                        Mention(start, end, form.name, written, form.form, role, field, True)
                    )
        for field, value, start, end in hidden:
            taken = -1
            data = value.encode()
            for byte, _, form, role, written in self._candidates(data, self.literals.find(data)):
                first = len(data[:byte].decode())
                last = first + len(written)
                if first < taken or goes_on(value, first, last):
                    continue
                if is_part_of_longer_word(value, first, last, False, False):
                    continue
                if not _is_meant(form, value, first, last):
                    continue
                taken = last
                mentions.append(
                    Mention(start, end, form.name, written, form.form, role, field, False)
                )
        mentions.sort(key=lambda mention: mention[:2])
        return mentions


def _compiled(expressions: list[tuple[Name, str]]) -> "NameExpressions | None":
    """Compile regular expressions; importing the module for it takes as long as checking a post."""
    if not expressions:
        return None
    from lintpost.site.name_expressions import NameExpressions

    return NameExpressions(expressions)


def _is_meant(form: _Form, text: str, start: int, end: int) -> bool:
    name = form.name
    if not (name.not_after or name.not_before):
        return True
    from lintpost.site.name_context import is_meant

    return is_meant(name.not_after, name.not_before, text, start, end)


def _fields(post: Post) -> tuple[list[tuple[int, int, str]], list[tuple[str, str, int, int]]]:
    """The values of `FIELDS`: spans of those whose source is their text, and others with their text."""
    plain: list[tuple[int, int, str]] = []
    hidden: list[tuple[str, str, int, int]] = []
    for key in FIELDS:
        entry = post.front_matter.get(key) if post.front_matter else None
        if entry is None or not isinstance(entry.node.value, str):
            continue
        node = entry.node
        if node.inner is not None:
            plain.append((node.inner, node.inner + len(node.value), key))
        else:
            hidden.append((key, node.value, node.start, node.end))
    return plain, hidden


def _best(forms: list[_Form], written: str) -> _Form:
    """The form written exactly so, else a right form that differs in case, else any."""
    exact = (form for form in forms if form.text == written)
    right = (form for form in forms if form.role == "accepted")
    return next(exact, None) or next(right, forms[0])


def _role(form: _Form, written: str) -> Role | None:
    """The role of a word that differs from its form in case; None if it is just another word."""
    if form.role == "accepted" and case_is_wrong(form.form, written, form.name.case):
        return "case"
    return None
