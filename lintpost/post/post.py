"""One post: its source, its front matter and its Markdown, each parsed once."""

from typing import TYPE_CHECKING

from lintpost.post.front_matter.block import FrontMatter, parse_front_matter
from lintpost.post.markdown.body import Markdown
from lintpost.post.memo import Memo, MemoKey
from lintpost.post.source import BOM, Source
from lintpost.post.syntax import DEFAULT, Syntax

if TYPE_CHECKING:
    from lintpost.post.markdown.tree import MarkdownNode


_TREE: "MemoKey[MarkdownNode]" = MemoKey("tree")


class Post:
    """A file as the checks see it. `memo` holds values that several checks derive from it.

    Offsets are 0-based code points into the whole file, front matter and BOM included.
    """

    __slots__ = (
        "_body_byte",
        "_body_data",
        "_markdown",
        "front_matter",
        "memo",
        "path",
        "source",
        "syntax",
        "text",
    )

    def __init__(self, source: Source, syntax: Syntax = DEFAULT) -> None:
        """Parse the front matter; `syntax` is how the site's posts are read (`Site.syntax`)."""
        self.source = source
        self.path = source.path
        self.text = source.text
        self.front_matter: FrontMatter | None = parse_front_matter(source.text, syntax.yaml)
        self.syntax = syntax
        self._body_byte: int | None = None
        self._body_data: bytes | None = None
        self._markdown: Markdown | None = None
        self.memo = Memo()

    @property
    def body(self) -> int:
        """The offset at which the text after the front matter begins."""
        if self.front_matter is not None:
            return self.front_matter.body
        return len(BOM) if self.text.startswith(BOM) else 0

    @property
    def body_byte(self) -> int:
        """`body` as a byte offset into the file."""
        if self._body_byte is None:
            self._body_byte = len(self.text[: self.body].encode())
        return self._body_byte

    @property
    def body_data(self) -> bytes:
        """The body in UTF-8."""
        if self._body_data is None:
            self._body_data = self.source.data[self.body_byte :]
        return self._body_data

    @property
    def markdown(self) -> Markdown:
        """The structure of the body, parsed on first use."""
        if self._markdown is None:
            mdx = self.path.endswith(".mdx")
            self._markdown = Markdown(
                self.text, self.body, self.body_data, mdx=mdx, syntax=self.syntax
            )
        return self._markdown

    def tree(self, *, meant: bool = True) -> "MarkdownNode":
        """The body as a tree of blocks and inlines.

        With `meant`, bold is paired as the author meant it and template tags are cut out of the
        prose; without, the tree is what CommonMark makes of the text as it stands.
        """
        return self.memo.get_or_make(_TREE, self._meant_tree if meant else self._plain_tree, meant)

    def _meant_tree(self) -> "MarkdownNode":
        from lintpost.post.markdown.tree import tree_of

        markdown = self.markdown
        return tree_of(markdown.shadow, self.body, markdown.masks, self.text[self.body :])

    def _plain_tree(self) -> "MarkdownNode":
        from lintpost.post.markdown.tree import tree_of

        return tree_of(self.text[self.body :], self.body)
