"""Spaces between Japanese and code, links, emphasis or bold: never, always, or one way in a post."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal, NamedTuple

from lintpost.checks.common.bold.repair import proved
from lintpost.checks.common.sentences.prose import ModeOptions, nodes
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.post.edit import Edit
from lintpost.post.lazy import lazy
from lintpost.post.markdown.tree import QUOTE, TABLE, MarkdownNode
from lintpost.post.post import Post
from lintpost.site.site import Site

_KINDS = {"code": "Code", "link": "Link", "emphasis": "Emphasis", "bold": "Strong"}
Way = Literal["never", "always", "consistent", "off"]
_LINE_BEFORE = " \t>*-+0123456789."
"""What stands on a line before a label or a heading: marks of lists and quotations."""
_LONGEST_BEFORE = 60
_JAPANESE = lazy("[\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u9fff\uf900-\ufaff]")
_ENDS = ("。", "？", "！", "?", "!")
_LABEL_BEFORE = ("\n", *_ENDS)


class Options(ModeOptions):
    """`kind`: what the space borders on. `before` and `after`: ``never``, ``always``, ``off``, or
    ``consistent``: the way that the post takes more often (never, where both are as frequent).
    """

    kind: Literal["code", "link", "emphasis", "bold"] = "code"
    before: Way = "consistent"
    after: Way = "consistent"


class _Border(NamedTuple):
    """A border beside Japanese: its white space (code points of the file), and the side of the node."""

    start: int
    end: int
    side: str
    node: MarkdownNode


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each border that is not as it should be; its fix is safe."""
    borders = list(_borders(post, options))
    spaced = sum(border.end > border.start for border in borders)
    habit: Way = "always" if 2 * spaced > len(borders) else "never"
    shown = _shown_bold(post, site) if options.kind == "bold" else set()
    for border in borders:
        way = options.before if border.side == "before" else options.after
        if way == "consistent":
            way = habit if 0 < spaced < len(borders) else "off"
        is_spaced = border.end > border.start
        if way == "off" or is_spaced == (way == "always"):
            continue
        edit = Edit(border.start, border.end, " " if way == "always" else "")
        # A space beside bold that is not shown may be what lets it show.
        is_safe = (
            options.kind != "bold" or is_spaced or (border.node.start, border.node.end) in shown
        )
        fix: Fix | None = Fix("safe" if is_safe else "unsafe", (edit,))
        if is_spaced and not _is_bold_without(post, border.node, edit, site):
            if not options.compat:
                continue  # a renderer needs the space: **「重要」** です
            fix = None
        start, end = border.start, border.end
        if not is_spaced:  # an empty place shows nothing: the Japanese beside it is marked
            start, end = (start - 1, start) if border.side == "before" else (end, end + 1)
        yield Hit(start, end, f"{way}-{border.side}", {}, fix)


def _borders(post: Post, options: Options) -> Iterator[_Border]:
    text = post.text
    without = 0 if options.compat else QUOTE | TABLE
    for node in nodes(post, _KINDS[options.kind], compat=options.compat, without=without):
        start, end = node.start, node.end
        if not options.compat and _is_label(text, node):
            continue
        if options.kind == "link" and text[start : start + 1] != "[":
            continue
        gap = 1 if text[start - 1 : start] == " " else 0
        if start > gap and _JAPANESE.match(text, start - gap - 1):
            yield _Border(start - gap, start, "before", node)
        gap = 1 if text[end : end + 1] == " " else 0
        if _JAPANESE.match(text, end + gap):
            yield _Border(end, end + gap, "after", node)


def _shown_bold(post: Post, site: Site) -> set[tuple[int, int]]:
    """The spans that every renderer of the site shows as bold."""
    return set.intersection(
        *(
            {(bold.start, bold.end) for bold in post.markdown.rendered(one)}
            for one in site.renderers
        )
    )


def _is_bold_without(post: Post, node: MarkdownNode, edit: Edit, site: Site) -> bool:
    """Whether bold still shows under every renderer of the site once a space beside it is gone."""
    if node.kind != "Strong":
        return True
    markdown = post.markdown
    index = bisect_left(markdown.bold_starts, node.start)
    if index == len(markdown.bold) or markdown.bold[index].start != node.start:
        return False
    bold = markdown.bold[index]
    inner = post.text[bold.inner_start : bold.inner_end]
    return proved(post, bold, (edit,), inner, site.renderers)


def _is_label(text: str, node: MarkdownNode) -> bool:
    """Whether bold or emphasis is a label or a heading of its own, which begins a sentence or ends one: a space
    behind it parts it from the text.
    """
    if node.kind not in ("Strong", "Emphasis"):
        return False
    inner = text[node.start : node.end].rstrip("*_ ")
    at = node.start
    stop = max(at - _LONGEST_BEFORE, 0)
    while at > stop and text[at - 1] in _LINE_BEFORE:
        at -= 1
    return not at or text[at - 1] in _LABEL_BEFORE or inner.endswith((":", "：", *_ENDS))


CHECK = Check(
    name="inline-space",
    options=Options,
    messages={"never-before": (), "never-after": (), "always-before": (), "always-after": ()},
    run=run,
    reads=("markdown", "tree"),
    site=("renderers",),
    changes=("text",),
)
