"""What must be defined where it is first used (Vale's `conditional`)."""

import re
from collections.abc import Iterator

from lintpost.checks.common.patterns.phrase_options import PhraseOptions, refuse_bad_patterns
from lintpost.checks.common.patterns.phrases import phrases
from lintpost.checks.common.patterns.scopes import scope_of
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.post.post import Post
from lintpost.site.site import Site


class Options(PhraseOptions):
    """`first` finds uses, `second` definitions: what the first group of both holds must be defined
    somewhere in the post (`anywhere`), or not later than it is used.
    """

    scope: tuple[str, ...] = ("body",)
    first: str = ""
    second: str = ""
    exceptions: tuple[str, ...] = ()
    ignorecase: bool = False
    anywhere: bool = False

    def validate(self) -> None:
        """Every pattern can be read."""
        refuse_bad_patterns("first", (self.first,))
        refuse_bad_patterns("second", (self.second,))


def prepare(options: Options, site: Site) -> None:
    """Let the words of the patterns be looked for from the first post on."""
    for pattern in filter(None, (options.first, options.second)):
        phrases(site, (pattern,), options.ignorecase, False)


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit for each word, at its first use."""
    if not options.first or not options.second:
        return
    if not phrases(site, (options.first,), options.ignorecase, False).may_match(post):
        return
    for name in options.scope:
        scope = scope_of(post, name)
        defined: dict[str, int] = {}
        for _, _, match in phrases(site, (options.second,), options.ignorecase, False).matches(
            post, name
        ):
            defined.setdefault(_word(match), match.start())
        seen: set[str] = set(options.exceptions)
        uses = phrases(site, (options.first,), options.ignorecase, False).matches(post, name)
        for _, piece, match in sorted(uses, key=lambda one: one[2].start()):
            word = _word(match)
            if word in seen:
                continue
            seen.add(word)
            if word not in defined or (not options.anywhere and match.start() < defined[word]):
                yield Hit(*scope.source(piece, *match.span()), "", {"text": word})


def _word(match: re.Match[str]) -> str:
    """The first group, or the whole match."""
    return str(match[1] if match.re.groups else match[0])


CHECK = Check(
    name="conditional",
    options=Options,
    messages={"": ("text",)},
    run=run,
    reads=("front-matter", "markdown"),
    prepare=prepare,
)
