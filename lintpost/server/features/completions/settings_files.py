"""Completion in lintpost.yml, tags.yml and names.yml, by the schemas that other editors use, too."""

import os
from datetime import UTC, datetime
from typing import Any

from lintpost.config.editor_schemas.config_schema import config_schema
from lintpost.config.editor_schemas.names_schema import names_schema
from lintpost.config.editor_schemas.tags_schema import tags_schema
from lintpost.config.run_settings import FILE_NAMES
from lintpost.config.settings import Settings
from lintpost.packs.builtin import presets
from lintpost.server.documents.document import Document
from lintpost.server.documents.positions import Positions
from lintpost.server.features.completions.item import Item, item
from lintpost.server.features.completions.rules import rule_items, word_items
from lintpost.server.features.completions.schema_words import (
    at_path,
    described,
    items_of,
    keys_of,
    values_of,
)
from lintpost.server.features.completions.yaml_place import YamlPlace, yaml_place
from lintpost.server.workspace.workspace import Workspace

_REFERENCES = ("implies", "excludes", "distinct", "use")
"""The keys of tags.yml whose values are tags."""


def settings_items(
    workspace: Workspace, document: Document, positions: Positions, offset: int
) -> list[Item]:
    """What can stand in a settings file; nothing in any other file."""
    assert document.path is not None
    site = workspace.settings.of_file(document.path)
    if site is None or site.checker is None:
        return []
    settings = site.checker.settings
    schema = _schema(document.path, settings)
    place = yaml_place(document.text, 0, offset)
    if schema is None or place is None:
        return []
    span = place.start, place.start + len(place.typed)
    if place.path[:1] == ("extends",):
        return word_items(presets(), span, positions)
    if place.kind == "key" and place.path[-1:] == ("rules",):
        items = rule_items(settings, span, positions, families=True, end=": ")
        return [one for one in items if one["label"] not in place.others]
    if place.path[-1:] == ("rules",) and place.path != ("rules",):
        return rule_items(settings, span, positions, families=True)
    if place.path[-1:] and place.path[-1] in _REFERENCES:
        vocabulary = settings.site.vocabularies.get(place.path[0])
        return word_items(vocabulary.current if vocabulary else (), span, positions)
    return _by_schema(place, schema, settings, span, positions)


def _schema(path: str, settings: Settings) -> dict[str, Any] | None:
    """The schema of a settings file; None for one that the settings do not name."""
    named = {os.path.abspath(one): names_schema for one in settings.names_files}
    named |= {os.path.abspath(one): tags_schema for one in settings.tags_files}
    if os.path.basename(path) in FILE_NAMES:
        return config_schema(settings.rules)
    return named[path]() if path in named else None


def _by_schema(
    place: YamlPlace,
    schema: dict[str, Any],
    settings: Settings,
    span: tuple[int, int],
    positions: Positions,
) -> list[Item]:
    schemas = at_path(schema, place.path)
    if place.kind == "value":
        if place.is_item:
            schemas = items_of(schemas, schema)
        values = _without_quotes(values_of(schemas, datetime.now(UTC)))
        words = [place.gap + value for value in values if value not in place.others]
        return word_items(words, span, positions)
    if place.kind == "either" or not keys_of(schemas):
        schemas = items_of(schemas, schema)
    return [
        item(
            "key",
            key,
            span,
            positions,
            new=f"{key}: ",
            documentation=described([inner] if isinstance(inner, dict) else [], settings.lang),
        )
        for key, (inner, _) in keys_of(schemas).items()
        if key not in place.others
    ]


def _without_quotes(values: list[str]) -> list[str]:
    """Values with ``on`` and ``off`` as people write them here, which are read as they stand."""
    plain = [value.strip('"') if value in ('"on"', '"off"') else value for value in values]
    return [value for value in plain if "off" not in plain or value not in ("true", "false")]
