"""Series with a missing part, or with two posts that are the same part."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, NamedTuple

from lintpost.checks.common.front_values import strings, words
from lintpost.checks.common.links.path_editions import edition_marks, edition_name, stated_language
from lintpost.checks.common.noted_text import place_of
from lintpost.checks.common.part_number import part_of
from lintpost.checks.common.post_place import post_place
from lintpost.checks.contract.check import Check, Facts
from lintpost.checks.contract.hit import Place, SiteHit
from lintpost.checks.contract.options import CheckOptions
from lintpost.language import Text
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.fold import fold
from lintpost.site.site import Site

_LEAST = 3
"""Posts of a series that only its titles tell of: two numbers may be those of two conferences."""
_DENSE = 3
"""So many parts must be there for each that is missing: 1, 2, 4 lacks one; 1, 9, 30 is no series of a site."""
_HALF = lazy(
    r"前[編半篇]|[中後][編篇]|後半|完結|[上中下]巻|番外|続き?[編篇]|補足|付録|[(（【][上中下前後][)）】]|(?i:appendix|bonus|continued)"
)
"""What a title calls a piece of a part."""
_EVENT = lazy(
    r"(?i)参加|登壇|行って|行った|開催|出場|観戦|勉強会|学会|大会|総会|研究会|カンファレンス|コンテスト|ミートアップ|フォーラム"
    r"|シンポジウム|もくもく|meet-?up|\bconf|conference|contest|workshop|hackathon|ハッカソン"
)
"""What has numbers of its own: nobody writes about each of them."""


class Options(CheckOptions):
    """`series` are the front-matter keys that name a post's series, `part` those of its number in it. A post
    without them is of the series that its `title` names: 第3回, その3, Part 3, (3), #3.
    """

    series: tuple[str, ...] = ("series",)
    part: tuple[str, ...] = (
        "part", "series_part", "series_order", "series-order", "seriesOrder", "episode",
    )  # fmt: skip
    title: str = "title"


class _Post(NamedTuple):
    """A post of a series; `number` is None for one that has none."""

    path: str
    number: int | None
    place: Place
    is_piece: bool
    edition: str


def facts(post: Post, options: Options, site: Site) -> Facts | None:
    """The series, the number and its place."""
    title = next(strings(post, (options.title,)), None)
    name = _series(post, options.series)
    if name is not None:
        number, span = _number(post, options.part)
        return _fact(post, f"key {fold(name)}", number, span or post_place(post), piece=False)
    part = part_of(title.value) if title is not None else None
    if title is None or part is None or _EVENT.search(title.value):
        return None
    piece = _HALF.search(title.value) is not None
    return _fact(post, part.series, part.number, title.span(part.start, part.end), piece=piece)


def _fact(
    post: Post, series: str, number: int | None, span: tuple[int, int], *, piece: bool
) -> Facts:
    return {
        "series": series,
        "part": number,
        "place": place_of(post, *span),
        "piece": piece,
        "language": stated_language(post),
    }


def _series(post: Post, keys: tuple[str, ...]) -> str | None:
    for key in keys:
        for field in strings(post, (key,)):
            return field.value
        listed = words(post, key)
        if len(listed) == 1:
            return listed[0][1]
    return None


def _number(post: Post, keys: tuple[str, ...]) -> tuple[int | None, tuple[int, int] | None]:
    for key in keys:
        entry = post.front_matter.get(key) if post.front_matter is not None else None
        if entry is not None and type(entry.node.value) is int:
            return entry.node.value, (entry.node.start, entry.node.end)
    return None, None


def review(facts: Mapping[str, Facts], options: Options, site: Site) -> Iterator[SiteHit]:
    """One hit behind each gap, and one in each of two posts with one number."""
    series: dict[str, list[_Post]] = {}
    for path, fact in facts.items():
        edition = f"{edition_marks(path)} {fact['language']}"
        post = _Post(path, fact["part"], Place(*fact["place"]), fact["piece"], edition)
        series.setdefault(fact["series"], []).append(post)
    for name, posts in series.items():
        least = 2 if name.startswith("key ") else _LEAST
        if len(posts) >= least and all(post.number is not None for post in posts):
            yield from _gaps(posts, least)
            yield from _doubles(posts)


def _gaps(posts: list[_Post], least: int) -> Iterator[SiteHit]:
    firsts: dict[Any, _Post] = {}
    for post in posts:
        firsts.setdefault(post.number, post)
    numbers = sorted(firsts)
    missing = numbers[-1] - numbers[0] + 1 - len(numbers)
    if len(numbers) < least or missing * min(least, _DENSE) > len(numbers):
        return
    for before, after in pairwise(numbers):
        if after > before + 1:
            first, last = before + 1, after - 1
            params = {"before": before, "number": after, "missing": _span(first, last)}
            related = ((firsts[before].path, firsts[before].place),)
            yield SiteHit(firsts[after].path, firsts[after].place, "gap", params, related=related)


def _span(first: int, last: int) -> Text:
    if first == last:
        return Text(f"{first}", f"{first}")
    return Text(f"{first} to {last}", f"{first}〜{last}")


def _doubles(posts: list[_Post]) -> Iterator[SiteHit]:
    same: dict[tuple[int | None, str], list[_Post]] = {}
    for post in posts:
        if not post.is_piece:
            same.setdefault((post.number, post.edition), []).append(post)
    for (number, _), doubles in same.items():
        for post in doubles:
            others = [one for one in doubles if edition_name(one.path) != edition_name(post.path)]
            if others:
                params = {"number": number, "path": Text(others[0].path, others[0].path)}
                related = tuple((other.path, other.place) for other in others[:_LEAST])
                yield SiteHit(post.path, post.place, "double", params, related=related)


CHECK = Check(
    name="series-gap",
    options=Options,
    messages={"gap": ("before", "missing", "number"), "double": ("number", "path")},
    run=None,
    reads=("front-matter",),
    facts=facts,
    review=review,
)
