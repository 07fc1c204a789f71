"""Bold at the first mention of a name, where the house wants it."""

from collections.abc import Iterator

from lintpost.checks.bold_policy import PolicyOptions as Options
from lintpost.checks.bold_policy import policy_of
from lintpost.checks.bold_spans import bold_around, stray_runs
from lintpost.checks.hit import Fix, Hit
from lintpost.checks.name_mentions import (
    body_mentions,
    in_running_text,
    is_gloss,
    is_link,
)
from lintpost.post.edit import Edit
from lintpost.post.post import Post
from lintpost.site.name import Mention
from lintpost.site.site import Site


def needs(options: Options) -> str:
    """The names dictionary."""
    return "names"


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit for each name under ``first-mention`` whose first mention is plain."""
    for name, mentions in body_mentions(post, site).items():
        if policy_of(name, options.policy) != "first-mention":
            continue
        running = (at for at, one in enumerate(mentions) if in_running_text(post, site, one))
        index = next(running, None)
        if index is None:
            continue
        first = mentions[index]
        if is_link(post, first) or bold_around(post.markdown, first.start, first.end):
            continue
        following = mentions[index + 1 : index + 3]
        glosses = [other for other in following if is_gloss(post.text, other, first)]
        if any(bold_around(post.markdown, gloss.start, gloss.end) for gloss in glosses):
            continue
        yield Hit(first.start, first.end, "", {"name": first.text}, add_bold(post, [first]))


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
            if any(block.start <= stray < block.end for stray, _ in stray_runs(post)):
                return None
        edits += [Edit(start, start, "**"), Edit(end, end, "**")]
    return Fix("safe", tuple(edits))
