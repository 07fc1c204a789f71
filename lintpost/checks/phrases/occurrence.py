"""How often something may, or must, occur (Vale's `occurrence`)."""

from collections.abc import Iterator
from typing import Literal

from lintpost.checks.common.patterns.phrase_options import PhraseOptions, refuse_bad_patterns
from lintpost.checks.common.patterns.phrases import apart, phrases
from lintpost.checks.common.patterns.scopes import Scope, scope_of
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.post.post import Post
from lintpost.site.site import Site


class Options(PhraseOptions):
    """`tokens` counted together in each piece of the scope (each heading, each sentence), or over the
    whole post. `per`: counts are for so many characters of it (0: as they are).
    """

    scope: tuple[str, ...] = ("body",)
    tokens: tuple[str, ...] = ()
    ignorecase: bool = False
    nonword: bool = False
    within: Literal["piece", "post"] = "piece"
    min: int = 0
    max: int | None = None
    per: int = 0

    def validate(self) -> None:
        """Every pattern can be read."""
        refuse_bad_patterns("tokens", self.tokens)


def prepare(options: Options, site: Site) -> None:
    """Let the words of the patterns be looked for from the first post on."""
    phrases(site, options.tokens, options.ignorecase, not options.nonword)


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at the first match too many, or at the beginning of a piece with too few."""
    compiled = phrases(site, options.tokens, options.ignorecase, not options.nonword)
    if not options.min and not compiled.may_match(post):
        return
    if (
        options.within == "post"
        and options.scope == ("body",)
        and options.per
        and options.max is not None
    ):
        # The prose as it lies at hand is nearly the body: far below the limit needs no closer look.
        prose = post.markdown.prose.decode()
        if compiled.count(prose) * options.per < options.max * len(prose) * 0.9:
            return
    for name in options.scope:
        scope = scope_of(post, name)
        by_piece: dict[int, list[tuple[int, int]]] = {}
        for _, piece, match in apart(compiled.matches(post, name)):
            by_piece.setdefault(piece, []).append(match.span())
        if options.within == "post":
            spans = sorted((span, piece) for piece, found in by_piece.items() for span in found)
            yield from _judged(scope, post, options, spans, len(scope.text), None)
            continue
        for piece, (start, end) in enumerate(scope.spans):
            spans = sorted((span, piece) for span in by_piece.get(piece, []))
            around = scope.source(piece, start, end)
            yield from _judged(scope, post, options, spans, end - start, around)


def _judged(
    scope: Scope,
    post: Post, options: Options, spans: list[tuple[tuple[int, int], int]], size: int, around: tuple[int, int] | None
) -> Iterator[Hit]:  # fmt: skip
    count = len(spans)
    shown = round(count * options.per / size, 1) if options.per and size >= options.per else count
    if options.per and size < options.per:
        return
    if options.max is not None and shown > options.max:
        first = min(options.max, count - 1) if not options.per else 0
        (start, end), piece = spans[first]
        place = scope.source(piece, start, end)
        yield Hit(
            *place,
            "many",
            {"count": shown, "max": options.max, "text": scope.shown(piece, start, end)},
        )
    elif count < options.min:
        place = around or (post.body, post.body)
        yield Hit(*place, "few", {"count": count, "min": options.min})


def _reported(options: Options) -> set[str]:
    found = {"many"} if options.max is not None else set()
    return found | ({"few"} if options.min > 0 else set())


CHECK = Check(
    name="occurrence",
    options=Options,
    messages={"many": ("text", "count", "max"), "few": ("count", "min")},
    reported=_reported,
    run=run,
    reads=("front-matter", "markdown"),
    prepare=prepare,
)
