"""Tags that a post's text asks for and its list lacks."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal

from lintpost.checks.common.front_values import entry_of, words
from lintpost.checks.common.noted_text import place_of
from lintpost.checks.common.span_set import SpanSet
from lintpost.checks.contract.check import Check, Facts
from lintpost.checks.contract.hit import Fix, Place, SiteHit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.front_matter.list_edits import add_item
from lintpost.post.markdown.flags import HEADING
from lintpost.post.memo import MemoKey
from lintpost.post.post import Post
from lintpost.site.evidence import is_literal
from lintpost.site.fold import fold
from lintpost.site.literals import WORD_BYTES, Literals, Occurrences
from lintpost.site.name_forms import case_is_wrong, full_width
from lintpost.site.names import Names
from lintpost.site.site import Site
from lintpost.site.vocabulary import Vocabulary

_SHORTEST = 2
_HEADINGS = 2
"""Headings that must have a word that neither title nor summary has: one is a section by the way."""

_SUMMARIES = ("description", "excerpt", "summary")
_Keys = dict[int, tuple[int, str, str]]
_KEYS = MemoKey[_Keys]("words of tags")


class Options(CheckOptions):
    """A tag is suggested whose words the title, a summary or two headings have, and the prose `times` times.

    At most `max` tags are suggested, the most frequent first, and none beyond `most` tags in all. What
    `share` percent of the site's posts speak of says nothing about one of them, once there are `posts`.
    """

    field: str = "tags"
    vocabulary: Literal["tags", "categories"] = "tags"
    times: int = 4
    max: int = 3
    most: int = 10
    share: float = 30
    posts: int = 10


def prepare(options: Options, site: Site) -> None:
    """Let the words of the tags be looked for from the first post on."""
    _keys_of(options, site)


def facts(post: Post, options: Options, site: Site) -> Facts | None:
    """The tags of which the post speaks, and those that it asks for, most frequent first; of each its
    count, where it stands and the edit that adds it.
    """
    keys = _keys_of(options, site)
    if not keys:
        return None
    counts, headings = _in_prose(post, keys, site.literals)
    noted: Facts = {"said": sorted(counts)}
    asked = _asked(post, options, site, keys, counts, headings)
    entry = entry_of(post, options.field)
    if asked and entry is not None:
        yaml = post.front_matter is not None and post.front_matter.format == "yaml"
        noted["place"] = place_of(post, entry.start, entry.end)
        noted["room"] = options.most - len(entry.node.items or ())
        noted["asked"] = [
            (name, counts[name], place, add_item(post.source, entry.node, name, yaml=yaml))
            for name, place in asked.items()
        ]
    return noted


def _asked(
    post: Post, options: Options, site: Site, keys: _Keys, counts: Counter[str],
    headings: Counter[str],
) -> dict[str, str]:  # fmt: skip
    """The tags that a post asks for, the most frequent first, with where they stand."""
    entry = entry_of(post, options.field)
    if entry is None or entry.node.items is None or post.front_matter is None or not counts:
        return {}
    if counts.most_common(1)[0][1] < options.times:
        return {}
    own = [word for _, word in words(post, options.field)]
    tags = [site.vocabularies[options.vocabulary].find(word) for word in own]
    known = {tag.name for tag in tags if tag is not None}
    for tag in tags:
        if tag is not None:
            known.update(tag.implies, tag.excludes)
    places = {tag: "heading" for tag, count in headings.items() if count >= _HEADINGS}
    for field, place in (*dict.fromkeys(_SUMMARIES, "summary").items(), ("title", "title")):
        text = (post.front_matter.text(field) or "").encode()
        places |= {tag: place for *_, tag in _found(keys, text, site.literals.find(text))}
    return {
        name: places[name]
        for name, count in counts.most_common()
        if count >= options.times
        and name in places
        and name not in known
        and not any(fold(name) in fold(word) for word in own)
    }


def review(facts: Mapping[str, Facts], options: Options, site: Site) -> Iterator[SiteHit]:
    """One hit at the key for each tag; the fix adds it, for a human eye to agree."""
    said = Counter(tag for noted in facts.values() for tag in noted["said"])
    common: set[str] = set()
    if len(facts) >= options.posts:
        least = len(facts) * options.share
        common = {tag for tag, count in said.items() if count * 100 >= least}
    for path, noted in facts.items():
        left = [asked for asked in noted.get("asked", ()) if asked[0] not in common]
        for name, count, key, edit in left[: max(0, min(options.max, noted.get("room", 0)))]:
            fix = Fix("unsafe", (Edit(*edit),)) if edit else None
            place = Place(*noted["place"])
            yield SiteHit(path, place, key, {"word": name, "count": count}, fix)


def _in_prose(post: Post, keys: _Keys, literals: Literals) -> tuple[Counter[str], Counter[str]]:
    """How often each tag's words stand in the prose, the texts of images left out, and how often in
    headings.
    """
    body, markdown = post.body_byte, post.markdown
    images = SpanSet(zip(*markdown.outermost("Image"), strict=True))
    counts: Counter[str] = Counter()
    headings: Counter[str] = Counter()
    for start, end, tag in _found(keys, post.source.data, literals.in_post(post), body):
        first, last = start - body, end - body
        if markdown.in_prose(first, last) and not images.holds_at(first):
            counts[tag] += 1
            if markdown.flags_at(markdown.point(first)) & HEADING:
                headings[tag] += 1
    return counts, headings


def _found(
    keys: _Keys, data: bytes, occurrences: Occurrences, begin: int = 0
) -> Iterator[tuple[int, int, str]]:
    """The words in UTF-8 from a byte on with their tags: leftmost first, of several at one place the
    longest, a Latin word only where it stands alone, and in a case that is no other word's.
    """
    found = [
        (start, -keys[number][0], number)
        for number, starts in occurrences.items()
        if number in keys
        for start in starts
        if start >= begin
    ]
    size = len(data)
    taken = begin
    for start, minus_length, number in sorted(found):
        end = start - minus_length
        if start < taken:
            continue
        taken = end
        if start and data[start] in WORD_BYTES and data[start - 1] in WORD_BYTES:
            continue
        if end < size and data[end] in WORD_BYTES and data[end - 1] in WORD_BYTES:
            continue
        _, tag, word = keys[number]
        written = data[start:end].decode()
        if _is_meant(word, written):
            yield start, end, tag


def _is_meant(word: str, written: str) -> bool:
    """Whether a word that differs in case at most is the word of a tag: ``XAI`` is not ``xAI``, and ``it``
    not ``IT``. A tag in lower case says nothing of case.
    """
    if written == word or word.islower() or not written.isascii():
        return True
    if word.isupper() and written.islower():
        return False
    return case_is_wrong(word, written, "auto")


def _keys_of(options: Options, site: Site) -> _Keys:
    vocabulary, names = site.vocabularies[options.vocabulary], site.names
    return site.memo.get_or_make(
        _KEYS, lambda: _keys(vocabulary, names, site.literals), vocabulary, names
    )


def _words_of(options: Options, site: Site) -> list[tuple[int, str, str]]:
    """The words of `_keys_of` without their numbers, which depend on what else is looked for."""
    return [*_keys(site.vocabularies[options.vocabulary], site.names, Literals()).values()]


def _keys(vocabulary: Vocabulary, names: Names | None, literals: Literals) -> _Keys:
    """Every word that stands for a current tag, and its full-width forms, by its number: its bytes, its
    tag, and the word as it is written.
    """
    owner: dict[str, tuple[str, str]] = {}
    for tag in vocabulary.tags.values():
        if tag.retired:
            continue
        for word in (tag.name, *tag.aliases, *filter(is_literal, tag.evidence)):
            if len(fold(word)) >= _SHORTEST:
                owner.setdefault(fold(word), (tag.name, word))
    for name in names.names if names else ():
        # Another form of a product's name says what its tag says.
        home = owner.get(fold(name.name))
        if home is not None:
            for form in name.accepted:
                owner.setdefault(fold(form), (home[0], form))
    return {
        literals.add(key): (len(key.encode()), tag, word)
        for folded, (tag, word) in owner.items()
        for key in (folded, full_width(word), full_width(folded))
    }


CHECK = Check(
    name="tag-suggestion",
    options=Options,
    messages=dict.fromkeys(("title", "summary", "heading"), ("count", "word")),
    run=None,
    reads=("front-matter", "markdown"),
    site=("names", "vocabularies"),
    requires=lambda options: options.vocabulary,
    changes=("front-matter",),
    prepare=prepare,
    facts=facts,
    review=review,
    derives=_words_of,
)
