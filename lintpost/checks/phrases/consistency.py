"""Two ways to write one thing, of which a post takes one (Vale's `consistency`)."""

from collections.abc import Iterator

from lintpost.checks.common.phrase_options import PhraseOptions, refuse_bad_patterns
from lintpost.checks.common.phrases import phrases
from lintpost.checks.common.scopes import scope_of
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit, Related
from lintpost.post.edit import Edit
from lintpost.post.post import Post
from lintpost.site.site import Site


class Options(PhraseOptions):
    """`either` maps one way to the other (words or regular expressions)."""

    scope: tuple[str, ...] = ("body",)
    either: dict[str, str] = {}
    ignorecase: bool = False
    nonword: bool = False

    def validate(self) -> None:
        """Every pattern can be read."""
        refuse_bad_patterns("either", (*self.either, *self.either.values()))


def prepare(options: Options, site: Site) -> None:
    """Let the words of the patterns be looked for from the first post on."""
    for pair in options.either.items():
        phrases(site, pair, options.ignorecase, not options.nonword)


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """For each pair that a post mixes, the rarer way at each of its places; of equals the later one."""
    for one, other in options.either.items():
        compiled = phrases(site, (one, other), options.ignorecase, not options.nonword)
        if not compiled.may_match(post):
            continue
        for name in options.scope:
            scope = scope_of(post, name)
            found: tuple[list[tuple[int, int, int]], list[tuple[int, int, int]]] = ([], [])
            for number, piece, match in compiled.matches(post, name):
                found[number].append((*match.span(), piece))
            if not found[0] or not found[1]:
                continue
            first, second = found
            order = len(first) - len(second) or (min(second) > min(first)) - (
                min(first) > min(second)
            )
            usual, odd = (first, second) if order > 0 else (second, first)
            start, end, piece = min(usual)
            related = (Related(*scope.source(piece, start, end)),)
            form = scope.text[start:end]
            plain = {scope.text[s:e] for s, e, _ in usual} == {form}
            for start, end, piece in sorted(odd):
                place = scope.source(piece, start, end)
                params = {
                    "text": scope.text[start:end],
                    "name": form,
                    "count": len(odd),
                    "usual": len(usual),
                }
                fix = (
                    Fix("unsafe", (Edit(*place, form),))
                    if plain and scope.is_whole(piece, start, end)
                    else None
                )
                yield Hit(*place, "", params, fix, related)


CHECK = Check(
    name="consistency",
    options=Options,
    messages={"": ("count", "name", "text", "usual")},
    run=run,
    reads=("front-matter", "markdown"),
    changes=("text",),
    prepare=prepare,
)
