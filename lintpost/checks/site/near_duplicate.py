"""Posts that say nearly the same, sentence by sentence."""

from collections.abc import Iterator, Mapping
from typing import Any

from lintpost.checks.common.links.path_editions import edition_name
from lintpost.checks.common.noted_text import place_of
from lintpost.checks.common.post_place import post_place
from lintpost.checks.common.sentences.sketch import Sketch, sentences_of, sketch_of
from lintpost.checks.contract.check import Check, Facts
from lintpost.checks.contract.hit import Place, SiteHit
from lintpost.checks.contract.options import CheckOptions
from lintpost.language import Text
from lintpost.post.post import Post
from lintpost.site.site import Site

_MOST_RELATED = 5
"""Other posts that a finding points at."""
_BAND = 24
"""Smallest hashes of a post by which it meets others."""
_MET = 4
"""Two posts meet that have a fourth of the hashes in common that posts just alike enough have on average. Of posts
with 80 percent of their sentences in common one pair in 16 million has fewer, with 50 percent one in 1,300.
"""
_CROWD = 12
"""Posts with a hash that are held against one another, in the order of their paths: each with so many before
it. What hundreds of posts have is a template, or they are all alike: then neighbours are, too.
"""


class Options(CheckOptions):
    """Two posts are reported that have `share` percent of the longer one's sentences in common. Counted are
    sentences from `letters` Japanese characters on (a Latin letter is half of one), in posts with `sentences`
    of them.
    """

    share: int = 80
    sentences: int = 5
    letters: int = 10


def facts(post: Post, options: Options, site: Site) -> Facts | None:
    """A sample of the post's sentences."""
    sketch = sketch_of(sentences_of(post, options.letters))
    if sketch.count < options.sentences:
        return None
    return {"sketch": sketch.as_fact(), "place": place_of(post, *post_place(post))}


def review(facts: Mapping[str, Facts], options: Options, site: Site) -> Iterator[SiteHit]:
    """One hit in each post that is much like others, the most alike first."""
    sketches = {path: Sketch.of_fact(fact["sketch"]) for path, fact in facts.items()}
    alike: dict[str, list[tuple[float, str]]] = {}
    for one, other in _candidates(sketches, options.share / 100):
        common = sketches[one].share(sketches[other])
        if common * 100 >= options.share and edition_name(one) != edition_name(other):
            alike.setdefault(one, []).append((-common, other))
            alike.setdefault(other, []).append((-common, one))
    for path in facts:
        if path in alike:
            yield _hit(path, sorted(alike[path]), facts)


def _candidates(sketches: Mapping[str, Sketch], least: float) -> list[tuple[str, str]]:
    """Pairs of posts that may be alike: of similar length, with enough of their smallest hashes in common."""
    first: dict[int, str] = {}
    crowds: dict[int, list[str]] = {}
    met: dict[tuple[str, str], int] = {}
    for path, sketch in sketches.items():
        for number in sketch.hashes[:_BAND]:
            one = first.setdefault(number, path)
            if one is path:
                continue  # nearly all hashes: no other post has them
            crowd = crowds.setdefault(number, [one])
            for other in crowd[-_CROWD:]:
                met[other, path] = met.get((other, path), 0) + 1
            crowd.append(path)
    resemblance = least / (2 - least)
    found = []
    for (one, other), common in met.items():
        counts = sketches[one].count, sketches[other].count
        wanted = min(_BAND, *counts) * resemblance / _MET
        if common >= wanted and min(counts) >= least * max(counts):
            found.append((one, other))
    return sorted(found)


def _hit(path: str, alike: list[tuple[float, str]], facts: Mapping[str, Any]) -> SiteHit:
    common, first = alike[0]
    params = {"percent": round(-common * 100), "path": Text(first, first)}
    related = tuple((other, Place(*facts[other]["place"])) for _, other in alike[:_MOST_RELATED])
    key = "one" if len(alike) == 1 else "several"
    return SiteHit(path, Place(*facts[path]["place"]), key, params, related=related)


CHECK = Check(
    name="near-duplicate",
    options=Options,
    messages=dict.fromkeys(("one", "several"), ("path", "percent")),
    run=None,
    reads=("front-matter", "markdown"),
    whole_post=True,
    facts=facts,
    review=review,
)
