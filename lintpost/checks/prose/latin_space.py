"""Spaces between Japanese and Latin letters or digits: never, always, or one way in a post."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from lintpost.checks.common.names.places import NamePlaces
from lintpost.checks.common.patterns.allowed import spans_in
from lintpost.checks.common.patterns.gathered_hits import as_one
from lintpost.checks.common.patterns.phrase_options import PhraseOptions, refuse_bad_patterns
from lintpost.checks.common.patterns.scopes import Scope, scope_of
from lintpost.checks.common.sentences.quoted_titles import trust_at
from lintpost.checks.common.span_set import SpanSet
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.post.edit import Edit
from lintpost.post.lazy import lazy
from lintpost.post.memo import MemoKey
from lintpost.post.post import Post
from lintpost.site.site import Site

_JAPANESE = "々〇\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u9fff\uf900-\ufaff"
_STOPS = "、。"
_SPACES = " \u3000"
_CLASSES = {"letters": "A-Za-z", "digits": "0-9"}

_JAPANESE_LETTER = lazy(f"[{_JAPANESE}]")
_LATIN = lazy("[A-Za-z0-9]")
_SPACE_SIDES = MemoKey[list[tuple[str, str]]]("sides of spaces")
_SPACE_RUN = lazy(f"[{_SPACES}]+")
_DIGIT = lazy("[0-9]")
_SET = lazy("第[0-9]+|[ァ-ヺー]{2,9}[0-9]+(?![0-9.])|[0-9]+(?:[年月日時分秒つ]|番目)")
_MANY = 10
"""Places from which on a third as many as the others are no slips, but no habit."""
_NEAR = 12
"""Longer than any of them."""
_WORD = lazy("[!-~]+(?: [!-~]+)*")
_PHRASE = 40
"""Characters to look back and ahead for the ends of a phrase: longer than most titles."""
_PHRASE_END = lazy("[、。，！？!?「」『』（）()\n]")
_OPENING, _CLOSING = ("「", "『"), ("」", "』")
_BETWEEN_JAPANESE = lazy(f"[{_JAPANESE}][{_SPACES}]+[{_JAPANESE}]")
_WORD_BEFORE = lazy("[!-~][ -~]*\\Z")


class Options(PhraseOptions):
    """`space`: ``consistent`` reports the rarer way of a post, of letters and of digits. `between`: what Japanese borders on.
    `punctuation`: whether 、 and 。 count as Japanese. No border inside a match of `allow` counts.
    """

    scope: tuple[str, ...] = ("plain",)
    space: Literal["never", "always", "consistent"] = "consistent"
    between: tuple[Literal["letters", "digits"], ...] = ("letters", "digits")
    punctuation: bool = False
    allow: tuple[str, ...] = ()

    def validate(self) -> None:
        """Every pattern can be read."""
        refuse_bad_patterns("allow", self.allow)


class _Members(dict[str, bool]):
    """Which characters are of a class; each is asked for once."""

    def __init__(self, pattern: str) -> None:
        super().__init__()
        self._pattern = re.compile(pattern)

    def __missing__(self, char: str) -> bool:
        self[char] = self._pattern.match(char) is not None
        return self[char]


class _Border(NamedTuple):
    scope: Scope
    piece: int
    start: int
    end: int
    """The white space, of the scope's text; nothing where the sides touch."""


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each border that is not as it should be; its fix is safe. A post without a habit has one hit.

    Letters and digits have their own habits: many write 2つ, and a space beside words.
    """
    for latin in options.between:
        if options.space == "consistent" and not any(
            _is_spaced(post, name, latin, options) for name in options.scope
        ):
            continue  # most posts put no space anywhere
        names = NamePlaces(post, site)
        borders = [
            one for name in options.scope for one in _borders(post, name, latin, options)
            if not (names and names.inside(*one.scope.source(one.piece, one.start, one.end)))
        ]  # fmt: skip
        spaced = [border for border in borders if border.start < border.end]
        tight = [border for border in borders if border.start == border.end]
        space = options.space
        if space == "consistent":
            spaced = [one for one in spaced if not _is_gap(one)]
            if not spaced or not tight:
                continue
            free = [border for border in tight if not _is_set(border)]
            space = "never" if len(spaced) <= len(free) else "always"
            spaced = [one for one in spaced if not (_parts_clauses(one) or _parts_terms(one))]
            tight = tight if space == "never" else free
        wrong, others = (spaced, tight) if space == "never" else (tight, spaced)
        hits = [_hit(border, space, len(others)) for border in wrong]
        if options.space == "consistent" and len(hits) >= max(_MANY, len(others) // 3):
            hits = [as_one(hits)]
        yield from hits


def _is_set(border: _Border) -> bool:
    """Whether a border is one that posts with spaces write tight, too: of the number of a date, 第1, フェーズ1 or 2つ."""
    text, at = border.scope.text, border.start
    if not (_DIGIT.match(text, at - 1) or _DIGIT.match(text, at)):
        return False
    found = _SET.finditer(text, max(0, at - _NEAR), at + _NEAR)
    return any(match.start() <= at <= match.end() for match in found)


def _is_gap(border: _Border) -> bool:
    """Whether an ideographic space parts two columns (``19:00　開会``), and is no habit of writing."""
    return "\u3000" in border.scope.text[border.start : border.end]


def _parts_clauses(border: _Border) -> bool:
    """Whether the Latin word stands close to Japanese on its other side (``…の話 AIは``).

    Then the space parts two clauses, or a title from its text, and must not go.
    """
    text, start, end = border.scope.text, border.start, border.end
    if _LATIN.match(text, end):
        word = _WORD.match(text, end)
        return word is not None and _JAPANESE_LETTER.match(text, word.end()) is not None
    word = _WORD_BEFORE.search(text, max(0, start - 80), start)
    return word is not None and _JAPANESE_LETTER.match(text, word.start() - 1) is not None


def _parts_terms(border: _Border) -> bool:
    """Whether the space stands in a title, a label or words to search for: `「Go 入門」`, `電動 昇降 机 A4`.

    That is what a short phrase in quotation marks is, and one with a space between two Japanese letters.
    """
    text = border.scope.text
    low = max(0, border.start - _PHRASE)
    first = max(match.end() for match in _PHRASE_END.finditer(f"\n{text[low : border.start]}")) - 1
    before = text[low + first : border.start]
    behind = _PHRASE_END.split(f"{text[border.end : border.end + _PHRASE]}\n", 1)[0]
    opening, closing = low + first - 1, border.end + len(behind)
    if text[max(0, opening) : low + first] in _OPENING and text[closing : closing + 1] in _CLOSING:
        return True
    return any(_BETWEEN_JAPANESE.search(part) for part in (before, behind))


def _hit(border: _Border, space: str, others: int) -> Hit:
    scope, piece, start, end = border
    text = scope.text
    # Both sides are shown, and the place is never empty: an editor must see what is meant.
    around = (start, end) if end > start else (start - 1, start + 1)
    first, last = scope.source(piece, start, end)
    params = {"before": text[start - 1], "after": text[end], "others": others}
    fix = None
    if piece not in scope.inexact:
        fix = Fix(
            trust_at(scope.post, first, last), (Edit(first, last, "" if space == "never" else " "),)
        )
    return Hit(*scope.source(piece, *around), space, params, fix)


def _borders(post: Post, name: str, latin: str, options: Options) -> Iterator[_Border]:
    scope = scope_of(post, name)
    text = scope.text
    allowed = SpanSet(spans_in(text, options.allow))
    japanese = _japanese(options.punctuation)
    piece = 0
    for start, end in _gaps(text, _runs(latin), japanese):
        while scope.spans[piece][1] < start:
            piece += 1
        if not allowed.meets(start - 1, end + 1):
            yield _Border(scope, piece, start, end)


def _is_spaced(post: Post, name: str, latin: str, options: Options) -> bool:
    """Whether any border of a scope has a space."""
    sides = post.memo.get_or_make(_SPACE_SIDES, lambda: _space_sides(post, name), name)
    japanese, letters = _japanese(options.punctuation), _runs(latin)
    return any(
        (japanese[before] and letters.match(after)) or (japanese[after] and letters.match(before))
        for before, after in sides
    )


def _space_sides(post: Post, name: str) -> list[tuple[str, str]]:
    """The characters before and after each run of spaces of a scope."""
    text = scope_of(post, name).text
    spans = (match.span() for match in _SPACE_RUN.finditer(text))
    return [(text[first - 1 : first], text[last : last + 1]) for first, last in spans]


def _gaps(text: str, runs: re.Pattern[str], japanese: "_Members") -> Iterator[tuple[int, int]]:
    """The white space between Japanese and runs of letters or digits; empty where they touch."""
    for match in runs.finditer(text):
        start, end = match.span()
        before = start
        while before and text[before - 1] in _SPACES:
            before -= 1
        if before and japanese[text[before - 1]]:
            yield before, start
        after = end
        while text[after : after + 1] in _SPACES and after < len(text):
            after += 1
        if after < len(text) and japanese[text[after]]:
            yield end, after


@cache
def _runs(latin: str) -> re.Pattern[str]:
    return re.compile(f"[{_CLASSES[latin]}]+")


@cache
def _japanese(punctuation: bool) -> _Members:
    return _Members(f"[{_JAPANESE}{_STOPS if punctuation else ''}]")


CHECK = Check(
    name="latin-space",
    options=Options,
    messages={"never": ("after", "before", "others"), "always": ("after", "before", "others")},
    run=run,
    reads=("front-matter", "markdown"),
    site=("names",),
    changes=("text",),
)
