"""The official yaml-test-suite as front matter: read as PyYAML reads it, every place right.

The cases are data of their own (github.com/yaml/yaml-test-suite) and no part of this project:
`.ci/run` fetches them into ``build/``; without them the tests are skipped.
"""

import json
import math
from typing import Any

import pytest
import yaml

from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.engine.check_post import Checker
from lintpost.engine.edits.fix import fix_source
from lintpost.post.front_matter.block import FrontMatter, parse_front_matter
from lintpost.post.source import Source
from tests.conftest import ROOT

SUITE = ROOT / "build" / "yaml-test-suite.json"
CASES = json.loads(SUITE.read_text(encoding="utf-8")) if SUITE.exists() else []
# A set is read as the mapping that it is written as, and a key that is null as an empty one.
READ_OTHERWISE = {"2XXW", "DFF7"}

pytestmark = pytest.mark.skipif(not CASES, reason="build/yaml-test-suite.json is not here")


def _texts() -> list[tuple[str, str]]:
    found = []
    for case in CASES:
        for index, variant in enumerate(case["cases"]):
            text = variant["yaml"]
            post = "---\n" + text + ("" if text.endswith("\n") else "\n") + "---\n本文\n"
            name = f"{case['id']}-{index}"
            found += [(name, post), (f"{name}-crlf", post.replace("\n", "\r\n"))]
    return found


def _plain(value: Any) -> Any:
    """Keys as strings, and a value that equals itself for NaN."""
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return "nan" if isinstance(value, float) and math.isnan(value) else value


def test_read_as_pyyaml_reads_it() -> None:
    mappings = 0
    for name, text in _texts():
        front = parse_front_matter(text)
        if front is None:
            continue
        try:
            wanted = yaml.load(text[front.inner_start : front.inner_end], Loader=yaml.CSafeLoader)
        except (yaml.YAMLError, ValueError):
            assert front.problems, name
            continue
        if isinstance(wanted, dict) and name[:4] not in READ_OTHERWISE:
            mappings += 1
            assert not front.problems, name
            assert _plain(front.values) == _plain(wanted), name
            _places(name, text, front)
    assert mappings > 100


def _places(name: str, text: str, front: FrontMatter) -> None:
    assert front.root is not None
    for node in front.root.walk():
        assert front.inner_start <= node.start <= node.end <= front.inner_end, name
        written = text[node.start : node.end]
        if node.inner is not None:
            assert text[node.inner : node.inner + len(node.value)] == node.value, name
        elif node.entries is None and node.items is None and written[:1] not in ("", "*", "|", ">"):
            if "!" in text[: node.start].rstrip().rsplit(maxsplit=2)[-1]:
                continue  # a tag in front says what it is
            try:
                read = yaml.load(written, Loader=yaml.CSafeLoader)
            except yaml.YAMLError:
                continue  # several lines, whose indentation lies outside the span
            assert read == node.value or isinstance(node.value, float), (name, written)
        elif written[:1] == "*" and " " not in written:
            assert f"&{written[1:]}" in text, name


def test_checked_and_mended_without_a_fault() -> None:
    checker = Checker(load_settings(None, CliOverrides(lang="en")))
    for name, text in _texts():
        result = checker.check_source(Source(name, text))
        assert result.errors == (), name
        for finding in result.findings:
            assert 0 <= finding.start.offset <= finding.end.offset <= len(text), name
        fixed = fix_source(checker, Source(name, text))
        assert fixed.result.errors == (), name
        assert fix_source(checker, Source(name, fixed.after)).after == fixed.after, name
