"""Words in a row, by spelling and part of speech (Vale's `sequence`)."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Any, Literal, NamedTuple

from lintpost.checks.common.patterns.gathered_hits import as_one
from lintpost.checks.common.patterns.word_patterns import WordPattern, read_patterns
from lintpost.checks.common.sentences.prose import CODE, ModeOptions, nodes, plains
from lintpost.checks.common.sentences.quotations import quotations
from lintpost.checks.common.sentences.quoted_titles import trust_at
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.post.edit import Edit
from lintpost.post.markdown.tree import EMPHASIS, IMAGE, LINK, QUOTE
from lintpost.post.memo import MemoKey
from lintpost.post.post import Post
from lintpost.post.prose.sentence_tree import Plain, plain, whole
from lintpost.post.prose.words import Word, words
from lintpost.site.literals import Literals, Occurrences
from lintpost.site.site import Site


class Options(ModeOptions):
    """`patterns`: each with its `tokens`. `scope`: whole sentences, paragraphs, every run of text, or runs
    outside links, quotations and emphasis (`unquoted`). `code`: the character that code is masked with.
    `quoted`: whether what stands in 「」, 『』 and “”, and in links, is looked at.

    ``compat`` matches as textlint does, and takes a run of text as it stands.
    """

    scope: Literal["sentence", "paragraph", "text", "unquoted"] = "sentence"
    patterns: tuple[dict[str, object], ...] = ()
    code: str = CODE
    quoted: bool = True

    def __init__(self, values: dict[str, Any] | None = None) -> None:
        """Raises `OptionError` for a pattern that cannot be read."""
        super().__init__(values)
        self.read = read_patterns(self.patterns)


class _Text(NamedTuple):
    plain: Plain
    words: tuple[Word, ...]


class _Found(NamedTuple):
    """A match: its words that are there, and the text of each."""

    pattern: WordPattern
    words: list[tuple[_Text, Word]]
    tokens: list[Word | None]


def prepare(options: Options, site: Site) -> None:
    """Let the words of the patterns be looked for from the first post on."""
    for pattern in options.read:
        _literals(site).numbers(pattern.needs)


_LITERALS = MemoKey[Literals]("literals of sequences")


def _literals(site: Site) -> Literals:
    """The words that patterns need: apart from those of phrases, which the sentences need not be searched for."""
    return site.memo.get_or_make(_LITERALS, Literals)


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each match; of a pattern with `least` one for all, where there are so many."""
    needs = [_literals(site).numbers(pattern.needs) for pattern in options.read]
    texts = _texts(post, options, site)
    find = _streamed if options.compat else _precise
    for pattern, needed in zip(options.read, needs, strict=True):
        hits = _hits(post, find(texts, pattern, needed), options)
        if pattern.least == 1:
            yield from hits
        elif len(many := list(hits)) >= pattern.least:
            yield as_one(many)


def _hits(post: Post, matches: Iterator["_Found"], options: Options) -> Iterator[Hit]:
    for found in matches:
        if not options.quoted and _is_quoted(post, found):
            continue
        hit = _hit(post, found)
        if hit is not None and not (options.scope == "paragraph" and _is_foreign(post, hit.start)):
            yield hit


def _is_quoted(post: Post, found: _Found) -> bool:
    """Whether it stands in quotation marks, or in a link, which may be another post's title."""
    text, word = found.words[0]
    place = text.plain.place(word.start)
    return quotations(text.plain.text).holds_at(word.start) or bool(
        post.markdown.flags_at(place) & LINK
    )


def _is_foreign(post: Post, place: int) -> bool:
    """Whether a place lies in a link or in code, which `paragraph` reads and does not report."""
    return any(
        node.start <= place < node.end
        for kind in ("Link", "Code")
        for node in nodes(post, kind, compat=True)
    )


def _plains(post: Post, options: Options) -> Iterator[Plain]:
    if options.scope == "sentence":
        for _, row in plains(post, options.code, compat=options.compat):
            yield from (text for _, text in row)
    elif options.scope == "paragraph":
        for node in nodes(post, "Paragraph", compat=options.compat, without=QUOTE):
            yield plain(whole(node.children))
    else:
        without = LINK | IMAGE | QUOTE | EMPHASIS if options.scope == "unquoted" else 0
        for node in nodes(post, "Str", compat=options.compat, without=without):
            yield plain(whole([node]))


