"""Bare addresses against what renderers make links of: comrak's GFM, and linkify-it (markdown-it).

Where ours differ on purpose:
- White space of Unicode (U+3000, U+00A0) and U+200B end an address; to GFM they are part of it.
- A scheme in capitals, a host without a dot (localhost) and any scheme with :// are addresses.
- Of two addresses without a space between them GFM links the second where the first has no valid host; ours
  are one.
- Behind a Japanese letter linkify-it takes the letter for a part of a host (はexample.com); ours begin at the
  Latin one.
- linkify-it keeps some marks at an address's end that GFM leaves out (``;``, ``:``, ``…``), and knows hosts of
  other letters (例え.jp) and capitals (A.com, a name) without a scheme. Where there is no scheme and no www., ours
  end at the first letter that is not ASCII: GFM makes no link there.
"""

import re
from html.parser import HTMLParser

import comrak
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from linkify_it import LinkifyIt

from lintpost.post.markdown.body import Markdown

Spans = list[tuple[int, int]]
_EXTENSIONS = comrak.ExtensionOptions()
_EXTENSIONS.autolink = True
_LINKIFY = LinkifyIt()


class _Links(HTMLParser):
    """The text that HTML shows, and the spans of links in it."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.links: Spans = []
        self._start = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._start = len(self.text)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self.links.append((self._start, len(self.text)))

    def handle_data(self, data: str) -> None:
        self.text += data


def gfm_links(text: str) -> Spans:
    """The links of a text that comrak shows as it stands."""
    parser = _Links()
    parser.feed(comrak.render_markdown(text, extension_options=_EXTENSIONS))
    assert parser.text == text + "\n"
    return parser.links


def addresses(text: str) -> Spans:
    return [(mask.start, mask.end) for mask in Markdown(text, 0).masks if mask.kind == "address"]


def one_of(*words: str) -> st.SearchStrategy[str]:
    return st.sampled_from(words)


HOST = one_of("example.com", "example.co.jp", "a-b.org", "x.example.net:8080", "例え.jp", "1.2.3.4")
STEP = one_of("", "/", "/a", "/a_(b)", "/a-b.c", "?q=1", "#f", "/日本", "/%20", "(x)", "/a,b", "/~u/", "/@x", "/a:b",
              "/a=b&c=d", "/「」", "/a]b", "/{a}", "/a^b", "/a!b", "/a'b", "/a…b")  # fmt: skip
PATH = st.lists(STEP, max_size=3).map("".join)
BEFORE = one_of(
    "", "は", "は ", "「", "（", "(", "です。", "、", "詳細:", "詳細：", "a ", '"', "“", "="
)
ENDINGS = (
    "", " い", "です", "。", "、次", "」を", "）です", ")", ").", "),", ",", ".", "...", "!", "?", "？", ":", ";", "'", '"', "”",
    "》", "〜", "]", "}", ").。", ")。",
)  # fmt: skip
AFTER = one_of(*ENDINGS)
ADDRESS = st.tuples(one_of("https://", "http://", "ftp://", "www."), HOST, PATH).map("".join)


@given(BEFORE, ADDRESS, AFTER)
def test_an_address_is_what_gfm_links(before: str, address: str, after: str) -> None:
    text = f"あ {before}{address}{after} い"
    links = gfm_links(text)
    # What GFM does not link (www. behind a letter or a bracket) is an address to us all the same.
    assert links in ([], addresses(text))


@pytest.mark.parametrize("after", ENDINGS)
def test_an_address_ends_where_gfm_ends_it(after: str) -> None:
    text = f"あ https://example.com/a{after} い"
    (link,) = gfm_links(text)
    assert addresses(text) == [link]


def test_gfm_links_what_the_test_above_makes() -> None:
    text = "あ （https://example.com/a_(b)). い"
    assert gfm_links(text) == addresses(text) == [(3, 28)]


@given(st.lists(st.tuples(BEFORE, ADDRESS, AFTER), min_size=2, max_size=4))
def test_no_link_of_gfm_sticks_out(parts: list[tuple[str, str, str]]) -> None:
    text = "あ " + " ".join(map("".join, parts)) + " い"
    masks = Markdown(text, 0).masks
    for start, end in gfm_links(text):
        assert any(mask.start <= start and end <= mask.end for mask in masks)


WITHOUT_SCHEME = st.tuples(
    one_of("example.com", "sub.example.co.jp", "github.io", "a-b.dev", "foo@example.com"),
    one_of("", "/", "/a", "/a_(b)", "/a-b.c?q=1#f", "?q=1"),
).map("".join)
FREE = one_of("", "「", "（", "(", "です。", "、", "詳細：", "a ", '"', "“")
ENDS = one_of("", " い", "。", "、次", "」を", "）です", ")", ").", ",", ".", "!", "?", "？")


@given(FREE, st.one_of(ADDRESS, WITHOUT_SCHEME), ENDS)
@example("", "example.com/a", "」を")
def test_no_link_of_linkify_it_sticks_out(before: str, address: str, after: str) -> None:
    text = f"あ {before}{address}{after} い"
    masks = Markdown(text, 0).masks
    for link in _LINKIFY.match(text) or []:
        last = link.last_index
        if not link.schema and not link.text.startswith("www."):
            last = link.index + len(re.match("[!-~]*", link.text)[0])
        assert any(mask.start <= link.index and last <= mask.end for mask in masks)
