"""A paragraph that stands in a post twice."""

from collections.abc import Iterator

from lintpost.checks.common.scopes import CUT_OUT, Scope, scope_of
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit, Related
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.site import Site

_NOT_WORD = lazy(r"[\W_]+")
_TARGET = lazy(r"\](?:\([^()]*\)|\[[^\[\]]*\])")


class Options(CheckOptions):
    """`letters`: shorter paragraphs may be said again."""

    letters: int = 40


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit for each stretch of paragraphs that were there before, punctuation aside.

    Shorter ones between two of them belong to it.
    """
    if not _may_repeat(post, options.letters):
        return
    scope = scope_of(post, "paragraph")
    seen: dict[str, int] = {}
    stretch: list[tuple[int, int]] = []
    for piece, (start, end) in enumerate(scope.spans):
        if end - start < options.letters:
            continue
        key = _NOT_WORD.sub("", scope.text[start:end])
        if len(key) < options.letters:
            continue
        if CUT_OUT in scope.text[start:end]:  # two addresses or pieces of code may differ
            key += _TARGET.sub("]", post.text[slice(*scope.source(piece, start, end))])
        if key in seen:
            stretch.append((piece, seen[key]))
            continue
        seen[key] = piece
        if stretch:
            yield _hit(scope, stretch)
            stretch = []
    if stretch:
        yield _hit(scope, stretch)


def _hit(scope: Scope, stretch: list[tuple[int, int]]) -> Hit:
    """At the first paragraph of a stretch, with the one that it repeats."""
    piece, before = stretch[0]
    place, first = (scope.source(one, *scope.spans[one]) for one in (piece, before))
    text = scope.text[slice(*scope.spans[piece])].replace(CUT_OUT, "…")
    params = {"text": text, "count": len(stretch)}
    return Hit(*place, "one" if len(stretch) == 1 else "many", params, None, (Related(*first),))


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
