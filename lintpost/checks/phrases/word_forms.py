"""English word forms that cannot stand together, by patterns over closed lists of words."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal

from lintpost.checks.common.english.inflection import FORMS, inflected
from lintpost.checks.common.english.pattern_index import WordMatch, pattern_index
from lintpost.checks.common.english.patterns import elements_of
from lintpost.checks.common.patterns.scopes import scope_of
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.checks.contract.options import CheckOptions, OptionError
from lintpost.language import Text
from lintpost.post.edit import Edit
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.site import Site

_PART = lazy(r"\$([1-9])(?::([a-z]+))?")


class Options(CheckOptions):
    """`swap` maps a pattern (`lintpost.checks.common.english.patterns`) to what is wanted. In that, ``$1`` is the first
    element between the brackets of the pattern, ``$2:past`` the second in another form (base, s, past, done, ing,
    plural, singular), and ``|`` parts alternatives. `fix`: how far a single one is trusted.
    """

    scope: tuple[str, ...] = ("excerpt", "description", "body")
    swap: dict[str, str] = {}
    fix: Literal["safe", "unsafe", "off"] = "unsafe"

    def validate(self) -> None:
        """Every pattern can be read, and every form is known."""
        for source, wanted in self.swap.items():
            try:
                count = sum(one.is_wrong for one in elements_of(source))
            except ValueError as error:
                text = Text(f"no pattern: {error}", f"パターンとして読めません: {error}")
                raise OptionError(["swap", source], text) from None
            for part in _PART.finditer(wanted):
                if int(part[1]) > count:
                    text = Text(
                        f"no element {part[0]} in the brackets",
                        f"括弧の中に {part[0]} はありません",
                    )
                    raise OptionError(["swap", source], text)
                if part[2] and part[2] not in FORMS:
                    text = Text(f"no form `{part[2]}`", f"`{part[2]}` という形はありません")
                    raise OptionError(["swap", source], text, part[2], FORMS)


def prepare(options: Options, site: Site) -> None:
    """Let the patterns of all rules be looked for at one go."""
    pattern_index(site).add(tuple(options.swap))


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each match; of two that overlap, the one whose pattern comes first."""
    sources = tuple(options.swap)
    index = pattern_index(site)
    index.add(sources)
    for name in options.scope:
        for match in index.matches(post, name, sources):
            yield _hit(post, name, match, options)


def _hit(post: Post, name: str, match: WordMatch, options: Options) -> Hit:
    scope = scope_of(post, name)
    choices = [_filled(choice, match.words) for choice in options.swap[match.source].split("|")]
    piece = bisect_left(scope.spans, match.end, key=lambda span: span[1])
    start, end = scope.source(piece, match.start, match.end)
    fix = None
    if options.fix != "off" and len(choices) == 1 and scope.is_whole(piece, match.start, match.end):
        fix = Fix(options.fix, (Edit(start, end, choices[0]),))
    shown = scope.shown(piece, match.start, match.end)
    return Hit(
        start, end, "", {"text": shown, "name": choices if len(choices) > 1 else choices[0]}, fix
    )


def _filled(choice: str, words: list[str]) -> str:
    """An alternative with its elements; where one is left out, its space is, too."""

    def part(reference: re.Match[str]) -> str:
        word = words[int(reference[1]) - 1]
        return inflected(word, reference[2]) if reference[2] and word else word

    return " ".join(_PART.sub(part, choice).split())


CHECK = Check(
    name="word-forms",
    options=Options,
    messages={"": ("name", "text")},
    run=run,
    reads=("front-matter", "markdown"),
    changes=("text",),
    block_alone=True,
    prepare=prepare,
)
