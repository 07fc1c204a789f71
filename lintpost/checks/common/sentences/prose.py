"""Where rules of prose look: the sentences and texts of a post, in ``precise`` and in ``compat`` mode."""

from typing import Literal

from lintpost.checks.contract.options import CheckOptions
from lintpost.post.markdown.tree import QUOTE, MarkdownNode
from lintpost.post.memo import MemoKey
from lintpost.post.post import Post
from lintpost.post.prose.sentence_tree import SEPARATORS, Plain, Sentence, plain, split

Mode = Literal["precise", "compat"]
CODE = "X"
"""What code reads as to rules of words, unless textlint's rule has a way of its own."""


_NODES = MemoKey[dict[str, list[MarkdownNode]]]("nodes by kind")
_SENTENCES = MemoKey[dict[int, list[Sentence]]]("sentences by paragraph")
_PLAINS = MemoKey[list[tuple[MarkdownNode, list[tuple[Sentence, Plain]]]]]("plain sentences")


class ModeOptions(CheckOptions):
    """`mode`: ``compat`` finds what textlint's rule finds, ``precise`` leaves out what is no mistake."""

    mode: Mode = "precise"

    @property
    def compat(self) -> bool:
        """Whether the rule is to behave as textlint's."""
        return self.mode == "compat"


def nodes(post: Post, kind: str, *, compat: bool, without: int = 0) -> list[MarkdownNode]:
    """The nodes of a kind, in the order of the text; those that stand in any of the flags left out."""
    kinds = post.memo.get_or_make(_NODES, lambda: _by_kind(post, compat), compat)
    found = kinds.get(kind, [])
    return [node for node in found if not node.flags & without] if without else found


def _by_kind(post: Post, compat: bool) -> dict[str, list[MarkdownNode]]:
    kinds: dict[str, list[MarkdownNode]] = {}
    for node in post.tree(meant=not compat).walk():
        kinds.setdefault(node.kind, []).append(node)
    return kinds


def sentences(
    post: Post, *, compat: bool, without: int = QUOTE, separators: str = SEPARATORS
) -> list[tuple[MarkdownNode, list[Sentence]]]:
    """The paragraphs and their sentences."""
    found = post.memo.get_or_make(_SENTENCES, dict, compat, separators)
    result = []
    for node in nodes(post, "Paragraph", compat=compat, without=without):
        if node.start not in found:
            found[node.start] = split(node.children, separators)
        result.append((node, found[node.start]))
    return result


def plains(
    post: Post, code: str, *, compat: bool, separators: str = SEPARATORS
) -> list[tuple[MarkdownNode, list[tuple[Sentence, Plain]]]]:
    """The sentences of each paragraph outside quotations, with their text; `code` stands for each
    character of code. Rules that agree on it share the work.
    """

    def make() -> list[tuple[MarkdownNode, list[tuple[Sentence, Plain]]]]:
        return [
            (node, [(sentence, plain(sentence.pieces, code)) for sentence in row])
            for node, row in sentences(post, compat=compat, separators=separators)
        ]

    return post.memo.get_or_make(_PLAINS, make, code, compat, separators)


def written(post: Post, sentence: Sentence) -> Plain:
    """A sentence as it stands in the source, markup and all: what some of textlint's rules read."""
    return Plain(post.text[sentence.start : sentence.end], [0], [sentence.start])
