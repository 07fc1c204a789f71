"""Vale styles as packs: what they find and fix, and which rules are not supported."""

from collections.abc import Callable
from pathlib import Path

import pytest

from lintpost.files.settings_error import SettingsError
from lintpost.packs.vale_style import read_style
from tests.conftest import check_text, fix_text, run_cli

STYLE = {
    "styles__Acme__Hedge_yml": "extends: existence\nmessage: \"'%s' hedges.\"\nlevel: warning\nignorecase: true\n"
    "link: https://example.com\ntokens:\n  - perhaps\n  - (?:sort|kind) of\n",
    "styles__Acme__Terms_yml": "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\nlevel: error\n"
    "action: {name: replace}\nswap:\n  utili[sz]e: use\n  '(?i)e-mail': email\n",
    "styles__Acme__Head_yml": "extends: capitalization\nmessage: \"'%s' is no sentence case.\"\nscope: heading\n"
    "match: $sentence\nexceptions: [GitHub]\n",
    "styles__Acme__Grade_yml": "extends: metric\nmessage: Grade %s.\n"
    "formula: |\n  (0.39 * (words / sentences)) + (11.8 * (syllables / words)) - 15.59\ncondition: '> 1'\n",
    "styles__Acme__Bangs_yml": "extends: occurrence\nmessage: '%s marks in one sentence.'\nscope: sentence\nmax: 1\ntoken: '!'\n",
    "styles__Acme__Twice_yml": "extends: repetition\nmessage: \"'%s' twice.\"\nalpha: true\ntokens: ['[^\\s]+']\n",
    "styles__Acme__One_yml": "extends: consistency\nmessage: \"'%s' or '%s'.\"\neither: {colour: color}\n",
    "styles__Acme__Spell_yml": "extends: spelling\nmessage: x\n",
    "styles__Acme__Raw_yml": "extends: existence\nmessage: x\nscope: raw\ntokens: [a]\n",
    "styles__Acme__Script_yml": "extends: script\nmessage: x\nscript: a.tengo\n",
    "styles__Acme__Odd_yml": "extends: existence\nmessage: x\nwhatever: 1\ntokens: [a]\n",
    "styles__Acme__meta_json": "{}",
}
TEXT = """---
title: A post
---
# How To Use GitHub

Perhaps we utilize E-mail, kind of! No! no!

The the colour and the color, the colour of international understanding.
"""


def test_a_style(site: Callable[..., Path]) -> None:
    folder = site(
        lintpost_yml="packs: styles/Acme\nrules: {bold/*: off, front-matter/*: off}\n", **STYLE
    )
    found = check_text(TEXT, folder / "lintpost.yml")
    assert [
        (f.rule, f.severity, f.start.line, f.message) for f in found if f.rule.startswith("acme/")
    ] == [
        ("acme/grade", "info", 4, "Grade 5.70."),
        ("acme/head", "info", 4, "'How To Use GitHub' is no sentence case."),
        ("acme/hedge", "warning", 6, "'Perhaps' hedges."),
        ("acme/terms", "error", 6, "Use 'use' instead of 'utilize'."),
        ("acme/terms", "error", 6, "Use 'email' instead of 'E-mail'."),
        ("acme/hedge", "warning", 6, "'kind of' hedges."),
        ("acme/twice", "info", 8, "'The' twice."),
        ("acme/one", "info", 8, "'color' or 'colour'."),
    ]
    assert "we use email, kind of" in fix_text(TEXT, folder / "lintpost.yml")


@pytest.mark.parametrize(
    ("tokens", "found"),
    [
        ("['(?:cat|dog)', bird]", ["cat", "dog", "bird"]),
        ("['[Cc]at', 'dogs?']", ["cat", "dog"]),
        (r"['\w+og', 'bir\w']", ["dog", "bird"]),
        (r"['^cat', 'bird$']", ["cat"]),
    ],
)
def test_tokens_end_with_words(site: Callable[..., Path], tokens: str, found: list[str]) -> None:
    rule = f"extends: existence\nmessage: '%s'\ntokens: {tokens}\n"
    folder = site(lintpost_yml="packs: styles/Acme\n", styles__Acme__A_yml=rule)
    text = "cat, category, concat; dog, hotdogg, doge, bird and birds.\n"
    messages = [f.message for f in check_text(text, folder / "lintpost.yml") if f.rule == "acme/a"]
    assert messages == found


