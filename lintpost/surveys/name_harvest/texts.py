"""The running text and the code of posts, kept in a temporary file: names are known only at the end."""

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import NamedTuple

from lintpost.post.lazy import lazy_bytes
from lintpost.post.post import Post

MARK = b"\x00"
"""Stands in running text where marks of emphasis stood."""
_IN_MEMORY = 32_000_000
"""Bytes of text from which a file on disk is used."""
_EMPHASIS = frozenset((b"*", b"**", b"***", b"****", b"_", b"__", b"___"))
_SHORT = 2
"""Bytes of markup up to which it holds no code."""
_CODE = lazy_bytes(rb"`|<code|<pre|<kbd|\{%-? *highlight")


class PostText(NamedTuple):
    """The sentences of a post without headings and tables, and its code; both in UTF-8."""

    running: bytes
    code: bytes


class PostTexts:
    """The texts of many posts, in their order."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed by `close`
        self._sizes: list[tuple[int, int]] = []

    def add(self, text: PostText) -> None:
        """Keep the texts of a post."""
        self._file.write(text.running + text.code)
        self._sizes.append((len(text.running), len(text.code)))

    def __iter__(self) -> Iterator[PostText]:
        self._file.seek(0)
        for running, code in self._sizes:
            yield PostText(self._file.read(running), self._file.read(code))

    def close(self) -> None:
        """Remove the file."""
        self._file.close()


def text_of(post: Post) -> PostText:
    """The running text of a post: runs of prose parted by line ends, or by `MARK` for emphasis alone."""
    markdown = post.markdown
    data = post.body_data
    edges = [
        pair
        for kind in ("Heading", "Table")
        for pair in zip(*markdown.outermost(kind), strict=True)
    ]
    aside = sorted(edges, reverse=True)
    running: list[bytes] = []
    code: list[bytes] = []
    last = 0
    for start, end in zip(markdown.prose_runs.starts, markdown.prose_runs.ends, strict=True):
        gap = data[last:start]
        last = end
        is_emphasis = gap in _EMPHASIS
        if not is_emphasis and len(gap) > _SHORT and _CODE.search(gap):
            code.append(gap)
        while aside and aside[-1][1] <= start:
            aside.pop()
        if aside and aside[-1][0] <= start:
            continue
        running += (MARK if is_emphasis else b"\n", data[start:end])
    code.append(data[last:])
    return PostText(b"".join(running), b"\n".join(code))
