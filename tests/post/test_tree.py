"""The tree of inlines, its sentences and their words: places are true, and others' own cases hold."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lintpost.post.markdown.tree import MarkdownNode, tree_of
from lintpost.post.post import Post
from lintpost.post.prose.sentence_tree import Sentence, plain, split, whole
from lintpost.post.prose.words import words
from lintpost.post.source import Source
from tests.conftest import SHARED

CASES = SHARED / "conformance" / "support" / "sentence-splitter.json"
TOKENS = SHARED / "conformance" / "support" / "kuromoji-tokens.jsonl"
MARKDOWN = st.text("aあ。*`[]()!#-> |\n1_<.「」、\\&", max_size=80)


def shape(node: MarkdownNode) -> list[tuple[str, str]]:
    return [(one.kind, one.value) for one in node.walk()]


def texts(body: str) -> list[str]:
    root = tree_of(body, 0)
    nodes = [node for node in root.walk() if node.kind == "Paragraph"]
    return [plain(one.pieces, "X").text for node in nodes for one in split(node.children)]


def test_a_tree_as_mdast_has_it() -> None:
    body = "甲\\*乙 &amp; **丙**`丁`![戊](x)\n己 https://x.jp/a。\n\n- 庚\n  辛\n\n> 壬\n"
    assert shape(tree_of(body, 0)) == [
        ("Document", ""), ("Paragraph", ""), ("Str", "甲*乙 & "), ("Strong", ""), ("Str", "丙"), ("Code", "丁"),
        ("Image", "戊"), ("Str", "\n己 "), ("Link", "https://x.jp/a。"), ("Str", "https://x.jp/a。"),
        ("List", ""), ("ListItem", ""), ("Paragraph", ""), ("Str", "庚\n辛"),
        ("BlockQuote", ""), ("Paragraph", ""), ("Str", "壬"),
    ]  # fmt: skip


def test_what_is_no_prose_is_cut_out() -> None:
    post = Post(Source("a.md", "前{% tag %}後。これは**「要点」**です。\n"))
    kinds = [(node.kind, node.value) for node in post.tree().walk()]
    assert ("Html", "") in kinds
    assert ("Str", "「要点」") in kinds  # bold as meant, with its own letters
    assert ("Strong", "") not in [(n.kind, n.value) for n in post.tree(meant=False).walk()]


def test_a_heading_of_the_tree_knows_its_level() -> None:
    body = "## 甲\n\n- ### 乙\n\n丙\n===\n\n丁\n"
    found = [(one.kind, one.level) for one in tree_of(body, 0, []).walk() if one.kind != "Str"]
    assert found == [
        ("Document", 0), ("Heading", 2), ("List", 0), ("ListItem", 0), ("Heading", 3), ("Heading", 1),
        ("Paragraph", 0),
    ]  # fmt: skip


@given(MARKDOWN)
def test_the_headings_of_the_tree_are_those_of_the_blocks(body: str) -> None:
    post = Post(Source("x.md", f"---\ntitle: あ\n---\n{body}"))
    in_tree = [(one.start, one.level) for one in post.tree().walk() if one.kind == "Heading"]
    assert in_tree == [(one.start, one.level) for one in post.markdown.blocks("Heading")]


@given(MARKDOWN)
@example("1**<")
@example("`1**`")
def test_places_are_true(body: str) -> None:
    """A letter of a sentence that is no escape stands at its place in the file."""
    post = Post(Source("x.md", f"---\ntitle: あ\n---\n{body}"))
    for meant in (True, False):
        for node in post.tree(meant=meant).walk():
            assert post.body <= node.start <= node.end <= len(post.text)
            if node.kind != "Paragraph":
                continue
            for sentence in split(node.children):
                assert node.start <= sentence.start < sentence.end <= node.end
                read = plain(sentence.pieces)
                for offset, char in enumerate(read.text):
                    place = read.place(offset)
                    assert (
                        post.text[place] == char
                        or post.text[place] in "&\n\r <`"
                        or char in "\n\ufffd"
                    )


@given(MARKDOWN)
def test_sentences_lose_nothing(body: str) -> None:
    """Put together again, the sentences of a paragraph are its text but for white space between."""
    for node in tree_of(body, 0).walk():
        if node.kind == "Paragraph":
            parts = [plain(sentence.pieces).text for sentence in split(node.children)]
            every = plain(whole(node.children)).text
            assert "".join("".join(parts).split()) == "".join(every.split())


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("一つ目。二つ目！三つ目", ["一つ目。", "二つ目！", "三つ目"]),
        ("彼は「行く。帰る。」と言った。次。", ["彼は「行く。帰る。」と言った。", "次。"]),
        ("開いた「かっこ。次の文。\n\n次。", ["開いた「かっこ。次の文。", "次。"]),
        ("**太字。まだ**続く。`a。b`も。", ["太字。まだ続く。", "XXXも。"]),
        ("一行目\n二行目。  \n三行目", ["一行目\n二行目。", "三行目"]),
        ("版は3.5です。#### 2. 見出し", ["版は3.5です。", "#### 2. 見出し"]),
    ],
)
def test_sentences(body: str, found: list[str]) -> None:
    assert texts(body) == found


def test_sentence_splitters_own_cases() -> None:
    if not CASES.exists():
        pytest.skip("the shared cases are not here")
    data = json.loads(CASES.read_text(encoding="utf-8"))
    differing = set()
    for case in data["text_cases"]:
        node = MarkdownNode("Str", 0, len(case["text"]), 0, case["text"])
        node.parts = [(0, 0)]
        wanted = [tuple(span) for kind, span, *_ in case["output"] if kind == "Sentence"]
        if _spans(split([node]) if case["text"] else []) != wanted:
            differing.add(case["name"])
    for case in data["ast_fixtures"]:
        options = (case["options"] or {}).get("SeparatorParser", {})
        marks = "".join(options.get("separatorCharacters", ".．。?!？！"))
        roots = [n for n in tree_of(case["raw"], 0).walk() if n.kind in ("Paragraph", "Heading")]
        wanted = [tuple(one["range"]) for one in case["output"] if one["type"] == "Sentence"]
        if "html" not in case["name"] and wanted != [
            span for node in roots for span in _spans(split(node.children, marks))
        ]:
            differing.add(case["name"])
    # White space at the end is no part of a sentence here; two fixtures begin within their text; an
    # English initial at the end of a line is one.
    assert differing == {
        "should return sentences split by last line break", "first-line-is-line-break",
        "space-first-and-space-last", "separator-is-linebreak",
    }  # fmt: skip


def _spans(sentences: list[Sentence]) -> list[tuple[int, int]]:
    return [(sentence.start, sentence.end) for sentence in sentences]


def test_words_are_kuromojis() -> None:
    """But for でも before a line end, which MeCab does not weigh, and a word that its IPADIC has more."""
    if not TOKENS.exists():
        pytest.skip("the shared tokens are not here")
    differing = []
    for line in TOKENS.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        mine = [(word.surface, *word.features[:7]) for word in words(case["text"])]
        if mine != [tuple(token[:8]) for token in case["tokens"]]:
            differing.append(case["text"])
    assert all("でも\n" in text or "窃視" in text for text in differing)
    assert len(differing) == 2


@given(st.text("aA1 あ漢カー。、😀\n\u3000", max_size=40))
def test_words_leave_no_gap(text: str) -> None:
    at = 0
    for word in words(text):
        assert word.start == at
        assert text.startswith(word.surface, at)
        at += len(word.surface)
    assert at == len(text)
