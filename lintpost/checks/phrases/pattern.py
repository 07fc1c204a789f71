"""A regular expression, letters of any case or width taken as the same."""

import re
from collections.abc import Iterator
from typing import Literal
from unicodedata import normalize

from lintpost.checks.common.patterns.phrase_options import (
    PhraseOptions,
    named_groups,
    refuse_bad_patterns,
)
from lintpost.checks.common.patterns.phrases import filled
from lintpost.checks.common.patterns.scopes import Scope, scope_of
from lintpost.checks.common.sentences.quoted_titles import trust_at
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.post.edit import Edit
from lintpost.post.post import Post
from lintpost.site.site import Site


class Options(PhraseOptions):
    """`match`: patterns, whose named groups the message may use. `fold`: ``case`` and ``width`` that do not
    matter (ＡＩ, ai and AI are one). `exceptions`: patterns of matches that are well. `replace`: what the fix
    writes (``$1``, ``$name``); in a title that is quoted (`trust_at`) it is unsafe.
    """

    scope: tuple[str, ...] = ("title", "excerpt", "description", "body")
    match: tuple[str, ...] = ()
    fold: tuple[Literal["case", "width"], ...] = ()
    exceptions: tuple[str, ...] = ()
    replace: str = ""

    def validate(self) -> None:
        """Every pattern can be read."""
        refuse_bad_patterns("match", self.match)
        refuse_bad_patterns("exceptions", self.exceptions)


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each match, in the order of the text."""
    from lintpost.site.js_regex import compile_js

    flags = "mi" if "case" in options.fold else "m"
    patterns = [compile_js(source, flags).pattern for source in options.match]
    spared = [compile_js(source, flags).pattern for source in options.exceptions]
    for name in options.scope:
        scope = scope_of(post, name)
        text = _narrow(scope.text) if "width" in options.fold else scope.text
        matches = [match for pattern in patterns for match in pattern.finditer(text) if match[0]]
        after = 0
        piece = 0
        for match in sorted(matches, key=lambda one: (one.start(), -one.end())):
            start, end = match.span()
            if start < after or any(one.search(match[0]) for one in spared):
                continue
            after = end
            while piece < len(scope.spans) and scope.spans[piece][1] < end:
                piece += 1
            if piece < len(scope.spans) and start >= scope.spans[piece][0]:
                yield _hit(scope, piece, match, options.replace)


def _hit(scope: Scope, piece: int, match: re.Match[str], template: str) -> Hit:
    start, end = match.span()
    first, last = scope.source(piece, start, end)
    params = {**match.groupdict(""), "text": scope.shown(piece, start, end), "name": ""}
    fix = None
    if template:
        params["name"] = filled(template, match)
        if scope.is_whole(piece, start, end):
            fix = Fix(trust_at(scope.post, first, last), (Edit(first, last, params["name"]),))
    return Hit(first, last, "", params, fix)


def _narrow(text: str) -> str:
    """Full-width letters and half-width kana as their usual forms, where that is one character for one."""
    if text.isascii():
        return text
    folded: dict[str, str | int | None] = {
        char: normal for char in set(text) if len(normal := normalize("NFKC", char)) == 1
    }
    return text.translate(str.maketrans(folded))


CHECK = Check(
    name="pattern",
    options=Options,
    messages=lambda options: {"": ("text", "name", *named_groups(options.match))},
    run=run,
    reads=("front-matter", "markdown"),
    changes=("text",),
    block_alone=True,
)
