"""What stands in quotation marks: somebody else's words, or words that are spoken about."""

from lintpost.checks.common.patterns.scopes import scope_of
from lintpost.checks.common.span_set import SpanSet
from lintpost.post.lazy import lazy
from lintpost.post.memo import MemoKey
from lintpost.post.post import Post

_MARKS = lazy("[「『“」』”]|\n\n")
_OPENERS = {"」": "「", "』": "『", "”": "“"}
_QUOTED = MemoKey[SpanSet]("quotations")


def quotations(text: str) -> SpanSet:
    """The spans from 「, 『 and “ to their partners; of nested ones the outer, and none over a blank line."""
    spans: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for match in _MARKS.finditer(text):
        wanted = _OPENERS.get(match[0])
        if match[0] == "\n\n":
            opened.clear()  # the next paragraph
        elif wanted is None:
            opened.append((match[0], match.start()))
        elif opened and opened[-1][0] == wanted:
            start = opened.pop()[1]
            while spans and spans[-1][0] > start:
                spans.pop()
            spans.append((start, match.end()))
    return SpanSet(spans)


def quoted_in(post: Post, scope: str) -> SpanSet:
    """The quotations in the text of a scope, looked for once in each post."""
    return post.memo.get_or_make(_QUOTED, lambda: quotations(scope_of(post, scope).text), scope)
