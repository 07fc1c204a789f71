"""Headings, titles and sentences that announce a number of things ("5 reasons") above another number of them."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from lintpost.checks.common.blocks.counted_things import (
    Heading,
    counted_blocks,
    counted_headings,
    headings_of,
)
from lintpost.checks.common.blocks.lists import lists_of, tables_of
from lintpost.checks.common.front_values import strings
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit, Related
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.site import Site

_KANJI = "一二三四五六七八九十"
_ENGLISH = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_END = r"(?:とは|を(?:解説|紹介|説明|比較|公開|伝授)|$|[！!？?。：:】」』）)（(｜|–—-])"
_THINGS = (
    "reasons", "ways", "tips", "steps", "things", "lessons", "rules", "mistakes", "ideas", "principles", "tricks", "habits",
    "takeaways", "strategies", "pitfalls", "myths", "benefits",
)  # fmt: skip
"""What every English number stands before."""
_ANNOUNCED = lazy(
    rf"(?<![0-9０-９.,第月年{_KANJI}])(?P<ja>[2-9２-９]|[12][0-9]|[１２][０-９]|[二三四五六七八九十])"
    rf"(?:(?:つ|個|大)の?(?=[^\s、。をにがはで]{{1,14}}?{_END})|選(?=[】」』!！?？。|｜：:\s]|$)|[ヵカか箇]条"
    r"|(?:ステップ|ポイント|パターン)(?=[でのとを：:！!？?】」』。|｜\s]|$))"
    rf"|(?i:\b(?P<en>[2-9]|[12][0-9]|{'|'.join(_ENGLISH)})(?: [a-z]+){{0,2}} (?:{'|'.join(_THINGS)})\b)"
)
_COUNTED = lazy(
    f"[0-9０-９{_KANJI}][*_`~]{{0,4}}(?:[つ個大選]|[ヵカか箇]条|ステップ|ポイント|パターン)"
)
_LEAD_IN = lazy(
    r"(?:次|以下|下記)の(?P<ja>[2-9２-９]|[二三四五六七八九])(?:つ|点|個|種類|項目|手順|段階|ステップ|ポイント)"
    rf"|(?i:\bthe following (?P<en>[2-9]|{'|'.join(_ENGLISH)})\b)"
)
"""What announces the list that follows its paragraph at once."""
_LEADING_WORDS = (
    *(
        f"{word}の{number}"
        for word in ("次", "以下", "下記")
        for number in "23456789２３４５６７８９二三四五六七八九"
    ),
    *(f"the following {number}" for number in (*"23456789", *_ENGLISH)),
)
"""One of these stands in whatever announces a list."""
_ABOVE = 4096
"""Bytes of the paragraph above a list that are looked at: a longer one announces nothing."""
_PART = lazy(
    r"(?i)(?:残り|ほか|他|さらに|もう|あと|最初|最後|約|うち)の?\Z|\b(?:other|remaining|first|last|next|more|another)\s\Z"
)
"""What makes a number that of a part of the things."""
_PART_LENGTH = 12
_NEAR = 2
"""The numbers of a title and of numbered headings differ by no more, or they are of different things."""


class Options(CheckOptions):
    """None."""


class _Announced(NamedTuple):
    number: int
    text: str
    start: int
    end: int


class _Part(NamedTuple):
    """A part of a post between two offsets, with its headings."""

    headings: list[Heading]
    start: int
    end: int


def prepare(options: Options, site: Site) -> None:
    """Let the signs of announced numbers be looked for from the first post on."""
    site.literals.numbers(_THINGS)
    site.literals.numbers(_LEADING_WORDS)


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each announced number that no group of things below has."""
    markdown = post.markdown
    texts = [field.value for field in strings(post, ("title",))]
    if _may_be_in_headings(post, site):  # costs less than the texts of all headings
        texts += [markdown.leaf_text(leaf) for leaf in markdown.leaves if leaf[2] == "Heading"]
    if site.literals.is_any_in(post, site.literals.numbers(_LEADING_WORDS)) and _leads_in(post):
        yield from _above_lists(post)
    if not any(map(_ANNOUNCED.search, texts)):
        return
    told: set[int] = set()
    headings = headings_of(post)
    for index, heading in enumerate(headings):
        if said := _announced(heading.text):
            part = _below(post, headings, index)
            if not _is_there(post, said, part):
                found = said[0]._replace(start=heading.start, end=heading.end)
                for hit in _below_heading(post, found, part):
                    told.add(found.number)
                    yield hit
    whole = _Part(headings, post.body, len(post.text))
    for field in strings(post, ("title",)):
        said = _announced(field.value)
        if said and said[0].number not in told and not _is_there(post, said, whole):
            start, end = field.span(said[0].start, said[0].end)
            yield from _below_title(said[0]._replace(start=start, end=end), whole)


