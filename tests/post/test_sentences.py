import json

import pytest

from lintpost.post.prose.sentences import sentences
from tests.conftest import SHARED


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("一つ目。二つ目！三つ目", ["一つ目。", "二つ目！", "三つ目"]),
        ("彼は「行く。帰る。」と言った。次。", ["彼は「行く。帰る。」と言った。", "次。"]),
        ("Version 3.5 is out. Read lintpost.yml!", ["Version 3.5 is out.", "Read lintpost.yml!"]),
        ("By J. Smith of Foo Inc. in Rome. Next.", ["By J. Smith of Foo Inc. in Rome.", "Next."]),
        ("閉じない「かっこ。次の文。", ["閉じない「かっこ。", "次の文。"]),
        ("", []),
        ("本当？！ええ。", ["本当？！", "ええ。"]),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == parts


def test_sentence_splitters_own_cases() -> None:
    """textlint's splitter keeps the line end behind the last sentence; here it is white space."""
    path = SHARED / "conformance" / "support" / "sentence-splitter.json"
    if not path.exists():
        pytest.skip("the shared cases are not here")
    cases = json.loads(path.read_text(encoding="utf-8"))["text_cases"]
    differing = []
    for case in cases:
        wanted = [tuple(span) for kind, span, *_ in case["output"] if kind == "Sentence"]
        if sentences(case["text"]) != wanted:
            differing.append(case["name"])
    assert differing == ["should return sentences split by last line break"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mr. Sato met Dr. Lee. They talked.", ["Mr. Sato met Dr. Lee.", "They talked."]),
        ("He works at Foo Inc. in Tokyo.", ["He works at Foo Inc. in Tokyo."]),
        ("He works at Foo Inc. It is big.", ["He works at Foo Inc.", "It is big."]),
        ("1. First.\n2. Second.", ["1. First.", "2. Second."]),
        ("Yahoo!とYouTube！次。", ["Yahoo!とYouTube！", "次。"]),
        ('He said "Stop. Now." and left. Good.', ['He said "Stop. Now." and left.', "Good."]),
        ("See Fig. 3 and p. 55. End.", ["See Fig. 3 and p. 55.", "End."]),
    ],
)
def test_english(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == found
