"""Bold that takes in more than the name: a particle, punctuation, brackets or a common noun."""

import itertools
import re
from collections.abc import Iterator
from functools import cache

from lintpost.checks.common.bold.spans import has_stray_run
from lintpost.checks.common.names.mentions import trust_in
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.lazy import lazy
from lintpost.post.markdown.body import HEADING
from lintpost.post.markdown.emphasis import Bold
from lintpost.post.post import Post
from lintpost.site.name import Mention
from lintpost.site.site import Site

_PUNCTUATION = r"[\s、。，．,.:：;；!！?？・…「」『』（）()\[\]【】《》〈〉“”\"'’‘™®]"
_BETWEEN = lazy(r"[ \u3000・/／]?")
_COLONS = (":", "：")
_GROUP = lazy(r"[（(]([^（）()]{1,60})[）)]")
# The reading, the long or the short form of a name, or its form in another language: what a gloss is.
_GLOSS = lazy(
    r"[\u30a1-\u30fa\u30fc・＝ ]+|[A-Za-z][A-Za-z &.,:：/'’\-]*|[\u4e00-\u9fff々]{2,8}(?<![版製用型年月日])"
)


class Options(CheckOptions):
    """The words that may stand beside a name inside the marks without making a phrase of it.

    `common_nouns` and `modifiers` (which need a common noun behind them) may follow a name,
    `particles` end the span, `prefixes` stand before a name.
    """

    common_nouns: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit for each bold span that is a name and a little more; the fix narrows it."""
    if site.names is None or not post.markdown.bold:
        return
    mentions = [mention for mention in site.names.mentions(post) if not mention.field]
    at = 0
    for bold in sorted(post.markdown.bold):
        while at < len(mentions) and mentions[at].start < bold.inner_start:
            at += 1
        inside = []
        index = at
        while index < len(mentions) and mentions[index].end <= bold.inner_end:
            inside.append(mentions[index])
            index += 1
        if inside and not post.markdown.flags_at(bold.start) & HEADING:
            yield from _wider(post, options, bold, inside)


def _wider(post: Post, options: Options, bold: Bold, inside: list[Mention]) -> Iterator[Hit]:
    text = post.text
    first, last = inside[0], inside[-1]
    for left, right in itertools.pairwise(inside):
        between = text[left.end : right.start]
        if not _BETWEEN.fullmatch(between) and not _is_own_gloss(text, left, right):
            return
    before, after = text[bold.inner_start : first.start], text[last.end : bold.inner_end]
    if last.name is inside[0].name and len(inside) > 1 and re.fullmatch(r"[）)]", after):
        after = ""
    if not before.strip() and not after.strip():
        return
    head, tail = _patterns(
        options.common_nouns, options.modifiers, options.particles, options.prefixes
    )
    group = _GROUP.match(after)
    rest = after[group.end() :] if group else after
    if not head.fullmatch(before):
        return
    match = tail.fullmatch(rest)
    if match is None or _is_left(post, bold, first, group, before, rest):
        return
    if match["noun"]:
        key = "noun"
    elif match["particle"]:
        key = "particle"
    elif not before or re.fullmatch(_PUNCTUATION + "+", before):
        key = "brackets" if group or before else "punctuation"
    else:
        key = "noun"
    name = text[first.start : last.end]
    extra = "…".join(part for part in (before.strip(), after.strip()) if part)
    params = {"name": name, "text": text[bold.inner_start : bold.inner_end], "extra": extra}
    yield Hit(bold.start, bold.end, key, params, _narrow(post, bold, first, last))


def _is_left(
    post: Post, bold: Bold, first: Mention, group: re.Match[str] | None, before: str, rest: str
) -> bool:
    """Whether a span is a name with its gloss, a label with its colon, or a line of its own."""
    if group and not before and not rest and _GLOSS.fullmatch(group[1]):
        return True
    labelled = rest.strip()[-1:] in _COLONS or post.text[bold.end : bold.end + 1] in _COLONS
    if labelled and _opens_block(post, bold, first):
        return True  # what a label holds, and where its colon goes, is a matter of style
    block = post.markdown.block(post.markdown.block_at(bold.start))
    if block.kind != "Paragraph" or block.start != bold.start:
        return False
    return not post.text[bold.end : block.end].strip()


def _opens_block(post: Post, bold: Bold, mention: Mention) -> bool:
    start = post.markdown.block(post.markdown.block_at(mention.start)).start
    return not post.text[start : bold.start].strip("-*+>0123456789.) \t\r\n")


def _is_own_gloss(text: str, left: Mention, right: Mention) -> bool:
    return left.name is right.name and text[left.end : right.start].strip() in ("（", "(")


def _narrow(post: Post, bold: Bold, first: Mention, last: Mention) -> Fix | None:
    """Move the marks to the name. Its letters let them open and close wherever they stand."""
    text = post.text
    if not (text[first.start].isalnum() and text[last.end - 1].isalnum()):
        return None
    if has_stray_run(post, bold.start - 199, bold.end + 200):
        return None
    before, after = text[bold.inner_start : first.start], text[last.end : bold.inner_end]
    if text[bold.start - 1 : bold.start] == "*" or text[bold.end : bold.end + 1] == "*":
        return None
    edits = []
    if before:
        edits.append(Edit(bold.start, first.start, before + "**"))
    if after:
        edits.append(Edit(last.end, bold.end, "**" + after))
    return Fix(trust_in(first, last), tuple(edits))


@cache
def _patterns(
    nouns: tuple[str, ...],
    modifiers: tuple[str, ...],
    particles: tuple[str, ...],
    prefixes: tuple[str, ...],
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    noun = f"(?:{_any_of(nouns)})"
    modifier = f"(?:{_any_of(modifiers)})"
    head = re.compile(f"(?:{_any_of(prefixes)}|{_PUNCTUATION})*")
    tail = re.compile(
        rf"(?P<noun>(?:[ \-・/／]?(?:{modifier}[ ・/／]?)*{noun})*)"
        rf"(?P<particle>(?:{_any_of(particles)})?)"
        rf"(?:{_PUNCTUATION})*"
    )
    return head, tail


def _any_of(words: tuple[str, ...]) -> str:
    """Words as alternatives, the longest first; Latin ones end at a Latin letter or digit."""
    ordered = sorted(words, key=len, reverse=True)
    latin = "|".join(re.escape(word) for word in ordered if word.isascii())
    other = "|".join(re.escape(word) for word in ordered if not word.isascii())
    parts = [f"(?<![A-Za-z0-9])(?:{latin})(?![A-Za-z0-9])"] if latin else []
    return "|".join([*parts, *([other] if other else [])]) or "(?!)"


CHECK = Check(
    name="name-bold-span",
    options=Options,
    messages={
        "noun": ("extra", "name", "text"),
        "particle": ("extra", "name", "text"),
        "punctuation": ("extra", "name", "text"),
        "brackets": ("extra", "name", "text"),
    },
    run=run,
    reads=("front-matter", "markdown"),
    site=("names",),
    requires="names",
    changes=("strong",),
    block_alone=True,
)
