"""What the checks of names and bold say how sure they are of, and what a house's policy changes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from lintpost.checks.common.bold.operator_stars import is_operator
from lintpost.checks.common.real_words import is_real_word
from tests.conftest import ROOT, check_text

NAMES = """
names:
  - {name: OpenAI, kind: company}
  - {name: Anthropic, kind: company}
  - {name: GitHub, kind: service}
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("OpenAlの話。\n", [("names/near", "warning", "unsafe")]),
        ("Antropicの話。\n", [("names/near", "info", "unsafe")]),
        ("Open AIの話。\n", [("names/spacing", "warning", "safe")]),
        ("[Open AIの話](a.md)\n", [("names/spacing", "info", None)]),
        ("[Github](a.md)\n", [("names/spelling", "warning", "safe")]),
        ("[Githubの話](a.md)\n", [("names/spelling", "info", None)]),
        ("『Githubの話』\n", [("names/spelling", "warning", "unsafe")]),
        ("---\ntitle: Githubの話\n---\n", [("names/spelling", "warning", "safe")]),
    ],
)
def test_what_may_be_right_is_a_note(
    text: str, found: list[tuple[str, str, str | None]], site: Callable[..., Path]
) -> None:
    config = site(lintpost_yml="names: names.yml\n", names_yml=NAMES) / "lintpost.yml"
    findings = check_text(text, config, select=("names",))
    assert [(f.rule, f.severity, f.fix and f.fix.applicability) for f in findings] == found


BOLD = "ChatGPTの話。**OpenAI**とOpenAIと**OpenAI**。\n"


@pytest.mark.parametrize(
    ("policy", "found"),
    [
        ("", []),
        ("{product: first-mention}", [("bold/first-mention", "safe")]),
        ("{company: first-mention}", [("bold/inconsistent", "safe")]),
        ("{company: any, product: never}", []),
    ],
)
def test_known_names_have_the_policy_that_the_house_sets(
    policy: str, found: list[tuple[str, str]], site: Callable[..., Path]
) -> None:
    rules = ("bold/first-mention", "bold/inconsistent")
    set_to = "".join(f"  {rule}: {{policy: {policy}}}\n" for rule in rules) if policy else "  {}\n"
    config = site(lintpost_yml=f"extends: known-names\nrules:\n{set_to}") / "lintpost.yml"
    findings = check_text(BOLD, config, select=rules)
    assert [(f.rule, f.fix.applicability) for f in findings if f.fix] == found
    assert all(f.fix for f in findings)


@pytest.mark.parametrize(
    ("word", "is_one"),
    [
        ("Nation", True),
        ("STRIDES", True),
        ("companies", True),
        ("validator", True),
        ("Wikimedia", True),
        ("RAPIDS", True),
        ("Antropic", False),
        ("Copliot", False),
        ("#", False),
    ],
)
def test_real_words(word: str, is_one: bool) -> None:
    assert is_real_word(word) is is_one


def test_the_lists_of_real_words_are_plain() -> None:
    for path in (ROOT / "lintpost" / "checks" / "common" / "real_words").glob("*.txt"):
        lines = path.read_text(encoding="utf-8").splitlines()
        words = [word for line in lines if not line.startswith("#") for word in line.split()]
        assert len(words) > 500
        assert [word for word in words if not (word.isalnum() and word == word.lower())] == []
        assert max(map(len, lines)) <= 130


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("2**10", True),
        ("x**2", True),
        ("(a)**n", True),
        ("10**-3", True),
        ("2**(n+1)", True),
        ("f(**kw", True),
        ("f(a, **rest)", True),
        ("char **argv", True),
        ("**kwargs", True),
        ("src/**", True),
        ("**/*.md", True),
        ("(**)", True),
        ("AWS**S3", False),
        ("あ**2", False),
        ("2**倍", False),
        ("a**(b)**", False),
        ("(**NOTE**", False),
        ("(**注意", False),
        ("**kwargs**", False),
        ("**", False),
        ("2 ** 3", False),
    ],
)
def test_stars_that_are_operators(text: str, is_one: bool) -> None:
    start = text.index("**")
    assert is_operator(text, start, start + 2) is is_one
