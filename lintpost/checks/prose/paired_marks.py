"""Marks that come in pairs, in a paragraph (JTF 4.3.3 to 4.3.7)."""

from collections.abc import Iterator

from lintpost.checks.common.sentences.prose import nodes
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.markdown.tree import QUOTE, MarkdownNode
from lintpost.post.post import Post
from lintpost.post.prose.sentence_tree import Plain, plain, whole
from lintpost.site.site import Site

_ATOMS = frozenset(["Code", "Image", "Html", "Mask"])


class Options(CheckOptions):
    """`pairs`: each an opening and a closing mark, or the same one twice."""

    pairs: tuple[str, ...] = ("「」", "『』", '""', "{}", "<>")


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each mark without a partner in its paragraph."""
    for paragraph in nodes(post, "Paragraph", compat=False, without=QUOTE):
        texts = [plain(whole([node])) for node in _strings(paragraph)]
        for pair in options.pairs:
            for text, at in _lone(texts, pair):
                mark = text.text[at]
                partner = pair.replace(mark, "", 1)
                yield Hit(*text.span(at, at + 1), "", {"mark": mark, "partner": partner})


def _strings(node: MarkdownNode) -> Iterator[MarkdownNode]:
    for child in node.children:
        if child.kind == "Str":
            yield child
        elif child.kind not in _ATOMS:
            yield from _strings(child)


def _lone(texts: list[Plain], pair: str) -> Iterator[tuple[Plain, int]]:
    opened: list[tuple[Plain, int]] = []
    for text in texts:
        for at, char in enumerate(text.text):
            if char == pair[1] and (opened or pair[0] != pair[1]):
                if opened:
                    opened.pop()
                else:
                    yield text, at
            elif char == pair[0]:
                opened.append((text, at))
    yield from opened


CHECK = Check(
    name="paired-marks",
    options=Options,
    messages={"": ("mark", "partner")},
    run=run,
    reads=("tree",),
    block_alone=True,
)
