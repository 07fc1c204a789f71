import re

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from lintpost.report.drawing.window import window
from lintpost.report.drawing.wrap import wrap

LINE = st.text(alphabet="ab漢字「」😀é\t", max_size=200)


@given(LINE, st.integers(0, 200), st.integers(0, 60), st.integers(12, 100))
def test_a_window_fits_and_shows_the_span(line: str, start: int, length: int, cells: int) -> None:
    start = min(start, len(line))
    end = min(start + length, len(line))
    part = window(line, start, end, cells)
    text = part.before + part.span + part.after
    assert cell_len(text) <= cells
    assert cell_len(part.before) == part.offset
    assert part.width == max(cell_len(part.span), 1)
    line = line.replace("\t", " ")
    assert line[start:end].startswith(part.span)
    if start < end:
        assert part.span
    if cell_len(line) <= cells:
        assert (part.before, part.span) == (line[:start], line[start:end])
        assert part.after == line[end:]
    else:  # what is cut says so, and leaves no room but for another mark and a wide character
        assert part.before.startswith("...") or part.after.endswith("...")
        assert cell_len(text) >= cells - 4


def test_a_long_line_is_cut_around_the_span() -> None:
    line = "前" * 100 + "ここ" + "後" * 100
    part = window(line, 100, 102, 30)
    assert part == ("..." + "前" * 2, "ここ", "後" * 8 + "...", 7, 4)


def test_a_long_span_keeps_its_beginning() -> None:
    part = window("前" * 100 + "abc" * 50 + "後" * 100, 100, 250, 30)
    assert part == ("...", "abc" * 8, "...", 3, 24)


def test_a_short_end_leaves_the_room_to_the_beginning() -> None:
    part = window("0123456789" * 5 + "ここ後", 50, 52, 20)
    assert part == ("...9" + "0123456789", "ここ", "後", 14, 4)


def test_a_place_behind_the_line_is_its_end() -> None:
    assert window("abc", 5, 7, 20) == ("abc", "", "", 3, 1)


def test_a_window_is_never_narrower_than_twelve_cells() -> None:
    assert window("漢" * 50, 20, 21, 1) == window("漢" * 50, 20, 21, 12)


def test_control_characters_are_shown() -> None:
    assert window("a\x07b", 0, 2, 20).span == "a\\x07"


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
    assert wrap("これは長い文です。次の「文」です。", 16, 16) == (
        "これは長い文で",
        "す。次の「文」で",
        "す。",
    )
    assert wrap("one two three", 8, 8) == ("one two", "three")


def test_wrap_puts_a_word_that_is_too_long_on_a_line_of_its_own() -> None:
    assert wrap("a extraordinarily b", 8, 8) == ("a", "extraordinarily", "b")


def test_the_first_line_may_be_shorter() -> None:
    assert wrap("one two three four", 4, 14) == ("one", "two three four")


def test_wrap_makes_control_characters_visible() -> None:
    assert wrap("a\x07b\nc", 20, 20) == ("a\\x07b⏎c",)
    assert wrap("a\x07 \nc", 6, 4) == ("a\\x07", "⏎c")


def test_no_wrapped_line_begins_like_a_command() -> None:
    assert wrap("one two \u200b::error::x", 8, 8) == ("one two", "\u200b: :error::x")
