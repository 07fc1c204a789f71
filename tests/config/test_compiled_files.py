import os
from pathlib import Path

import pytest

from lintpost.config.dictionaries import compiled_files
from lintpost.config.dictionaries.compiled_files import cached_names, cached_vocabularies
from lintpost.config.dictionaries.names_file import read_names
from lintpost.config.dictionaries.tags_file import read_vocabularies
from lintpost.files.settings_error import SettingsError

TAGS = """tags:
  - {name: 生成AI, aliases: [GenAI, ジェネAI], group: 技術, evidence: [LLM, /生成/], implies: [AI], distinct: [ねこ]}
  - AI
  - {name: 古い, retired: {use: AI}}
  - {name: 無用, retired: true}
  - {name: ねこ, excludes: [AI]}
categories:
  - {name: 技術記事, groups: [技術]}
"""
NAMES = """names:
  - {name: GitHub, kind: product, accepted: [ギットハブ], variants: [Githubb, /git ?hub/i]}
  - {name: Bard, until: 2024-02-08, renamed-to: Gemini}
  - Gemini
"""
PADDING = "# " + "x" * 2_000 + "\n"


def refuse(*_: object) -> None:
    raise AssertionError("the file was read")


def test_tags_are_those_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "tags.yml"
    path.write_text(TAGS + PADDING, "utf-8")
    read = {field: one.tags for field, one in read_vocabularies(str(path)).items()}
    assert {f: one.tags for f, one in cached_vocabularies(str(path)).items()} == read
    with monkeypatch.context() as patched:
        patched.setattr(compiled_files, "read_vocabularies", refuse)
        found = cached_vocabularies(str(path))
    assert {field: one.tags for field, one in found.items()} == read
    assert found["tags"].find("ｇｅｎａｉ") is found["tags"].tags["生成AI"]


def test_names_are_those_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "names.yml"
    path.write_text(NAMES + PADDING, "utf-8")
    read = read_names(str(path))
    assert cached_names(str(path)) == read
    with monkeypatch.context() as patched:
        patched.setattr(compiled_files, "read_names", refuse)
        assert cached_names(str(path)) == read


def test_a_file_that_changed_is_read(tmp_path: Path) -> None:
    path = tmp_path / "tags.yml"
    path.write_text(TAGS + PADDING, "utf-8")
    cached_vocabularies(str(path))
    path.write_text("tags: [AI]\n" + PADDING, "utf-8")
    assert list(cached_vocabularies(str(path))["tags"].tags) == ["AI"]
    path.write_text("tags: [AA]\n" + PADDING, "utf-8")
    os.utime(path, (1, 1))
    assert list(cached_vocabularies(str(path))["tags"].tags) == ["AA"]
    path.write_text("tags: [{nam: A}]\n" + PADDING, "utf-8")
    for _ in range(2):
        with pytest.raises(SettingsError):
            cached_vocabularies(str(path))
