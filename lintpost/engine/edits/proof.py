"""Proves that a fix changes what its finding named, and nothing else.

The post before and after are held against each other: the front matter as parsed, the body's events, bold as
each configured renderer shows it, and the places that are no prose. A check declares what its fixes mean to
change (`Check.changes`); nothing else may differ.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from lintpost.checks.contract.check import Change
from lintpost.engine.edits.events import TEXT, Token, tokens_of
from lintpost.engine.edits.front_matter_proof import front_matter_holds
from lintpost.engine.edits.offset_map import OffsetMap
from lintpost.post.edit import Edit, apply_edits
from lintpost.post.offsets import Offsets
from lintpost.post.post import Post
from lintpost.post.protected import protected
from lintpost.post.source import Source
from lintpost.site.site import Site

_IGNORED: dict[Change, frozenset[str]] = {
    "strong": frozenset(["Strong"]),
    "emphasis": frozenset(["Emphasis"]),
    "link": frozenset(["Link"]),
}
"""The inlines that a change may add, move or take away."""
_MARKS: dict[Change, str] = {"strong": "*_", "emphasis": "*_", "link": "[]()"}
"""Characters that are text while they are no marks."""
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


class Prover:
    """Holds one post against versions of it. The post is read once, however many fixes are tried."""

    def __init__(self, post: Post, site: Site) -> None:
        self._post = post
        self._site = site
        self._tokens: dict[frozenset[str], list[Token]] = {}
        self._protected: list[tuple[int, int]] | None = None

    def proves(self, edits: Sequence[Edit], allowed: frozenset[Change] | None) -> bool:
        """Whether edits (code points into the file) change what is allowed, and nothing else.

        With None the body may become anything; of the front matter only the keys that an edit touches.
        """
        post = self._post
        text = apply_edits(post.text, edits)
        after = Post(Source(post.path, text), self._site.syntax)
        if allowed is None:
            return front_matter_holds(post, after, edits, frozenset(["front-matter"]))
        if not front_matter_holds(post, after, edits, allowed):
            return False
        in_body = [edit for edit in edits if edit.end > post.body or edit.start >= post.body]
        if not in_body:
            return post.text[post.body :] == text[after.body :]
        if "block" in allowed:
            return True
        where = OffsetMap(edits)
        return (
            self._same_events(after, where, allowed)
            and self._same_bold(after, where, allowed)
            and self._same_protected(after, edits, allowed)
        )

    def _same_events(self, after: Post, where: OffsetMap, allowed: frozenset[Change]) -> bool:
        """Whether the same events come in the same order, and text differs where edits are alone."""
        # Bold is for `_same_bold`; where no renderer is CommonMark's, its leftover marks are no matter either.
        kinds = set(allowed)
        if "commonmark" not in self._site.renderers:
            kinds.add("strong")
        ignored = _IGNORED["strong"].union(*(_IGNORED.get(change, ()) for change in kinds))
        if self._post.markdown.tags != after.markdown.tags:
            return False
        if ignored not in self._tokens:
            self._tokens[ignored] = tokens_of(self._post.markdown.without_tags, ignored)
        old, new = self._tokens[ignored], tokens_of(after.markdown.without_tags, ignored)
        if "comment" in allowed:
            old, new = _without_comments(old), _without_comments(new)
        if "text" in allowed and len(old) != len(new):
            old, new = _without_blank(old), _without_blank(new)
        marks = "".join(_MARKS.get(change, "") for change in kinds)
        strip = str.maketrans("", "", marks)
        if marks:
            old, new = ([one for one in tokens if _shows(one, strip)] for tokens in (old, new))
        if len(old) != len(new):
            return False
        body = self._post.text[self._post.body :]
        offsets = Offsets(body, body.encode())
        for one, other in zip(old, new, strict=True):
            if one.kind != other.kind:
                return False
            if one.detail == other.detail:
                continue
            if one.kind != TEXT:
                return False
            if marks and one.detail.translate(strip) == other.detail.translate(strip):
                continue
            start, end = (self._post.body + offsets.point(at) for at in (one.start, one.end))
            if "text" not in allowed or not where.touches(start, end):
                return False
        return True

    def _same_bold(self, after: Post, where: OffsetMap, allowed: frozenset[Change]) -> bool:
        """Whether every renderer shows the same bold.

        A fix of bold may change the spans that its edits touch. Beside them it may bring a renderer closer to
        what was meant, for marks that pair wrongly pair anew once one of them moves: bold that was meant
        stays, and nothing else becomes bold.
        """
        may_change = "strong" in allowed
        meant = {(span.start, span.end) for span in self._post.markdown.bold}
        for renderer in self._site.renderers:
            old = {(span.start, span.end) for span in self._post.markdown.rendered(renderer)}
            new = {(span.start, span.end) for span in after.markdown.rendered(renderer)}
            stays = {
                span for span in (old & meant if may_change else old)
                if not (may_change and where.touches(*span))
            }  # fmt: skip
            if not all(_places(span, where) & new for span in stays):
                return False
            known = {
                place
                for span in (old | meant if may_change else old)
                for place in _places(span, where)
            }
            if not all(span in known or (may_change and _is_new(span, where)) for span in new):
                return False
        return True

    def _same_protected(
        self, after: Post, edits: Sequence[Edit], allowed: frozenset[Change]
    ) -> bool:
        """Whether no edit reaches into what is no prose, and the same of it is there afterwards."""
        if "link" in allowed:
            return True  # the events say that the rest of it is the same
        if self._protected is None:
            self._protected = protected(self._post)
        spans = self._protected
        old = Counter(self._post.text[start:end] for start, end in spans)
        new = Counter(after.text[start:end] for start, end in protected(after))
        if "comment" in allowed:
            return not new - old and all(map(_COMMENT.fullmatch, old - new))
        starts = [start for start, _ in spans]
        for edit in edits:
            index = bisect_left(starts, max(edit.end, edit.start + 1)) - 1
            if index >= 0 and edit.start < spans[index][1] and spans[index][0] < edit.end:
                return False
            if index >= 0 and spans[index][0] < edit.start == edit.end < spans[index][1]:
                return False
        return old == new


def _places(span: tuple[int, int], where: OffsetMap) -> set[tuple[int, int]]:
    """Where a span may lie after the edits: what is inserted at its ends lies in it or beside it."""
    start, end = span
    return {
        (first, last)
        for first in (where.lowest(start), where.highest(start))
        for last in (where.lowest(end), where.highest(end))
    }


def _is_new(span: tuple[int, int], where: OffsetMap) -> bool:
    """Whether an edit wrote something at or in a span of the text after it."""
    return any(start <= span[1] and span[0] <= end for start, end in where.written())


def _without_comments(tokens: list[Token]) -> list[Token]:
    """HTML comments left out, with the block or line that they fill or the spaces before them; the texts
    that they part are one.
    """
    found: list[Token] = []
    behind_comment = False
    for token in tokens:
        if token.kind in ("Html", "InlineHtml"):
            rest = _COMMENT.sub("", token.detail).strip('" \\n')
            if not rest:
                behind_comment = bool(found) and found[-1].kind == TEXT
                if behind_comment:
                    found[-1] = found[-1]._replace(detail=found[-1].detail.rstrip(" \t"))
                continue
        elif token.kind in ("Start HtmlBlock", "End HtmlBlock"):
            continue
        if behind_comment and token.kind == TEXT:
            last = found.pop()
            token = Token(TEXT, last.detail + token.detail, last.start, token.end)
        behind_comment = False
        found.append(token)
    return found


def _shows(token: Token, strip: dict[int, int | None]) -> bool:
    """Whether anything is left of a text without marks that pair with nothing."""
    return token.kind != TEXT or bool(token.detail.translate(strip))


def _without_blank(tokens: list[Token]) -> list[Token]:
    """Texts of white space alone left out: a fix may add or take away the space between two inlines."""
    return [token for token in tokens if token.kind != TEXT or token.detail.strip()]
