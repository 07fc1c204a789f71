"""Paragraphs that do not end as sentences do (textlint's ja-no-mixed-period)."""

import re
from collections.abc import Iterator
from unicodedata import category

from lintpost.checks.common.sentences.prose import ModeOptions, nodes
from lintpost.checks.common.sentences.style import style_of
from lintpost.checks.common.sentences.whole_sentences import ends_whole
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.post.edit import Edit
from lintpost.post.lazy import lazy
from lintpost.post.markdown.tree import FOOTNOTE, ITEM, QUOTE, MarkdownNode
from lintpost.post.post import Post
from lintpost.post.prose.sentence_tree import plain, whole
from lintpost.post.prose.words import words
from lintpost.site.site import Site

_JAPANESE = lazy("[\u3005\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff\uf900-\ufaff]")
_CLOSED = "!?！？)）」』"
_PERIODS = "。."


class Options(ModeOptions):
    """`mark`: what ends a sentence; `allow`: other ends that are well. `emoji`: whether one may stand
    there. `append`: offer to add the mark.

    ``precise`` reports a paragraph whose last sentence is a whole one (it ends in です, ます, た, る…) and lacks the mark.
    """

    mark: str = "。"
    allow: tuple[str, ...] = ()
    emoji: bool = False
    append: bool = False


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at the last character of each paragraph."""
    find = _compat if options.compat else _precise
    for node in nodes(post, "Paragraph", compat=options.compat, without=QUOTE | ITEM | FOOTNOTE):
        at = find(node, options)
        if at is not None:
            yield Hit(
                at,
                at + 1,
                "",
                {"mark": options.mark, "text": post.text[at]},
                _fix(post, at, options),
            )


def _last(node: MarkdownNode) -> MarkdownNode | None:
    last = node.children[-1] if node.children else None
    return last if last is not None and last.kind == "Str" and last.value.strip() else None


def _compat(node: MarkdownNode, options: Options) -> int | None:
    last = _last(node)
    if last is None or not _JAPANESE.search(last.value):
        return None
    text = last.value.rstrip()
    if text[-1] in _CLOSED or _ends_well(text, options) or (options.emoji and _is_emoji(text[-1])):
        return None
    return plain(whole([last])).place(len(text) - 1)


def _ends_well(text: str, options: Options) -> bool:
    return text.endswith((options.mark, *options.allow))


def _is_emoji(char: str) -> bool:
    return category(char) == "So" or char in "\ufe0f\u200d"


_SEVERAL = lazy("[。．！？!?][^。．！？!?]")
_FULL_STOP = lazy("[。．]")
_FACE = lazy(r"[♪♡♥★☆…ー〜~wｗ笑泣)）]\s*$")


def _precise(node: MarkdownNode, options: Options) -> int | None:
    last = _last(node)
    if last is None or last.value.rstrip().endswith(options.mark):
        return None
    read = plain(whole(node.children), "X")
    text = read.text.rstrip()
    if (
        len(text) < 2
        or not _JAPANESE.match(text[-1])
        or _ends_well(text, options)
        or _FACE.search(text)
    ):
        return None
    line = re.split("[\n。．！？!?]", text)[-1]
    # A label, a caption or a line of a verse: only what follows a whole sentence is sure to be prose.
    style = style_of(words(line))[0]
    if not _SEVERAL.search(text) or not style:
        return None
    if style == "である" and not (_FULL_STOP.search(text) and ends_whole(text)):
        return None  # a headline (その真意は？未来を探る), or cut off (ai-writing/stopped)
    return read.place(len(text) - 1)


def _fix(post: Post, at: int, options: Options) -> Fix | None:
    char = post.text[at]
    if char in _PERIODS:
        return Fix("safe", (Edit(at, at + 1, options.mark),))
    if options.append or not options.compat:
        edit = Edit(at + 1, at + 1, options.mark)
        return Fix("unsafe", (edit,))  # the sentence may be one that was cut off
    return None


CHECK = Check(
    name="final-period",
    options=Options,
    messages={"": ("mark", "text")},
    run=run,
    reads=("tree", "words"),
    package="MeCab",
    changes=("text",),
    block_alone=True,
)
