"""Which two spellings `lintpost names drift` takes for one word."""

import pytest

from lintpost.surveys.spelling_pairs import is_drift

DRIFTS = [
    ("クラスター", "クラスタ"), ("データガバナンス", "データ・ガバナンス"), ("メモリー", "メモリ"),
    ("OpalGrid", "Opalgrid"), ("Mind Spore", "MindSpore"), ("Vantor", "VANtor"), ("HUMAIN", "Humain"),
    ("Vantor CLI", "VantorCLI"), ("ＯpalGrid", "OpalGrid"), ("クラスタ", "ｸﾗｽﾀ"), ("VantorBox", "vantor-box"),
]  # fmt: skip
OTHERS = [
    # another word in capitals, an expanded acronym, the beginning of a sentence
    ("LINE", "Line"), ("Line", "LINE"), ("HERE", "Here"), ("SAVE", "Save"), ("Explainable", "eXplainable"),
    ("Explanations", "exPlanations"), ("Shapley", "SHapley"), ("SHapley", "Shapley"), ("MLOps", "M LOps"),
    ("libVantor", "LibVantor"), ("XAI", "xAI"), ("Getting Started", "GETTING STARTED"),
    # numbers, versions, marks
    ("Phase 2", "Phase2"), ("HBM3E", "HBM3e"), ("Vue 3", "Vue3"), ("BP-5", "BP5"), ("3.5B", "35B"), ("Tier1", "tier1"),
    ("Vantor®", "Vantor"), ("Vantor", "Vantor™"), ("Vantor®", "Vantor™"),
    # grammar, identifiers, people
    ("Open Source", "Open-Source"), ("AI OCR", "AI-OCR"), ("File Entry", "FileEntry"), ("MCPServer", "MCP Server"),
    ("Jane Vantor", "JaneVantor"), ("ビル", "ビール"), ("open source", "open-source"),
]  # fmt: skip


@pytest.mark.parametrize(("use", "other"), DRIFTS)
def test_one_word(use: str, other: str) -> None:
    assert is_drift(use, other, has_lower=False)


@pytest.mark.parametrize(("use", "other"), OTHERS)
def test_two_words(use: str, other: str) -> None:
    assert not is_drift(use, other, has_lower=False)


def test_a_word_in_lower_case_is_capitalised_by_its_place() -> None:
    assert is_drift("Vantor Xylo", "Vantor xylo", has_lower=False)
    assert not is_drift("Vantor Xylo", "Vantor xylo", has_lower=True)
    assert not is_drift("Vantor", "vantor", has_lower=True)
    assert is_drift("OpalGrid", "opalgrid", has_lower=True)
