"""A paragraph that stands in a post twice."""

from collections.abc import Iterator

from lintpost.checks.common.scopes import Scope, scope_of
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit, Related
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.cut_out import CUT_OUT
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.site import Site

_NOT_WORD = lazy(r"[\W_]+")
_SENTENCE = lazy(r"[。！？!?]|\.(?=\s|\Z)")
_TARGET = lazy(r"\](?:\([^()]*\)|\[[^\[\]]*\])")


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
    seen: dict[str, int] = {}
    stretches: list[tuple[int, int]] = []
    count = 0
    goes_on = False
    for piece, (start, end) in enumerate(scope.spans):
        if end - start < options.letters:
            continue
        key = _NOT_WORD.sub("", scope.text[start:end])
        if len(key) < options.letters:
            continue
        if CUT_OUT in scope.text[start:end]:  # two addresses or pieces of code may differ
            key += _TARGET.sub("]", post.text[slice(*scope.source(piece, start, end))])
        before = seen.setdefault(key, piece)
        if before != piece and _is_long(scope.text[start:end], options):
            count += 1
            if not goes_on:
                stretches.append((piece, before))
            goes_on = True
        else:
            goes_on = False
    if stretches:
        yield _hit(scope, stretches, count)


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
    data = post.source.data[post.body_byte :]
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
)
