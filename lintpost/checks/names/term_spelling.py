"""Terms that a dictionary of prh's wants written otherwise."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from lintpost.checks.common.blocks.code_comments import comments
from lintpost.checks.common.front_values import Field, strings
from lintpost.checks.common.span_set import SpanSet
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Applicability, Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.lazy import lazy
from lintpost.post.markdown.body import EMPHASIS, HEADING, IMAGE, LINK, QUOTE, TABLE
from lintpost.post.post import Post
from lintpost.site.site import Site

if TYPE_CHECKING:
    from lintpost.site.terms import Change, Terms

_FLAGS = {
    "headings": HEADING, "links": LINK, "quotations": QUOTE, "tables": TABLE, "emphasis": EMPHASIS,
}  # fmt: skip
_MARKUP = lazy(r"[*_`<\[\]\\]")
_PRAGMA = lazy(r"<!--[ \t]*prh:disable(?::(.*?))?[ \t]*-->")
_BLANK = lazy(r"\n[ \t\r]*\n")


class Options(CheckOptions):
    """`skip`: where terms are not looked for; `fields` of the front matter that are read too;
    `comments`: languages of code blocks whose comments are read.
    """

    skip: tuple[Literal["headings", "links", "quotations", "tables", "emphasis"], ...] = (
        "links",
        "quotations",
        "emphasis",
    )
    fields: tuple[str, ...] = ("title", "excerpt", "description")
    comments: tuple[str, ...] = ()


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each match; the fix writes what is expected."""
    if site.terms is None:
        return
    for field in strings(post, options.fields):
        yield from _in_field(post, field, site.terms)
    spans = post.markdown.runs
    in_code = list(comments(post, options.comments)) if options.comments else []
    if in_code:
        spans = sorted([*spans, *in_code])
    code = SpanSet(in_code)
    skipped = IMAGE
    for word in options.skip:
        skipped |= _FLAGS[word]
    pragmas = "prh:disable" in post.text
    for change in site.terms.changes(post.text, spans):
        if post.markdown.flags_at(change.start) & skipped:
            continue
        if pragmas and _is_disabled(post.text, change):
            continue
        edit = Edit(change.start, change.end, change.text)
        # What stands in code is not for a fix that nobody reads.
        is_code = code.holds_at(change.start)
        trust: Applicability = "unsafe" if is_code else "safe"
        fix = None if _MARKUP.search(change.text) else Fix(trust, (edit,))
        yield _hit(change, change.start, change.end, post.text[change.start : change.end], fix)


def _in_field(post: Post, field: Field, terms: "Terms") -> Iterator[Hit]:
    value = field.value
    for change in terms.changes(value, [(0, len(value))]):
        start, end = field.span(change.start, change.end)
        exact = field.node.inner is not None and not re.search(r"[\"'\\:#]", change.text)
        fix = Fix("safe", (Edit(start, end, change.text),)) if exact else None
        yield _hit(change, start, end, value[change.start : change.end], fix)


def _hit(change: "Change", start: int, end: int, text: str, fix: Fix | None) -> Hit:
    key = "note" if change.term.note else "plain"
    params = {"text": text, "name": change.text, "note": change.term.note.strip().rstrip("。.")}
    return Hit(start, end, key, params, fix)


def _is_disabled(text: str, change: "Change") -> bool:
    """Whether a comment ``<!-- prh:disable -->`` stands in the paragraph: the lines between two
    blank ones. With ``:words`` it is for the terms that match the words.
    """
    start = max((match.end() for match in _BLANK.finditer(text, 0, change.start)), default=0)
    blank = _BLANK.search(text, change.end)
    end = blank.start() if blank else len(text)
    return any(
        pragma[1] is None or change.term.expression.pattern.search(pragma[1])
        for pragma in _PRAGMA.finditer(text, start, end)
    )


CHECK = Check(
    name="term-spelling",
    options=Options,
    messages={"plain": ("name", "note", "text"), "note": ("name", "note", "text")},
    run=run,
    subject="name",
    reads=("front-matter", "markdown"),
    site=("terms",),
    requires="terms",
    changes=("text",),
    block_alone=True,
)
