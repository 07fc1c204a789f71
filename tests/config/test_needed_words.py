"""The words that built-in patterns need are kept between runs; those of a site's own rules are not."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import run_cli

OWN = (
    "rule: own/word\ncheck: existence\nseverity: info\noptions: {tokens: ['zebra (?:one|two)']}\n"
    "title: {en: x, ja: x}\nmessage: {en: x, ja: x}\nwhy: {en: x, ja: x}\nexamples: [{good: a}]\n"
)


def test_what_is_kept(
    site: Callable[..., Path],
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cache = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("LINTPOST_CACHE_DIR", str(cache))
    folder = site(
        lintpost_yml="extends: en-editorial\npacks: rules\n",
        rules__own__word_yml=OWN,
        a_md="---\ntitle: x\n---\nWe recieve a zebra one.\n",
    )
    first = run_cli("check", "a.md", "--output-format", "concise", cwd=folder).stdout
    entries = [json.loads(path.read_bytes()) for path in cache.rglob("*.json")]
    (needed,) = [entry[1][2] for entry in entries if entry[1][0] == "needed words"]
    assert any("eciev" in key for key in needed)
    assert not any("zebra" in key for key in needed)
    again = run_cli("check", "a.md", "--output-format", "concise", cwd=folder).stdout
    assert again == first
    assert b"own/word" in again
    assert b"en/spelling" in again
