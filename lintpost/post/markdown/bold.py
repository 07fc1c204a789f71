"""The bold spans of a body, as meant and under each renderer, in code points of the file."""

from itertools import chain

from lintpost.post.markdown.emphasis import Bold
from lintpost.post.markdown.events import Elements, Ranges
from lintpost.post.markdown.points import Points
from lintpost.post.markdown.strong import Strong, commonmark_strong, friendly_strong


class BoldSpans:
    """Each list is made on first use; a renderer that shows bold as meant gives the very same list."""

    __slots__ = ("_body", "_commonmark", "_elements", "_meant", "_points", "_shadow", "_starts", "strong")  # fmt: skip

    def __init__(
        self, body: str, shadow: str, elements: Elements, strong: Strong, points: Points
    ) -> None:
        """`elements` are those of the shadow; `strong` is what is bold as meant, in bytes."""
        self._body = body
        self._shadow = shadow
        self._elements = elements
        self._points = points
        self._meant: list[Bold] | None = None
        self._starts: list[int] | None = None
        self._commonmark: list[Bold] | None = None
        self.strong = strong

    @property
    def meant(self) -> list[Bold]:
        """Bold as meant, in the order of the text."""
        if self._meant is None:
            self._meant = _spans(self.strong.ranges, self._points.marked)
        return self._meant

    @property
    def starts(self) -> list[int]:
        """Where each span of `meant` starts."""
        if self._starts is None:
            self._starts = [span.start for span in self.meant]
        return self._starts

    @property
    def commonmark(self) -> list[Bold]:
        """Bold as CommonMark pairs it."""
        if self._commonmark is None:
            strong = commonmark_strong(self._body, self._shadow, self._elements)
            self._commonmark = self._of(strong)
        return self._commonmark

    def rendered(self, renderer: str) -> list[Bold]:
        """Bold as ``kramdown``, ``commonmark`` or ``cjk-friendly`` shows it."""
        if renderer == "kramdown":
            return self.meant
        if renderer == "commonmark":
            return self.commonmark
        return self._of(friendly_strong(self._body, self._shadow, self.strong))

    def _of(self, strong: Ranges) -> list[Bold]:
        if strong == self.strong.ranges:
            return self.meant
        return _spans(strong, self._points.table(chain.from_iterable(strong)))


def _spans(strong: Ranges, points: dict[int, int]) -> list[Bold]:
    spans = ((points[first], points[last]) for first, last in strong)
    return [Bold(start, end, start + 2, end - 2) for start, end in spans]
