"""Edits that set names in bold."""

from lintpost.checks.common.bold.spans import has_stray_run, stray_runs
from lintpost.checks.common.names.mentions import trust_in
from lintpost.checks.contract.hit import Fix
from lintpost.post.edit import Edit
from lintpost.post.post import Post
from lintpost.site.name import Mention


def add_bold(post: Post, mentions: list[Mention]) -> Fix | None:
    """Marks around mentions. A letter or digit inside the marks lets them open and close anywhere.

    None where a name begins or ends otherwise, or marks stand about that pair with nothing.
    """
    edits = []
    text = post.text
    for mention in mentions:
        start, end = mention.start, mention.end
        if not (text[start].isalnum() and text[end - 1].isalnum()):
            return None
        if text[start - 1 : start] in ("*", "_") or text[end : end + 1] in ("*", "_"):
            return None
        if stray_runs(post):
            block = post.markdown.block(post.markdown.block_at(start))
            if has_stray_run(post, block.start, block.end):
                return None
        edits += [Edit(start, start, "**"), Edit(end, end, "**")]
    return Fix(trust_in(*mentions), tuple(edits))
