"""Comments that switch rules off for a place."""

import re
from typing import NamedTuple

from lintpost.checks.contract.hit import Fix
from lintpost.packs.rule import selects
from lintpost.post.edit import Edit
from lintpost.post.lazy import lazy
from lintpost.post.post import Post

_MARKER = b"lintpost"
_BODY = lazy(
    r"<!--\s*lintpost-(disable|enable)(-next-line|-file)?(?![\w-])(.*?)-->"
    r"|\{/\*\s*lintpost-(disable|enable)(-next-line|-file)?(?![\w-])(.*?)\*/\}",
    re.DOTALL,
)
_FRONT = lazy(r"#[ \t]*lintpost:[ \t]*disable\b([^\n\r]*)")
_WORD = lazy(r"[^\s,]+")


class Suppression(NamedTuple):
    """One rule named by one comment (``""``: all rules).

    Findings that start between `from_line` and `to_line` (from 1, both inclusive) are dropped.
    `start` and `end` are the span of the name in the comment, or of the whole comment, which is
    `comment`.
    """

    rule: str
    from_line: int
    to_line: int
    start: int
    end: int
    reason: str
    comment: tuple[int, int]


def suppressions(post: Post) -> list[Suppression]:
    """Every suppression of a post, in the order of the text."""
    if _MARKER not in post.source.data:
        return []
    found = _in_front_matter(post) + _in_body(post)
    return sorted(found, key=lambda suppression: suppression.start)


def covers(suppression: Suppression, rule: str, line: int) -> bool:
    """Whether a suppression drops a finding of a rule that starts on a line."""
    if not suppression.from_line <= line <= suppression.to_line:
        return False
    return not suppression.rule or selects(suppression.rule, rule)


def removal(post: Post, item: Suppression, items: list[Suppression]) -> Fix | None:
    """The fix that removes a suppression: its name, if the comment has others; else the comment, and the
    line if nothing else is on it. None for a ``disable`` that an ``enable`` ends, which belong together.
    """
    text, (start, end) = post.text, item.comment
    if sum(other.comment == item.comment for other in items) > 1:
        before = text[: item.start].rstrip(" \t,")
        return Fix("safe", (Edit(len(before), item.end, ""),))
    last = len(post.source.line_starts)
    if start >= post.body and "next-line" not in text[start:end] and item.to_line < last:
        return None
    line = post.source.location(start)[0]
    first, stop = post.source.line_span(line)
    if (
        post.source.location(end - 1)[0] == line
        and not (text[first:start] + text[end:stop]).strip()
    ):
        starts = post.source.line_starts
        return Fix("safe", (Edit(first, starts[line] if line < last else len(text), ""),))
    return Fix("safe", (Edit(len(text[:start].rstrip(" \t")), end, ""),))


def _in_front_matter(post: Post) -> list[Suppression]:
    """A comment behind a value is for that key; one on a line of its own is for the whole post."""
    front = post.front_matter
    found: list[Suppression] = []
    if front is None or front.format == "json":
        return found
    values = [entry.node for entry in (front.root.entries or ())] if front.root else []
    last = len(post.source.line_starts)
    for match in _FRONT.finditer(post.text, front.inner_start, front.inner_end):
        if any(node.start <= match.start() < node.end and not node.items for node in values):
            continue  # inside a string
        line = post.source.location(match.start())[0]
        alone = not post.text[post.source.line_span(line)[0] : match.start()].strip()
        first, end = (1, last) if alone else (line, line)
        if not alone and front.root is not None:
            for entry in front.root.entries or ():
                if post.source.location(entry.start)[0] == line:
                    end = max(end, post.source.location(max(entry.node.end - 1, entry.start))[0])
        found += _named(post, match.span(), match.span(1), first, end)
    return found


def _in_body(post: Post) -> list[Suppression]:
    """``disable`` reaches to the ``enable`` of the same rules, else to the end of the post."""
    found: list[Suppression] = []
    source = post.source
    last = len(source.line_starts)
    code = post.markdown.code_spans()
    for match in _BODY.finditer(post.text, post.body):
        block = post.markdown.block_at(match.start())
        if block >= 0 and post.markdown.block(block).kind == "CodeBlock":
            continue
        if any(start <= match.start() < end for start, end in code):
            continue
        group = 1 if match[1] else 4
        action, kind, names = match[group], match[group + 1] or "", match.span(group + 2)
        line = source.location(match.start())[0]
        if action == "disable":
            if kind == "-next-line":
                after = source.location(match.end())[0] + 1
                found += _named(post, match.span(), names, after, after)
            else:
                found += _named(post, match.span(), names, 1 if kind == "-file" else line, last)
        elif not kind:
            enabled = {item.rule for item in _named(post, match.span(), names, line, line)}
            for at, item in enumerate(found):
                open_ended = (
                    item.to_line == last and item.from_line > 1 and item.start < match.start()
                )
                if open_ended and (item.rule in enabled or "" in enabled):
                    found[at] = item._replace(to_line=line)
    return found


def _named(
    post: Post, comment: tuple[int, int], names: tuple[int, int], first: int, last: int
) -> list[Suppression]:
    """One suppression for each rule named; what follows ``--`` is the reason."""
    text = post.text[names[0] : names[1]]
    listed, _, reason = text.partition("--")
    reason = reason.strip()
    found = [
        Suppression(
            word[0], first, last, names[0] + word.start(), names[0] + word.end(), reason, comment
        )
        for word in _WORD.finditer(listed)
    ]
    return found or [Suppression("", first, last, *comment, reason, comment)]
