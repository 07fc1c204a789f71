"""Sentences, paragraphs, headings and sections that are too long or too short."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from lintpost.checks.common.patterns.phrase_options import PhraseOptions
from lintpost.checks.common.patterns.scopes import SECTION, scope_of
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.post.lazy import lazy
from lintpost.post.markdown.tree import MarkdownNode
from lintpost.post.post import Post
from lintpost.post.prose.sentence_tree import plain, whole
from lintpost.post.prose.sentences import sentences
from lintpost.site.site import Site

_OPENING = lazy('["“]')
_CLOSING = {'"': '"', "“": "”"}


class Options(PhraseOptions):
    """`unit`: characters (code points without white space) or words. Beside the other scopes there is
    ``section``: what stands under a heading, up to the next one.
    """

    scope: tuple[str, ...] = ("sentence",)
    unit: Literal["characters", "words"] = "characters"
    min: int = 0
    max: int | None = None


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each piece; of a section at its heading."""
    for name in options.scope:
        if name == SECTION:
            yield from _sections(post, options)
            continue
        scope = scope_of(post, name)
        for piece, span in enumerate(scope.spans):
            for start, end in _parts(scope.text, span, options) if name == "sentence" else (span,):
                size = _size(scope.text[start:end], options)
                key = _key(size, options)
                if key:
                    yield _hit(scope.source(piece, start, end), key, size, options)


def _parts(text: str, span: tuple[int, int], options: Options) -> list[tuple[int, int]]:
    """A sentence, or those within its quotation marks where it is too long as a whole."""
    start, end = span
    if _key(_size(text[start:end], options), options) != "long":
        return [span]
    parts = []
    for first, after in _quoted(text, start, end):
        for (_, last), (following, _) in pairwise(sentences(text[first:after], first)):
            parts.append((start, last))
            start = following
    return [*parts, (start, end)]


def _quoted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What stands in quotation marks between two offsets. Linear: a mark that nothing closes is not searched for."""
    last = {mark: text.rfind(mark, start, end) for mark in _CLOSING.values()}
    at = start
    while (opening := _OPENING.search(text, at, end)) is not None:
        at, mark = opening.end(), _CLOSING[opening[0]]
        if last[mark] >= at:
            close = text.index(mark, at)
            yield at, close
            at = close + 1


def _size(text: str, options: Options) -> int:
    words = text.split()
    return len(words) if options.unit == "words" else sum(map(len, words))


def _key(size: int, options: Options) -> str:
    if options.max is not None and size > options.max:
        return "long"
    return "short" if size < options.min else ""


def _hit(span: tuple[int, int], key: str, size: int, options: Options) -> Hit:
    return Hit(*span, key, {"count": size, "max": options.max, "min": options.min})


def _sections(post: Post, options: Options) -> Iterator[Hit]:
    heading: MarkdownNode | None = None
    size = 0
    for node in (*post.tree().children, None):
        if node is not None and node.kind != "Heading":
            prose = (one for one in node.walk() if one.kind in ("Paragraph", "TableCell"))
            size += sum(_size(plain(whole(one.children), "").text, options) for one in prose)
            continue
        key = _key(size, options)
        if heading is not None and key:
            yield _hit((heading.start, heading.end), key, size, options)
        heading, size = node, 0


def _reported(options: Options) -> set[str]:
    found = {"long"} if options.max is not None else set()
    return found | ({"short"} if options.min > 0 else set())


CHECK = Check(
    name="length",
    options=Options,
    messages={"long": ("count", "min", "max"), "short": ("count", "min", "max")},
    reported=_reported,
    run=run,
    reads=("front-matter", "markdown"),
)
