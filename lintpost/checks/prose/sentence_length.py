"""Sentences that are too long to be read at once (textlint's sentence-length)."""

from collections.abc import Iterator
from typing import NamedTuple

from lintpost.checks.common.patterns.phrase_options import refuse_bad_patterns
from lintpost.checks.common.sentences.prose import ModeOptions, sentences
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.post.lazy import lazy
from lintpost.post.markdown.tree import MarkdownNode
from lintpost.post.post import Post
from lintpost.post.prose.sentence_tree import Piece, Plain, Sentence, plain, whole
from lintpost.site.site import Site

_JAPANESE = lazy("[\u3041-\u3096\u30a1-\u30fa]")
_ENDS = lazy("[。！？]")
_WORD = lazy("[!-~]+")


class Options(ModeOptions):
    """`max`: characters of a sentence. `skip`: patterns that are taken out before counting.

    ``compat`` counts UTF-16 units over line ends (code points with `code-points`), and leaves links out
    that show their own address unless `addresses` is on. ``precise`` ends a sentence at a line end too, counts
    Latin letters half, and looks at Japanese sentences alone.
    """

    max: int = 120
    skip: tuple[str, ...] = ()
    code_points: bool = False
    addresses: bool = False

    def validate(self) -> None:
        """Every pattern can be read."""
        refuse_bad_patterns("skip", self.skip)


class _Measured(NamedTuple):
    start: int
    end: int
    size: int


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each sentence."""
    measure = _compat if options.compat else _precise
    for paragraph, found in sentences(post, compat=options.compat):
        # A letter outside the BMP is two UTF-16 units.
        if 2 * (paragraph.end - paragraph.start) <= options.max:
            continue
        if len(paragraph.children) == 1 and paragraph.children[0].kind == "Link":
            continue
        for sentence in found:
            if not options.compat and sentence.end - sentence.start <= options.max:
                continue  # the source is no shorter than what is read
            for start, end, size in measure(sentence, options):
                if size > options.max:
                    yield Hit(start, end, "", {"count": size, "max": options.max})


def _compat(sentence: Sentence, options: Options) -> Iterator[_Measured]:
    pieces = [
        piece for piece in sentence.pieces if options.addresses or not _is_address(piece.node)
    ]
    text = _without(plain(pieces).text, options.skip)
    size = len(text) if options.code_points else len(text.encode("utf-16-le")) // 2
    yield _Measured(sentence.start, sentence.end, size)


def _is_address(node: MarkdownNode) -> bool:
    return node.kind == "Link" and plain(whole(node.children)).text == node.value


def _precise(sentence: Sentence, options: Options) -> Iterator[_Measured]:
    pieces = [Piece(*piece) for piece in sentence.pieces if not _is_address(piece.node)]
    read = plain(pieces)
    at = 0
    for line in read.text.split("\n"):
        # Sentences that somebody says within this one are read one by one.
        longest = max(map(len, _ENDS.split(line)))
        if longest > options.max and _JAPANESE.search(line):
            yield _measured(read, at, line, options)
        at += len(line) + 1


def _measured(read: Plain, at: int, line: str, options: Options) -> _Measured:
    kept = _without(line, options.skip)
    latin = sum(len(match[0]) for match in _WORD.finditer(kept))
    lead = len(line) - len(line.lstrip())
    first, last = read.span(at + lead, at + len(line.rstrip()))
    return _Measured(first, last, len(kept) - latin // 2)


def _without(text: str, skip: tuple[str, ...]) -> str:
    if skip:
        from lintpost.site.js_regex import compile_js

        for pattern in skip:
            text = compile_js(pattern, "m").pattern.sub("", text)
    return text


CHECK = Check(
    name="sentence-length",
    options=Options,
    messages={"": ("count", "max")},
    run=run,
    reads=("tree",),
    block_alone=True,
)
