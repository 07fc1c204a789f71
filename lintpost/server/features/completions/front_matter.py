"""Completion in front matter: keys, the values that a schema names, tags and categories."""

from typing import Any

from lintpost.language import Lang, Text, plural
from lintpost.post.front_matter.block import FrontMatter
from lintpost.post.front_matter.scalars import in_quotes, written
from lintpost.server.documents.positions import Positions
from lintpost.server.features.completions.item import Item, item
from lintpost.server.features.completions.schema_words import (
    at_path,
    described,
    items_of,
    keys_of,
    values_of,
)
from lintpost.server.features.completions.yaml_place import YamlPlace
from lintpost.server.workspace.tag_index import TagIndex
from lintpost.site.fold import fold
from lintpost.site.schema import Schema
from lintpost.site.site import Site
from lintpost.site.vocabulary import Tag, Vocabulary

_COMMON = ("title", "date", "tags", "categories", "description", "draft")
"""Keys that are offered where no schema says which there are."""


def key_items(place: YamlPlace, schema: Schema | None, positions: Positions, lang: Lang, *, sign: str) -> list[Item]:  # fmt: skip
    """The keys that are not there yet, required ones first. `sign` parts a key from its value."""
    schemas = at_path(schema.data, place.path) if schema is not None else []
    keys = keys_of(schemas)
    if not keys and not place.path:
        keys = {key: ({}, False) for key in _COMMON}
    found = []
    for key, (inner, required) in keys.items():
        if key in place.others and key != place.typed:
            continue
        detail = Text("required", "必須")[lang] if required else ""
        text = described([inner] if isinstance(inner, dict) else [], lang)
        found.append(
            item(
                "key", key, _span(place), positions,
                new=f"{key}{sign} ", detail=detail, documentation=text,
            )
        )  # fmt: skip
    return found


def value_items(place: YamlPlace, site: Site, positions: Positions) -> list[Item]:
    """The values that the schema names for a key."""
    if site.schema is None:
        return []
    root: Any = site.schema.data
    schemas = at_path(root, place.path)
    if place.is_item:
        schemas = items_of(schemas, root)
    span = _span(place)
    return [
        item("value", value, span, positions, new=place.gap + value)
        for value in values_of(schemas, site.now)
        if value not in place.others
    ]


def tag_items(
    place: YamlPlace,
    front: FrontMatter,
    vocabulary: Vocabulary | None,
    index: TagIndex,
    field: str,
    positions: Positions,
    lang: Lang,
) -> list[Item]:
    """The words of a vocabulary, those that most posts have first; without one, those that posts have.

    A word is found by its aliases, too, and is then written itself.
    """
    counts = index.counts(field)
    tags = {tag.name: tag for tag in vocabulary.tags.values()} if vocabulary is not None else {}
    current = [name for name, tag in tags.items() if not tag.retired]
    known = current if vocabulary is not None else list(counts)
    there = {fold(word) for word in place.others}
    ranked = sorted(known, key=lambda word: (-counts.get(word, 0), word))
    found: list[Item] = []
    aliases: list[Item] = []
    for word in ranked:
        if fold(word) in there:
            continue
        new = _written(word, place, front)
        tag = tags.get(word)
        detail = _count(counts.get(word, 0), lang)
        text = index.description(field, word) if tag is not None else ""
        span = _span(place)
        found.append(item("tag", word, span, positions, new=new, detail=detail, documentation=text))
        for alias in _aliases(tag):
            label = f"{alias} → {word}"
            aliases.append(item("tag", label, span, positions, new=new, typed=alias, detail=detail))
    return [*found, *aliases]


def _aliases(tag: Tag | None) -> tuple[str, ...]:
    return tag.aliases if tag is not None else ()


def _count(count: int, lang: Lang) -> str:
    return Text(plural(count, "post"), f"{count}本")[lang]


def _written(word: str, place: YamlPlace, front: FrontMatter) -> str:
    """A word as the place has it: what stands in quotes already needs none."""
    if place.quote:
        return word if in_quotes(word, place.quote) == f"{place.quote}{word}{place.quote}" else in_quotes(word, place.quote)[1:-1]  # fmt: skip
    return place.gap + (written(word) if front.format == "yaml" else in_quotes(word))


def _span(place: YamlPlace) -> tuple[int, int]:
    return place.start, place.start + len(place.typed)
