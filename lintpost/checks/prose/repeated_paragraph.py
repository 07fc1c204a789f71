"""A paragraph that stands in a post twice."""

from bisect import bisect_left as bisect
from collections.abc import Iterator

from lintpost.checks.common.patterns.scopes import Scope, scope_of
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Copy, Hit, Related
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.cut_out import CUT_OUT
from lintpost.post.lazy import lazy
from lintpost.post.memo import MemoKey
from lintpost.post.post import Post
from lintpost.site.site import Site

_NOT_WORD = lazy(r"[\W_]+")
_SENTENCE = lazy(r"[。！？!?]|\.(?=\s|\Z)")
_TARGET = lazy(r"\](?:\([^()]*\)|\[[^\[\]]*\])")
_BLOCK = lazy(r"\S.*(?:\r?\n[ \t]*\S.*)*")
"""Lines up to the next blank one; the last may end in a carriage return."""

_Paragraph = tuple[int, int, bool]
"""A paragraph, the first that says the same, and whether it counts as a repetition."""
_PARAGRAPHS = MemoKey[list[_Paragraph]]("paragraphs that are not short")


class Options(CheckOptions):
    """Paragraphs below `letters` may be said again, and one sentence below `long`."""

    letters: int = 40
    long: int = 120


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit a post, at the first paragraph that was there before, punctuation aside.

    The related places are the one that it repeats, and the other stretches of paragraphs that repeat some;
    shorter paragraphs between two of a stretch belong to it.
    """
    if not _may_repeat(post, options.letters):
        return
    scope = scope_of(post, "paragraph")
    stretches: list[tuple[int, int]] = []
    count = 0
    goes_on = False
    for piece, before, counts in _long_enough(post, options):
        if counts:
            count += 1
            if not goes_on:
                stretches.append((piece, before))
        goes_on = counts
    if stretches:
        yield _hit(scope, stretches, count)


def copies(post: Post, options: Options) -> Iterator[Copy]:
    """The blocks that are the same as earlier ones, of every run of such that has a paragraph that counts."""
    scope = scope_of(post, "paragraph")
    counted = [
        scope.source(piece, *scope.spans[piece])[0]
        for piece, _, counts in _long_enough(post, options)
        if counts
    ]
    for run in _repeated_runs(post):
        if any(bisect(counted, one.start) < bisect(counted, one.end) for one in run):
            yield from run


def _repeated_runs(post: Post) -> Iterator[list[Copy]]:
    """Neighbouring blocks that are the same, letter for letter, as neighbouring blocks before them."""
    blocks = [(m.start(), m.group().rstrip()) for m in _BLOCK.finditer(post.text, post.body)]
    first: dict[str, int] = {}
    run: list[Copy] = []
    last = 0  # the number of the block that the one before is the same as
    for number, (start, text) in enumerate(blocks):
        earliest = first.setdefault(text, number)
        if run and blocks[last + 1][1] == text:
            last += 1
        else:
            if run:
                yield run
            run = []
            last = earliest
        if last < number:
            run.append(Copy(start, start + len(text), blocks[last][0]))
    if run:
        yield run


def _long_enough(post: Post, options: Options) -> list[_Paragraph]:
    """The paragraphs that are not short, looked at once for the rule and for `copies`."""
    return post.memo.get_or_make(
        _PARAGRAPHS, lambda: list(_paragraphs(scope_of(post, "paragraph"), options)), options
    )


def _paragraphs(scope: Scope, options: Options) -> Iterator[_Paragraph]:
    seen: dict[str, int] = {}
    for piece, (start, end) in enumerate(scope.spans):
        if end - start < options.letters:
            continue
        key = _NOT_WORD.sub("", scope.text[start:end])
        if len(key) < options.letters:
            continue
        if CUT_OUT in scope.text[start:end]:  # two addresses or pieces of code may differ
            key += _TARGET.sub("]", scope.post.text[slice(*scope.source(piece, start, end))])
        before = seen.setdefault(key, piece)
        yield piece, before, before != piece and _is_long(scope.text[start:end], options)


def _is_long(text: str, options: Options) -> bool:
    """Whether a paragraph is more than a phrase that may be said again: two sentences, or a long one."""
    return len(text) >= options.long or len(_SENTENCE.findall(text)) > 1


def _hit(scope: Scope, stretches: list[tuple[int, int]], count: int) -> Hit:
    """At the first paragraph of the first stretch."""
    piece, before = stretches[0]
    place = scope.source(piece, *scope.spans[piece])
    others = [before, *(first for first, _ in stretches[1:])]
    related = tuple(Related(*scope.source(one, *scope.spans[one])) for one in others)
    text = scope.text[slice(*scope.spans[piece])].replace(CUT_OUT, "…")
    return Hit(
        *place, "one" if count == 1 else "many", {"text": text, "count": count}, None, related
    )


def _may_repeat(post: Post, least: int) -> bool:
    """Whether two paragraphs begin alike: a look at the bytes spares most posts the rest."""
    data = post.body_data
    seen: set[bytes] = set()
    for parts in post.markdown.block_prose(("Paragraph",)):
        if parts[-1][1] - parts[0][0] < least:
            continue
        start = parts[0][0]
        head = data[start : min(parts[-1][1], start + 45)]
        if head in seen:
            return True
        seen.add(head)
    return False


CHECK = Check(
    name="repeated-paragraph",
    options=Options,
    messages={"one": ("count", "text"), "many": ("count", "text")},
    run=run,
    subject="text",
    reads=("markdown",),
    copies=copies,
)
