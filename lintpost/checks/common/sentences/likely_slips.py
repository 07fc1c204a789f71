"""Words that are reported with the words that are meant by them."""

import re
from collections.abc import Callable, Iterable, Iterator

from lintpost.checks.common.patterns.scopes import scope_of
from lintpost.checks.common.sentences.quotations import quoted_in
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.post.edit import Edit
from lintpost.post.post import Post


def slips(
    post: Post, scope: str, found: Iterable[re.Match[str]], meant: Callable[[str], tuple[str, ...]]
) -> Iterator[Hit]:
    """One hit at each match in the text of a scope, outside quotation marks, in the order of the text.

    `meant` gives the words that may be meant by one that is written; a single one is an unsafe fix.
    """
    text = scope_of(post, scope)
    quoted = quoted_in(post, scope)
    piece = 0
    for match in found:
        word, (start, end) = match[0], match.span()
        if quoted.holds_at(start):
            continue
        while text.spans[piece][1] < end:
            piece += 1
        place = text.source(piece, start, end)
        names = list(meant(word))
        fix = Fix("unsafe", (Edit(*place, names[0]),)) if len(names) == 1 else None
        yield Hit(*place, "", {"text": word, "name": names}, fix)
