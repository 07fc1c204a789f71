"""The rules of strong emphasis, one fact at a time, held against a second engine.

CommonMark 0.31's section 6.2 and markdown-cjk-friendly's specification, as facts with texts of our own.
"""

import pytest

from lintpost.post.markdown.body import Markdown

# What CommonMark makes bold in a text, rule by rule.
COMMONMARK = [
    # A run of two asterisks opens where text follows and, beside punctuation, white space or punctuation precedes.
    ("**word** alone", ["word"]),
    ("** word** with a space inside", []),
    ("**word ** with a space inside", []),
    ("**\u00a0word** with a hard space", []),
    ("a**word**b within a word", ["word"]),
    ('a**"word"**b beside a letter', []),
    ('a **"word"** between spaces', ['"word"']),
    ('**"word"**.', ['"word"']),
    ("a**(word)**b", []),
    ("(**word**)", ["word"]),
    ("**word**, and **more**!", ["word", "more"]),
    ("price **$5** a**$5**", ["$5"]),  # a currency sign is a symbol
    ("a**€5** b", []),
    ("5**6**78", ["6"]),
    ("пристаням**стремятся**", ["стремятся"]),
    # Underscores do not open or close within a word.
    ("__word__ alone", ["word"]),
    ("__ word__", []),
    ("snake__case__name", []),
    ("5__6__78", []),
    ("пристаням__стремятся__", []),
    ("__word__tail", []),
    ("__foo__bar__baz__", ["foo__bar__baz"]),
    ("(__word__)", ["word"]),
    ("-__(word)__", ["(word)"]),
    ('a__"word"__', []),
    # Marks must be of one kind, and of at least two.
    ("**word__", []),
    ("__word**", []),
    ("*word*", []),
    ("*word**", []),
    ("**word*", []),
    ("***word***", ["word"]),
    ("***word** tail*", ["word"]),
    ("***word* tail**", ["*word* tail"]),
    ("*head **word***", ["word"]),
    ("****word****", ["**word**", "word"]),
    ("******word******", ["****word****", "**word**", "word"]),
    # Nesting, and the rule of three.
    ("**a *b* c**", ["a *b* c"]),
    ("**a*b*c**", ["a*b*c"]),
    ("*a**b**c*", ["b"]),
    ("*a**b*", []),
    ("**a **b** c**", ["a **b** c", "b"]),
    ("**a __b__ c**", ["a __b__ c", "b"]),
    ("a***b***c", ["b"]),
    ("*a**b***", ["b"]),
    # What binds tighter: code, links, HTML, addresses; and what is escaped.
    ("**a `**` b**", ["a `**` b"]),
    ("**a `b**`", []),
    ("**a <i title='**'>b</i>", []),
    ("**a <https://example.com/?q=**>", []),
    ("**[a](/b)**", ["[a](/b)"]),
    ("[**a**](/b)", ["a"]),
    ("**[a**](/b)", []),
    (r"**a \** b", []),
    (r"\**a** b", []),
    (r"**a\*** b", [r"a\*"]),
    ("&ast;&ast;a&ast;&ast;", []),
    # Blocks end it, lines do not.
    ("**a\nb**", ["a\nb"]),
    ("**a\n\nb**", []),
    ("- **a\n- b**", []),
    ("# **a** b", ["a"]),
    ("> **a**\n> b", ["a"]),
    ("| **a** |\n|---|\n| b |", ["a"]),
    # Japanese: what the CJK-friendly rules are there for.
    ("これは**重要**です", ["重要"]),
    ("これは**「重要」**です", []),
    ("これは **「重要」** です", ["「重要」"]),
    ("**重要。**次の文", []),
    ("**重要**。次の文", ["重要"]),
    ("**A（a）**は", []),
    ("**A**（a）は", ["A"]),
]  # fmt: skip

# What the CJK-friendly amendments change, and what they leave.
FRIENDLY = [
    ("これは**「重要」**です", ["「重要」"]),
    ("**重要。**次の文", ["重要。"]),
    ("**A（a）**は", ["A（a）"]),
    ("この**[リンク](/a)**です", ["[リンク](/a)"]),
    ("値は**`x`**です", ["`x`"]),
    ("**そうだ！**と言う", ["そうだ！"]),
    ("「**重要**」です", ["重要"]),
    ("**「重要」**", ["「重要」"]),
    ("漢字**（注）**漢字**、**漢字", ["（注）", "、"]),
    ("한국어**(강조)**입니다", ["(강조)"]),
    ("中文**“强调”**中文", ["“强调”"]),
    ("𠮷**（異体）**字", ["（異体）"]),
    ("a**(word)**b", []),  # Latin text keeps CommonMark's rules
    ('a**"word"**b', []),
    ("これは ** 重要 ** です", []),
    ("これは__「重要」__です", []),  # underscores are as they were
    ("**重要__です", []),
    ("**あ*い*う**", ["あ*い*う"]),
]


def bold(text: str, renderer: str) -> list[str]:
    spans = sorted(Markdown(text, 0).rendered(renderer))
    return [text[span.inner_start : span.inner_end] for span in spans]


def comraks(text: str, *, friendly: bool) -> int:
    """How many bold texts comrak makes."""
    comrak = pytest.importorskip("comrak")
    options = comrak.ExtensionOptions()
    options.cjk_friendly_emphasis = friendly
    options.table = True
    return int(comrak.render_markdown(text, extension_options=options).count("<strong>"))


@pytest.mark.parametrize(("text", "found"), COMMONMARK)
def test_commonmark(text: str, found: list[str]) -> None:
    assert bold(text, "commonmark") == found
    assert comraks(text, friendly=False) == len(found)


@pytest.mark.parametrize(("text", "found"), FRIENDLY)
def test_cjk_friendly(text: str, found: list[str]) -> None:
    assert bold(text, "cjk-friendly") == found
    assert comraks(text, friendly=True) == len(found)
