"""Which words are prose, held against comrak (CommonMark and GFM), another parser than ours.

Every word of the text is told apart; a word is prose where comrak shows it outside of code.
"""

from html.parser import HTMLParser

import comrak
from hypothesis import assume, given
from hypothesis import strategies as st

from lintpost.post.markdown.body import Markdown

_EXTENSIONS = comrak.ExtensionOptions()
_EXTENSIONS.table = _EXTENSIONS.strikethrough = True
_WORDS = tuple(f"語{number}" for number in range(10))
_PIECES = (
    "`", "``", "```\n", "~~~\n", "[", "]", "](", "][", "]: ", "![", "(", ")", "<", ">", "</b>", "<b>", "<div>\n", "<!-- ", " -->",
    '"', "'", "\\", "\n", "\n\n", "    ", "> ", "- ", "1. ", "# ", "**", "_", "~~", "|", "\n|-|-|\n", "&amp;", "https://", " ",
)  # fmt: skip


class _Shown(HTMLParser):
    """The text of HTML outside of code, with the texts of images."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self._code = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._code += tag in ("code", "pre")
        self.text += dict(attrs).get("alt") or ""

    def handle_endtag(self, tag: str) -> None:
        self._code -= tag in ("code", "pre")

    def handle_data(self, data: str) -> None:
        self.text += data if not self._code else ""


def shown_by_comrak(text: str) -> set[str]:
    shown = _Shown()
    shown.feed(comrak.render_markdown(text, extension_options=_EXTENSIONS))
    return {word for word in _WORDS if word in shown.text}


def shown_by_us(text: str) -> set[str]:
    runs = [text[start:end] for start, end in Markdown(text, 0).shown_runs]
    return {word for word in _WORDS if any(word in run for run in runs)}


def numbered(pieces: list[str]) -> str:
    """The pieces as one text, with a word of its own at every empty one."""
    words = iter(_WORDS)
    return "".join(piece or next(words, "") for piece in pieces)


@given(st.lists(st.one_of(st.just(""), st.sampled_from(_PIECES)), max_size=24).map(numbered))
def test_prose_is_what_comrak_shows(text: str) -> None:
    assume(
        "|-" not in text or "    " not in text
    )  # an indented line below a table is a row of it to ours
    assert shown_by_us(text) == shown_by_comrak(text)
