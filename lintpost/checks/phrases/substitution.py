"""Words that are to be written otherwise (Vale's `substitution`)."""

import re
from collections.abc import Iterator
from typing import Literal

from lintpost.checks.common.names.normal_width import normal_width
from lintpost.checks.common.names.places import NamePlaces
from lintpost.checks.common.patterns.phrase_options import PhraseOptions, refuse_bad_patterns
from lintpost.checks.common.patterns.phrases import apart, filled, phrases, spared_spans
from lintpost.checks.common.patterns.scopes import scope_of
from lintpost.checks.common.sentences.quoted_titles import trust_at
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.post.edit import Edit
from lintpost.post.post import Post
from lintpost.site.site import Site


class Options(PhraseOptions):
    """`swap` maps what is written (a word or regular expression) to what is wanted, in which ``$1`` is
    a group, ``{narrow}`` the match in half width, and ``|`` parts alternatives; several have no fix.
    `fix`: how far it is trusted; in a title that is quoted (`trust_at`), a safe one is unsafe.
    `unsafe`: the keys of `swap` whose fix is unsafe.
    """

    scope: tuple[str, ...] = ("title", "excerpt", "description", "body")
    swap: dict[str, str] = {}
    exceptions: tuple[str, ...] = ()
    ignorecase: bool = False
    nonword: bool = False
    fix: Literal["safe", "unsafe", "off"] = "safe"
    unsafe: tuple[str, ...] = ()

    def validate(self) -> None:
        """Every pattern can be read."""
        refuse_bad_patterns("swap", tuple(self.swap))
        refuse_bad_patterns("exceptions", self.exceptions)


def prepare(options: Options, site: Site) -> None:
    """Let the words of the patterns be looked for from the first post on."""
    phrases(site, tuple(options.swap), options.ignorecase, not options.nonword)
    phrases(site, options.exceptions, options.ignorecase, False)


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each match; the earlier stands before the later, and the longer before the shorter."""
    wanted = list(options.swap.values())
    doubtful = {number for number, key in enumerate(options.swap) if key in options.unsafe}
    compiled = phrases(site, tuple(options.swap), options.ignorecase, not options.nonword)
    if not compiled.may_match(post):
        return
    names: NamePlaces | None = None
    for name in options.scope:
        matches = apart(compiled.matches(post, name))
        if not matches:
            continue
        scope = scope_of(post, name)
        spared = spared_spans(post, site, name, options.exceptions, options.ignorecase)
        for number, piece, match in matches:
            first, last = match.span()
            if spared.holds(first, last):
                continue
            choices = [_filled(choice, match) for choice in wanted[number].split("|")]
            if match[0] in choices:
                continue
            start, end = scope.source(piece, first, last)
            names = names or NamePlaces(post, site)
            if not any(map(str.isalnum, match[0])) and names.inside(start, end):
                continue  # a space or a mark of the name's own
            fix = None
            if options.fix != "off" and len(choices) == 1 and scope.is_whole(piece, first, last):
                is_safe = options.fix == "safe" and number not in doubtful
                trust = trust_at(post, start, end) if is_safe else "unsafe"
                fix = Fix(trust, (Edit(start, end, choices[0]),))
            shown = scope.shown(piece, first, last)
            params = {"text": shown, "name": choices if len(choices) > 1 else choices[0]}
            yield Hit(start, end, "", params, fix)


def _filled(choice: str, match: re.Match[str]) -> str:
    """An alternative with its groups; ``{narrow}`` is the match in half width."""
    return normal_width(match[0]) if choice == "{narrow}" else filled(choice, match)


CHECK = Check(
    name="substitution",
    options=Options,
    messages={"": ("name", "text")},
    run=run,
    reads=("front-matter", "markdown"),
    site=("names",),
    changes=("text",),
    block_alone=True,
    prepare=prepare,
)
