"""Mentions of names as the checks of names and bold group them."""

from lintpost.checks.title_repeated import repeated_block
from lintpost.post.markdown import HEADING, IMAGE, LINK, QUOTE, TABLE
from lintpost.post.post import Post
from lintpost.site.names import Mention, Name
from lintpost.site.site import Site

_TITLE_SHARE = 60
_OPENING = "（("
_CLOSING = "）)"


def running_text(post: Post, site: Site) -> dict[Name, list[Mention]]:
    """The mentions in running text by name, in order.

    Headings, tables, quotations and image texts are left out, and so is a first line that only
    repeats the title: nobody sets names in bold there.
    """
    if site.names is None:
        return {}
    key = (site.names, "running")
    grouped: dict[Name, list[Mention]] | None = post.memo.get(key)
    if grouped is None:
        grouped = {}
        mentions = [mention for mention in site.names.mentions(post) if not mention.field]
        repeated = repeated_block(post, _TITLE_SHARE) if mentions else None
        for mention in mentions:
            if mention.flags & (HEADING | TABLE | QUOTE | IMAGE) or mention.block == repeated:
                continue
            grouped.setdefault(mention.name, []).append(mention)
        post.memo[key] = grouped
    return grouped


def is_link(mention: Mention) -> bool:
    """Whether a mention is (part of) a link's text, which stands out by itself."""
    return bool(mention.flags & LINK)


def is_gloss(text: str, mention: Mention, before: Mention | None) -> bool:
    """Whether a mention only explains the one before it: the second form in 「ファーウェイ（Huawei）」.

    The bracket must open right behind the earlier form, bold marks aside, and be open still.
    """
    if before is None or before.name is not mention.name:
        return False
    between = text[before.end : mention.start].lstrip("* ")
    if not between or between[0] not in _OPENING or len(between) > 40:
        return False
    return not any(char in _CLOSING for char in between)
