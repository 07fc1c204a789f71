from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lintpost.checks.common.sentences.prose import sentences
from lintpost.post.post import Post
from lintpost.post.prose.sentence_tree import plain
from lintpost.post.prose.words import words
from lintpost.post.source import read_source

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "allforces"


def parts(text: str) -> list[str]:
    return [word.surface for word in words(text)]


def test_words_with_what_ipadic_says() -> None:
    assert [(*word[:2], ",".join(word.features)) for word in words("走る。")] == [
        ("走る", 0, "動詞,自立,*,*,五段・ラ行,基本形,走る,ハシル,ハシル"),
        ("。", 2, "記号,句点,*,*,*,*,。,。,。"),
    ]


def test_white_space_is_a_word_as_it_is_to_kuromoji() -> None:
    assert parts("a\t\tb　　c \0d") == ["a", "\t\t", "b", "　", "　", "c", " \0", "d"]
    assert {word.features.pos1 for word in words(" \n　")} == {"空白"}


def test_unknown_symbols_are_what_ipadic_calls_them() -> None:
    assert [word.features[:2] for word in words("例:本")][1] == ("名詞", "サ変接続")


@given(st.text())
@example("\0\n\u2028\x85\x1c 𠮷野家\t%m\\n\"'")
@example("一" * 1001 + "の" + "a" * 700 + "漢字" * 300)
def test_words_leave_no_gap(text: str) -> None:
    found = words(text)
    assert "".join(word.surface for word in found) == text
    at = 0
    for word in found:
        assert word.start == at
        assert len(word.features) == 9
        at += len(word.surface)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="needs the corpus")
def test_words_are_those_of_another_tokenizer_with_the_same_dictionary() -> None:
    from lindera import TokenizerBuilder

    builder = TokenizerBuilder()
    builder.set_mode("normal")
    builder.set_dictionary("embedded://ipadic")
    builder.set_keep_whitespace(True)
    tokenize = builder.build().tokenize
    distinct = {
        plain(sentence.pieces).text
        for path in sorted(CORPUS.glob("*.md"))[:40]
        for _, found in sentences(Post(read_source(str(path), 10**7)), compat=False, without=0)
        for sentence in found
    }
    other = [
        sentence
        for sentence in distinct
        if parts(sentence) != [token.surface for token in tokenize(sentence)]
    ]
    assert len(distinct) > 5_000
    assert len(other) / len(distinct) < 0.01
