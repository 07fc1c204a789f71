"""Counts how posts write some names, and what stands beside them."""

from collections import Counter
from collections.abc import Iterable

from lintpost.post.lazy import lazy
from lintpost.site.literals import WORD_BYTES, Literals
from lintpost.site.name_forms import spacing_forms
from lintpost.surveys.name_harvest.marked import is_button
from lintpost.surveys.name_harvest.texts import MARK, PostText

_REACH = 60
"""Bytes before and behind a name that are looked at."""
_ENOUGH = 200
"""Occurrences of a name whose neighbours are looked at."""
_NO_BORDER = WORD_BYTES | frozenset(b"_/@#\\")
_COMPANY_BEHIND = lazy(
    r"社(?![会員内外長風屋団交債殿史説])|株式会社|,? (?:Inc|Corp|Corporation|Ltd|LLC|GmbH|plc|Limited)\b"
)
_COMPANY_BEFORE = lazy(r"(?:株式会社|㈱|（株）|\(株\)|合同会社)\s?\Z")
_PERSON_BEHIND = lazy(r"\s?(?:氏(?!名)|さん|さま|様(?![々子式])|博士|教授|先生|弁護士|選手)")
_PERSON_BEFORE = lazy(
    r"(?:\b(?:Mr|Ms|Mrs|Dr|Prof)\.|\b(?:Professor|Senator|C[ETFOI]O|[Ff]ounder|[Cc]hairman|[Pp]resident)) ?\Z"
    r"|(?:CEO|CTO|CFO|COO|会長|社長|教授|創業者|代表|監督|議員)の?\Z"
)
_SENTENCE_START = lazy(r"(?:^|[\n。．.!?！？:：])[\s「『（(“\"]*\Z")


class NameUses:
    """How posts write one name.

    `times` and `posts` count each spelling in running text, `code` counts all of them in code.
    `companies` and `people` are the posts that call it one; of the `seen` occurrences `buttons` are
    labels of something to click, and `inside` stand within a sentence. `first` counts the posts whose
    first mention is bold (True) and is not.
    """

    __slots__ = (
        "buttons",
        "code",
        "companies",
        "first",
        "inside",
        "people",
        "posts",
        "seen",
        "times",
    )

    def __init__(self) -> None:
        self.times: Counter[str] = Counter()
        self.posts: Counter[str] = Counter()
        self.first: Counter[bool] = Counter()
        self.code = self.companies = self.people = self.buttons = self.inside = self.seen = 0


def count_uses(names: dict[str, set[str]], texts: Iterable[PostText]) -> dict[str, NameUses]:
    """The uses of each name, given with its spellings under a key of its own."""
    literals = Literals()
    keys: dict[int, str] = {}
    sizes: dict[int, int] = {}
    for key, spellings in names.items():
        for form in {form for text in spellings for form in (text, *spacing_forms(text))}:
            number = literals.add(form)
            keys[number], sizes[number] = key, len(form)
    uses = {key: NameUses() for key in names}
    for running, code in texts:
        found: dict[str, list[tuple[int, int]]] = {}
        for number, starts in literals.find(running).items():
            spans = [(at, at + sizes[number]) for at in starts]
            whole = [span for span in spans if _is_whole(running, *span)]
            if whole:
                found.setdefault(keys[number], []).extend(whole)
        for key, spans in found.items():
            _add(uses[key], running, sorted(spans))
        for number, starts in literals.find(code).items():
            uses[keys[number]].code += sum(_is_whole(code, at, at + sizes[number]) for at in starts)
    return uses


def _is_whole(data: bytes, start: int, end: int) -> bool:
    """Whether a span is no part of a longer word, address, hyphenated name or number."""
    if start and data[start - 1] in _NO_BORDER:
        return False
    if data[start - 1 : start] in (b"-", b".") and data[start - 2 : start - 1].isalnum():
        return False
    if end < len(data) and data[end] in _NO_BORDER:
        return False
    behind = data[end : end + 2]
    return not (
        (behind[:1] == b"." and behind[1:].isalnum())
        or (behind[:1] == b"-" and (behind[1:].isdigit() or behind[1:].isupper()))
    )


def _add(uses: NameUses, data: bytes, spans: list[tuple[int, int]]) -> None:
    """Count the places of a name in one post."""
    written = [data[start:end].decode() for start, end in spans]
    uses.times.update(written)
    uses.posts.update(set(written))
    company = person = False
    shown = [span for span, text in zip(spans, written, strict=True) if not text.islower()]
    if shown:
        at = shown[0][0]
        uses.first[data[at - 1 : at] == MARK] += 1
    for start, end in shown[: max(_ENOUGH - uses.seen, 0)]:
        before = data[max(start - _REACH, 0) : start].replace(MARK, b"").decode(errors="ignore")
        behind = data[end : end + _REACH].replace(MARK, b"").decode(errors="ignore")
        uses.seen += 1
        uses.buttons += is_button(before, behind)
        uses.inside += _SENTENCE_START.search(before) is None
        company = company or bool(_COMPANY_BEHIND.match(behind) or _COMPANY_BEFORE.search(before))
        person = person or bool(_PERSON_BEHIND.match(behind) or _PERSON_BEFORE.search(before))
    uses.companies += company
    uses.people += person
