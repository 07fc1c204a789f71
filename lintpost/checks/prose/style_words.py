"""One style in body, lists or captions, by how sentences end (JTF 1.1.1, 1.1.3 and 1.1.5)."""

import re
from collections.abc import Iterator
from typing import Literal

from lintpost.checks.common.prose import nodes
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy
from lintpost.post.markdown.tree import ITEM, QUOTE, MarkdownNode
from lintpost.post.post import Post
from lintpost.post.prose.sentence_tree import Plain, plain, whole
from lintpost.site.site import Site

# What may stand behind the deciding word: particles, brackets, and the end of a sentence or line.
_END = "(?=[かねよわ]*[」』）)]*(?:[。！？!?]|$))"
_POLITE = lazy(f"(?:です|ます|でした|ました|ません|でしょう|ましょう|ください){_END}", re.MULTILINE)
_PLAIN = lazy(f"(?:である|であった|だった|だろう|った|だ){_END}|のだ(?=が、)", re.MULTILINE)
_STYLES = {"ですます": _POLITE, "である": _PLAIN}


class Options(CheckOptions):
    """`where`: running text of the whole post, each list, or the texts of images."""

    where: Literal["body", "list", "captions"] = "body"


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each end of the rarer style; where both are as frequent, です・ます stays."""
    for texts in _groups(post, options.where):
        found = [
            (style, text, match)
            for text in texts
            for style, pattern in _STYLES.items()
            for match in pattern.finditer(text.text)
        ]
        counts = {style: sum(one[0] == style for one in found) for style in _STYLES}
        if not all(counts.values()):
            continue
        wanted = "である" if counts["である"] > counts["ですます"] else "ですます"
        for style, text, match in found:
            if style != wanted:
                yield Hit(*text.span(*match.span()), "", {"text": match[0], "name": wanted})


def _groups(post: Post, where: str) -> Iterator[list[Plain]]:
    if where == "body":
        found = nodes(post, "Paragraph", compat=True, without=QUOTE | ITEM)
        yield [plain(whole(node.children)) for node in found]
    elif where == "captions":
        yield [plain(whole([node])) for node in nodes(post, "Image", compat=True)]
    else:
        for node in nodes(post, "List", compat=True):
            yield [plain(whole(_paragraphs(item))) for item in node.children]


def _paragraphs(item: MarkdownNode) -> list[MarkdownNode]:
    return [child for node in item.children if node.kind == "Paragraph" for child in node.children]


CHECK = Check(
    name="style-words",
    options=Options,
    messages={"": ("name", "text")},
    run=run,
    reads=("tree",),
)
