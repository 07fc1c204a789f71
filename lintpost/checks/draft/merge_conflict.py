"""The markers that Git leaves where two changes meet (git-merge, "How conflicts are presented")."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit, Related
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.site import Site

_LINE = lazy(r"^(?:(<{7})|(\|{7})|(>{7})|(={7}))(?:[ \t]([^\r\n]*))?(?=\r?$)", re.MULTILINE)
_LABEL = lazy(r"Updated upstream|Stashed changes|[0-9a-f]{7,40}(?: \(.*\))?|[A-Za-z0-9_./-]+")
"""What Git writes behind a marker: a branch, a commit with its subject, or a word of `git stash`."""
_PRE = lazy(r"\s*<(?:pre|script|style|textarea)\b", re.IGNORECASE)
_SIGNS = ("<<<<<<<", ">>>>>>>")
_OURS, _BASE, _THEIRS, _MIDDLE = range(1, 5)


class Options(CheckOptions):
    """None."""


class _Marker(NamedTuple):
    kind: int
    start: int
    end: int
    label: str


def prepare(options: Options, site: Site) -> None:
    """Let the signs be looked for from the first post on."""
    site.literals.numbers(_SIGNS)


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at the first marker of each conflict; one at a marker whose others are gone."""
    if not site.literals.is_any_in(post, site.literals.numbers(_SIGNS)):
        return
    conflict: list[_Marker] = []
    for marker in _markers(post.text):
        if marker.kind == _OURS:
            yield from _hit(conflict)
            conflict = [] if _is_code(post, marker) else [marker]
        elif conflict:
            conflict.append(marker)
            if marker.kind == _THEIRS:
                yield from _hit(conflict)
                conflict = []
        elif marker.kind == _THEIRS and not _is_code(post, marker):
            yield from _hit([marker])
    yield from _hit(conflict)


def _markers(text: str) -> Iterator[_Marker]:
    for found in _LINE.finditer(text):
        assert found.lastindex is not None
        kind = next(kind for kind in range(1, 5) if found[kind])
        yield _Marker(kind, found.start(), found.start() + len(found[0].rstrip()), found[5] or "")


def _hit(conflict: list[_Marker]) -> Iterator[Hit]:
    if not conflict:
        return
    first, *others = conflict
    kinds = {marker.kind for marker in conflict}
    if len(kinds & {_OURS, _MIDDLE, _THEIRS}) < 3:
        if not _LABEL.fullmatch(first.label):
            return  # seven signs in a row may be anything, such as a quotation of quotations
        others = []
    params = {"text": "<" * 7 if first.kind == _OURS else ">" * 7}
    related = tuple(Related(marker.start, marker.end) for marker in others)
    yield Hit(first.start, first.end, "", params, related=related)


def _is_code(post: Post, marker: _Marker) -> bool:
    """Whether a marker stands in code, as in a text about Git."""
    if marker.start < post.body:
        return False
    number = post.markdown.block_at(marker.start)
    if number >= 0:
        block = post.markdown.block(number)
        if block.kind == "CodeBlock":
            return True
        if block.kind == "HtmlBlock":
            return _PRE.match(post.text, block.start) is not None
    # The name of a branch behind it may be masked for itself.
    return post.markdown.is_masked(marker.start, marker.start + 1)


CHECK = Check(
    name="merge-conflict",
    options=Options,
    messages={"": ("text",)},
    run=run,
    reads=("markdown",),
    prepare=prepare,
)
