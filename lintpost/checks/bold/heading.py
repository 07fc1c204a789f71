"""Bold in headings, and headings that are only bold."""

from collections.abc import Iterator
from typing import Literal

from lintpost.checks.contract.check import Check, by_option
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.lazy import lazy
from lintpost.post.markdown.body import HEADING, QUOTE, TABLE, Block
from lintpost.post.markdown.emphasis import Bold
from lintpost.post.post import Post
from lintpost.site.site import Site

_HYPHENS = lazy(r"[ >]*-+[ \t\r]*")
_SENTENCE_ENDS = "。．！？!?.…:："
_AMOUNT = lazy(r"[0-9０-９][0-9０-９,.，．]*\D?")
_FIGURE = lazy(
    r"[^0-9０-９:：]{1,20}[:：] ?(?:約|[¥$€£])?[0-9０-９](?:[0-9０-９]{0,3}(?:年|月|日|時|[:/-][0-9])|[0-9０-９,.，．]*.{0,3}\Z)"
    r"|[0-9０-９]+(?:人|名|皿|個|本|枚)分|(?:Serves|Makes|Yields?|SERVES|MAKES|YIELDS?) .*[0-9]"
)
"""A label and its figure or date, and for how many a recipe is."""
_LINE_ENDS = ("", "\n", "\r")
_VERSE = 3
"""Bold lines one below the other that make a verse; two are a heading and one of its parts."""


class Options(CheckOptions):
    """`report`: bold inside a heading, or a bold line that stands for one. `longest`: characters of
    what may be a heading; a line of hyphens below a paragraph makes one of it by mistake.
    """

    report: Literal["inside", "instead"] = "inside"
    longest: int = 60


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """Hits of the kind asked for, at the bold."""
    if options.report == "inside":
        yield from _inside(post, options.longest)
    else:
        yield from _instead(post, options.longest)


def _inside(post: Post, longest: int) -> Iterator[Hit]:
    markdown = post.markdown
    seen: set[int] = set()
    in_style: bool | None = None
    for bold in markdown.bold:
        if not markdown.flags_at(bold.start) & HEADING:
            continue
        text = post.text[bold.inner_start : bold.inner_end]
        index = markdown.block_at(bold.start)
        block = markdown.block(index)
        is_underlined = _underline(post.text[block.start : block.end]) is not None
        if is_underlined and in_style is None:
            in_style = _has_setext_style(post)
        if is_underlined and not in_style:
            if index not in seen:
                seen.add(index)
                fix = _parted(post, block, longest)
                yield Hit(bold.start, bold.end, "hyphens", {"text": text}, fix)
            continue
        if block.end - block.start > longest:
            continue
        rest = post.text[block.start : bold.start] + post.text[bold.end : block.end]
        edits = (Edit(bold.start, bold.inner_start, ""), Edit(bold.inner_end, bold.end, ""))
        whole = not rest.strip("# \t\r\n=-")
        fix = Fix("safe", edits) if whole else None
        yield Hit(bold.start, bold.end, "whole" if whole else "part", {"text": text}, fix)


def _has_setext_style(post: Post) -> bool:
    """Whether a heading without bold is underlined with hyphens, too: then that is how the post writes them."""
    texts = (post.text[one.start : one.end] for one in post.markdown.blocks("Heading"))
    return any("**" not in text and _underline(text) is not None for text in texts)


def _underline(heading: str) -> int | None:
    """Where in a heading's source the line of hyphens begins that makes it one; None without such a line."""
    lines = heading.rstrip("\r\n")
    at = lines.rfind("\n") + 1
    return at if at and _HYPHENS.fullmatch(lines, at) else None


def _parted(post: Post, block: Block, longest: int) -> Fix | None:
    """A blank line between the text and the hyphens, which are a rule then. In doubt, where the text might be
    a heading, it is unsafe; none in quotations and items, where a line begins with other signs.
    """
    source = post.text[block.start : block.end]
    underline = _underline(source)
    assert underline is not None
    at = block.start + underline
    if (
        post.text[at : at + 3] != "---"
        or post.text[block.start - 1 : block.start] not in _LINE_ENDS
    ):
        return None
    text = source[:underline]
    is_prose = len(text) > longest or "。" in text
    newline = "\r\n" if post.text[at - 2 : at] == "\r\n" else "\n"
    return Fix("safe" if is_prose else "unsafe", (Edit(at, at, newline),))


def _instead(post: Post, longest: int) -> Iterator[Hit]:
    """A paragraph that is one bold line without a sentence's end or a colon, with more text below it; where
    several stand one below the other they are a verse or a list of slogans.
    """
    markdown = post.markdown
    leaves = markdown.leaves
    lines = dict(_bold_lines(post))
    for index, bold in lines.items():
        text = post.text[bold.inner_start : bold.inner_end]
        if len(text) > longest or text[-1] in _SENTENCE_ENDS:
            continue
        if _AMOUNT.fullmatch(text) or _FIGURE.match(text):
            continue
        near = [one in lines for one in range(index - 2, index + 3)]
        if any(all(near[first : first + _VERSE]) for first in range(_VERSE)):
            continue
        below = index + 1 < len(leaves) and leaves[index + 1][2] in ("Paragraph", "Item")
        if below and not markdown.flags_at(bold.start) & (QUOTE | TABLE):
            yield Hit(bold.start, bold.end, "", {"text": text})


def _bold_lines(post: Post) -> Iterator[tuple[int, Bold]]:
    """The paragraphs that are one line in bold, by the number of their leaf."""
    markdown = post.markdown
    for bold in markdown.bold:
        before, after = post.text[bold.start - 1 : bold.start], post.text[bold.end : bold.end + 1]
        if before not in _LINE_ENDS or after not in _LINE_ENDS:
            continue
        source = post.text[bold.start : bold.end]
        index = markdown.block_at(bold.start)
        if "\n" in source or index < 0 or markdown.leaves[index][2] != "Paragraph":
            continue
        block = markdown.block(index)
        if post.text[block.start : block.end].strip() == source:
            yield index, bold


CHECK = Check(
    name="bold-heading",
    options=Options,
    messages=by_option(
        "report",
        {
            "instead": {"": ("text",)},
            "inside": {"whole": ("text",), "part": ("text",), "hyphens": ("text",)},
        },
    ),
    run=run,
    reads=("markdown",),
    changes=("strong", "block"),
)
