"""JavaScript's regular expressions: what they mean, and that nothing is missed by looking for words first."""

import re

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from lintpost.site.expressions import Expressions
from lintpost.site.js_literal import parse_literal
from lintpost.site.js_regex import PatternError, compile_js, compile_literal
from lintpost.site.required import folded, required_words


@pytest.mark.parametrize(
    ("source", "flags", "text", "found"),
    [
        (r"\bjs\b", "", "今日もjs祭りaltjs", ["js"]),  # a boundary is ASCII
        (r"\d+", "", "３と3", ["3"]),
        (r"[\d\w]+", "", "Aé9", ["A", "9"]),
        (r"a\sb", "", "a\u3000b", ["a\u3000b"]),
        (r"\S+", "", "a\u3000b", ["a", "b"]),
        (r"a[^]b", "", "a\nb", ["a\nb"]),
        (r"a$", "", "a\n", []),  # the very end
        (r"a$", "m", "a\n", ["a"]),
        (r"(?<y>[0-9])\k<y>", "", "1223", ["22"]),
        (r"\u{1F600}|\u3042", "", "😀あ", ["😀", "あ"]),
        (r"\p{Script=Hiragana}+", "", "かなカナ", ["かな"]),
        (r"[[]", "", "a[", ["["]),
        (r"x{e}", "", "x{e}", ["x{e}"]),  # `regex` reads this as a fuzzy match
        (r"ａ", "i", "ＡとA", ["Ａ"]),
        (r"a\/b", "", "a/b", ["a/b"]),
        (r"(?<=東)京|(?<!東)京", "", "東京京", ["京", "京"]),
    ],
)
def test_meaning(source: str, flags: str, text: str, found: list[str]) -> None:
    assert [match[0] for match in compile_js(source, flags).pattern.finditer(text)] == found


@pytest.mark.parametrize("source", ["a++", "a{2}+", "(", "[b-a]", r"(?<n>a)\k<m>"])
def test_what_javascript_refuses(source: str) -> None:
    with pytest.raises(PatternError):
        compile_js(source)


def test_literals() -> None:
    assert parse_literal("/a/b/gi") == ("a/b", "gi")
    assert [parse_literal(text) for text in ("a/b", "/", "//", "/a", "/usr/bin:")] == [None] * 5
    with pytest.raises(PatternError):
        compile_literal("/a/q")


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("サーバ(?!ー)", ("サーバ",)),
        ("(プ)?レイヤー", ("レイヤー",)),
        ("[VvＶｖ][IiＩｉ]m", ("vim",)),
        ("(?:ab|cd)e", ("abe", "cde")),
        ("(ab|)c", ("c",)),
        ("a*|b", None),
        ("[ab]", None),
        (r"\bJS\b", ("js",)),
        (r"\p{L}の.{2,}", ("の",)),
        ("(?=xyz)x", ("xyz",)),
        ("ab+c", ("a",)),
        ("(abc){0,2}d", ("d",)),
        ("(?<n>ab)cd", ("abcd",)),
        ("(?<=ab|c)d(?=e|f)", ("cde", "cdf", "abde", "abdf")),
        ("(?<!ab)c(?!d)e", ("ce",)),
        ("a(?<=ab)c", ("ac",)),
        ("[Aa]b[cd](?:e|f)?", ("abc", "abd")),
        ("(?:a|bc)", None),
        ("(?:日|月)の(?:本|人)", ("の",)),
        ("(?:日本|月)曜(?:本|人)", ("曜",)),
        ("(?:日本|月曜)A", ("日本", "月曜")),
        ("abc?de*f", ("abd", "abcd")),
        ("x.(?<=b c)d", ("b cd",)),
    ],
)
def test_required_words(source: str, words: tuple[str, ...] | None) -> None:
    assert required_words(source) == words


@pytest.mark.parametrize(
    "source",
    [
        "(?<=(?:a|the|[Aa]n) )x",
        "(?<!(?:ab|c)d)x",
        "(?<=(?:a|)b)x",
        "(?<!(?:a|bc))x",
    ],
)
def test_lookbehinds_of_two_lengths(source: str) -> None:
    ours = compile_js(source).pattern
    theirs = regex.compile(source)
    assert type(ours) is re.Pattern
    for text in (
        "a x",
        "the x",
        "an x",
        "An x",
        "abdx",
        "cdx",
        "dx",
        "abx",
        "bx",
        "bcx",
        "ax",
        "x",
    ):
        assert [m.span() for m in ours.finditer(text)] == [m.span() for m in theirs.finditer(text)]


PIECES = st.sampled_from(
    ["a", "B", "あ", "サーバ", "Ａ", "[ab]", "[^a]", "(?:a|あ)", "(ab|)", "(?=a)", "(?!b)", "(?<!a)", ".", r"\b", r"\d", "x{2}", r"\.", "[AaＡａ]"]
)  # fmt: skip
SUFFIX = st.sampled_from(["", "", "", "?", "*", "+", "{0,2}", "{2}"])
PART = st.tuples(PIECES, SUFFIX).map(
    lambda pair: pair[0] if pair[0].startswith(("(?=", "(?!", "(?<", r"\b")) or (pair[0].endswith("}") and pair[1]) else "".join(pair)
)  # fmt: skip
SOURCE = st.lists(st.lists(PART, min_size=1, max_size=4).map("".join), min_size=1, max_size=3).map(
    "|".join
)


@given(st.lists(SOURCE, min_size=1, max_size=6), st.text("aAＡbあサーバxX1. \n", max_size=30))
def test_no_match_is_missed(sources: list[str], text: str) -> None:
    """The words are looked for first; what is found must be what each expression alone finds."""
    for flags in ("", "i"):
        expressions = [compile_js(source, flags) for source in sources]
        spans = [(0, len(text) // 2), (len(text) // 2, len(text))]
        found = [
            (index, base + match.start(), base + match.end())
            for index, base, match in Expressions(expressions).matches(text, spans)
        ]
        alone = [
            (index, start + match.start(), start + match.end())
            for index, expression in enumerate(expressions)
            for start, end in spans
            for match in expression.pattern.finditer(text[start:end])
        ]
        assert sorted(found) == sorted(alone)


@given(st.text(max_size=20))
def test_folding_keeps_every_place(text: str) -> None:
    assert len(folded(text)) == len(text)
