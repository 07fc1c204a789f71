import re

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from lintpost.report.window import window
from lintpost.report.wrap import wrap

LINE = st.text(alphabet="ab漢字「」😀é\t", max_size=200)


@given(LINE, st.integers(0, 200), st.integers(0, 60), st.integers(12, 100))
def test_a_window_fits_and_shows_the_span(line: str, start: int, length: int, cells: int) -> None:
    start = min(start, len(line))
    end = min(start + length, len(line))
    part = window(line, start, end, cells)
    assert cell_len(part.text) <= cells
    shown = part.text[part.before : part.after]
    assert cell_len(part.text[: part.before]) == part.offset
    assert part.width == max(cell_len(shown), 1)
    assert line.replace("\t", " ")[start:end].startswith(shown)
    if start < end:
        assert shown


def test_a_long_line_is_cut_around_the_span() -> None:
    line = "前" * 100 + "ここ" + "後" * 100
    part = window(line, 100, 102, 30)
    assert part.text == "..." + "前" * 2 + "ここ" + "後" * 8 + "..."
    assert (part.offset, part.width) == (7, 4)


def test_control_characters_are_shown() -> None:
    assert window("a\x07b", 0, 1, 20).text == "a·b"


@given(st.text(alphabet="ab 漢字。、「」", max_size=120), st.integers(10, 60))
def test_wrap_keeps_the_text_and_the_width(text: str, cells: int) -> None:
    lines = wrap(text, cells, cells)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    for line in lines:
        # Marks that may not begin a line may make it longer, and so may one long word.
        assert cell_len(line.rstrip("。、」 ")) <= cells or not re.search(
            "[漢字 ].*[漢字a-z]", line
        )


def test_wrap_keeps_marks_with_their_words() -> None:
    assert wrap("これは長い文です。次の「文」です。", 16, 16) == [
        "これは長い文で",
        "す。次の「文」で",
        "す。",
    ]
    assert wrap("one two three", 8, 8) == ["one two", "three"]
