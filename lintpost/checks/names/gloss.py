"""The first mention of a name, which reads as its gloss says: 「ファーウェイ（Huawei）」."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lintpost.checks.common.bold.spans import bold_around, stray_runs
from lintpost.checks.common.names.mentions import (
    body_mentions,
    in_running_text,
    is_link,
    trust_in,
)
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.name import Mention
from lintpost.site.site import Site

_OPEN, _CLOSE = "（(", "）)"
_GLOSS = lazy(r"\*{0,2}[ ]?[（(]([^（()）]{1,40})[）)]")
_REACH = 60


class Options(CheckOptions):
    """No options: what a first mention says stands under `gloss` of the name."""


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit for each name with a gloss whose first mention reads otherwise."""
    for name, mentions in body_mentions(post, site).items():
        wanted = name.glossed
        if wanted is None:
            continue
        running = (one for one in mentions if in_running_text(post, site, one))
        first = next(running, None)
        if first is None or _reads(post.text, first, wanted):
            continue
        later = any(_reads(post.text, one, wanted) for one in mentions if one is not first)
        fix = None if later else _fix(post, first, wanted)
        params = {"name": first.text, "gloss": wanted}
        yield Hit(first.start, first.end, "late" if later else "missing", params, fix)


def _reads(text: str, mention: Mention, wanted: str) -> bool:
    """Whether a mention is part of the gloss, bold marks, spaces and the width of brackets aside."""
    low, high = max(0, mention.start - _REACH), mention.end + _REACH
    return any(
        match.start() <= mention.start and mention.end <= match.end()
        for match in _pattern(wanted).finditer(text, low, high)
    )


@lru_cache(maxsize=1024)
def _pattern(wanted: str) -> re.Pattern[str]:
    def one(char: str) -> str:
        if char in _OPEN:
            return "[（(]"
        return "[）)]" if char in _CLOSE else re.escape(char)

    return re.compile(r"[*_ ]*".join(one(char) for char in wanted if char != " "))


def _fix(post: Post, mention: Mention, wanted: str) -> Fix | None:
    """The gloss in the mention's place; bold stays round its first part.

    None where the mention is part of a link, of brackets or of a longer bold text, or has another
    gloss behind it.
    """
    text = post.text
    bold = bold_around(post.markdown, mention.start, mention.end)
    if is_link(post, mention) or stray_runs(post) or _is_in_brackets(post, mention):
        return None
    behind = _GLOSS.match(text, mention.end)
    if behind is not None:
        # 「Huawei（ファーウェイ）」 has both the wrong way round; any other bracket says something else.
        if bold is not None or behind[1] not in mention.name.forms:
            return None
        return Fix(trust_in(mention), (Edit(mention.start, behind.end(), wanted),))
    if bold is None:
        return Fix(trust_in(mention), (Edit(mention.start, mention.end, wanted),))
    if (bold.inner_start, bold.inner_end) != (mention.start, mention.end):
        return None
    cut = next((at for at, char in enumerate(wanted) if char in _OPEN), len(wanted))
    if not wanted[:cut] or not wanted[cut - 1].isalnum():
        return None
    edits = [Edit(mention.start, mention.end, wanted[:cut])]
    if cut < len(wanted):
        edits.append(Edit(bold.end, bold.end, wanted[cut:]))
    return Fix(trust_in(mention), tuple(edits))


def _is_in_brackets(post: Post, mention: Mention) -> bool:
    start = post.markdown.block(post.markdown.block_at(mention.start)).start
    before = post.text[start : mention.start]
    return sum(map(before.count, _OPEN)) > sum(map(before.count, _CLOSE))


CHECK = Check(
    name="name-gloss",
    options=Options,
    messages={"missing": ("gloss", "name"), "late": ("gloss", "name")},
    run=run,
    subject="name",
    reads=("front-matter", "markdown"),
    site=("names",),
    requires="names",
    changes=("text",),
)
