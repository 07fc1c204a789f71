"""Mentions of names as the checks of names and bold group them."""

from lintpost.checks.common.repeated_title import repeated_block
from lintpost.checks.contract.hit import Applicability
from lintpost.post.lazy import lazy
from lintpost.post.markdown.body import HEADING, IMAGE, LINK, QUOTE, TABLE, Block
from lintpost.post.memo import MemoKey
from lintpost.post.post import Post
from lintpost.site.name import Mention, Name
from lintpost.site.site import Site

_TITLE_SHARE = 60
# Behind a Latin name, a capitalised word or a number makes a longer name of it: "Google Cloud".
_JOINTS = (" ", "-")
_TAIL = lazy(r"[ \-][A-Z0-9]")
_HEAD = lazy(r"(?<![A-Za-z0-9])([A-Z][A-Za-z0-9]*)[ \-]\Z")
# Capitalised words that begin an English sentence and no name.
FUNCTION_WORDS = frozenset(
    [
        "The",
        "A",
        "An",
        "In",
        "On",
        "At",
        "For",
        "With",
        "By",
        "From",
        "And",
        "But",
        "Or",
        "If",
        "When",
        "While",
        "As",
        "This",
        "That",
        "These",
        "Those",
        "Its",
        "Our",
        "Their",
        "Today",
        "Both",
        "Unlike",
        "Like",
        "Since",
        "After",
        "Before",
        "Until",
        "Because",
        "Although",
        "Though",
        "Now",
        "Then",
        "Here",
        "There",
        "What",
        "Why",
        "How",
        "Where",
        "Who",
        "Which",
        "Is",
        "Are",
        "Was",
        "Were",
        "Can",
        "Could",
        "Will",
        "Would",
        "Should",
        "May",
        "Might",
        "Do",
        "Does",
        "Did",
        "Has",
        "Have",
        "Had",
        "Not",
        "No",
        "Yes",
        "So",
        "Yet",
        "Also",
        "Even",
        "Only",
        "Just",
        "To",
        "Of",
        "Via",
        "Per",
        "Using",
        "Let",
        "We",
        "You",
        "He",
        "She",
        "They",
        "It",
        "I",
    ]
)
_OPENING = "（("
_CLOSING = "）)"

_BY_NAME = MemoKey[dict[Name, list[Mention]]]("mentions in the body by name")
_CONTEXT = MemoKey[tuple[Block | None, set[int]]]("repeated title and ends of mentions")


def body_mentions(post: Post, site: Site) -> dict[Name, list[Mention]]:
    """The mentions in the body by name, in order."""
    return post.memo.get_or_make(_BY_NAME, lambda: _by_name(post, site), site.names)


def _by_name(post: Post, site: Site) -> dict[Name, list[Mention]]:
    grouped: dict[Name, list[Mention]] = {}
    for mention in site.names.mentions(post) if site.names else ():
        if not mention.field:
            grouped.setdefault(mention.name, []).append(mention)
    return grouped


def in_running_text(post: Post, site: Site, mention: Mention) -> bool:
    """Whether a mention stands where a house sets names in bold.

    Headings, tables, quotations and image texts are none of that, nor is a first line that only
    repeats the title, nor a name that is part of a longer one.
    """
    context = post.memo.get_or_make(_CONTEXT, lambda: _context(post, site), site.names)
    repeated, known_ends = context
    if repeated is not None and repeated.start <= mention.start < repeated.end:
        return False
    if post.markdown.flags_at(mention.start) & (HEADING | TABLE | QUOTE | IMAGE):
        return False
    return not is_part_of_name(post.text, mention, known_ends)


def _context(post: Post, site: Site) -> tuple[Block | None, set[int]]:
    mentions = site.names.mentions(post) if site.names else []
    ends = {other.end for other in mentions if not other.field}
    return repeated_block(post, _TITLE_SHARE), ends


def is_part_of_name(text: str, mention: Mention, known_ends: set[int]) -> bool:
    """Whether a Latin name stands inside a longer one: Google in "Google Cloud Platform".

    A capitalised word before it counts as well, unless it is a name of its own (a maker, whose
    last offset is in `known_ends`) or only begins an English sentence.
    """
    if not mention.text[-1].isascii() or not mention.text[0].isascii():
        return False
    if text[mention.end : mention.end + 1] in _JOINTS and _TAIL.match(text, mention.end):
        return True
    if text[mention.start - 1 : mention.start] not in _JOINTS:
        return False
    head = _HEAD.search(text, max(0, mention.start - 30), mention.start)
    if head is None or head.end(1) in known_ends:
        return False
    return head[1] not in FUNCTION_WORDS


def is_link(post: Post, mention: Mention) -> bool:
    """Whether a mention is (part of) a link's text, which stands out by itself."""
    return bool(post.markdown.flags_at(mention.start) & LINK)


def names_a_reference(post: Post, mention: Mention) -> bool:
    """Whether a mention is part of a link's text that is its label too: ``[Mind Spore][]``.

    Another spelling there would break the link; case alone would not, but is left alone as well.
    """
    if mention.field or not is_link(post, mention):
        return False
    close = post.text.find("]", mention.end)
    behind = post.text[close + 1 : close + 3]
    return behind == "[]" or not behind.startswith(("(", "["))


def trust_in(*mentions: Mention) -> Applicability:
    """How far a fix that rests on these mentions can be trusted: a harvested name needs a person's eye."""
    return "unsafe" if any(mention.name.harvested for mention in mentions) else "safe"


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