@pytest.mark.parametrize(
    ("tokens", "found"),
    [
        (r"['^I\b']", [1, 5, 7]),
        (r"['\w+!$']", [1, 7]),
        (r"['(?:^|\s)I\s']", [1, 5, 7]),
        (r"['\w+!(?:\s|$)']", [1, 7]),
    ],
)
def test_anchors_hold_at_each_block(
    site: Callable[..., Path], tokens: str, found: list[int]
) -> None:
    rule = f"extends: existence\nmessage: '%s'\nnonword: true\ntokens: {tokens}\n"
    folder = site(lintpost_yml="packs: styles/Acme\n", styles__Acme__A_yml=rule)
    text = "I like it!\n\nYou do not.\n\nI like it.\n\nI like that!\n"
    lines = [f.start.line for f in check_text(text, folder / "lintpost.yml") if f.rule == "acme/a"]
    assert lines == found


def test_what_is_not_supported_is_named(site: Callable[..., Path]) -> None:
    folder = site(lintpost_yml="packs: styles/Acme\n", a_md=TEXT, **STYLE)
    done = run_cli("check", "a.md", "--lang", "en", cwd=folder)
    assert "Acme: 4 rules not supported (`lintpost rules` names them)." in done.stderr.decode()
    shown = run_cli("rules", "--lang", "en", "--select", "acme", cwd=folder).stdout.decode()
    assert shown.splitlines()[-4:] == [
        "Acme.Odd: not supported (the key `whatever`)",
        "Acme.Raw: not supported (scope: raw)",
        "Acme.Script: not supported (extends: script)",
        "Acme.Spell: not supported (extends: spelling)",
    ]
    page = run_cli("rule", "acme/terms", "--lang", "en", cwd=folder).stdout.decode()
    assert "Use '…' instead of '…'." in page


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ("extends: [existence]\n", "1:10: a string is needed here; put it in quotes"),
        ("extends: existence\nlevel: fatal\n", "2:8: `fatal` is not one of suggestion, warning, error"),
        ("extends: existence\ntokens: {a: b}\n", "2:9: a string is needed here; put it in quotes"),
        ("extends: existence\naction: remove\n", "2:9: a mapping (key: value) is needed here"),
        ("extends: substitution\nswap: [a]\n", "2:7: a mapping (key: value) is needed here"),
        ("extends: consistency\neither: 5\n", "2:9: a mapping (key: value) is needed here"),
        ("extends: conditional\nfirst: [a]\n", "2:8: a string is needed here; put it in quotes"),
        ("extends: metric\nformula: [a]\n", "2:10: a string is needed here; put it in quotes"),
    ],
)  # fmt: skip
def test_malformed_rules(site: Callable[..., Path], rule: str, message: str) -> None:
    folder = site(styles__Acme__Bad_yml=rule)
    with pytest.raises(SettingsError) as caught:
        read_style(str(folder / "styles" / "Acme"))
    assert caught.value.message("en") == f"{folder}/styles/Acme/Bad.yml:{message}"


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("extends: existence\ntokens: [(]\n", "( (missing ) at position 1)"),
        ("extends: conditional\nfirst: (\nsecond: a\n", "( (missing ) at position 1)"),
        ("extends: metric\nformula: words ** 2\n", "formula: words ** 2"),
    ],
)
def test_rules_that_cannot_run(site: Callable[..., Path], rule: str, why: str) -> None:
    folder = site(styles__Acme__Bad_yml=rule)
    rules, unsupported = read_style(str(folder / "styles" / "Acme"))
    assert rules == []
    assert [(one.name, one.why.en) for one in unsupported] == [("Acme.Bad", why)]


def test_tokens_are_text(site: Callable[..., Path]) -> None:
    rule = "extends: existence\nmessage: x\ntokens: [yes, 1.10, 2024-01-02]\nexceptions: 5\n"
    (found,), _ = read_style(str(site(styles__Acme__A_yml=rule) / "styles" / "Acme"))
    assert found.options["tokens"] == ["yes", "1.10", "2024-01-02"]
    assert found.options["exceptions"] == ["5"]
