"""The schema that editors use says what the reader says."""

import json

import jsonschema
import pytest
import yaml

from lintpost.config.editor_schemas.config_schema import config_schema
from lintpost.packs.builtin import load_pack, rules_folder
from tests.conftest import ROOT

SCHEMA = config_schema(load_pack(rules_folder()))


def test_it_is_stored_and_valid() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert (
        json.loads((ROOT / "docs" / "lintpost.schema.json").read_text(encoding="utf-8")) == SCHEMA
    )


@pytest.mark.parametrize(
    "path",
    [*sorted((ROOT / "rules" / "presets").glob("*.yml")), ROOT / "examples" / "lintpost.yml"],
    ids=lambda path: path.name,
)
def test_our_own_configurations_fit(path: object) -> None:
    jsonschema.validate(yaml.safe_load(path.read_text(encoding="utf-8")), SCHEMA)


@pytest.mark.parametrize(
    "text",
    [
        "fail_on: error", "renderer: kramdwn", "lang: fr", "posts: 3", "rules: {bold/span: of}", "rules: {tags/count: {maximum: 3}}",
        "rules: {tags/count: {max: many}}", "rules: {bold/first-mention: {policy: {product: sometimes}}}", "overrides: [{rules: {}}]",
        "rules: {terms/spelling: {skip: [words]}}", "rules: {tags/unknown: {report: all}}", "max-file-size: big",
    ],
)  # fmt: skip
def test_what_the_reader_refuses_the_schema_refuses(text: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(yaml.safe_load(text), SCHEMA)


@pytest.mark.parametrize(
    "text",
    [
        "rules: {bold/*: off}",
        "rules: {bold/span: on}",
        "rules: {house/own: {max: 1}}",
        "extends: [jekyll, ./base.yml]",
        "tags: tags.yml",
    ],
)
def test_what_the_reader_takes_the_schema_takes(text: str) -> None:
    jsonschema.validate(yaml.safe_load(text), SCHEMA)
