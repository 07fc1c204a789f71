"""Phrases and look-alikes that names were meant by."""

import pytest

from lintpost.site.look_alikes import skeleton
from lintpost.site.name_phrases import NamePhrases
from lintpost.site.name_slips import NameSlips, is_slip

FORMS = ("GitHub Copilot", "MLOps", "Gemini Code Assist", "Constitutional AI", "Datadog", "iPhone")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("M LOps", [("M LOps", "MLOps", "")]),
        ("m LOps, M lops, MLOps, ML Op", []),
        ("GitHub Co-Pilot", [("GitHub Co-Pilot", "GitHub Copilot", "")]),
        ("GitHub-Copilot", [("GitHub-Copilot", "GitHub Copilot", "")]),
        ("GitHub Copilot", []),
        ("GitHub Copliot", [("GitHub Copliot", "GitHub Copilot", "Copliot")]),
        ("GitHub-Copliot", []),
        ("GitHub  Copliot", []),
        ("GitHub copliot", []),
        ("Gemini Code Assistant", [("Gemini Code Assistant", "Gemini Code Assist", "Assistant")]),
        ("Gemini Code Assists", []),
        ("Gemini Code Assistances", []),
        ("Gemni Code Assist", [("Gemni Code Assist", "Gemini Code Assist", "Gemni")]),
        ("Constitution AI", [("Constitution AI", "Constitutional AI", "Constitution")]),
        ("Constitute AI", []),
        ("Data Dog", [("Data Dog", "Datadog", "")]),
        ("data dog, Data dog", []),
    ],
)
def test_phrases(text: str, found: list[tuple[str, str, str]]) -> None:
    phrases = NamePhrases(FORMS).find(text, 0, len(text))
    assert [(text[one.start : one.end], one.name, one.odd) for one in phrases] == found


def test_a_phrase_is_found_between_the_offsets_alone() -> None:
    text = "M LOps, M LOps, M LOps"
    found = NamePhrases(FORMS).find(text, 8, 14)
    assert [(one.start, one.end) for one in found] == [(8, 14)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("OpenAl", [(0, 6, "OpenAI")]),
        ("OpenAL, OpenAI, openAl, OpenAls, OpenA1", [(33, 39, "OpenAI")]),
        ("Gооgle", [(0, 6, "Google")]),
        ("Goоgle", []),  # a single letter is for typography/look-alike
        ("0racle", [(0, 6, "Oracle")]),
        ("Al", []),
    ],
)
def test_look_alikes(text: str, found: list[tuple[int, int, str]]) -> None:
    slips = NameSlips(["OpenAI", "Google", "Oracle", "AI"], [])
    assert list(slips.look_alikes(text, 0, len(text))) == found


def test_a_skeleton_keeps_case_and_length() -> None:
    assert skeleton("Il1|0Oo") == "llllOOo"
    assert skeleton("Аpple") == "Apple"


@pytest.mark.parametrize(
    ("word", "name", "is_one"),
    [
        ("antropic", "anthropic", True),
        ("anthropi", "anthropic", True),
        ("anthropik", "anthropic", True),
        ("anthropics", "anthropic", False),
        ("anthropicx", "anthropic", False),
        ("kubernete", "kubernetes", False),
        ("kubernetet", "kubernetes", False),
        ("copilos", "copilot", False),
        ("copilo", "copilot", False),
        ("bnthropic", "anthropic", False),
        ("gpt-45", "gpt-44", False),
        ("マイクロソクト", "マイクロソフト", True),
        ("マイクロソフイ", "マイクロソフト", False),
    ],
)
def test_a_slip(word: str, name: str, is_one: bool) -> None:
    assert is_slip(word, name) is is_one
