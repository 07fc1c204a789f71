"""Many kanji in a row, which readers must part by themselves (textlint's max-kanji-continuous-len)."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal

from lintpost.checks.common.patterns.scopes import scope_of
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.site import Site

_KANJI = "々〇〻\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# What ends the proper name of a body, a law or a place: nobody can write it otherwise.
_NAME = lazy(
    "(?:[省庁局署院社法令県市区町村課室委]|協会|学会|機構|機関|財団|法人|連合|連盟|組合|会議|大学|学部|学科|研究科|高校|"
    "研究所|裁判所|条例|規則|条約|憲章|宣言|協定|工業|銀行|証券|製作所|監修|選手権|大会|空港|号)$"
)

_OPENING = ("「", "『", "“", "（", "(")
_CLOSING = ("」", "』", "”", "）", ")")
_KANA = lazy("[\u3041-\u30fa]")


class Options(CheckOptions):
    """`max`: kanji in a row that are still well (code points); `allow`: words that may be longer.

    `mode`: ``compat`` counts UTF-16 units and looks at bold and plain text one by one, as textlint
    does; ``precise`` leaves proper names out, terms in quotation marks, and terms that the post writes more than
    `often` times.
    """

    mode: Literal["precise", "compat"] = "precise"
    max: int = 10
    often: int = 2
    allow: tuple[str, ...] = ()


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each run."""
    runs = re.compile(f"[{_KANJI}]{{{options.max // 2 + 1},}}")
    compat = options.mode == "compat"
    scope = scope_of(post, "unquoted")
    found = list(runs.finditer(scope.text))
    counts = Counter(match[0] for match in found)
    piece = 0
    for match in found:
        word = match[0]
        size = len(word.encode("utf-16-le")) // 2 if compat else len(word)
        if size <= options.max or word in options.allow:
            continue
        if not compat and (_NAME.search(word) or counts[word] > options.often):
            continue
        while scope.spans[piece][1] < match.end():
            piece += 1
        if not compat and _is_foreign(scope.text, match.span(), scope.spans[piece]):
            continue
        params = {"count": size, "max": options.max, "text": word}
        yield Hit(*scope.source(piece, *match.span()), "", params)


def _is_foreign(text: str, run: tuple[int, int], piece: tuple[int, int]) -> bool:
    """Whether a run is a term in quotation marks or a gloss in brackets, as others coined it, or stands in a text without kana (漢文)."""
    start, end = run
    if text[start - 1 : start] in _OPENING and text[end : end + 1] in _CLOSING and start:
        return True
    return _KANA.search(text, *piece) is None and end - start < piece[1] - piece[0]


CHECK = Check(
    name="kanji-run",
    options=Options,
    messages={"": ("count", "max", "text")},
    run=run,
    reads=("markdown",),
)
