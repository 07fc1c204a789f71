"""Documents: how changes are applied, and positions in every encoding."""

import random

import pytest

from lintpost.post.source import Source
from lintpost.server.documents.addresses import path_of, uri_of
from lintpost.server.documents.document import Document
from lintpost.server.documents.positions import ENCODINGS, Positions
from lintpost.server.rpc.errors import ResponseError

_TEXT = "aあ😀b\r\n\r\né\rz"


@pytest.mark.parametrize(
    ("encoding", "characters"),
    [("utf-8", [0, 1, 4, 8, 9]), ("utf-16", [0, 1, 2, 4, 5]), ("utf-32", [0, 1, 2, 3, 4])],
)
def test_positions(encoding: str, characters: list[int]) -> None:
    positions = Positions(Source("a", _TEXT), encoding)
    for offset, character in enumerate(characters):
        position = {"line": 0, "character": character}
        assert positions.position(offset) == position
        assert positions.offset(position) == offset
    assert positions.position(6) == {"line": 1, "character": 0}
    assert positions.offset({"line": 3, "character": 0}) == _TEXT.index("z")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_positions_behind_the_end(encoding: str) -> None:
    positions = Positions(Source("a", _TEXT), encoding)
    assert positions.offset({"line": 0, "character": 99}) == 4
    assert positions.offset({"line": 1, "character": 1}) == 6
    assert positions.offset({"line": 99, "character": 0}) == len(_TEXT)


def test_half_a_character_counts_as_none() -> None:
    assert Positions(Source("a", _TEXT), "utf-16").offset({"line": 0, "character": 3}) == 2
    assert Positions(Source("a", _TEXT), "utf-8").offset({"line": 0, "character": 6}) == 2


@pytest.mark.parametrize("range_", [None, 3, {}, {"start": {"line": 0}}, {"start": None}])
def test_what_is_no_range(range_: object) -> None:
    with pytest.raises(ResponseError):
        Positions(Source("a", "b"), "utf-16").span(range_)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_incremental_changes(encoding: str) -> None:
    """Random edits one by one give what they give all at once."""
    chance = random.Random(20)
    document = Document("untitled:a", "markdown", 1, _TEXT)
    for version in range(2, 300):
        text = document.text
        start, end = sorted(chance.choices(range(len(text) + 1), k=2))
        end = min(end, start + 3)
        for at in (start, end):
            if text[at - 1 : at + 1] == "\r\n":
                break
        else:
            new = chance.choice(["", "x", "あ", "😀", "\n", "\r\n", "y\rz"])
            positions = Positions(document.source, encoding)
            change = {"range": positions.range(start, end), "text": new}
            document.change([change], version, encoding)
            assert document.text == text[:start] + new + text[end:]
            assert document.version == version


def test_changes_build_on_one_another() -> None:
    document = Document("untitled:a", "markdown", 1, "abc")
    empty = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}
    document.change([{"range": empty, "text": "1\n"}, {"range": empty, "text": "2"}], 2, "utf-16")
    assert document.text == "21\nabc"
    document.change([{"text": "new"}, {"range": empty, "text": "a "}], 3, "utf-16")
    assert document.text == "a new"


def test_half_characters_are_replaced() -> None:
    assert Document("untitled:a", "markdown", 1, "a\ud83db").text == "a\ufffdb"


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("file:///a/b%20c.md", "/a/b c.md"),
        ("file:///a/%E3%81%82.md", "/a/あ.md"),
        ("file:///a/../b.md", "/b.md"),
        ("untitled:Untitled-1", None),
        ("vscode-notebook-cell:/a.md", None),
    ],
)
def test_addresses(uri: str, path: str | None) -> None:
    assert path_of(uri) == path


@pytest.mark.parametrize("path", ["/a/b c.md", "/a/あ#?%.md", "/a/\udcff.md"])
def test_addresses_come_back(path: str) -> None:
    assert path_of(uri_of(path)) == path


@pytest.mark.parametrize(
    ("uri", "language", "is_post"),
    [
        ("file:///a.md", "plaintext", True),
        ("file:///a.MDX", "", True),
        ("untitled:a", "markdown", True),
        ("untitled:a", "yaml", False),
        ("file:///lintpost.yml", "yaml", False),
    ],
)
def test_which_documents_are_posts(uri: str, language: str, is_post: bool) -> None:
    assert Document(uri, language, 1, "").is_post is is_post
