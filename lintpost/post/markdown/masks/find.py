"""Finds every mask of a body: the kinds are searched in turn, and their spans merged."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from lintpost.post.markdown.masks import (
    addresses,
    attributes,
    brackets,
    code_names,
    colons,
    directives,
    dotted_names,
    handles,
    hidden_digits,
    html_code,
    mathematics,
    mdx,
    model_ids,
    paths,
    phonetics,
    templates,
    underscores,
)
from lintpost.post.markdown.masks.searched_text import SearchedText
from lintpost.post.markdown.masks.spans import Mask, Span, merged_masks, without
from lintpost.post.syntax import Syntax

_Kind = tuple[Callable[[bytes], bool], Callable[[SearchedText], Iterator[Mask]]]

# What is code of another language, whatever Markdown would see in it.
_CODE: tuple[_Kind, ...] = (
    (templates.may_hold, templates.masks),
    (attributes.may_hold, attributes.masks),
    (mdx.may_hold_tags, mdx.tags),
)
# What stands in the text that is left.
_IN_TEXT: tuple[_Kind, ...] = (
    (html_code.may_hold, html_code.masks),
    (mathematics.may_hold, mathematics.masks),
    (directives.may_hold, directives.masks),
    (addresses.may_hold, addresses.masks),
    (dotted_names.may_hold, dotted_names.masks),
    (code_names.may_hold, code_names.masks),
    (paths.may_hold, paths.masks),
    (phonetics.may_hold, phonetics.masks),
    (underscores.may_hold, underscores.masks),
    (colons.may_hold, colons.masks),
    (handles.may_hold, handles.masks),
    (model_ids.may_hold, model_ids.masks),
    (hidden_digits.may_hold, hidden_digits.masks),
    (brackets.may_hold, brackets.masks),
)

Runs = tuple[list[int], list[int]]
"""The starts and the ends of runs of text, in order; bytes of the body."""


class Masked(NamedTuple):
    """The masks of a body, in order, and the runs of text that are left; bytes of the body.

    `shown` are the runs with identifiers and addresses still in them: what a reader sees.
    """

    masks: list[Mask]
    runs: Runs
    shown: Runs


def find_masks(
    source: bytes, runs: Runs, code: list[Span], html: list[Span], syntax: Syntax, *, is_mdx: bool,
    tags: Iterable[Span] = (),
) -> Masked:  # fmt: skip
    """Find every mask in a body (UTF-8).

    `code` and `html` are its blocks of code and of HTML, `tags` those around Markdown in HTML.
    """
    text = SearchedText(source, runs, code, html, syntax)
    masks = _found(_CODE, text)
    if is_mdx:
        masks += mdx.masks(text)
    masks += (Mask(first, last, "markup") for first, last in tags)
    hidden = sorted([*code, *((mask.start, mask.end) for mask in masks)])
    shown = without(*runs, hidden) if hidden else runs
    text.starts, text.ends = shown
    in_text = _found(_IN_TEXT, text)
    if not in_text:
        return Masked(merged_masks(masks), shown, shown)
    masks = merged_masks([*masks, *in_text])
    spans = [_with_spaces(source, mask) for mask in masks]
    return Masked(masks, without(*shown, spans), shown)


def _found(kinds: tuple[_Kind, ...], text: SearchedText) -> list[Mask]:
    return [mask for may_hold, masks in kinds if may_hold(text.data) for mask in masks(text)]


def _with_spaces(source: bytes, mask: Mask) -> Span:
    """The span of a mask, of an address with the spaces around it: they keep it from the text, and
    say nothing of how the author sets spaces.
    """
    start, end, kind = mask
    if kind == "address":
        while source[start - 1 : start] in (b" ", b"\t"):
            start -= 1
        while source[end : end + 1] in (b" ", b"\t"):
            end += 1
    return start, end
