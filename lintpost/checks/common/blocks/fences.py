"""The fenced blocks of code of a body."""

from collections.abc import Iterator
from typing import NamedTuple

from lintpost.post.lazy import lazy_bytes
from lintpost.post.post import Post

_OPENING = lazy_bytes(rb"(?P<marks>`{3,}|~{3,})[ \t]*(?P<info>[^\r\n]*)")
_LAST_LINE = lazy_bytes(rb"[ \t>]*(?P<marks>`{3,}|~{3,})[ \t]*\Z")


class Fence(NamedTuple):
    """A fenced block: `start` and `end` are bytes of the body, half-open; `info` is what stands behind the opening
    marks.
    """

    start: int
    end: int
    marks: str
    info: str
    is_closed: bool

    def opening(self, post: Post) -> tuple[int, int]:
        """The span of the opening marks, in code points of the file."""
        point = post.markdown.point(self.start)
        return point, point + len(self.marks)


def fences(post: Post) -> Iterator[Fence]:
    """The fenced blocks in the order of the text."""
    places = [one for one in post.markdown.elements("CodeBlock") if "info" in one]
    if not places:
        return
    data = post.body_data
    for place in places:
        start, end = place["start"], place["end"]
        opening = _OPENING.match(data, start)
        if opening is None:
            continue
        marks = opening["marks"]
        info = opening["info"].decode("utf-8", "replace").strip()
        block = data[opening.end() : end].rstrip(b"\r\n\t ")
        last = _LAST_LINE.match(block, block.rfind(b"\n") + 1) if b"\n" in block else None
        is_closed = last is not None and last["marks"].startswith(marks)
        yield Fence(start, end, marks.decode(), info, is_closed)
