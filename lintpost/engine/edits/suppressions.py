"""Comments that switch rules off for a place."""

from bisect import bisect_right
from typing import NamedTuple

from lintpost.engine.edits.suppression_syntax import (
    Comment,
    Name,
    body_comments,
    front_matter_comments,
)
from lintpost.post.memo import MemoKey
from lintpost.post.post import Post

_MARKER = b"lintpost"


class Suppression(NamedTuple):
    """One rule named by one comment (``""``: all rules).

    Findings that start between `from_line` and `to_line` (from 1, both inclusive) are dropped.
    `start` and `end` are the span of the name in the comment, or of the whole comment, which is
    `comment`. `is_block` is true for ``disable``, which an ``enable`` ends; an ``enable`` of one rule
    of a family, or of all, ends it for that rule alone and leaves `to_line` as it is.
    """

    rule: str
    from_line: int
    to_line: int
    start: int
    end: int
    reason: str
    comment: tuple[int, int]
    is_block: bool = False


class Enable(NamedTuple):
    """Where an ``enable`` comment starts, and its line, which is the last one that is off."""

    start: int
    line: int


_OF_POST: "MemoKey[Suppressions]" = MemoKey("suppressions")


class Suppressions:
    """The suppressions of a post."""

    __slots__ = ("_enables", "_last_enables", "all", "enabled_names", "unknown_words")

    def __init__(self, post: Post) -> None:
        self.all: list[Suppression] = []
        """In the order of the text."""
        self.enabled_names: list[Name] = []
        """The rules that the ``enable`` comments name."""
        self.unknown_words: list[Comment] = []
        """Comments that ask for something there is not, such as ``lintpost-disabel``."""
        self._enables: dict[str, list[Enable]] = {}
        self._last_enables: dict[str, int] = {}
        """Where the last ``enable`` starts that is for a rule or family, or for a rule within it."""
        if _MARKER in post.source.data.lower():
            self._read(post)

    @classmethod
    def of(cls, post: Post) -> "Suppressions":
        """Those of a post, read once."""
        return post.memo.get_or_make(_OF_POST, lambda: cls(post))

    def __bool__(self) -> bool:
        return bool(self.all or self.enabled_names or self.unknown_words)

    def _read(self, post: Post) -> None:
        front = list(front_matter_comments(post))
        body = list(body_comments(post))
        self.unknown_words = [comment for comment in (*front, *body) if not comment.known]
        for comment in body:
            if comment.known and comment.word == "lintpost-enable":
                self.enabled_names += comment.names
                line = post.source.location(comment.start)[0]
                for rule in [name.rule for name in comment.names] or [""]:
                    self._add_enable(selector(rule), Enable(comment.start, line))
        values = _last_lines(post) if front else {}
        for comment in front:
            if comment.known:
                self.all += _each(comment, *_front_matter_lines(post, comment, values))
        for comment in body:
            if comment.known and comment.word != "lintpost-enable":
                self._add_disable(post, comment)

    def _add_enable(self, selected: str, enable: Enable) -> None:
        self._enables.setdefault(selected, []).append(enable)
        for word in {selected, _family(selected), ""}:
            self._last_enables[word] = enable.start

    def _add_disable(self, post: Post, comment: Comment) -> None:
        line, last = post.source.location(comment.start)[0], len(post.source.line_starts)
        match comment.word:
            case "lintpost-disable-file":
                self.all += _each(comment, 1, last)
            case "lintpost-disable-line":
                self.all += _each(comment, line, line)
            case "lintpost-disable-next-line":
                after = post.source.location(comment.end)[0] + 1
                self.all += _each(comment, after, after)
            case _:
                for item in _each(comment, line, last, is_block=True):
                    self.all.append(item._replace(to_line=self.end(item, item.rule)))

    def end(self, item: Suppression, rule: str) -> int:
        """The last line on which a suppression holds for a rule, or a family, that it covers."""
        if not item.is_block:
            return item.to_line
        ends = [item.to_line]
        for word in covering(selector(rule)):
            enables = self._enables.get(word, ())
            after = bisect_right(enables, item.start, key=lambda enable: enable.start)
            if after < len(enables):
                ends.append(enables[after].line)
        return min(ends)

    def is_paired(self, item: Suppression) -> bool:
        """Whether an ``enable`` ends a suppression, for all of its rules or some."""
        selected = selector(item.rule)
        enables = [self._last_enables.get(selected, -1)]
        enables += [
            self._enables[word][-1].start for word in covering(selected) if word in self._enables
        ]
        return item.is_block and max(enables) > item.start


def selector(word: str) -> str:
    """A word of a comment without what marks it as a family: ``bold/*`` and ``bold/`` are ``bold``."""
    family = word.removesuffix("/*").rstrip("/")
    return word if "/" in family else family


def covering(rule: str) -> tuple[str, ...]:
    """The words that mean a rule or a family: its name, its family, and "" for all."""
    return tuple({rule: None, _family(rule): None, "": None})


def _family(rule: str) -> str:
    return rule.partition("/")[0]


def _each(comment: Comment, first: int, last: int, *, is_block: bool = False) -> list[Suppression]:
    """One suppression for each rule that a comment names."""
    span = (comment.start, comment.end)
    names = comment.names or (Name("", *span),)
    return [
        Suppression(name.rule, first, last, name.start, name.end, comment.reason, span, is_block)
        for name in names
    ]


def _last_lines(post: Post) -> dict[int, int]:
    """The last line of the value of each key of the front matter, by the line of the key."""
    locate, front = post.source.location, post.front_matter
    lines: dict[int, int] = {}
    if front is not None and front.root is not None:
        for entry in front.root.entries or ():
            line, last = locate(entry.start)[0], locate(max(entry.node.end - 1, entry.start))[0]
            lines[line] = max(lines.get(line, line), last)
    return lines


def _front_matter_lines(
    post: Post, comment: Comment, last_lines: dict[int, int]
) -> tuple[int, int]:
    """The first and last line that a comment of the front matter is for: the key or the list item that
    it stands behind, else the whole post.
    """
    line = post.source.location(comment.start)[0]
    if not post.text[post.source.line_span(line)[0] : comment.start].strip():
        return 1, len(post.source.line_starts)
    return line, last_lines.get(line, line)
