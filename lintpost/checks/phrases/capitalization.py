"""How a heading (or any other scope) is capitalized (Vale's `capitalization`)."""

from collections.abc import Iterator
from typing import Literal

from lintpost.checks.common.patterns.phrase_options import PhraseOptions, refuse_bad_patterns
from lintpost.checks.common.patterns.scopes import scope_of
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.post.cut_out import CUT_OUT
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.site import Site

_WORD = lazy(r"\ufffc|[A-Za-z][A-Za-z0-9'’.-]*")
"""A word, or the stand-in for code or a mask."""
_JAPANESE = lazy("[\u3041-\u30ff\u3400-\u9fff]")
# Words that titles leave small: articles, and conjunctions and prepositions of up to three letters (AP) or
# of any length (Chicago).
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "if",
        "in",
        "nor",
        "of",
        "off",
        "on",
        "or",
        "per",
        "so",
        "the",
        "to",
        "up",
        "via",
        "vs",
        "yet",
    ]
)
_PREPOSITIONS = frozenset(
    [
        "about",
        "above",
        "across",
        "after",
        "against",
        "along",
        "among",
        "around",
        "before",
        "behind",
        "below",
        "beneath",
        "beside",
        "between",
        "beyond",
        "down",
        "during",
        "except",
        "from",
        "inside",
        "into",
        "like",
        "near",
        "onto",
        "out",
        "outside",
        "over",
        "past",
        "since",
        "through",
        "toward",
        "under",
        "until",
        "upon",
        "with",
        "within",
        "without",
    ]
)
_NAMED = ("$title", "$sentence", "$lower", "$upper")


class Options(PhraseOptions):
    """`match`: ``$title``, ``$sentence``, ``$lower``, ``$upper`` or a pattern of the whole text. `style`: whose
    titles. `exceptions`: words that are written as they stand there; `threshold`: the part of the words, in
    percent, that must be right. Texts with Japanese are passed over.
    """

    scope: tuple[str, ...] = ("heading",)
    match: str = "$sentence"
    style: Literal["AP", "Chicago"] = "AP"
    exceptions: tuple[str, ...] = ()
    threshold: int = 100

    def validate(self) -> None:
        """The pattern can be read."""
        if self.match not in _NAMED:
            refuse_bad_patterns("match", (self.match,))


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each text."""
    for name in options.scope:
        scope = scope_of(post, name)
        for piece, (start, end) in enumerate(scope.spans):
            text = scope.text[start:end].strip()
            if not text or _JAPANESE.search(text):
                continue
            wrong = _wrong(text, options)
            if wrong:
                place = scope.source(piece, start, end)
                shown = scope.shown(piece, start, end).strip()
                yield Hit(*place, "", {"text": shown, "words": wrong})


def _wrong(text: str, options: Options) -> list[str]:
    """The words that are not as they should be; of a pattern the whole text."""
    if options.match not in _NAMED:
        from lintpost.site.js_regex import compile_js

        return [] if compile_js(options.match, "").pattern.fullmatch(text) else [text]
    words = [match[0].rstrip(".") for match in _WORD.finditer(text)]
    exempt = {word.lower(): word for word in options.exceptions}
    wrong = []
    for index, word in enumerate(words):
        if word == CUT_OUT:
            continue
        if word.lower() in exempt:
            is_right = word == exempt[word.lower()]
        else:
            is_right = _is_right(word, index, len(words), options)
        if not is_right:
            wrong.append(word)
    count = len(words) - words.count(CUT_OUT)
    right = 100 * (count - len(wrong))
    return wrong if count and right < options.threshold * count else []


def _is_right(word: str, index: int, count: int, options: Options) -> bool:
    if options.match == "$lower":
        return word == word.lower()
    if options.match == "$upper":
        return word == word.upper()
    if any(char.isupper() or char == "." for char in word[1:]) or any(map(str.isdigit, word)):
        return True  # a name or an abbreviation: GitHub, API, server.port, H2O
    if options.match == "$sentence":
        # Nobody can tell a name from a capitalized word: `exceptions` lists the names.
        return word[0].isupper() if index == 0 else word[0].islower() or word == "I"
    is_end = index in (0, count - 1)
    is_small = word.lower() in _SMALL or (
        options.style == "Chicago" and word.lower() in _PREPOSITIONS
    )
    return word[0].isupper() if is_end or not is_small else word[0].islower()


CHECK = Check(
    name="capitalization",
    options=Options,
    messages={"": ("text", "words")},
    run=run,
    reads=("front-matter", "markdown"),
    block_alone=True,
)
