"""One style in body, lists or captions, by the words that sentences end in (JTF 1.1.1, 1.1.3 and 1.1.5)."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from lintpost.checks.common.blocks.list_rows import list_rows
from lintpost.checks.common.sentences.prose import nodes
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy
from lintpost.post.markdown.tree import EMPHASIS, IMAGE, ITEM, LINK, QUOTE, STRONG
from lintpost.post.post import Post
from lintpost.post.prose.sentence_tree import plain, whole
from lintpost.site.site import Site

# What textlint's rules report, found out by asking them for some 20,000 sentences and 250 endings: the first of
# these words before a 。 in a line, and each of the others wherever it stands.
_STYLES = {
    "ですます": (
        lazy(r"((?:で|ま)す。|ました。|ません。|ませ。|ください。|でしょうか。|ですね。).*"),
        lazy(r"(?:です|でした)(?:が|ので)"),
    ),
    "である": (
        lazy(r"(である。|だ。|った。|あろう。|られる。|ならない。|いただ(?:く|きたい)。|しろ。).*"),
        lazy(r"のだが|ないかと|であるから"),
    ),
}
_OUTSIDE = QUOTE | ITEM | LINK | IMAGE | EMPHASIS | STRONG


class Options(CheckOptions):
    """`where`: running text of the whole post, each list, or the texts of images."""

    where: Literal["body", "list", "captions"] = "body"


class _Use(NamedTuple):
    style: str
    start: int
    end: int
    text: str


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each end of the rarer style; where both are as frequent, です・ます stays."""
    seen: set[int] = set()
    for group in _groups(post, options.where):
        uses = sorted(group, key=lambda use: use.start)
        polite = sum(use.style == "ですます" for use in uses)
        if not 0 < polite < len(uses):
            continue
        wanted = "である" if len(uses) - polite > polite else "ですます"
        for use in uses:
            if use.style != wanted and use.start not in seen:
                seen.add(use.start)
                yield Hit(use.start, use.end, "", {"text": use.text, "name": wanted})


def _groups(post: Post, where: str) -> Iterator[list[_Use]]:
    if where == "list":
        for items in list_rows(post.tree(meant=False)):
            texts = ((one.start, post.text[one.start : one.end]) for one in items)
            yield [
                _Use(style, start + first, start + last, text[first:last])
                for start, text in texts
                for style, first, last in _found(text)
            ]
        return
    kind, without = ("Str", _OUTSIDE) if where == "body" else ("Image", 0)
    yield [
        _Use(style, *text.span(first, last), text.text[first:last])
        for node in nodes(post, kind, compat=True, without=without)
        for text in (plain(whole([node])),)
        for style, first, last in _found(text.text)
    ]


def _found(text: str) -> Iterator[tuple[str, int, int]]:
    for style, (ends, words) in _STYLES.items():
        spans = [match.span(1) for match in ends.finditer(text)]
        spans += [match.span() for match in words.finditer(text)]
        for start, end in spans:
            yield style, start, end - text[start:end].endswith("。")


CHECK = Check(
    name="style-words",
    options=Options,
    messages={"": ("name", "text")},
    run=run,
    reads=("tree",),
)
