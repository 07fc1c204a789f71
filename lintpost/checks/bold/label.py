"""Bold labels and emoji before text (textlint's no-ai-emphasis-patterns)."""

import re
from collections.abc import Iterator
from functools import cache

from lintpost.checks.common.patterns.allowed import any_in
from lintpost.checks.common.patterns.phrase_options import refuse_bad_patterns
from lintpost.checks.common.sentences.prose import ModeOptions, nodes
from lintpost.checks.common.span_set import SpanSet
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.post.edit import Edit
from lintpost.post.lazy import lazy
from lintpost.post.markdown.tree import ITEM, QUOTE, MarkdownNode
from lintpost.post.post import Post
from lintpost.site.site import Site

_MAY_BE_EMOJI = lazy(r"[^\0-\xa8\u2e80-\u302f\u3040-\u3296\u3400-\uffff]\ufe0f?\s*\*\*")
"""What stands before bold and is neither ASCII nor Japanese; emoji of several characters end in U+FE0F or such a one."""
_BOLD = lazy(r"(\*\*|__)([^*_\n]+?)\1")


class Options(ModeOptions):
    """`labels`: words that stand in bold before what they announce. `emoji`, `headings`: whether an emoji
    before bold (`marks`: these alone, empty: any), and bold in a heading, are reported. `least`: labels in a post from which on
    ``precise`` reports them. `allow`: patterns of texts that are well.
    """

    labels: tuple[str, ...] = ()
    emoji: bool = True
    marks: tuple[str, ...] = ()
    headings: bool = False
    least: int = 3
    allow: tuple[str, ...] = ()

    def validate(self) -> None:
        """Every pattern can be read."""
        refuse_bad_patterns("allow", self.allow)


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each label; in ``compat`` in list items too, and in headings."""
    if "**" not in post.text and "__" not in post.text:
        return
    hits = [hit for node in _places(post, options) for hit in _in(post.text, node, options)]
    hits += list(_headings(post, options)) if options.headings else []
    if options.compat or len(hits) >= options.least:
        seen: set[tuple[int, int]] = set()
        for hit in hits:
            span = (hit.start, hit.end)
            if span not in seen:  # an item and the paragraph in it have the same text
                seen.add(span)
                yield hit


def _places(post: Post, options: Options) -> list[MarkdownNode]:
    if options.compat:
        return [
            node for kind in ("Paragraph", "ListItem") for node in nodes(post, kind, compat=True)
        ]
    return nodes(post, "Paragraph", compat=False, without=QUOTE | ITEM)


def _in(text: str, node: MarkdownNode, options: Options) -> Iterator[Hit]:
    source = text[node.start : node.end]
    if "**" not in source:
        return
    if any_in(source, options.allow, "m"):
        return
    taken: list[tuple[int, int]] = []
    if options.emoji and (options.marks or _MAY_BE_EMOJI.search(source)):
        for match in _emoji(options.marks).finditer(source):
            taken.append(match.span())
            yield _hit(node, *match.span(), "emoji", match[0])
    if not options.labels:
        return
    with_emoji = SpanSet(taken)
    for match in _labels(options.labels, options.compat).finditer(source):
        if not with_emoji.holds_at(match.start()):
            yield _hit(node, *match.span(), "label", match[0])


def _hit(node: MarkdownNode, start: int, end: int, key: str, text: str) -> Hit:
    return Hit(node.start + start, node.start + end, key, {"text": text})


def _headings(post: Post, options: Options) -> Iterator[Hit]:
    for node in nodes(post, "Heading", compat=True):
        for match in _BOLD.finditer(post.text, node.start, node.end):
            if not any_in(match[0], options.allow, "m"):
                edit = Edit(match.start(), match.end(), match[2])
                yield Hit(*match.span(), "heading", {"text": match[0]}, Fix("safe", (edit,)))


@cache
def _labels(labels: tuple[str, ...], compat: bool) -> "re.Pattern[str]":
    words = "|".join(map(re.escape, labels))
    # A label stands before its text; bold that is a line of its own is a heading.
    start, end = ("", "") if compat else ("^", r"(?!\s*$)")
    return re.compile(rf"{start}\*\*(?:{words})(?:[:：][^*]*)?\*\*{end}", re.MULTILINE)


@cache
def _emoji(marks: tuple[str, ...]) -> "re.Pattern[str]":
    from lintpost.site.js_regex import compile_js

    emoji = "|".join(marks) or r"\p{Extended_Pictographic}"
    return compile_js(rf"(?:{emoji})\uFE0F?\s*\*\*[^*\n]+\*\*", "u").pattern


CHECK = Check(
    name="bold-label",
    options=Options,
    messages={"label": ("text",), "emoji": ("text",), "heading": ("text",)},
    run=run,
    reads=("tree",),
    changes=("strong",),
)
