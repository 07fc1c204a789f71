"""Words that bear a tag out."""

import pytest

from lintpost.site.evidence import occurs


@pytest.mark.parametrize(
    ("word", "text", "there"),
    [
        ("RAG", "ragの話", True),
        ("RAG", "社内rag", True),
        ("RAG", "drag and drop, ragtime", False),
        ("RAG", "drag, then rag", True),
        ("RAG", "ｒａｇの話", True),
        ("ｒａｇ", "rag", True),
        ("検索拡張", "検索拡張生成", True),
        ("検索拡張", "検索を拡張", False),
        ("AI Act", "the ai\nact says", True),
        ("AI Act", "the ai　actor", False),
        ("C++", "c++で書く", True),
        ("C++", "c+", False),
        ("/retrieval.augmented/", "retrieval-augmented", True),
        ("/\\bragu?\\b/", "rag", True),
        ("/a/b", "a/b", False),
        ("/a/b", "/a/b", True),
    ],
)
def test_occurs(word: str, text: str, there: bool) -> None:
    assert occurs(word, text) is there
