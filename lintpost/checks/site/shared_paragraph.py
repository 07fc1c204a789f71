"""A paragraph that stands in several posts."""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from typing import Any, NamedTuple

from lintpost.checks.common.links.path_editions import edition_name
from lintpost.checks.common.noted_text import place_of
from lintpost.checks.common.patterns.scopes import scope_of
from lintpost.checks.common.sentences.sketch import bare, length
from lintpost.checks.contract.check import Check, Facts
from lintpost.checks.contract.hit import Place, SiteHit
from lintpost.checks.contract.options import CheckOptions
from lintpost.language import Text
from lintpost.post.post import Post
from lintpost.site.site import Site

_MOST = 40
"""Paragraphs of a post that are noted, of some 40 bytes each: facts are small. Those with the smallest hashes
are, so that of two long posts with a paragraph in common both note it, or nearly so.
"""
_CLOSINGS = 2
"""Posts that may end in the same words before these are the site's."""
_MOST_RELATED = 5
"""Other places that a finding points at."""


class Options(CheckOptions):
    """Paragraphs from `letters` Japanese characters on; a Latin letter is half of one. What stands in more than
    `posts` posts, or closes more than two, is what a site puts into its posts: a notice, who the author is.
    """

    letters: int = 80
    posts: int = 3


class _Copy(NamedTuple):
    """A paragraph that other posts have, too: its place, and those in the others."""

    place: Place
    others: list[tuple[str, Place]]


def facts(post: Post, options: Options, site: Site) -> Facts | None:
    """A hash of each long paragraph with its place, and that of the post's last paragraph."""
    scope = scope_of(post, "paragraph")
    found: dict[str, Place] = {}
    last = ""
    for piece, (start, end) in enumerate(scope.spans):
        last = ""
        if end - start < options.letters:
            continue
        first, behind = scope.source(piece, start, end)
        # As it is written, code and addresses included: two commands in the same words make two paragraphs.
        key = bare(post.text[_line_start(post.text, first) : _line_end(post.text, behind)])
        if length(key) >= options.letters:
            last = b64encode(blake2b(key.encode(), digest_size=6).digest()).decode()
            found.setdefault(last, place_of(post, first, behind))
    noted = sorted(found.items())[:_MOST]
    return {"paragraphs": [(key, *place) for key, place in noted], "last": last} if noted else None


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def review(facts: Mapping[str, Facts], options: Options, site: Site) -> Iterator[SiteHit]:
    """One hit in each post, at the first of its paragraphs that another post has."""
    first: dict[str, tuple[str, list[Any]]] = {}
    posts: dict[str, dict[str, Place]] = {}
    for path, fact in facts.items():
        for noted in fact["paragraphs"]:
            key = noted[0]
            one, before = first.setdefault(key, (path, noted))
            if one is not path:  # nearly all paragraphs stand in one post
                same = posts.setdefault(key, {one: Place(*before[1:])})
                same[path] = Place(*noted[1:])
    copies: dict[str, list[_Copy]] = {}
    for key, same in posts.items():
        closes = all(facts[path]["last"] == key for path in same)
        most = min(options.posts, _CLOSINGS) if closes else options.posts
        for path, copy in _copies(same, most):
            copies.setdefault(path, []).append(copy)
    for path in facts:
        if path in copies:
            yield _hit(path, sorted(copies[path]))


def _copies(same: Mapping[str, Place], most: int) -> Iterator[tuple[str, _Copy]]:
    """The copies of one paragraph, by their posts; none where more than `most` pages have it."""
    names = {path: edition_name(path) for path in same}
    if len(set(names.values())) > most:
        return
    for path, place in same.items():
        others = [(other, same[other]) for other in same if names[other] != names[path]]
        if others:
            yield path, _Copy(place, others)


def _hit(path: str, copies: list[_Copy]) -> SiteHit:
    first = copies[0].others[0][0]
    params = {"count": len(copies), "path": Text(first, first)}
    key = "one" if len(copies) == 1 else "many"
    related = [(path, copy.place) for copy in copies[1:]] + copies[0].others
    return SiteHit(path, copies[0].place, key, params, related=tuple(related[:_MOST_RELATED]))


CHECK = Check(
    name="shared-paragraph",
    options=Options,
    messages=dict.fromkeys(("one", "many"), ("count", "path")),
    run=None,
    reads=("markdown",),
    facts=facts,
    review=review,
)
