"""The names dictionary, and where a post mentions its names."""

from typing import TYPE_CHECKING

from lintpost.post.lazy import lazy
from lintpost.post.memo import MemoKey
from lintpost.post.post import Post
from lintpost.site.fold import fold
from lintpost.site.js_literal import parse_literal
from lintpost.site.literals import Literals
from lintpost.site.name import FIELDS, Mention, Name
from lintpost.site.name_forms import goes_on, is_part_of_longer_word
from lintpost.site.name_index import Candidate, Form, NameIndex
from lintpost.site.name_phrases import NamePhrases
from lintpost.site.name_relations import relations_of
from lintpost.site.name_slips import NameSlips

if TYPE_CHECKING:
    from lintpost.site.name_expressions import NameExpressions

_MENTIONS = MemoKey[list[Mention]]("mentions")
_WORDS = lazy(r"[0-9A-Za-z]+|[\u30A1-\u30FA\u30FC]+")


class Names:
    """All names of a site. The size of the dictionary hardly affects the time a post takes."""

    __slots__ = (
        "_expressions",
        "_index",
        "_phrases",
        "_slips",
        "literals",
        "names",
        "relations",
    )

    def __init__(self, names: list[Name], literals: Literals | None = None) -> None:
        """`literals` are those of the site, which finds all its words in one pass; by default the
        names have literals of their own.
        """
        self.names = names
        self.literals = literals if literals is not None else Literals()
        self.relations = relations_of(names)
        self._slips: NameSlips | None = None
        self._phrases: NamePhrases | None = None
        self._index = NameIndex(names, self.literals)
        self._expressions = _compiled(
            [(name, text) for name in names for text in name.variants if parse_literal(text)]
        )

    @property
    def slips(self) -> NameSlips:
        """Finds misspellings of the names that a person has entered; made on first use."""
        if self._slips is None:
            right = [form for name in self.names for form in name.forms if not name.harvested]
            self._slips = NameSlips(right, self.known_words)
        return self._slips

    @property
    def known_words(self) -> set[str]:
        """The `known_words` of all names."""
        return {word for name in self.names for word in known_words(name)}

    @property
    def phrases(self) -> NamePhrases:
        """Finds phrases that names were meant by; made on first use."""
        if self._phrases is None:
            self._phrases = NamePhrases(
                form for name in self.names for form in name.forms if not name.harvested
            )
        return self._phrases

    def mentions(self, post: Post) -> list[Mention]:
        """Every mention in the prose and in `FIELDS`, sorted; of names that overlap the earlier or longer one."""
        found = post.memo.get_or_make(_MENTIONS, lambda: self._find(post), self)
        return list(found)

    def _find(self, post: Post) -> list[Mention]:
        text = post.text
        in_body: list[Candidate] = []
        edges: list[tuple[bool, bool]] = []
        in_head: list[Candidate] = []
        body = post.body_byte
        edges_of = post.markdown.prose_runs.edges_of
        occurrences = self.literals.in_post(post)
        for candidate in self._index.candidates(post.source.data, occurrences):
            if candidate[0] < body:
                in_head.append(candidate)
                continue
            edge = edges_of(candidate[0] - body, candidate[1] - body)
            if edge is not None:
                in_body.append(candidate)
                edges.append(edge)
        mentions = self._in_fields(post, in_head)
        taken = -1
        points = post.markdown.points([candidate[0] - body for candidate in in_body])
        for start, (_, _, form, role, written), edge in zip(points, in_body, edges, strict=True):
            end = start + len(written)
            if start < taken or not _is_mention(form, text, start, end, edge):
                continue
            taken = end
            mentions.append(Mention(start, end, form.name, written, form.form, role, "", True))
        return self._expressions.merged(post, mentions) if self._expressions else mentions

    def _in_fields(self, post: Post, candidates: list[Candidate]) -> list[Mention]:
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
                    if not _is_mention(form, post.text, start, end, edge):
                        continue
                    taken = end
                    mentions.append(
                        Mention(start, end, form.name, written, form.form, role, field, True)
                    )
        for field, value, start, end in hidden:
            taken = -1
            data = value.encode()
            found = self._index.candidates(data, self.literals.find(data))
            for byte, _, form, role, written in found:
                first = len(data[:byte].decode())
                last = first + len(written)
                if first < taken or not _is_mention(form, value, first, last, (False, False)):
                    continue
                taken = last
                mentions.append(
                    Mention(start, end, form.name, written, form.form, role, field, False)
                )
        mentions.sort(key=lambda mention: mention[:2])
        return mentions


def known_words(name: Name) -> set[str]:
    """The folded forms of a name, right and wrong, and the words in them: none is a misspelling."""
    written = (*name.forms, *name.variants)
    return {fold(word) for form in written for word in (form, *_WORDS.findall(form))}


def escaped_fields(post: Post) -> str:
    """The values of `FIELDS` that do not stand in the source as they read, one to a line."""
    return "\n".join(value for _, value, _, _ in _fields(post)[1])


def _compiled(expressions: list[tuple[Name, str]]) -> "NameExpressions | None":
    """Compile regular expressions; importing the module for it takes as long as checking a post."""
    if not expressions:
        return None
    from lintpost.site.name_expressions import NameExpressions

    return NameExpressions(expressions)


def _is_mention(form: Form, text: str, start: int, end: int, edge: tuple[bool, bool]) -> bool:
    """Whether a candidate is a name of its own. `edge`: it begins, and ends, its run of prose."""
    if goes_on(text, start, end) or is_part_of_longer_word(text, start, end, *edge):
        return False
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
