"""Switching a rule off in `lintpost.yml` leaves everything else as it is."""

import pytest

from lintpost.config.config_edits import with_rule_off
from lintpost.files.settings_error import SettingsError
from lintpost.post.source import Source


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "rules:\n  a/b: off\n"),
        ("lang: en", "lang: en\nrules:\n  a/b: off\n"),
        ("lang: en\r\n", "lang: en\r\nrules:\r\n  a/b: off\r\n"),
        ("rules:\nlang: en\n", "rules:\n  a/b: off\nlang: en\n"),
        ("rules: {}\nlang: en\n", "rules:\n  a/b: off\nlang: en\n"),
        ("rules: {c/d: on}\n", "rules: {c/d: on, a/b: off}\n"),
        ("rules:\n  c/d: on # why\nlang: en\n", "rules:\n  c/d: on # why\n  a/b: off\nlang: en\n"),
        ("rules:\n    c/d: on", "rules:\n    c/d: on\n    a/b: off"),
        ("rules:\n  a/b: error # x\n", "rules:\n  a/b: off # x\n"),
        ("rules: {a/b: on, c/d: off}\n", "rules: {a/b: off, c/d: off}\n"),
        ("rules:\n  a/b: {max: 3}\n", "rules:\n  a/b: {max: 3, severity: off}\n"),
        ("rules:\n  a/b: {severity: info}\n", "rules:\n  a/b: {severity: off}\n"),
        ("rules:\n  a/b:\n    max: 3\n", "rules:\n  a/b:\n    max: 3\n    severity: off\n"),
    ],
)
def test_a_rule_is_switched_off(before: str, after: str) -> None:
    assert with_rule_off(Source("lintpost.yml", before), "a/b") == after


@pytest.mark.parametrize("text", ["rules: [a]\n", "rules: x\n", "rules: {\n"])
def test_what_cannot_be_added_to(text: str) -> None:
    with pytest.raises(SettingsError):
        with_rule_off(Source("lintpost.yml", text), "a/b")
