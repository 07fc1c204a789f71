"""Fixes that change the id of a heading, to which links may lead: they are not safe."""

from bisect import bisect_right
from typing import NamedTuple

from lintpost.checks.contract.hit import Fix
from lintpost.post.edit import Edit, apply_edits
from lintpost.post.lazy import lazy
from lintpost.post.memo import MemoKey
from lintpost.post.post import Post
from lintpost.site.anchors.rules import AnchorRule, Heading, ids_of

_OWN_ID = lazy(r"\{[:：]?\s*#[^}\s]+[^}\n]*\}\s*\Z")
"""The id of a heading that is written out: it stays."""
_MARKS = " \t\r\n#=-"


_EMPHASIS = str.maketrans("", "", "*`")
_KRAMDOWN = (AnchorRule.KRAMDOWN_GFM,)
_OTHERS = (AnchorRule.GITHUB, AnchorRule.GOLDMARK)
"""Of the others, Zenn's and Zola's ``safe`` ids keep punctuation, which hardly any heading is linked by."""


class _Headings(NamedTuple):
    """The headings of a post in order, by the numbers of their leaves; half-open, in code points."""

    starts: list[int]
    ends: list[int]
    leaves: list[int]


_HEADINGS = MemoKey[_Headings]("headings for fixes")  # every safe fix asks


def keeping_anchors(post: Post, fix: Fix | None, renderers: tuple[str, ...]) -> Fix | None:
    """The fix, unsafe where it changes an id that a renderer makes of a heading.

    Links to it may stand in any post, and on other sites: nobody can tell. The ids are held against each other by
    the rule of Jekyll where kramdown is the only one of `renderers`, else by those of other programs.
    """
    if fix is None or fix.applicability != "safe":
        return fix
    by_heading: dict[int, list[Edit]] = {}
    for edit in fix.edits:
        index = _heading_at(post, edit)
        if index is not None:
            by_heading.setdefault(index, []).append(edit)
    rules = _KRAMDOWN if set(renderers) == {"kramdown"} else _OTHERS
    if any(_changes_id(post, index, edits, rules) for index, edits in by_heading.items()):
        return Fix("unsafe", fix.edits)
    return fix


def _heading_at(post: Post, edit: Edit) -> int | None:
    """The number of the heading that an edit lies in, or stands behind."""
    headings = post.memo.get_or_make(_HEADINGS, lambda: _headings(post))
    if not headings.starts or edit.start < headings.starts[0]:
        return None
    before = edit.start - 1
    stands_behind = before >= post.body and post.text[before] != "\n"
    for at in (edit.start, before) if stands_behind else (edit.start,):
        place = bisect_right(headings.starts, at) - 1
        if place >= 0 and at < headings.ends[place]:
            return headings.leaves[place]
    return None


def _headings(post: Post) -> _Headings:
    markdown = post.markdown
    leaves = [index for index, leaf in enumerate(markdown.leaves) if leaf[2] == "Heading"]
    blocks = [markdown.block(index) for index in leaves]
    return _Headings([one.start for one in blocks], [one.end for one in blocks], leaves)


def _changes_id(post: Post, index: int, edits: list[Edit], rules: tuple[AnchorRule, ...]) -> bool:
    block = post.markdown.block(index)
    before = post.text[block.start : block.end]
    if _OWN_ID.search(before):
        return False
    after = apply_edits(
        before,
        [Edit(e.start - block.start, e.end - block.start, e.text) for e in edits],
    )
    return any(_ids(before, rule) != _ids(after, rule) for rule in rules)


def _ids(source: str, rule: AnchorRule) -> frozenset[str] | None:
    text = source.translate(_EMPHASIS).strip(_MARKS)
    return ids_of(rule, [Heading(text, text)])