def _may_be_in_headings(post: Post, site: Site) -> bool:
    """Whether a heading may announce a number, as its source stands."""
    data = post.body_data
    sources = [data[one["start"] : one["end"]] for one in post.markdown.elements("Heading")]
    source = b"\n".join(sources).decode()
    if _COUNTED.search(source):
        return True
    has_things = site.literals.is_any_in(post, site.literals.numbers(_THINGS))
    return has_things and any(map(source.lower().__contains__, _THINGS))


def _leads_in(post: Post) -> bool:
    """Whether the source right above some list announces a number: it costs less than the tree."""
    data = post.body_data
    for place in post.markdown.elements("List"):
        above = data[max(0, place["start"] - _ABOVE) : place["start"]].rstrip()
        if _LEAD_IN.search(above[above.rfind(b"\n\n") + 1 :].decode(errors="ignore")):
            return True
    return False


def _above_lists(post: Post) -> Iterator[Hit]:
    """One hit at each paragraph that announces a number of things right above a list of another number of them,
    which is the only list of its part.
    """
    markdown, text = post.markdown, post.text
    starts = [heading.start for heading in headings_of(post)]
    edges = [post.body, *starts, len(text)]
    lists = [one for one in lists_of(post) if not one.in_quote and not one.in_item]
    all_starts = sorted(one.start for kind in (lists, tables_of(post)) for one in kind)
    for node in lists:
        end = node.start
        while end > post.body and text[end - 1].isspace():
            end -= 1
        above = markdown.block_at(end - 1) if end > post.body else -1
        if above < 0 or markdown.leaves[above][2] != "Paragraph":
            continue
        block = markdown.block(above)
        said = _LEAD_IN.search(text, block.start, block.end)
        if said is None or len(node.items) == _number(said["ja"] or said["en"]):
            continue
        place = bisect_left(starts, node.start)
        section = (edges[place], edges[place + 1])
        first, last = (bisect_left(all_starts, offset) for offset in section)
        if last - first == 1:
            items = [Heading(0, "", *item) for item in node.items]
            yield _hit(_Announced(0, said[0], *said.span()), items, is_note=False)


def _below(post: Post, headings: list[Heading], index: int) -> _Part:
    """The part of a post from behind a heading to the next one of its level or above."""
    stop = index + 1
    while stop < len(headings) and headings[stop].level > headings[index].level:
        stop += 1
    end = headings[stop].start if stop < len(headings) else len(post.text)
    return _Part(headings[index + 1 : stop], headings[index].end, end)


def _is_there(post: Post, said: list[_Announced], part: _Part) -> bool:
    """Whether any group of things in a part of a post has one of the announced numbers."""
    numbers = {one.number for one in said}
    if not numbers.isdisjoint(counted_headings(part.headings).counts):
        return True
    return not numbers.isdisjoint(counted_blocks(post, part.start, part.end).counts)


def _announced(text: str) -> list[_Announced]:
    found = []
    for match in _ANNOUNCED.finditer(text):
        if _PART.search(text, max(0, match.start() - _PART_LENGTH), match.start()) is None:
            word = (match["ja"] or match["en"]).lower()
            found.append(_Announced(_number(word), match[0], *match.span()))
    return found


def _number(word: str) -> int:
    word = word.lower()
    if word in _KANJI:
        return _KANJI.index(word) + 1
    return _ENGLISH.index(word) + 2 if word in _ENGLISH else int(word)


def _below_heading(post: Post, said: _Announced, part: _Part) -> Iterator[Hit]:
    """A note where the things have no numbers of their own and are many more or fewer."""
    below = counted_headings(part.headings)
    if below.children:
        is_sure = below.numbered or abs(len(below.children) - said.number) <= 1
        yield _hit(said, below.children, is_note=not is_sure)
    elif not part.headings and (items := counted_blocks(post, part.start, part.end).items):
        yield _hit(said, items, is_note=False)


def _below_title(said: _Announced, whole: _Part) -> Iterator[Hit]:
    """Numbered headings, or as a note the headings of the first level where one is missing or too many."""
    below = counted_headings(whole.headings)
    if len(below.sequences) == 1:
        (sequence,) = below.sequences
        if abs(len(sequence) - said.number) <= _NEAR:
            yield _hit(said, sequence, is_note=False)
    elif not below.sequences and abs(len(below.children) - said.number) == 1:
        yield _hit(said, below.children, is_note=True)


def _hit(said: _Announced, things: list[Heading], *, is_note: bool) -> Hit:
    related = tuple(Related(thing.start, thing.end) for thing in things)
    params = {"text": said.text, "count": len(things)}
    return Hit(said.start, said.end, "", params, related=related, is_note=is_note)


CHECK = Check(
    name="announced-count",
    options=Options,
    messages={"": ("count", "text")},
    run=run,
    reads=("front-matter", "markdown"),
    whole_post=True,
    prepare=prepare,
)
