from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from lintpost.report.drawing.cells import cell_width, edges_of

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
    if JOINED.isdisjoint(text):
        assert list(edges_of(text)) == [cell_len(text[:end]) for end in range(len(text) + 1)]


@given(st.lists(st.one_of(st.sampled_from(EMOJI), st.sampled_from("a漢 、é"))))
def test_emoji_of_several_characters_are_as_wide_as_rich_has_them(parts: list[str]) -> None:
    text = "".join(parts)
    assert edges_of(text)[-1] == cell_len(text)
