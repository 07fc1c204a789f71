"""Words and phrases that are not in the dictionary and one slip away from a name that is."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from lintpost.checks.common.names.mentions import FUNCTION_WORDS
from lintpost.checks.common.real_words import is_real_word
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.name import FIELDS, Mention
from lintpost.site.name_forms import goes_on, is_part_of_longer_word
from lintpost.site.name_phrases import Phrase
from lintpost.site.names import Names
from lintpost.site.site import Site

_PLAIN = lazy(r"[A-Z][a-z]+")
_SHORT = lazy(r"[A-Z]{2,4}|[A-Z][a-z]{,3}")
"""A word that is too short for the lists of real words."""
_PARTS = lazy(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
_LONG = 8
"""Letters of a word that is no other name even where a post never has the right one."""
_NO_BEGINNING = 7
"""Letters of a word from which on it begins no other name: "Cloudfare Workers" is a slip."""
_OFTEN = 3
"""How often a slip stands in a post that never has the right name; above, it is another name."""
_BEFORE = lazy(r"([A-Z][0-9A-Za-z]*)[ \-]\Z")
_BEHIND = lazy(r"[ \-]([A-Z][0-9A-Za-z]*)")
_TITLE_BEFORE = lazy(r"(?:\b(?:Mr|Ms|Mrs|Dr|Prof|Sir)\.? |[・＝=])\Z")
_TITLE_BEHIND = lazy(r"[ 　]?(?:氏|さん|様|さま|くん|君|博士|教授|社長|会長|監督|選手|[・＝=])")


class Options(CheckOptions):
    """`ignore`: words that are no slip."""

    ignore: tuple[str, ...] = ()


class _Slip(NamedTuple):
    start: int
    end: int
    name: str
    is_certain: bool


class _Known:
    """The mentions of a post, which are sorted and do not overlap, by their place."""

    def __init__(self, mentions: list[Mention]) -> None:
        self._mentions = mentions
        self._ends = [mention.end for mention in mentions]

    def around(self, start: int, end: int) -> list[Mention]:
        """The mentions that overlap a span."""
        at = bisect_right(self._ends, start)
        found = []
        while at < len(self._mentions) and self._mentions[at].start < end:
            found.append(self._mentions[at])
            at += 1
        return found

    def reported(self, slip: _Slip) -> bool:
        """Whether a slip is a right form, or stands where names/spelling and names/spacing report."""
        return any(
            one.role != "accepted" or (one.start <= slip.start and slip.end <= one.end)
            for one in self.around(slip.start, slip.end)
        )


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """The first place of each such word in the body and in each field; a note unless it is certain."""
    if site.names is None:
        return
    known = _Known(site.names.mentions(post))
    for field, start, end in _spans(post):
        seen: set[str] = set()
        taken = -1
        found = _slips(site.names, post.text, start, end, known)
        for slip in sorted(found, key=lambda one: (one.start, -one.end, not one.is_certain)):
            word = post.text[slip.start : slip.end]
            if slip.start < taken or word in seen or word in options.ignore:
                continue
            if not _stands_alone(post, slip, field) or known.reported(slip):
                continue
            taken = slip.end
            seen.add(word)
            fix = Fix("unsafe", (Edit(slip.start, slip.end, slip.name),))
            params = {"text": word, "name": slip.name}
            yield Hit(slip.start, slip.end, "", params, fix, is_note=not slip.is_certain)


def _spans(post: Post) -> Iterator[tuple[str, int, int]]:
    for key in FIELDS:
        entry = post.front_matter.get(key) if post.front_matter else None
        node = entry.node if entry is not None else None
        if node is not None and node.inner is not None and isinstance(node.value, str):
            yield key, node.inner, node.inner + len(node.value)
    yield "", post.body, len(post.text)


def _slips(names: Names, text: str, start: int, end: int, known: _Known) -> Iterator[_Slip]:
    for first, last, name in names.slips.look_alikes(text, start, end):
        yield _Slip(first, last, name, True)
    for phrase in names.phrases.find(text, start, end):
        is_certain = _is_certain(phrase, text[phrase.start : phrase.end])
        if is_certain is None:
            continue
        if is_certain or not _is_other_name(text, phrase.start, phrase.end, known, begins=True):
            yield _Slip(phrase.start, phrase.end, phrase.name, is_certain)
    meant: dict[str, str | None] = {}
    for match in names.slips.words(text, start, end):
        word = match[0]
        if word not in meant:
            near = names.slips.nearest(word)
            likely = near and _is_name_like(word, near, text) and not is_real_word(word)
            meant[word] = near if likely else None
        right = meant[word]
        if right is not None and not _is_other_name(
            text, *match.span(), known, begins=len(word) < _NO_BEGINNING
        ):
            yield _Slip(*match.span(), right, False)


def _is_certain(phrase: Phrase, written: str) -> bool | None:
    """Whether a phrase can be nothing but the name: "Data Dog" may be two words, "Co-Pilot" behind GitHub and
    "M LOps" are none. None where it says something else: "One API", and "Microsoft Terms".
    """
    if phrase.odd:
        is_certain = not is_real_word(phrase.odd)
        return None if phrase.is_one_slip and not is_certain else is_certain
    words = re.split("[ -]", written)
    if len(words) > 2 or not all(map(_is_plain, words)):
        return True
    name = phrase.name
    return False if _PLAIN.fullmatch(name) or "".join(words) == name else None


def _is_plain(word: str) -> bool:
    """Whether a word is one of its own, or too short to say."""
    return _SHORT.fullmatch(word) is not None or is_real_word(word)


def _stands_alone(post: Post, slip: _Slip, field: str) -> bool:
    """Whether a slip is prose, and a word (or words) of its own."""
    span = slip.start, slip.end
    if goes_on(post.text, *span) or is_part_of_longer_word(post.text, *span, False, False):
        return False
    return bool(field) or post.markdown.is_prose(*span)


def _is_name_like(word: str, name: str, text: str) -> bool:
    """Whether a Latin word is written as its name is: with a capital, not in capitals alone, not in small
    letters elsewhere, and not more often than slips are.
    """
    if not word.isascii():
        return True
    if word.islower() or (word.isupper() and not name.isupper()) or _is_coined(word, name):
        return False
    if _PLAIN.fullmatch(word) and word.lower() in text:
        return False
    return len(word) >= _LONG or name in text or text.count(word) <= _OFTEN


def _is_coined(word: str, name: str) -> bool:
    """Whether a word is put together of words, as its name is not: AgentForge is no slip of Agentforce."""
    parts, own = _PARTS.findall(word), _PARTS.findall(name)
    if len(parts) < 2 or not all(len(part) < 5 or is_real_word(part) for part in parts):
        return False
    return len(parts) != len(own) or sum(map(str.__ne__, parts, own)) > 1


def _is_other_name(text: str, start: int, end: int, known: _Known, *, begins: bool) -> bool:
    """Whether the words beside a word make a longer name of it, "Smart Nation", or that of a person.
    `begins`: it may be the beginning of one.
    """
    if _TITLE_BEHIND.match(text, end) or _TITLE_BEFORE.search(text, max(0, start - 8), start):
        return True
    if not text[start].isascii():
        return False
    before = _BEFORE.search(text, max(0, start - 30), start)
    behind = _BEHIND.match(text, end) if begins else None
    for beside in (before, behind):
        if beside is None or beside[1] in FUNCTION_WORDS:
            continue
        if not known.around(beside.start(1), beside.start(1) + 1):
            return True
    return False


CHECK = Check(
    name="name-near",
    options=Options,
    messages={"": ("name", "text")},
    run=run,
    subject="name",
    reads=("front-matter", "markdown"),
    site=("names",),
    requires="names",
    changes=("text",),
    derives=lambda _, site: site.names and site.names.slips.small_letters,
)
