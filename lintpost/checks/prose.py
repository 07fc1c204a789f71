"""Where rules of prose look: the sentences and texts of a post, in ``precise`` and in ``compat`` mode."""

from collections.abc import Iterator

from lintpost.checks.options import CheckOptions
from lintpost.post.post import Post
from lintpost.post.sentence_tree import SEPARATORS, Sentence, split
from lintpost.post.tree import QUOTE, Node

MODES = ("precise", "compat")


class ModeOptions(CheckOptions):
    """`mode`: ``compat`` finds what textlint's rule finds, ``precise`` leaves out what is no mistake."""

    CHOICES = {"mode": MODES}

    mode: str = "precise"

    @property
    def compat(self) -> bool:
        """Whether the rule is to behave as textlint's."""
        return self.mode == "compat"

    @classmethod
    def known(cls) -> dict[str, str]:
        """The subclass's options, and `mode`."""
        return {"mode": "str", **super().known()}


def nodes(post: Post, kind: str, *, compat: bool, without: int = 0) -> list[Node]:
    """The nodes of a kind, in the order of the text; those that stand in any of the flags left out."""
    key = ("nodes", kind, compat)
    found: list[Node] | None = post.memo.get(key)
    if found is None:
        found = [node for node in post.tree(meant=not compat).walk() if node.kind == kind]
        post.memo[key] = found
    return [node for node in found if not node.flags & without] if without else found


def sentences(
    post: Post, *, compat: bool, without: int = QUOTE, separators: str = SEPARATORS
) -> list[tuple[Node, list[Sentence]]]:
    """The paragraphs and their sentences."""
    key = ("sentences", compat, separators)
    found: dict[int, list[Sentence]] = post.memo.setdefault(key, {})
    result = []
    for node in nodes(post, "Paragraph", compat=compat, without=without):
        if node.start not in found:
            found[node.start] = split(node.children, separators)
        result.append((node, found[node.start]))
    return result


def every(post: Post, *, compat: bool) -> Iterator[Sentence]:
    """Every sentence of `sentences`."""
    for _, found in sentences(post, compat=compat):
        yield from found
