from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintpost.post.offsets import Offsets
from lintpost.post.source import Source, UnreadablePost, decode, read_source

TEXT = st.text(alphabet=st.sampled_from("aé漢😀\n\r \ufeff"), max_size=2000)


@given(TEXT)
def test_lines_cover_the_text(text: str) -> None:
    source = Source("x.md", text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert len(source.line_starts) == len(lines)
    spans = [source.line_span(number + 1) for number in range(len(lines))]
    assert [text[start:end] for start, end in spans] == lines


def test_location_counts_code_points_from_one() -> None:
    source = Source("x.md", "あ😀b\r\nc")
    assert source.location(0) == (1, 1)
    assert source.location(2) == (1, 3)
    assert source.location(5) == (2, 1)
    assert source.location(6) == (2, 2)


@given(TEXT)
def test_offsets_convert_both_ways(text: str) -> None:
    data = text.encode()
    offsets = Offsets(text, data)
    expected = [len(text[:point].encode()) for point in range(len(text) + 1)]
    assert [offsets.byte(point) for point in range(len(text) + 1)] == expected
    assert [offsets.point(byte) for byte in expected] == list(range(len(text) + 1))
    assert offsets.points(expected, 7) == [7 + point for point in range(len(text) + 1)]


def test_what_is_not_text_is_refused() -> None:
    with pytest.raises(UnreadablePost, match="line 2"):
        decode("x.md", b"a\n\x93\xfa")
    with pytest.raises(UnreadablePost, match="UTF-16"):
        decode("x.md", "日本".encode("utf-16"))
    with pytest.raises(UnreadablePost, match="NUL byte on line 2"):
        decode("x.md", b"a\nb\0")


def test_a_large_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "big.md"
    path.write_bytes(b"x" * 2001)
    with pytest.raises(UnreadablePost, match="max-file-size"):
        read_source(str(path), 2000)
    assert read_source(str(path), 2001).text == "x" * 2001
