"""What the wheel has compiled of the rule files says the same as they do."""

import json
import os
from pathlib import Path

import pytest

from lintpost.config.compile_builtin import compiled
from lintpost.config.dictionaries import compiled_files
from lintpost.config.dictionaries.names_file import read_names
from lintpost.config.layer import read_layer
from lintpost.config.schema import schema_problem
from lintpost.files import compiled_cache, package
from lintpost.packs import builtin
from lintpost.packs.builtin import preset_path, presets, rule_files, rules_folder
from lintpost.packs.rule_file import read_rule
from lintpost.site.required import ascii_small, required_words


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return compiled()


@pytest.fixture
def installed(tmp_path: Path, texts: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the wheel were installed."""
    for name, text in texts.items():
        (tmp_path / f"{name}.json").write_text(text, "utf-8")
    monkeypatch.setattr(compiled_cache, "compiled_file", lambda name: tmp_path / f"{name}.json")


@pytest.mark.usefixtures("installed")
def test_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builtin, "_read_rules", None)  # no file is read
    found = builtin.load_pack(rules_folder())
    assert found == {
        rule.name: rule for rule in (read_rule(path).rule for path in rule_files(rules_folder()))
    }


@pytest.mark.usefixtures("installed")
def test_names(monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [
        os.path.join(rules_folder(), "dictionaries", name)
        for name in ("ai.yml", "companies.yml", "technology.yml")
    ]
    expected = [read_names(path) for path in paths]
    monkeypatch.setattr(compiled_files, "read_names", None)
    assert [compiled_files.cached_names(path) for path in paths] == expected


def test_needed_words(texts: dict[str, str]) -> None:
    words = json.loads(texts["needed-words"])
    assert len(words) > 1000
    for key, needed in list(words.items())[::40]:
        case, _, source = key.partition("/")
        expected = required_words(source, case == "i", ascii_small)
        assert needed == (expected and list(expected))


def test_files_that_were_edited_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "compiled").mkdir()
    path = tmp_path / "compiled" / "rules.json"
    path.write_text("[]")
    monkeypatch.setattr(package, "_PACKAGE", str(tmp_path))
    at = path.stat().st_mtime_ns
    for later, taken in ((0, True), (50, True), (70, False)):
        stamps = 0, 0, at + later * 10**9
        monkeypatch.setattr(package, "_stamps_at_first", lambda stamps=stamps: stamps)
        assert package.compiled_file("rules") == (str(path) if taken else None)
    assert package.compiled_file("others") is None


def test_a_checkout_has_none() -> None:
    assert package.compiled_file("rules") is None


def test_schemas_of_presets_are_valid() -> None:
    """They are not looked at when they are read."""
    parts = [read_layer(preset_path(name)) for name in presets()]
    schemas = [layer.schema for layer in parts if layer.schema is not None]
    schemas += [one.schema for layer in parts for one in layer.overrides if one.schema is not None]
    assert len(schemas) > 5
    assert [schema_problem("", part.data, part.resources) for part in schemas] == [None] * len(
        schemas
    )
