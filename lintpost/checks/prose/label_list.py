"""Lists whose items begin with a bold label or an emoji (textlint's no-ai-list-formatting)."""

import re
from collections.abc import Iterator

from lintpost.checks.common.patterns.allowed import any_in
from lintpost.checks.common.patterns.phrase_options import refuse_bad_patterns
from lintpost.checks.common.sentences.prose import ModeOptions, nodes
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.post.lazy import lazy
from lintpost.post.markdown.tree import MarkdownNode
from lintpost.post.post import Post
from lintpost.site.site import Site

_MARKER = r"(?:[-*+]|[0-9]+[.)])\s+"
_LABEL = lazy(_MARKER + r"(?:\[[ xX]\]\s+)?(?P<bold>\*\*[^*\n]+\*\*)(?:\s*[:：]|\s+[-—–]\s)")
_INSIDE = lazy(_MARKER + r"(?P<bold>\*\*[^*\n]+[:：]\*\*)")


_ENDS = lazy(r"[。！？!?]|\.(?=\s|$)")
_SENTENCE = lazy(
    r"(?:[ぁ-ん](?<!こと)(?<!もの)(?<!ため)[」』）)]*[。！？!?]|[A-Za-z0-9'’)\"”] *[.!?])$"
)
"""A Japanese sentence with a predicate ends in kana; one that ends in a noun (こと) is a definition."""


class Options(ModeOptions):
    """`labels` and `emoji`: what is looked for (`emoji` lists them). `least`: items of a list from which
    on ``precise`` reports it, once; ``compat`` reports every item. `longest`: code points behind a label from
    which on it is a heading to ``precise``. `allow`: patterns of items that are well.
    """

    labels: bool = True
    emoji: tuple[str, ...] = ()
    least: int = 3
    longest: int = 80
    allow: tuple[str, ...] = ()

    def validate(self) -> None:
        """Every pattern can be read."""
        refuse_bad_patterns("allow", self.allow)


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each list, or in ``compat`` at each item."""
    if options.compat:
        for item in nodes(post, "ListItem", compat=True):
            yield from _compat(post.text, item, options)
        return
    for found in nodes(post, "List", compat=False):
        items = found.children
        if len(items) < options.least:
            continue
        marks = [_mark(post.text, item, options) for item in items]
        for kind in ("label", "emoji"):
            spans = [mark[1] for mark in marks if mark and mark[0] == kind]
            if len(spans) == len(items):
                params = {"count": len(items), "text": post.text[slice(*spans[0])]}
                yield Hit(*spans[0], kind, params)


def _mark(text: str, item: MarkdownNode, options: Options) -> tuple[str, tuple[int, int]] | None:
    """How an item begins: with a label or an emoji."""
    if any_in(text[item.start : item.end], options.allow, "mi"):
        return None
    label = _LABEL.match(text, item.start, item.end) or _INSIDE.match(text, item.start, item.end)
    if label and options.labels:
        is_label = _is_one_sentence(text[label.end() : item.end].strip(), options.longest)
        return ("label", label.span("bold")) if is_label else None
    marker = re.compile(_MARKER).match(text, item.start, item.end)
    start = marker.end() if marker else item.start
    emoji = next((one for one in options.emoji if text.startswith(one, start)), None)
    return ("emoji", (start, start + len(emoji))) if emoji else None


def _is_one_sentence(text: str, longest: int) -> bool:
    """Whether one sentence with a predicate follows a label: else the label is a heading of what follows, or a
    term and its definition.
    """
    return (
        len(text) <= longest
        and len(_ENDS.findall(text)) == 1
        and _SENTENCE.search(text) is not None
    )


def _compat(text: str, item: MarkdownNode, options: Options) -> Iterator[Hit]:
    source = text[item.start : item.end]
    if any_in(source, options.allow, "mi"):
        return
    begin = len(source) - len(source.lstrip(" \t"))
    label = _LABEL.match(source, begin)
    if options.labels and label:
        params = {"count": 1, "text": label["bold"]}
        yield Hit(item.start + begin, item.start + label.end(), "label", params)
    found = [(source.find(one), one) for one in options.emoji if one in source]
    if found:
        at, emoji_text = min(found)
        start = item.start + at
        yield Hit(start, start + len(emoji_text), "emoji", {"count": 1, "text": emoji_text})


CHECK = Check(
    name="label-list",
    options=Options,
    messages={"label": ("count", "text"), "emoji": ("count", "text")},
    run=run,
    reads=("tree",),
)
