"""Where the house puts its marks: inside or outside of quotes and punctuation, ``**`` or ``__``."""

from collections.abc import Iterator
from typing import Literal

from lintpost.checks.common.bold.repair import ENDS, PAIRS, proved, unwrapped
from lintpost.checks.common.names.places import NamePlaces
from lintpost.checks.contract.check import Check, by_option
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.lazy import lazy
from lintpost.post.markdown.emphasis import Bold
from lintpost.post.post import Post
from lintpost.site.site import Site

_DOTTED_END = lazy(r"\A[A-Za-z0-9]+[._/@-][A-Za-z0-9]|[A-Za-z0-9][._/@-][A-Za-z0-9]+\Z")
_QUOTES = "「『“‘"


class Options(CheckOptions):
    """`report` says what is looked at. `style` of quotes and punctuation: the marks stand ``inside``
    of them (「**x**」, **x**。), ``outside`` (**「x」**, **x。**) or ``any``; of marks: ``asterisk``,
    ``underscore`` or ``any``.
    """

    report: Literal["quotes", "punctuation", "marks"] = "quotes"
    style: Literal["inside", "outside", "asterisk", "underscore", "any"] = "any"


_Move = tuple[tuple[Edit, ...], str]
"""Edits, and the text that is bold after them."""


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """Each span that is written the other way; the fix moves or exchanges its marks."""
    if options.style == "any":
        return
    names = NamePlaces(post, site) if options.style == "outside" else None
    for bold in post.markdown.bold:
        if options.style == "underscore" and _ends_in_identifier(post, bold):
            continue  # the underscores would seem to be its own
        if names is not None and names.covers(bold.inner_start, bold.inner_end):
            continue  # a name is marked alone: bold/span
        move = _move(post.text, bold, options)
        if move is None:
            continue
        edits, inner = move
        fix = Fix("safe", edits) if proved(post, bold, edits, inner, site.renderers) else None
        text = post.text[bold.inner_start : bold.inner_end]
        yield Hit(bold.start, bold.end, options.style, {"text": text}, fix)


def _ends_in_identifier(post: Post, bold: Bold) -> bool:
    """Whether what is bold begins or ends with an identifier, an address or a name with a dot."""
    start, end = bold.inner_start, bold.inner_end
    if _DOTTED_END.search(post.text[start:end]):
        return True
    return post.markdown.is_masked(start, start + 1) or post.markdown.is_masked(end - 1, end)


def _move(text: str, bold: Bold, options: Options) -> _Move | None:
    """How a span would be written as the house wants it; None where it is."""
    start, end = bold.inner_start, bold.inner_end
    mark = text[bold.start : start]
    if options.report == "marks":
        wanted = "**" if options.style == "asterisk" else "__"
        if mark == wanted:
            return None
        return (Edit(bold.start, start, wanted), Edit(end, bold.end, wanted)), text[start:end]
    before, after = text[bold.start - 1 : bold.start], text[bold.end : bold.end + 1]
    left, right = start, end
    if options.report == "quotes" and options.style == "inside" and text[start] in _QUOTES:
        left, right = unwrapped(text, start, end)
    elif options.report == "quotes" and options.style == "outside" and before in tuple(_QUOTES):
        if after == PAIRS[before]:
            edits = (
                Edit(bold.start - 1, start, mark + before),
                Edit(end, bold.end + 1, after + mark),
            )
            return edits, before + text[start:end] + after
    elif options.report == "punctuation" and options.style == "inside":
        while right > start and text[right - 1] in ENDS:
            right -= 1
    elif options.report == "punctuation" and after and after in ENDS:
        return (Edit(end, bold.end + 1, after + mark),), text[start:end] + after
    if (left, right) == (start, end) or left >= right:
        return None
    opening = (Edit(bold.start, left, text[start:left] + mark),) if left > start else ()
    closing = Edit(right, bold.end, mark + text[right:end])
    return (*opening, closing), text[left:right]


CHECK = Check(
    name="bold-style",
    options=Options,
    messages=by_option(
        "report",
        {
            "marks": {"asterisk": ("text",), "underscore": ("text",)},
            "punctuation": {"inside": ("text",), "outside": ("text",)},
            "quotes": {"inside": ("text",), "outside": ("text",)},
        },
    ),
    run=run,
    reads=("front-matter", "markdown"),
    site=("names", "renderers"),
    changes=("strong",),
    block_alone=True,
)
