"""The rules by which renderers make ids of headings."""

from collections.abc import Callable, Iterable
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from lintpost.post.lazy import lazy

if TYPE_CHECKING:
    import regex

_DASHES = lazy(r"---?")
_LEADING = lazy(r"^[^a-zA-Z]+")
_UNSAFE = lazy(r"[<>:/|?*#\\()\[\]\"'{}^`%&$!;,+=@.\n\r\t]")
_NOT_ASCII_WORD = lazy(r"[^a-zA-Z0-9 -]")


class Heading(NamedTuple):
    """A heading: as it is written, without its marks, and as a reader sees it."""

    written: str
    text: str


class AnchorRule(Enum):
    """Which renderer makes the ids."""

    KRAMDOWN = "kramdown"
    """kramdown's own parser (Kramdown::Converter::Base#generate_id)"""
    KRAMDOWN_GFM = "kramdown-gfm"
    """kramdown with input GFM, Jekyll's default (kramdown-parser-gfm, `generate_gfm_header_id`)"""
    GITHUB = "github"
    """github-slugger, which Astro and most JavaScript programs use"""
    GOLDMARK = "goldmark"
    """Hugo, autoHeadingIDType ``github`` (markup/goldmark/autoid.go)"""
    GOLDMARK_ASCII = "goldmark-ascii"
    """Hugo, autoHeadingIDType ``github-ascii``"""
    BLACKFRIDAY = "blackfriday"
    """Hugo, autoHeadingIDType ``blackfriday``"""
    ZOLA = "zola"
    """Zola, slugify.anchors ``on`` (the crate slug)"""
    ZOLA_SAFE = "zola-safe"
    """Zola, slugify.anchors ``safe``"""
    ZENN = "zenn"
    """Zenn (markdown-it-anchor with its own slugify)"""
    QIITA = "qiita"
    """Qiita (Qiita::Markdown's table of contents)"""
    ANY = "any"
    """The renderer is not known: an id by any of these rules counts"""
    NONE = "none"
    """Headings have no ids of their own, or ids by a rule that is not known"""


def ids_of(rule: AnchorRule, headings: Iterable[Heading]) -> frozenset[str] | None:
    """The ids that a page's headings get, those of repeated ones with their numbers; None where the rule cannot
    say. An id by the written heading and one by its text are both taken: releases of renderers differ there.
    """
    if rule is AnchorRule.NONE:
        return None
    sources = _sources(headings)
    made = [_ids(way, sources) for way in _ways(rule)]
    if rule is not AnchorRule.ANY and None in made:
        return None
    return frozenset().union(*(ids for ids in made if ids))


def ids_of_each(rule: AnchorRule, headings: Iterable[Heading]) -> list[tuple[str, ...]]:
    """The ids of `ids_of` by heading, for each the most likely one first; none for a heading whose id the rule
    cannot say.
    """
    sources = _sources(headings)
    found: list[dict[str, None]] = [{} for _ in sources["written"]]
    for way in () if rule is AnchorRule.NONE else _ways(rule):
        for texts in _texts(way, sources):
            slugs = [way.slug(text) for text in texts]
            numbered = iter(way.number([slug for slug in slugs if slug is not None]))
            for ids, slug in zip(found, slugs, strict=True):
                if slug is not None:
                    ids[next(numbered)] = None
    return [tuple(ids) for ids in found]


_Sources = dict[Literal["written", "shown"], tuple[str, ...]]
"""The headings of a page as they are written, and as they are shown."""


def _sources(headings: Iterable[Heading]) -> _Sources:
    headings = list(headings)
    return {
        "written": tuple([heading.written for heading in headings]),
        "shown": tuple([heading.text for heading in headings]),
    }


class _Way(NamedTuple):
    """How ids are made: the slugs of headings and their numbers; `of` is what slugs are made of, the most likely
    source first.
    """

    slug: Callable[[str], str | None]
    number: Callable[[Iterable[str]], list[str]]
    of: tuple[Literal["written", "shown"], ...] = ("shown", "written")


def _ways(rule: AnchorRule) -> tuple[_Way, ...]:
    """The ways of a rule, the most likely first: kramdown with GFM leaves headings inside HTML to kramdown itself."""
    if rule is AnchorRule.ANY:
        rules = (AnchorRule.GITHUB, *_RULES)
        return tuple(dict.fromkeys(way for one in rules for way in _ways(one)))
    if rule is not AnchorRule.KRAMDOWN_GFM:
        return (_RULES[rule],)
    return (
        _RULES[rule],
        _Way(kramdown_slug, _numbered_from_one, ("written",)),
        _Way(dashed_slug, _numbered_from_one, ("shown",)),
    )


def _texts(way: _Way, sources: _Sources) -> list[tuple[str, ...]]:
    """What a way makes ids of, each once."""
    return list(dict.fromkeys(sources[one] for one in way.of))


