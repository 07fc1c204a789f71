"""Half-width brackets around Japanese (JTF 4.3.1 and 4.3.2)."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby
from typing import Literal, NamedTuple

from lintpost.checks.common.patterns.scopes import Scope, scope_of
from lintpost.checks.common.sentences.quoted_titles import trust_at
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Applicability, Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.cut_out import CUT_OUT
from lintpost.post.edit import Edit
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.site import Site

_JAPANESE = lazy("[ぁ-ゖァ-ヺー々㐀-鿿]")
_WIDE = {"(": "（", ")": "）", "[": "［", "]": "］"}
_SYNTAX_BEFORE = frozenset("!\\[]")
_SYNTAX_BEHIND = frozenset("([]{:")
"""What makes a pair of square brackets a link, an image, a footnote or a definition, or a try at one."""


class Options(CheckOptions):
    """`kind` of brackets: ``round`` or ``square``."""

    kind: Literal["round", "square"] = "round"


class _Found(NamedTuple):
    """A bracket to be replaced, and its partner; offsets of a block's text."""

    at: int
    partner: int | None
    is_certain: bool


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each bracket. The fix of either of a pair replaces both: one alone would match no other."""
    first, last = "()" if options.kind == "round" else "[]"
    find = _round if options.kind == "round" else _square
    if first.encode() not in post.source.data and last.encode() not in post.source.data:
        return
    scope = scope_of(post, "plain")
    for parts in _blocks(post, scope):
        text = CUT_OUT.join(scope.text[begin:end] for _, begin, end in parts)
        found = sorted(find(text, *_pairs(text, first, last)))
        places = _places(post, scope, parts, [one.at for one in found])
        for at, partner, is_certain in found:
            both = [one for one in (at, partner) if one is not None]
            if all(one in places for one in both):
                edits = tuple(Edit(*places[one], _WIDE[text[one]]) for one in both)
                trust: set[Applicability] = {trust_at(post, *places[one]) for one in both}
                is_safe = is_certain and trust == {"safe"}
                params = {"text": text[at], "name": _WIDE[text[at]]}
                yield Hit(*places[at], "", params, Fix("safe" if is_safe else "unsafe", edits))


def _places(
    post: Post, scope: Scope, parts: list[tuple[int, int, int]], found: list[int]
) -> dict[int, tuple[int, int]]:
    """Where offsets of a block's text (sorted) stand in the file; those behind a backslash are left out."""
    places = {}
    offset = 0
    left = iter(found)
    at = next(left, -1)
    for piece, begin, end in parts:
        while offset <= at < offset + end - begin:
            start, stop = scope.source(piece, begin + at - offset, begin + at - offset + 1)
            if post.text[start - 1 : start] != "\\":
                places[at] = start, stop
            at = next(left, -1)
        offset += end - begin + len(CUT_OUT)
    return places


def _blocks(post: Post, scope: Scope) -> Iterator[list[tuple[int, int, int]]]:
    """The pieces of each leaf block, with their spans in the scope's text: a pair may enclose code."""
    for _, parts in groupby(
        ((piece, *span) for piece, span in enumerate(scope.spans)),
        lambda part: post.markdown.block_at(scope.source(*part)[0]),
    ):
        yield list(parts)


def _pairs(text: str, first: str, last: str) -> tuple[list[tuple[int, int]], list[int]]:
    """The pairs of brackets, and those without a partner."""
    opened: list[int] = []
    lone: list[int] = []
    pairs: list[tuple[int, int]] = []
    for at, char in enumerate(text):
        if char == first:
            opened.append(at)
        elif char == last and opened:
            pairs.append((opened.pop(), at))
        elif char == last:
            lone.append(at)
    return pairs, lone + opened


def _round(text: str, pairs: list[tuple[int, int]], lone: list[int]) -> Iterator[_Found]:
    """Pairs with Japanese in them; a lone bracket with Japanese before ``)`` or somewhere after ``(``."""
    japanese = [match.start() for match in _JAPANESE.finditer(text)]
    for start, end in pairs:
        if bisect_left(japanese, end) > bisect_left(japanese, start):
            yield from (_Found(start, end, True), _Found(end, start, True))
    for at in lone:
        if text[at - 1 : at] in (":", ";"):
            continue  # a face
        if _is_japanese(text, at - 1) if text[at] == ")" else japanese and japanese[-1] > at:
            yield _Found(at, None, True)


def _square(text: str, pairs: list[tuple[int, int]], lone: list[int]) -> Iterator[_Found]:
    """Pairs with Japanese at an end of what they hold or on both sides; lone ones for a person to judge."""
    for start, end in pairs:
        inside = _is_japanese(text, start + 1) or _is_japanese(text, end - 1)
        around = _is_japanese(text, start - 1) and _is_japanese(text, end + 1)
        if (inside or around) and not _is_syntax(text, start, end):
            yield from (_Found(start, end, True), _Found(end, start, True))
    for at in lone:
        if _is_japanese(text, at - 1) or _is_japanese(text, at + 1):
            yield _Found(at, None, False)


def _is_syntax(text: str, start: int, end: int) -> bool:
    """Whether square brackets are a mark of Markdown: ``[x]``, ``[^1]``, ``[!NOTE]``, ``[a][b]``, ``[[a]]``."""
    inner = text[start + 1 : end]
    return (
        inner.strip() in ("", "x", "X")
        or inner[0] in "![\\"
        or inner[-1] == "\\"
        or text[start - 1 : start] in _SYNTAX_BEFORE
        or text[end + 1 : end + 2] in _SYNTAX_BEHIND
    )


def _is_japanese(text: str, at: int) -> bool:
    return 0 <= at < len(text) and _JAPANESE.match(text[at]) is not None


CHECK = Check(
    name="bracket-width",
    options=Options,
    messages={"": ("name", "text")},
    run=run,
    reads=("markdown",),
    changes=("text",),
    block_alone=True,
)
