from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from lintpost.report.cells import cell_width, measured, visible

# What posts hold, what joins and combines, and anything else.
TEXT = st.text(
    st.one_of(
        st.sampled_from("ab 漢字かなカナ「」（）、。…“”●→①　ｱé\t\n\x1b\x9b"),
        st.sampled_from("😀⚠❤👩👨🚀🏽🇯🇵1#\ufe0f\u200d\u20e3\u0301\u3099\u309a\u200b\u00ad\ud800"),
        st.characters(),
    ),
    max_size=60,
)
JOINED = {"\u200d", "\ufe0f"}
EMOJI = ("⚠️", "❤️", "1️⃣", "👩‍🚀", "👨‍👩‍👧", "🇯🇵", "👍🏽", "🏳️‍🌈", "✅", "☺︎")


def test_every_character_is_as_wide_as_rich_has_it() -> None:
    wrong = [hex(code) for code in range(0x110000) if cell_width(chr(code)) != cell_len(chr(code))]
    assert not wrong


@given(TEXT)
def test_a_text_is_as_wide_as_rich_has_it(text: str) -> None:
    assert cell_width(text) == cell_len(text)


@given(TEXT)
def test_every_beginning_is_as_wide_as_rich_has_it(text: str) -> None:
    shown, edges = measured(text)
    assert shown == visible(text)
    if JOINED.isdisjoint(shown):
        assert list(edges) == [cell_len(shown[:end]) for end in range(len(shown) + 1)]


@given(st.lists(st.one_of(st.sampled_from(EMOJI), st.sampled_from("a漢 、é"))))
def test_emoji_of_several_characters_are_as_wide_as_rich_has_them(parts: list[str]) -> None:
    text = "".join(parts)
    assert measured(text)[1][-1] == cell_len(text)


@given(TEXT)
def test_control_characters_are_made_visible(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    for char, drawn in zip(text, shown, strict=True):
        if char in "\t\n":
            assert drawn == " "
        elif char < " " or "\x7f" <= char < "\xa0":
            assert drawn == "·"
        else:
            assert drawn == char