def _ids(way: _Way, sources: _Sources) -> set[str] | None:
    """The ids of headings; None where one of them cannot be told."""
    found: set[str] = set()
    for some in _texts(way, sources):
        slugs = [slug for text in some if (slug := way.slug(text)) is not None]
        if len(slugs) < len(some):
            return None
        found.update(way.number(slugs))
    return found


def kramdown_slug(text: str) -> str:
    """ASCII letters, digits, spaces and hyphens from the first letter on; ``section`` where nothing is left."""
    slug = _NOT_ASCII_WORD.sub("", _LEADING.sub("", text)).replace(" ", "-").lower()
    return slug or "section"


def github_slug(text: str) -> str:
    """Letters and all that Unicode calls alphabetic, marks, digits and connectors, in small letters; spaces become
    hyphens (github-slugger 2, Ruby's ``\\p{Word}``).
    """
    other = _pattern(r"[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- \t]")
    return other.sub("", text.lower()).replace(" ", "-").replace("\t", "-")


def dashed_slug(text: str) -> str:
    """`github_slug` of a text whose ``--`` kramdown has made one dash, which goes."""
    return github_slug(_DASHES.sub("", text))


def goldmark_slug(text: str) -> str:
    """Letters, digits and ``_`` in small letters; spaces become hyphens; marks go."""
    return _goldmark_slug(text.strip())


def goldmark_ascii_slug(text: str) -> str:
    """As `goldmark_slug` of what is left in ASCII once accents are taken off."""
    from unicodedata import normalize

    return _goldmark_slug(normalize("NFD", text.strip()).encode("ascii", "ignore").decode())


def _goldmark_slug(text: str) -> str:
    other = _pattern(r"[^\p{L}\p{Nd}_\- ]")
    return other.sub("", text).replace(" ", "-").lower() or "heading"


@cache
def _pattern(source: str) -> "regex.Pattern[str]":
    import regex

    return regex.compile(source)


def blackfriday_slug(text: str) -> str:
    """Letters and numbers in small letters, one hyphen for whatever stands between them."""
    return _pattern(r"[^\p{L}\p{N}]+").sub("-", text.lower()).strip("-") or "heading"


def zola_safe_slug(text: str) -> str:
    """Text without characters that addresses may not hold; spaces become ``_`` (Zola, `slugify_anchors`)."""
    return _UNSAFE.sub("", text.strip()).replace(" ", "_")


def zola_slug(text: str) -> str | None:
    """Zola's slugs (the crate ``slug``); None for letters that it would write in Latin ones by its own tables."""
    if not text.isascii():
        return None
    parts = "".join(char if char.isalnum() else " " for char in text.lower()).split()
    return "-".join(parts)


def zenn_slug(text: str) -> str:
    """The text in small letters; spaces become hyphens (markdown-it-anchor's default)."""
    return "-".join(text.strip().lower().split())


def _numbered_from_one(slugs: Iterable[str]) -> list[str]:
    """Ids by a counter for each slug: ``a``, ``a-1``, ``a-2``."""
    seen: dict[str, int] = {}
    found: list[str] = []
    for slug in slugs:
        count = seen[slug] = seen.get(slug, -1) + 1
        found.append(f"{slug}-{count}" if count else slug)
    return found


def _numbered_apart(slugs: Iterable[str]) -> list[str]:
    """Ids with the first number that no id has yet."""
    found: dict[str, None] = {}
    last: dict[str, int] = {}
    for slug in slugs:
        name = slug
        while name in found:
            last[slug] = last.get(slug, 0) + 1
            name = f"{slug}-{last[slug]}"
        found[name] = None
    return list(found)


_AS_WRITTEN: tuple[Literal["written", "shown"], ...] = ("written", "shown")
"""kramdown's own parser and Hugo 0.111 make ids of headings with their marks."""

_RULES: dict[AnchorRule, _Way] = {
    AnchorRule.KRAMDOWN: _Way(kramdown_slug, _numbered_from_one, _AS_WRITTEN),
    AnchorRule.KRAMDOWN_GFM: _Way(github_slug, _numbered_from_one),
    AnchorRule.GITHUB: _Way(github_slug, _numbered_apart),
    AnchorRule.GOLDMARK: _Way(goldmark_slug, _numbered_apart, _AS_WRITTEN),
    AnchorRule.GOLDMARK_ASCII: _Way(goldmark_ascii_slug, _numbered_apart, _AS_WRITTEN),
    AnchorRule.BLACKFRIDAY: _Way(blackfriday_slug, _numbered_apart, _AS_WRITTEN),
    AnchorRule.ZOLA: _Way(zola_slug, _numbered_apart),
    AnchorRule.ZOLA_SAFE: _Way(zola_safe_slug, _numbered_apart),
    AnchorRule.ZENN: _Way(zenn_slug, _numbered_apart),
    AnchorRule.QIITA: _Way(github_slug, _numbered_from_one),
}
