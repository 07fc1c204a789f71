"""A word twice in a row (Vale's `repetition`)."""

from collections.abc import Iterator
from functools import cache

from lintpost.checks.common.patterns.phrase_options import PhraseOptions, refuse_bad_patterns
from lintpost.checks.common.patterns.phrases import phrases
from lintpost.checks.common.patterns.scopes import scope_of
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.post.edit import Edit
from lintpost.post.post import Post
from lintpost.site.site import Site


class Options(PhraseOptions):
    """`tokens` say what a word is; `exceptions` are words that may be said twice (``had had``)."""

    scope: tuple[str, ...] = ("title", "excerpt", "description", "body")
    tokens: tuple[str, ...] = (r"[A-Za-z][A-Za-z']*",)
    exceptions: tuple[str, ...] = ()
    ignorecase: bool = True

    def validate(self) -> None:
        """Every pattern can be read."""
        refuse_bad_patterns("tokens", self.tokens)


def prepare(options: Options, site: Site) -> None:
    """Let the words of the patterns be looked for from the first post on."""
    phrases(site, _twice(options.tokens), options.ignorecase, False)


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each second word; the fix takes it away."""
    compiled = phrases(site, _twice(options.tokens), options.ignorecase, False)
    if not compiled.may_match(post):
        return
    for name in options.scope:
        scope = scope_of(post, name)
        for _, piece, match in compiled.matches(post, name):
            again = match[0][match.end(2) - match.start() :]
            names = match[1][:1].isupper() and again[:1].isupper()  # Duran Duran
            if names or match[1].lower() in options.exceptions:
                continue
            start, end = scope.source(piece, match.end(1), match.end())
            fix = (
                Fix("unsafe", (Edit(start, end, ""),))
                if scope.is_whole(piece, match.end(1), match.end())
                else None
            )
            yield Hit(*scope.source(piece, *match.span()), "", {"text": match[1]}, fix)


@cache
def _twice(tokens: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(rf"(?<![0-9A-Za-z_'-])({token})(\s+)\1(?![0-9A-Za-z_'-])" for token in tokens)


CHECK = Check(
    name="repetition",
    options=Options,
    messages={"": ("text",)},
    run=run,
    reads=("front-matter", "markdown"),
    changes=("text",),
    block_alone=True,
    prepare=prepare,
)
