"""Where the names of the dictionary stand: how they are spelled, spaces and all, is for the rules of names."""

from bisect import bisect_right

from lintpost.post.post import Post
from lintpost.site.site import Site


class NamePlaces:
    """The mentions of names in a post, as places of the file."""

    def __init__(self, post: Post, site: Site) -> None:
        mentions = site.names.mentions(post) if site.names is not None else []
        self._starts = [mention.start for mention in mentions]
        self._ends = [mention.end for mention in mentions]
        self._edges = set(self._starts), set(self._ends)

    def __bool__(self) -> bool:
        return bool(self._starts)

    def inside(self, start: int, end: int) -> bool:
        """Whether a span lies in a mention, with letters of it on either side."""
        index = bisect_right(self._starts, start) - 1
        return index >= 0 and self._starts[index] < start and end < self._ends[index]

    def covers(self, start: int, end: int) -> bool:
        """Whether a span begins where a mention begins and ends where one ends."""
        return start in self._edges[0] and end in self._edges[1]
