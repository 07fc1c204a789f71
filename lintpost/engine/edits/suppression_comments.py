"""Writes comments that switch findings off, where no renderer shows them."""

from bisect import bisect_right
from typing import NamedTuple

from lintpost.engine.edits.line_ends import LineEnds
from lintpost.engine.edits.suppression_syntax import is_scalar
from lintpost.engine.finding import Finding
from lintpost.post.edit import Edit, apply_edits
from lintpost.post.front_matter.list_edits import line_end
from lintpost.post.lazy import lazy
from lintpost.post.post import Post

_UNSAFE_REASON = lazy(r"--+|[<>\r\n]|\*/|[{}]")


class _Place(NamedTuple):
    """Where a comment goes: its offset, and the text before and behind the names of the rules."""

    at: int
    before: str
    after: str


def suppressed_text(post: Post, findings: list[Finding], reason: str) -> str:
    """The post's text with a comment for each of the findings: see `suppression_edits`."""
    return apply_edits(post.text, suppression_edits(post, findings, reason))


def suppression_edits(post: Post, findings: list[Finding], reason: str) -> list[Edit]:
    """The edits that give a post a comment for each of the findings, sorted.

    A finding in the first line of a paragraph or heading gets a comment on the line before it, one in a
    list item or a later line a comment at the end of its line, one in front matter a comment behind the
    key or the list item. What has no such place (tables, values over several lines) is switched off for
    the whole post, by a comment in the front matter or at the top of the body.
    """
    places = _Places(post, _note(reason))
    rules: dict[_Place, dict[str, None]] = {}
    for finding in findings:
        rules.setdefault(places.of(finding), {})[finding.rule] = None
    edits = [
        Edit(place.at, place.at, f"{place.before}{' '.join(names)}{place.after}")
        for place, names in rules.items()
    ]
    return sorted(edits)


def post_suppression_edit(post: Post, rule: str, reason: str) -> Edit:
    """The edit that gives a post a comment which switches a rule off everywhere in it."""
    place = _Places(post, _note(reason)).whole_post()
    return Edit(place.at, place.at, f"{place.before}{rule}{place.after}")


def _note(reason: str) -> str:
    """A reason as it stands behind the rules of a comment."""
    reason = " ".join(_UNSAFE_REASON.sub(" ", reason).split())
    return f" -- {reason}" if reason else ""


class _Places:
    """Finds the places for the comments of one post."""

    def __init__(self, post: Post, note: str) -> None:
        self._post = post
        self._note = note
        self._end = line_end(post.source)
        root = post.front_matter.root if post.front_matter else None
        self._scalars = [node for node in root.walk() if is_scalar(node)] if root else []
        self._scalar_starts = [node.start for node in self._scalars]
        self._line_ends: LineEnds | None = None
        self._is_mdx = post.path.endswith(".mdx")
        self._opener, self._closer = ("{/* ", " */}") if self._is_mdx else ("<!-- ", " -->")

    def of(self, finding: Finding) -> _Place:
        """The place of the comment for a finding."""
        if finding.start.offset < self._post.body:
            return self._behind_value(finding) or self.whole_post()
        return self._line_before(finding) or self._end_of_line(finding) or self.whole_post()

    def _line_before(self, finding: Finding) -> _Place | None:
        """Before the first line of a paragraph or heading that starts no block of a list or quote. In MDX
        such a line would be part of the paragraph.
        """
        if self._is_mdx:
            return None
        post, line = self._post, finding.start.line
        index = post.markdown.block_at(finding.start.offset)
        if index < 0:
            return None
        block = post.markdown.block(index)
        start = post.source.line_starts[line - 1]
        first_above, end_above = post.source.line_span(line - 1) if line > 1 else (0, 0)
        above = post.text[first_above:end_above].strip()
        first = post.source.location(block.start)[0] == line and block.start == start
        if not first or above or block.kind not in ("Paragraph", "Heading"):
            return None
        return self._in_body(start, "lintpost-disable-next-line ", self._end)

    def _end_of_line(self, finding: Finding) -> _Place | None:
        """At the end of a line of a paragraph or list item."""
        if self._line_ends is None:
            self._line_ends = LineEnds(self._post)
        end = self._line_ends.behind(finding.start.offset)
        if end is None:
            return None
        place = self._in_body(end, "lintpost-disable-line ", "")
        return place._replace(before=f" {place.before}")

    def _in_body(self, at: int, word: str, end: str) -> _Place:
        return _Place(at, f"{self._opener}{word}", f"{self._note}{self._closer}{end}")

    def _behind_value(self, finding: Finding) -> _Place | None:
        """Behind a value or key of YAML or TOML front matter, where no string reaches over the line's
        end and no comment is yet.
        """
        post = self._post
        front = post.front_matter
        if front is None or front.format == "json" or front.root is None:
            return None
        start, end = post.source.line_span(finding.start.line)
        if not front.inner_start <= start < front.inner_end:
            return None
        end = start + len(post.text[start:end].rstrip())
        last = bisect_right(self._scalar_starts, end) - 1
        value_end = self._scalars[last].end if last >= 0 else start
        if value_end > end or "#" in post.text[max(value_end, start) : end]:
            return None
        return _Place(end, "  # lintpost: disable ", self._note)

    def whole_post(self) -> _Place:
        """The place of a comment for the whole post."""
        post, end = self._post, self._end
        front = post.front_matter
        if front is not None and front.format in ("yaml", "toml"):
            return _Place(front.inner_start, "# lintpost: disable ", f"{self._note}{end}")
        lead = "" if post.body == 0 or post.text[: post.body].endswith("\n") else end
        place = self._in_body(post.body, "lintpost-disable-file ", f"{end}{end}")
        return place._replace(before=f"{lead}{place.before}")
