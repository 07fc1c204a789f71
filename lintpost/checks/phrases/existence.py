"""Words and patterns that must not be there (Vale's `existence`)."""

from collections.abc import Iterator

from lintpost.checks.common.blocks.underlined import is_underlined
from lintpost.checks.common.patterns.phrase_options import (
    PhraseOptions,
    named_groups,
    refuse_bad_patterns,
)
from lintpost.checks.common.patterns.phrases import apart, phrases, spared_spans
from lintpost.checks.common.patterns.scopes import scope_of
from lintpost.checks.common.sentences.quotations import quotations
from lintpost.checks.common.sentences.quoted_titles import trust_at
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.post.edit import Edit
from lintpost.post.post import Post
from lintpost.site.site import Site


class Options(PhraseOptions):
    """`tokens` are words or regular expressions (JavaScript's). Each match is a finding with `{text}`
    and the pattern's named groups. `remove`: the fix takes it away. `once`: one finding in a post;
    `least`: none below so many. `overlapping`: matches of two tokens that overlap are two findings, not one.
    `quoted`: whether what stands in 「」, 『』 and “” is looked at.
    """

    scope: tuple[str, ...] = ("title", "excerpt", "description", "body")
    tokens: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    ignorecase: bool = False
    nonword: bool = False
    remove: bool = False
    once: bool = False
    least: int = 1
    overlapping: bool = False
    quoted: bool = True

    def validate(self) -> None:
        """Every pattern can be read."""
        refuse_bad_patterns("tokens", self.tokens)
        refuse_bad_patterns("exceptions", self.exceptions)


def prepare(options: Options, site: Site) -> None:
    """Let the words of the patterns be looked for from the first post on."""
    phrases(site, options.tokens, options.ignorecase, not options.nonword)
    phrases(site, options.exceptions, options.ignorecase, False)


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each match that no exception covers."""
    compiled = phrases(site, options.tokens, options.ignorecase, not options.nonword)
    if not compiled.may_match(post):
        return
    for name in options.scope:
        found = compiled.matches(post, name)
        matches = list(found) if options.overlapping else apart(found)
        if not matches:
            continue
        scope = scope_of(post, name)
        spared = spared_spans(post, site, name, options.exceptions, options.ignorecase)
        quoted = quotations("" if options.quoted else scope.text)
        kept = [
            match
            for match in matches
            if not (spared.holds(*match[2].span()) or quoted.holds(*match[2].span()))
        ]
        if len(kept) < options.least:
            continue
        for _, piece, match in kept[: 1 if options.once else None]:
            start, end = scope.source(piece, *match.span())
            shown = scope.shown(piece, *match.span())
            params = {"text": shown, "count": len(kept), **match.groupdict()}
            fix = None
            if options.remove and scope.is_whole(piece, *match.span()):
                trust = "unsafe" if is_underlined(post, start) else trust_at(post, start, end)
                fix = Fix(trust, (Edit(start, end, ""),))
            yield Hit(start, end, "", params, fix)


CHECK = Check(
    name="existence",
    options=Options,
    messages=lambda options: {"": ("text", "count", *named_groups(options.tokens))},
    run=run,
    reads=("front-matter", "markdown"),
    changes=("text",),
    prepare=prepare,
)
