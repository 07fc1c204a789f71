"""Bold text that looks like a product's name and is not in the dictionary."""

from bisect import bisect_left
from collections.abc import Iterator

from lintpost.checks.common.real_words import is_real_word
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy
from lintpost.post.markdown.body import HEADING, QUOTE, TABLE
from lintpost.post.markdown.emphasis import Bold
from lintpost.post.post import Post
from lintpost.site.names import Names
from lintpost.site.site import Site

_WORD = r"[A-Za-z0-9]+(?:[.+\-][A-Za-z0-9]+)*\+?"
_CANDIDATE = lazy(rf"{_WORD}(?: {_WORD}){{0,3}}")
# What sets a name apart from an English phrase: a capital inside a word, or letters with digits.
_DISTINCT = lazy(r"[a-z][A-Z]|^[A-Z]{2,}[a-z]{2,}|[A-Za-z]-?[0-9]|[0-9][A-Za-z]")
# "NoMatchingPathFound" is an identifier: products have two or three parts.
_HUMP = lazy(r"[A-Z][a-z]+")
_PARTS = lazy(r"[A-Z]{2,}(?![a-z])|[A-Z][a-z]+")
_CAMEL = lazy(r"[a-z]{2,}[A-Z]")
_BEFORE_CODE = lazy(r"[ :：]{0,2}`")
_DOMAIN = lazy(r"\.(?:com|org|net|dev|app|co|jp|tech)\Z")
_PLURAL = lazy(r"[A-Z]{2,}s?")
_UNIT = lazy(r"[0-9.,]+(?:[KMGTP]?B|%|x|X|nm|GHz|MHz|W|kW|MW|GW|D|G|bit|th|st|nd|rd|[KMB])")


class Options(CheckOptions):
    """`generic`: words that look like names and are common nouns (``SaaS``, ``Web3``)."""

    generic: tuple[str, ...] = ()


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """The first bold of each such text, with the nearest names of the dictionary."""
    if site.names is None or not site.names.names:
        return
    text = post.text
    mentioned: list[tuple[int, int]] | None = None
    seen: set[str] = set()
    generic = set(options.generic)
    for bold in post.markdown.bold:
        inner = text[bold.inner_start : bold.inner_end].strip()
        if not inner.isascii() or inner in seen or not _CANDIDATE.fullmatch(inner):
            continue
        seen.add(inner)
        if post.markdown.is_all_masked(bold.inner_start, bold.inner_end):
            continue  # gpt-5-mini is an identifier
        if mentioned is None:
            mentions = site.names.mentions(post)
            mentioned = sorted(mention[:2] for mention in mentions if not mention.field)
        index = bisect_left(mentioned, (bold.start, 0))
        if index < len(mentioned) and mentioned[index][1] <= bold.end:
            continue
        words = [word for word in inner.split(" ") if word not in generic]
        distinct = [word for word in words if _is_distinct(word)]
        near = site.names.slips.nearest(inner)
        if near and (" " not in inner or _is_near_phrase(site.names, text, bold)):
            continue  # names/near says so
        if not (near or (distinct and inner[0].isalpha())):
            continue
        if post.markdown.flags_at(bold.start) & (HEADING | QUOTE):
            continue
        if not near and _is_identifier(post, bold, inner):
            continue
        if near:
            yield Hit(bold.start, bold.end, "near", {"text": inner, "nearest": [near]})
        else:
            yield Hit(bold.start, bold.end, "unknown", {"text": inner})


def _is_near_phrase(names: Names, text: str, bold: Bold) -> bool:
    found = names.phrases.find(text, bold.inner_start, bold.inner_end)
    return any(
        text[one.start : one.end] == text[bold.inner_start : bold.inner_end] for one in found
    )


def _is_identifier(post: Post, bold: Bold, inner: str) -> bool:
    """Whether a bold text names a part of a program: ``statusText``, a parameter before its type in code, a
    class of English words in a table, or a domain.
    """
    if _CAMEL.match(inner) or _BEFORE_CODE.match(post.text, bold.end) or _DOMAIN.search(inner):
        return True
    parts = _PARTS.findall(inner)
    is_in_table = post.markdown.flags_at(bold.start) & TABLE
    return bool(is_in_table) and "".join(parts) == inner and all(map(_is_plain, parts))


def _is_plain(part: str) -> bool:
    return len(part) < 5 or is_real_word(part)


def _is_distinct(word: str) -> bool:
    """Whether one word has the shape of a name: no plain word, acronym, number with a unit."""
    if _PLURAL.fullmatch(word) or _UNIT.fullmatch(word) or len(_HUMP.findall(word)) >= 4:
        return False
    return _DISTINCT.search(word) is not None


CHECK = Check(
    name="unknown-name",
    options=Options,
    messages={"near": ("nearest", "text"), "unknown": ("text",)},
    run=run,
    subject="text",
    reads=("front-matter", "markdown"),
    site=("names",),
    requires="names",
    derives=lambda _, site: bool(site.names and site.names.names),
)
