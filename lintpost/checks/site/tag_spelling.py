"""Tags that most of the site spells otherwise, where no vocabulary says how."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lintpost.checks.common.front_values import words
from lintpost.checks.common.noted_text import place_of
from lintpost.checks.contract.check import Check, Facts
from lintpost.checks.contract.hit import Fix, Place, SiteHit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.front_matter.value_node import ValueNode
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.fold import fold
from lintpost.site.site import Site

_JOINTS = lazy(r"[\s\-_・･]+|(?<=[ァ-ヺー]{2})ー$")
"""What may be left out of a word: spaces, hyphens, middle dots, the ー at its end. Not the signs of C++ and C#."""
_PLAIN = lazy(r"(?!(?i:y|n|true|false|yes|no|on|off|null)$)[^\W\d_][\w ・.+-]*[\w+]")
"""A word that YAML, TOML and JSON take as it is, quoted or not."""
_MOST_RELATED = 3
"""Other posts that a finding points at."""


class Options(CheckOptions):
    """`fields` are looked at, each for itself, unless the site has a vocabulary for it. The spelling of most posts
    must stand in `posts` posts, and in `times` as many as the other.
    """

    fields: tuple[str, ...] = ("tags", "categories", "topics")
    posts: int = 3
    times: float = 2


class _Use(NamedTuple):
    """A tag of a post. `is_exact`: it stands there letter by letter; `words` are all tags of its field."""

    path: str
    is_exact: bool
    place: Place
    words: list[str]


def facts(post: Post, options: Options, site: Site) -> Facts | None:
    """The tags with their places, by field."""
    noted: Facts = {}
    for field in options.fields:
        if field not in site.vocabularies and (found := words(post, field)):
            noted[field] = [
                (word, node.inner is not None and node.value == word, *_place(post, node))
                for node, word in found
            ]
    return noted or None


def _place(post: Post, node: ValueNode) -> Place:
    if node.inner is None:
        return place_of(post, node.start, node.end)
    return place_of(post, node.inner, node.inner + len(node.value))


def review(facts: Mapping[str, Facts], options: Options, site: Site) -> Iterator[SiteHit]:
    """One hit at each tag whose other spelling many more posts have."""
    for field in options.fields:
        spellings: dict[str, set[str]] = {}
        for word in {noted[0] for fact in facts.values() for noted in fact.get(field, ())}:
            spellings.setdefault(_key(word), set()).add(word)
        several = {
            word: key for key, forms in spellings.items() if len(forms) > 1 for word in forms
        }
        uses: dict[str, dict[str, list[_Use]]] = {}
        for path, fact in facts.items():
            noted = fact.get(field, ())
            for word, is_exact, *place in noted:
                if word in several:
                    use = _Use(path, is_exact, Place(*place), [one for one, *_ in noted])
                    uses.setdefault(several[word], {}).setdefault(word, []).append(use)
        for one_word in uses.values():
            yield from _hits(one_word, options)


def _key(word: str) -> str:
    return _JOINTS.sub("", fold(word)) or word


def _hits(spellings: dict[str, list[_Use]], options: Options) -> Iterator[SiteHit]:
    most = max(spellings, key=lambda word: (len(spellings[word]), word))
    posts = len(spellings[most])
    for word, uses in spellings.items():
        if word == most or posts < options.posts or posts < options.times * len(uses):
            continue
        for use in uses:
            params = {"word": word, "name": most, "count": posts}
            related = tuple((one.path, one.place) for one in spellings[most][:_MOST_RELATED])
            yield SiteHit(use.path, use.place, "", params, _fix(use, most), related)


def _fix(use: _Use, word: str) -> Fix | None:
    if not use.is_exact or word in use.words or _PLAIN.fullmatch(word) is None:
        return None
    return Fix("unsafe", (Edit(use.place.start, use.place.end, word),))


CHECK = Check(
    name="tag-spelling",
    options=Options,
    messages={"": ("count", "name", "word")},
    run=None,
    reads=("front-matter",),
    site=("vocabularies",),
    changes=("front-matter",),
    facts=facts,
    review=review,
)
