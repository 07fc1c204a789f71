"""Names that are no longer in use, or not yet, on the day of the post."""

import re
from collections.abc import Iterator

from lintpost.checks.common.dates.post_day import DATES, post_day
from lintpost.checks.common.names.mentions import is_part_of_name, names_a_reference
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.lazy import lazy
from lintpost.post.markdown.body import IMAGE, LINK, QUOTE
from lintpost.post.post import Post
from lintpost.site.name import Mention, Name
from lintpost.site.site import Site

_FORMERLY = lazy(
    r"(?:旧|元|かつての|当時の|formerly(?: known as)?|previously|then-|ex-|aka)[ 「『（(“\"*]*\Z",
    re.I,
)
_NOW = lazy(
    r"[*」』”\"]*[ ]?[（(](?:現|のちの|後の|いまの|今の|当時|旧称|now\b|since renamed)", re.I
)


class Options(CheckOptions):
    """`dates`: the first of them that is there is the post's day, else the file name or address says it;
    a post without any is of today.
    """

    dates: tuple[str, ...] = DATES


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """The first mention of each such name in every field and in the body."""
    if site.names is None or not site.names.relations.renamed:
        return
    mentions = site.names.mentions(post)
    by_name: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_name.setdefault(mention.name.name, []).append(mention)
    day = None
    for old, new in site.names.relations.renamed:
        assert old.until is not None
        if old.name not in by_name and new.name not in by_name:
            continue
        day = day or post_day(post, options.dates) or site.today()
        if day >= old.until:
            others = by_name.get(new.name, [])
            yield from _outdated(post, by_name.get(old.name, []), others, old, new)
        elif old.name not in by_name:
            # A post of those days that speaks of both, or plans the change, knows what it says.
            first = next((one for one in by_name[new.name] if not one.field), None)
            if (
                first is not None
                and len(first.text) > 1
                and not is_part_of_name(post.text, first, set())
            ):
                params = {"name": first.text, "other": old.name, "day": old.until.isoformat()}
                yield Hit(first.start, first.end, "early", params)


def _outdated(
    post: Post, mentions: list[Mention], others: list[Mention], old: Name, new: Name
) -> Iterator[Hit]:
    assert old.until is not None
    seen: set[str] = set()
    if any(_explains(post, one, others) for one in mentions if not one.field):
        seen.add("")
    for mention in mentions:
        if mention.field in seen or _is_history(post, mention):
            continue
        if any(other.field == mention.field != "" for other in others):
            continue
        seen.add(mention.field)
        fix = None
        if mention.exact and not names_a_reference(post, mention):
            fix = Fix("unsafe", (Edit(mention.start, mention.end, new.name),))
        params = {"name": mention.text, "other": new.name, "day": old.until.isoformat()}
        yield Hit(mention.start, mention.end, "outdated", params, fix)


def _explains(post: Post, mention: Mention, others: list[Mention]) -> bool:
    """Whether the paragraph of an old name says the new one too."""
    index = post.markdown.block_at(mention.start)
    return any(not other.field and post.markdown.block_at(other.start) == index for other in others)


def _is_history(post: Post, mention: Mention) -> bool:
    """Whether the old name stands as the old name, in a quotation or link, or in a longer name."""
    text = post.text
    if _FORMERLY.search(text, max(0, mention.start - 24), mention.start):
        return True
    if _NOW.match(text, mention.end):
        return True
    if not mention.field and post.markdown.flags_at(mention.start) & (QUOTE | LINK | IMAGE):
        return True
    return is_part_of_name(text, mention, set())


CHECK = Check(
    name="name-renamed",
    options=Options,
    messages={"outdated": ("day", "name", "other"), "early": ("day", "name", "other")},
    run=run,
    subject="name",
    reads=("front-matter", "markdown"),
    site=("names", "clock"),
    requires="names",
    changes=("text",),
)
