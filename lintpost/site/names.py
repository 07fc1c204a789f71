"""The dictionary of names and where a post mentions them."""

from typing import Literal, NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from lintpost.post.post import Post
from lintpost.site.name_forms import (
    case_is_wrong,
    full_width,
    goes_on,
    is_part_of_longer_word,
    spacing_forms,
)

KINDS = ("product", "company", "model", "technology", "service", "person", "event", "other")
POLICIES = ("first-mention", "every", "never", "consistent", "any")

_DFA_CHARACTERS = 20_000
Role = Literal["accepted", "variant", "case", "spacing"]
FIELDS = ("title", "excerpt", "description")
"""Front-matter fields that readers read and names are looked for in."""


class Name(NamedTuple):
    """One entry of `names.yml`."""

    name: str
    kind: str = "product"
    accepted: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    bold: str | None = None
    case: str = "auto"

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms that are right."""
        return (self.name, *self.accepted)


class Mention(NamedTuple):
    """A name in a post: span (code points into the file), and the form that it should have.

    `field` is the front-matter key it stands in, "" in the body; `exact` is False where the span
    is that of the whole value because escapes hide the place.
    """

    start: int
    end: int
    name: Name
    text: str
    form: str
    role: Role
    field: str
    exact: bool


class _Form(NamedTuple):
    name: Name
    form: str
    role: Role
    text: str


class Names:
    """All names in one automaton: the cost of a post hardly grows with the dictionary."""

    __slots__ = ("_automaton", "_forms", "names")

    def __init__(self, names: list[Name]) -> None:
        self.names = names
        right = {form for name in names for form in name.forms}
        by_key: dict[str, list[_Form]] = {}
        for name in names:
            for form in name.forms:
                self._add(by_key, _Form(name, form, "accepted", form))
                wide = full_width(form)
                if wide != form:
                    self._add(by_key, _Form(name, form, "variant", wide))
                for spaced in spacing_forms(form):
                    if spaced not in right:
                        self._add(by_key, _Form(name, form, "spacing", spaced))
            for variant in name.variants:
                if variant not in right:
                    self._add(by_key, _Form(name, name.name, "variant", variant))
        self._forms = list(by_key.values())
        self._automaton = _automaton(list(by_key)) if by_key else None

    @staticmethod
    def _add(by_key: dict[str, list[_Form]], form: _Form) -> None:
        by_key.setdefault(_lower(form.text), []).append(form)

    def mentions(self, post: Post) -> list[Mention]:
        """Every mention in the prose and in `FIELDS`, sorted, the longest name winning."""
        found = post.memo.get(self)
        if found is None:
            found = post.memo[self] = self._find(post)
        return list(found)

    def _find(self, post: Post) -> list[Mention]:
        if self._automaton is None:
            return []
        text = post.text
        fields, hidden = _fields(post)
        body = post.body
        candidates = self._candidates(text)
        in_body = [(start, end) for start, end, _, _ in candidates if start >= body]
        edges = iter(post.markdown.in_prose(in_body))
        mentions: list[Mention] = []
        taken = -1
        for start, end, form, role in candidates:
            field = ""
            edge: tuple[bool, bool] | None = None
            if start >= body:
                edge = next(edges)
            else:
                for left, right, key in fields:
                    if left <= start and end <= right:
                        edge, field = (start == left, end == right), key
            if edge is None or start < taken or is_part_of_longer_word(text, start, end, *edge):
                continue
            taken = end
            written = text[start:end]
            mentions.append(Mention(start, end, form.name, written, form.form, role, field, True))
        for field, value, node_start, node_end in hidden:
            mentions += self._in_value(field, value, node_start, node_end)
        if hidden:
            mentions.sort(key=lambda mention: mention[:2])
        return mentions

    def _candidates(self, text: str) -> list[tuple[int, int, _Form, Role]]:
        """Words that may be names: leftmost first, and at one place the longest first."""
        assert self._automaton is not None
        found = self._automaton.find_matches_as_indexes(_lower(text), overlapping=True)
        candidates: list[tuple[int, int, _Form, Role]] = []
        for start, minus_end, index in sorted([(first, -last, i) for i, first, last in found]):
            end = -minus_end
            if goes_on(text, start, end):
                continue
            forms = self._forms[index]
            written = text[start:end]
            form = forms[0]
            if len(forms) > 1:
                form = next((other for other in forms if other.text == written), form)
            role = form.role if form.text == written else _role(form, written)
            if role is not None:
                candidates.append((start, end, form, role))
        return candidates

    def _in_value(self, field: str, value: str, start: int, end: int) -> list[Mention]:
        """Mentions in a value whose characters stand elsewhere in the file than in the value."""
        mentions = []
        taken = -1
        for first, last, form, role in self._candidates(value):
            if first < taken or is_part_of_longer_word(value, first, last, False, False):
                continue
            taken = last
            written = value[first:last]
            mentions.append(Mention(start, end, form.name, written, form.form, role, field, False))
        return mentions


def _automaton(keys: list[str]) -> AhoCorasick:
    """A DFA is twice as fast and takes a kilobyte for each character of the keys."""
    small = sum(map(len, keys)) < _DFA_CHARACTERS
    kind = Implementation.DFA if small else Implementation.ContiguousNFA
    return AhoCorasick(keys, store_patterns=False, implementation=kind)


def _fields(post: Post) -> tuple[list[tuple[int, int, str]], list[tuple[str, str, int, int]]]:
    """The places of `FIELDS`: those that read as they stand, and those that do not."""
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


def _role(form: _Form, written: str) -> Role | None:
    """What a word is that is not written as its form; None where it is only some other word."""
    if form.role == "accepted" and case_is_wrong(form.form, written, form.name.case):
        return "case"
    return None


def _lower(text: str) -> str:
    """Lower case, every character still at its place (``İ`` alone would become two)."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(char if len(char.lower()) > 1 else char.lower() for char in text)
    return lower
