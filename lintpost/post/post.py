"""One post: its source, its front matter and its Markdown, each made once."""

from typing import TYPE_CHECKING, Any

from lintpost.post.front_matter.block import FrontMatter, parse_front_matter
from lintpost.post.markdown.body import Markdown
from lintpost.post.source import BOM, Source

if TYPE_CHECKING:
    from lintpost.post.front_matter.yaml_tree import YamlVersion
    from lintpost.post.markdown.tree import MarkdownNode


class Post:
    """A file as the checks see it. `memo` keeps what a check derives and others use again."""

    __slots__ = ("_markdown", "front_matter", "memo", "path", "source", "text")

    def __init__(self, source: Source, version: "YamlVersion" = "1.1") -> None:
        """`version` is that of the front matter's YAML."""
        self.source = source
        self.path = source.path
        self.text = source.text
        self.front_matter: FrontMatter | None = parse_front_matter(source.text, version)
        self._markdown: Markdown | None = None
        self.memo: dict[Any, Any] = {}

    @property
    def body(self) -> int:
        """Where the text after the front matter begins."""
        if self.front_matter is not None:
            return self.front_matter.body
        return len(BOM) if self.text.startswith(BOM) else 0

    @property
    def body_byte(self) -> int:
        """`body` in bytes of the file."""
        return len(self.text[: self.body].encode())

    @property
    def markdown(self) -> Markdown:
        """The body's structure, read when first asked for."""
        if self._markdown is None:
            mdx = self.path.endswith(".mdx")
            data = self.source.data[self.body_byte :]
            self._markdown = Markdown(self.text, self.body, data, mdx=mdx)
        return self._markdown

    def tree(self, *, meant: bool = True) -> "MarkdownNode":
        """The body as a tree. `meant`: bold as its author meant it, and no template tags in the prose;
        else as CommonMark reads the text, tags and all.
        """
        key = ("tree", meant)
        if key not in self.memo:
            from lintpost.post.markdown.masks import masked
            from lintpost.post.markdown.tree import tree_of

            body = self.text[self.body :]
            if meant:
                hidden = masked(self.text, self.body, mdx=self.path.endswith(".mdx"))
                self.memo[key] = tree_of(self.markdown.shadow, self.body, hidden, body)
            else:
                self.memo[key] = tree_of(body, self.body, [])
        found: MarkdownNode = self.memo[key]
        return found
