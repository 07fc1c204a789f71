"""Titles of other works, which are quoted as they are written there."""

from lintpost.checks.contract.hit import Applicability
from lintpost.post.markdown.body import LINK
from lintpost.post.post import Post

_LONGEST = 200
"""Characters to look back and ahead for 『 and 』: longer than any title."""


def trust_at(post: Post, start: int, end: int) -> Applicability:
    """How far a fix that is safe in running text is trusted at a place of the file.

    A link's text may be the title of the page that it leads to, and 『…』 is the title of a work.
    """
    if start >= post.markdown.start and post.markdown.flags_at(start) & LINK:
        return "unsafe"
    return "unsafe" if _is_between_marks(post.text, start, end) else "safe"


def _is_between_marks(text: str, start: int, end: int) -> bool:
    """Whether 『 and 』 stand around a span in its line."""
    first = max(text.rfind("\n", 0, start) + 1, start - _LONGEST)
    before = text[first:start]
    if before.rfind("『") <= before.rfind("』"):
        return False
    behind = text[end : end + _LONGEST].partition("\n")[0]
    closing, opening = behind.find("』"), behind.find("『")
    return closing >= 0 and (opening < 0 or closing < opening)
