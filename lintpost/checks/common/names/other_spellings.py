"""Where a name may stand in another spelling: in a firm's registered name, in capitals, as an identifier."""

import re

from lintpost.post.lazy import lazy
from lintpost.post.markdown.body import LINK, TABLE
from lintpost.post.memo import MemoKey
from lintpost.post.post import Post
from lintpost.site.name import Mention

_FIRM = r"(?:株式会社|有限会社|合同会社|（株）|\(株\)|㈱)"
_FIRM_BEFORE = lazy(_FIRM + r"[ 　「*]*\Z")
_FIRM_BEHIND = lazy(r"[ 　」*]*" + _FIRM)
# Four letters and more: GPU and API are in capitals in any phrase.
_CAPITALS_BEFORE = lazy(r"(?<![0-9A-Za-z])[A-Z]{4,}[ \-&*]{1,6}\Z")
_CAPITALS_BEHIND = lazy(r"[ \-&*]{1,6}[A-Z]{4,}(?![0-9A-Za-z])")
# "json / sqlite", "numpy, pandas": a list of identifiers.
_SMALL_BEFORE = lazy(r"(?<![0-9A-Za-z.\-])[a-z][0-9a-z_\-]+ ?[/|,、・，] ?\Z")
_SMALL_BEHIND = lazy(r" ?[/|,、・，] ?[a-z][0-9a-z_\-]+(?![0-9A-Za-z])")
_LETTER_AND_NUMBER = lazy(r"[A-Z] [0-9]+")
_JAPANESE = r"[\u3040-\u30ff\u4e00-\u9fff]"
_SPACED = lazy(rf"[0-9A-Za-z] {_JAPANESE}|{_JAPANESE} [0-9A-Za-z]")
_JOINED = lazy(rf"[0-9A-Za-z]{_JAPANESE}|{_JAPANESE}[0-9A-Za-z]")
_REACH = 40
_LONGEST_TITLE = 300
_NEAR = 500
"""Characters of a paragraph around a name that show how it is spaced."""
_IN_CODE = MemoKey[dict[str, bool]]("names in code")


def is_other_spelling(post: Post, mention: Mention) -> bool:
    """Whether a mention in a wrong form is none: what stands there is spelled so."""
    text, start, end = post.text, mention.start, mention.end
    if not mention.exact:
        return False
    if _beside(text, start, end, _FIRM_BEFORE, _FIRM_BEHIND):
        return True
    if "\\_" in (text[start - 2 : start], text[end : end + 2]):
        return True  # GITHUB\_TOKEN
    if mention.role == "spacing":
        return _is_plain_phrase(mention) or _is_house_spacing(post, mention)
    if mention.text.isupper():
        return _beside(text, start, end, _CAPITALS_BEFORE, _CAPITALS_BEHIND)
    if mention.role != "case":
        return False
    return mention.text.islower() and _is_identifier(post, mention)


def _is_plain_phrase(mention: Mention) -> bool:
    """Whether a name in two words may be a phrase: "one API" is no oneAPI, "a 100% match" no A100."""
    if " " not in mention.text or " " in mention.form:
        return False
    return mention.text[0].islower() or _LETTER_AND_NUMBER.fullmatch(mention.text) is not None


def is_in_page_title(post: Post, mention: Mention) -> bool:
    """Whether a mention stands in the text of a link that says more than the name: such a text is often
    the title of the page that it leads to.
    """
    if mention.field or not post.markdown.flags_at(mention.start) & LINK:
        return False
    text = post.text
    first = text.rfind("[", max(0, mention.start - _LONGEST_TITLE), mention.start)
    last = text.find("]", mention.end, mention.end + _LONGEST_TITLE)
    if first < 0 or last < 0:
        return True
    return len(text[first + 1 : last].strip(" *_「」『』“”\"'")) > mention.end - mention.start


def _beside(
    text: str, start: int, end: int, before: re.Pattern[str], behind: re.Pattern[str]
) -> bool:
    return bool(
        before.search(text, max(0, start - _REACH), start) or behind.match(text, end, end + _REACH)
    )


def _is_identifier(post: Post, mention: Mention) -> bool:
    """Whether a name in small letters is one of several identifiers, all of a table's cell, or a model's that
    stands in code, too, or in a longer one: gpt-5 beside gpt-5-mini.
    """
    text, start, end = post.text, mention.start, mention.end
    if _beside(text, start, end, _SMALL_BEFORE, _SMALL_BEHIND):
        return True
    if mention.field:
        return False
    if post.markdown.flags_at(start) & TABLE:
        before, behind = text[max(0, start - _REACH) : start], text[end : end + _REACH]
        if not (before.rpartition("|")[2] + behind.partition("|")[0]).strip():
            return True
    return "-" in mention.text and _is_in_code(post, mention.text)


def _is_in_code(post: Post, written: str) -> bool:
    """Whether a post has a word in code, in quotes, or in a longer identifier."""
    seen = post.memo.get_or_make(_IN_CODE, dict)
    if written not in seen:
        others = (f"{written}-", f"`{written}`", f'"{written}"')
        seen[written] = any(one in post.text for one in others)
    return seen[written]


def _is_house_spacing(post: Post, mention: Mention) -> bool:
    """Whether a name only has, or lacks, a space between scripts as the rest of its block does: 「NTT データ」
    where Latin words stand apart from Japanese ones.
    """
    written, form = mention.text, mention.form
    if " " not in written + form or _unspaced(written) != _unspaced(form) or mention.field:
        return False
    block = post.markdown.block(post.markdown.block_at(mention.start))
    first, last = max(block.start, mention.start - _NEAR), min(block.end, mention.end + _NEAR)
    rest = post.text[first : mention.start] + "\n" + post.text[mention.end : last]
    style = _SPACED if len(written) > len(form) else _JOINED
    return style.search(rest) is not None


def _unspaced(name: str) -> str:
    """A name without the spaces between scripts."""
    return _SPACED.sub(lambda match: match[0].replace(" ", ""), name)
