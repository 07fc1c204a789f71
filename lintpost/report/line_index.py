"""Lines and columns of a text."""

from lintpost.engine.finding import Location
from lintpost.post.source import Source


class LineIndex:
    """Converts offsets into one text to locations, and their columns to bytes."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._source = Source("", text)

    def location(self, offset: int) -> Location:
        """Line and column, in code points from 1, of an offset."""
        return Location(*self._source.location(offset), offset)

    def byte_column(self, location: Location) -> int:
        """A location's column in bytes of UTF-8, from 1."""
        start = location.offset - (location.column - 1)
        return len(self.text[start : location.offset].encode("utf-8", "surrogatepass")) + 1
