import pytest

from lintpost.post.sentences import sentences


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