class _Texts(NamedTuple):
    """The texts of a scope, the bytes at which each begins where all stand together, and where the
    site's literals stand there.
    """

    plains: list[Plain]
    begins: list[int]
    occurrences: Occurrences

    def with_any(self, needs: tuple[int, ...]) -> list[Plain]:
        """The texts that hold one of some literals; all texts where there is none to hold."""
        if not needs:
            return self.plains
        starts = (start for need in needs for start in self.occurrences.get(need, ()))
        numbers = sorted({bisect_right(self.begins, start) - 1 for start in starts})
        return [self.plains[number] for number in numbers]


_TEXTS = MemoKey[_Texts]("texts of sequences")


def _texts(post: Post, options: Options, site: Site) -> _Texts:
    literals = _literals(site)
    key = (options.scope, options.code, options.compat, literals, len(literals))
    return post.memo.get_or_make(_TEXTS, lambda: _read_texts(post, options, site), *key)


def _read_texts(post: Post, options: Options, site: Site) -> _Texts:
    read = list(_plains(post, options))
    pieces = [f"{text.text}\n".encode() for text in read]
    begins = list(accumulate(map(len, pieces), initial=0))
    return _Texts(read, begins, _literals(site).find(b"".join(pieces)))


def _precise(texts: _Texts, pattern: WordPattern, needs: tuple[int, ...]) -> Iterator[_Found]:
    for read in texts.with_any(needs):
        text = _Text(read, words(read.text))
        for tokens in pattern.matches(text.words):
            yield _Found(pattern, [(text, word) for word in tokens if word is not None], tokens)


def _streamed(texts: _Texts, pattern: WordPattern, needs: tuple[int, ...]) -> Iterator[_Found]:
    if needs and not texts.with_any(needs):
        return
    whose: dict[int, _Text] = {}
    stream: list[Word] = []
    for read in texts.plains:
        text = _Text(read, words(read.text))
        # The same words serve every text that reads the same, so each is told apart by its place.
        for word in text.words:
            own = Word(*word)
            whose[id(own)] = text
            stream.append(own)
    for tokens in pattern.streamed(stream):
        found = [(whose[id(word)], word) for word in tokens if word is not None]
        yield _Found(pattern, found, tokens)


def _hit(post: Post, found: _Found) -> Hit | None:
    pattern, parts = found.pattern, found.words
    matched = "".join(word.surface for _, word in parts)
    if any(spared.search(matched) for spared in pattern.spared):
        return None
    first, last = parts[0], parts[-1]
    if pattern.at != "all":
        token = found.tokens[int(pattern.at) - 1]
        first = last = next(part for part in parts if part[1] is token)
    low = first[1].start + max(first[1].surface.find(pattern.mark), 0)
    high = low + len(pattern.mark) if pattern.mark else last[1].start + len(last[1].surface)
    start, end = first[0].plain.place(low), last[0].plain.span(high - 1, high)[1]
    written = None if pattern.fix is None else _filled(pattern.fix, found.tokens)
    fix = None
    if written is not None:
        low = parts[0][0].plain.place(parts[0][1].start)
        high = parts[-1][0].plain.span(
            parts[-1][1].start, parts[-1][1].start + len(parts[-1][1].surface)
        )[1]
        if high - low == len(matched):
            fix = Fix(
                trust_at(post, low, high) if pattern.safe else "unsafe", (Edit(low, high, written),)
            )
    params = {"text": matched, "name": written or "", "first": parts[0][1].surface}
    return Hit(start, end, pattern.key, params, fix)


def _filled(template: str, tokens: list[Word | None]) -> str:
    for number in range(len(tokens), 0, -1):
        word = tokens[number - 1]
        template = template.replace(f"${number}", word.surface if word else "")
    return template


CHECK = Check(
    name="sequence",
    options=Options,
    messages=lambda options: {pattern.key: ("text", "name", "first") for pattern in options.read},
    run=run,
    reads=("markdown", "tree", "words"),
    package="MeCab",
    changes=("text",),
    prepare=prepare,
)
