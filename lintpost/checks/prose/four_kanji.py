"""Idioms of four kanji in which one kanji was taken for another that is read or looks alike (異口堂音 for 異口同音)."""

from collections.abc import Iterator
from functools import cache

from lintpost.checks.common.kanji_readings import look_alike, read_alike
from lintpost.checks.common.patterns.scopes import scope_of
from lintpost.checks.common.sentences.quotations import quotations
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.site import Site

_KANJI = "々\u3400-\u9fff"
_FOUR = lazy(f"(?<![{_KANJI}])[{_KANJI}]{{4}}(?![{_KANJI}])")


class Options(CheckOptions):
    """`idioms`: idioms of four kanji, as they are written; variants of one stand side by side."""

    idioms: tuple[str, ...] = ()


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each four kanji that stand alone and differ from an idiom in one, read or looking alike."""
    scope = scope_of(post, "unquoted")
    known = _known(options.idioms)
    quoted = None
    piece = 0
    for match in _FOUR.finditer(scope.text):
        meant = _meant(match[0], known)
        if not meant:
            continue
        quoted = quoted or quotations(scope.text)
        if quoted.holds_at(match.start()):
            continue
        while scope.spans[piece][1] < match.end():
            piece += 1
        place = scope.source(piece, *match.span())
        fix = Fix("unsafe", (Edit(*place, meant),))
        yield Hit(*place, "", {"text": match[0], "name": meant}, fix)


@cache
def _known(idioms: tuple[str, ...]) -> dict[tuple[int, str], str]:
    """The idioms by what is left of each without its first, second, third or fourth kanji."""
    known = {(4, idiom): idiom for idiom in idioms}
    for idiom in idioms:
        for index in range(4):
            known[index, idiom[:index] + idiom[index + 1 :]] = idiom
    return known


def _meant(text: str, known: dict[tuple[int, str], str]) -> str:
    if (4, text) in known:
        return ""
    for index in range(4):
        idiom = known.get((index, text[:index] + text[index + 1 :]), "")
        right = idiom[index : index + 1]
        if idiom and text[index] in read_alike(right) + look_alike(right):
            return idiom
    return ""


CHECK = Check(
    name="four-kanji",
    options=Options,
    messages={"": ("name", "text")},
    run=run,
    reads=("markdown",),
    changes=("text",),
)
