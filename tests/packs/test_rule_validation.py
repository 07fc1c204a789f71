"""What a rule file gets wrong is an error at its line, with the nearest known word."""

from pathlib import Path

import pytest

from lintpost.files.settings_error import SettingsError
from lintpost.packs.rule_file import read_rule

HEAD = "rule: house/rule\n"
TAIL = """severity: warning
title: {en: Title, ja: 題}
why: {en: Why, ja: 理由}
examples: []
"""
ONE = "check: existence\nmessage: {en: '{text}', ja: '{text}'}\n"
SEVERAL = """check: vocabulary
message:
  near: {en: "{word}", ja: "{word}"}
  unknown: {en: "{word}", ja: "{word}"}
"""
CASES = [
    ("check: scopes\nmessage: {en: a, ja: b}\n", "2:8: unknown check `scopes`"),
    ("check: existense\nmessage: {en: a, ja: b}\n", "2:8: unknown check `existense`; did you mean `existence`?"),
    ("check: phrase\nmessage: {en: a, ja: b}\n", "2:8: unknown check `phrase`"),
    (ONE + "options: {tokns: [a]}\n", "4:11: unknown option `tokns`; did you mean `tokens`?"),
    (ONE + "options: {tokens: a}\n", "4:19: `tokens` must be a list of strings"),
    (ONE + "options: {least: 1.5}\n", "4:18: `least` must be a whole number"),
    (ONE + "options:\n  least: three\n", "5:10: `least` must be a whole number"),
    (ONE + "options: [a]\n", "4:10: a mapping (key: value) is needed here"),
    ("check: substitution\nmessage: {en: a, ja: b}\noptions: {fix: sfae}\n",
     "4:16: unknown option `sfae`; did you mean `safe`?"),
    ("check: existence\nmessage: {en: '{txt}', ja: 題}\n", "3:15: unknown placeholder `txt`; did you mean `text`?"),
    ("check: existence\nmessage: {en: '{text}', ja: '{tekst}'}\n", "3:29: unknown placeholder `tekst`"),
    ("check: existence\nmessage: {en: '{text', ja: 題}\n", "3:15: a brace without its partner"),
    ("check: existence\nmessage: {en: '{}', ja: 題}\n", "3:15: unknown placeholder ``"),
    ("check: existence\nmessage: {en: '{text.upper}', ja: 題}\n", "3:15: unknown placeholder `text.upper`"),
    ("check: existence\nmessage: {en: '{text:>2000000000}', ja: 題}\n", "3:15: a placeholder is a name in braces and no more: write {text}"),
    ("check: existence\nmessage: {en: '{text}', ja: '{text!r}'}\n", "3:29: a placeholder is a name in braces and no more: write {text}"),
    ("check: existence\nmessage: {once: {en: a, ja: b}}\n", "3:11: this check has one message"),
    ("check: vocabulary\nmessage: {en: a, ja: b}\n", "3:10: this check has several messages: `near`, `unknown`"),
    (SEVERAL.replace("  near:", "  naer:"), "4:3: unknown message `naer`; did you mean `near`?"),
    (SEVERAL.replace('  near: {en: "{word}", ja: "{word}"}\n', ""), "4:3: the message `near` is missing"),
    (SEVERAL + "options: {report: retired}\n", "4:3: unknown message `near`"),
    (ONE + "compat: {tokns: [a]}\n", "4:10: unknown option `tokns`; did you mean `tokens`?"),
]  # fmt: skip


def read(folder: Path, text: str) -> str:
    """The error of a rule file with this middle part, without its path; "" for none."""
    path = folder / "rule.yml"
    path.write_text(HEAD + text + TAIL, encoding="utf-8")
    try:
        read_rule(str(path))
    except SettingsError as error:
        return error.message("en").removeprefix(f"{path}:")
    return ""


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_a_fault_is_an_error_at_its_place(tmp_path: Path, text: str, wanted: str) -> None:
    assert read(tmp_path, text).startswith(wanted)


@pytest.mark.parametrize("text", [
    ONE,
    ONE + "options: {tokens: [a], scope: title}\n",
    "check: existence\nmessage: {en: '{text} {count} {{x}}', ja: 題}\n",
    "check: existence\nmessage: {en: '{n}', ja: 題}\noptions: {tokens: ['(?<n>a)']}\n",
    "check: pattern\nmessage: {en: '{word}', ja: 題}\noptions: {match: ['(?P<word>a)']}\n",
    SEVERAL,
])  # fmt: skip
def test_what_is_right_is_read(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == ""
