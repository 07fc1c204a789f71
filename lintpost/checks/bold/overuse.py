"""So much bold that nothing stands out any more."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from lintpost.checks.common.blocks.questions import interview_questions
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy
from lintpost.post.markdown.emphasis import Bold
from lintpost.post.post import Post
from lintpost.post.prose.sentences import sentences
from lintpost.site.site import Site

_BETWEEN = lazy(r"[\s、，,・／/＋+&]*(?:と|や|および|及び|または|and|or)?[\s、，,・／/＋+&]*")
_NAME = lazy(
    r"[「“\"]?(?:[0-9A-Za-z]*[A-Z0-9][0-9A-Za-z.+\-]*|[a-z]+[ ][A-Z]|[\u30a1-\u30fa\u30fc・]{3,}\Z)"
)


class Options(CheckOptions):
    """`paragraph`: percent of the letters of a paragraph of at least `letters`; `whole`: the percent from
    which on a single span counts; `sentences`: percent of a post's sentences that hold bold, of at least
    `least`; `row`: spans with no more than a comma between them. 0 turns one off.
    """

    paragraph: int = 35
    letters: int = 120
    whole: int = 60
    sentences: int = 40
    least: int = 20
    row: int = 5


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit for each such paragraph and row, and at most one for the post, at its first bold."""
    bold = post.markdown.bold
    if not bold:
        return
    by_block = post.markdown.bold_by_block()
    if options.sentences:
        yield from _in_sentences(post, options, by_block)
    runs: list[tuple[int, int]] = []
    for index, spans in by_block.items():
        if index < 0:
            continue
        kind = post.markdown.leaves[index][2]
        if kind == "Paragraph" and options.paragraph:
            runs = runs or post.markdown.runs
            yield from _in_paragraph(post, options, index, spans, runs)
        if kind in ("Paragraph", "Item") and options.row:
            yield from _in_a_row(post, options, spans)


def _in_paragraph(
    post: Post, options: Options, index: int, spans: list[Bold], runs: list[tuple[int, int]]
) -> Iterator[Hit]:
    written = sum(one.inner_end - one.inner_start for one in spans)
    if 100 * written < options.paragraph * options.letters:
        return  # too little for the shortest paragraph that counts
    letters = _letters(post.markdown.leaf_text(post.markdown.leaves[index]))
    if letters < options.letters:
        return
    percent = 100 * _marked(post.text, spans, runs) // letters
    # One sentence of three may well be bold. A paragraph that is bold as a whole is bold/whole-paragraph's.
    least = options.paragraph if len(spans) > 1 else max(options.paragraph, options.whole)
    if least <= percent < 95:
        yield Hit(spans[0].start, spans[-1].end, "paragraph", {"percent": percent})


def _marked(text: str, spans: list[Bold], runs: list[tuple[int, int]]) -> int:
    """The letters of the prose in spans: addresses of links and code are none."""
    total = 0
    for bold in spans:
        at = max(0, bisect_right(runs, (bold.inner_start, bold.inner_start)) - 1)
        while at < len(runs) and runs[at][0] < bold.inner_end:
            start, end = max(runs[at][0], bold.inner_start), min(runs[at][1], bold.inner_end)
            total += _letters(text[start:end])
            at += 1
    return total


def _in_a_row(post: Post, options: Options, spans: list[Bold]) -> Iterator[Hit]:
    if len(spans) < options.row:
        return
    row = [spans[0]]
    for left, right in [*pairwise(spans), (spans[-1], None)]:
        if right is not None and _BETWEEN.fullmatch(post.text, left.end, right.start):
            row.append(right)
            continue
        names = sum(_is_name(post.text[one.inner_start : one.inner_end]) for one in row)
        if len(row) >= options.row and 2 * names < len(row):
            yield Hit(row[0].start, row[-1].end, "row", {"count": len(row)})
        row = [right] if right is not None else []


def _in_sentences(post: Post, options: Options, by_block: dict[int, list[Bold]]) -> Iterator[Hit]:
    # Most posts come nowhere near; to part them into sentences takes longer than all the rest.
    if 100 * len(post.markdown.bold) < options.sentences * post.text.count("。", post.body):
        return
    total = marked = 0
    questions = interview_questions(post)
    for index, leaf in enumerate(post.markdown.leaves):
        if leaf[2] != "Paragraph" or index in questions:
            continue
        block = post.markdown.block(index)
        spans = iter(by_block.get(index, ()))
        bold = next(spans, None)
        for start, end in sentences(post.text[block.start : block.end], block.start):
            total += 1
            while bold is not None and bold.end <= start:
                bold = next(spans, None)
            marked += bold is not None and bold.start < end
    if total >= options.least and 100 * marked >= options.sentences * total:
        first = post.markdown.bold[0]
        params = {"marked": marked, "total": total}
        yield Hit(first.start, first.end, "sentences", params)


def _is_name(text: str) -> bool:
    """Whether a bold text is written as names are: in Latin letters with a capital or digit, or in katakana."""
    return _NAME.match(text) is not None


def _letters(text: str) -> int:
    return len("".join(text.split()))


CHECK = Check(
    name="bold-overuse",
    options=Options,
    messages={"paragraph": ("percent",), "sentences": ("marked", "total"), "row": ("count",)},
    run=run,
    reads=("markdown",),
)
