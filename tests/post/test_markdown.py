"""Prose, blocks and bold of a body."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintpost.post.markdown.body import HEADING, IMAGE, LINK, QUOTE, TABLE, Markdown
from lintpost.post.markdown.emphasis import shadow


def prose(text: str, *, mdx: bool = False) -> list[str]:
    return [text[start:end] for start, end in Markdown(text, 0, mdx=mdx).runs]


def bold(text: str) -> list[str]:
    return [text[b.inner_start : b.inner_end] for b in Markdown(text, 0).bold]


def commonmark(text: str) -> list[str]:
    return [text[b.inner_start : b.inner_end] for b in Markdown(text, 0).commonmark_bold]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("あ `code` い", ["あ ", " い"]),
        ("[リンク](https://example.com) <b>太い</b>", ["リンク", " ", "太い"]),
        ("<div>\n中\n</div>\n\n外", ["外"]),
        ("```\ncode\n```\n\n    indented\n\n外", ["外"]),
        ("前{{ site.title }}後{% raw %}生{% endraw %}終", ["前", "後", "終"]),
        ("{% highlight ruby %}\nputs 1\n{% endhighlight %}\n\n外", ["外"]),
        ("文{: .lead}\n\n{:toc}", ["文"]),
        ('{{< figure src="a.png" >}}本文', ["本文"]),
        (":::message\n注意\n:::", ["注意"]),
        ("a &amp; b", ["a &amp; b"]),
        ('a<code class="x">github</code>と<kbd>q</kbd>、`<code>b</code>`', ["a", "と", "、"]),
        ("<b>太</b><code>未<b>了</b>", ["太", "未", "了"]),
        ("式は$$x^2$$です", ["式は", "です"]),
        ("|a|b|\n|-|-|\n|c|d|\n    e|f\n   g|h\n", ["a", "b", "c", "d", "g", "h"]),
        ("- |a|\n  |-|\n      b|\n  c|\n\n|d|\n|-|\n\te|\n", ["a", "c", "d"]),
    ],
)
def test_prose(text: str, runs: list[str]) -> None:
    assert prose(text) == runs


def test_mdx_modules_and_expressions_are_no_prose() -> None:
    text = "import A from './a'\n\nexport const x = {\n  a: 1,\n};\n\n本文{x.a}です\n\n<A b={1} />"
    assert prose(text, mdx=True) == ["本文", "です"]


def test_flags_and_blocks() -> None:
    text = "# 題\n\n> 引用\n\n- 項目 [リンク](x)\n\n| 表 |\n|-|\n| 中 |\n\n![図](a.png)\n"
    markdown = Markdown(text, 0)
    flags = {
        word: markdown.flags_at(text.index(word))
        for word in ("題", "引用", "項目", "リンク", "表", "中", "図")
    }
    assert flags == {
        "題": HEADING,
        "引用": QUOTE,
        "項目": 0,
        "リンク": LINK,
        "表": TABLE,
        "中": TABLE,
        "図": IMAGE,
    }
    kinds = {word: markdown.block(markdown.block_at(text.index(word))).kind for word in flags}
    assert kinds == {
        "題": "Heading", "引用": "Paragraph", "項目": "Item", "リンク": "Item",
        "表": "TableCell", "中": "TableCell", "図": "Paragraph",
    }  # fmt: skip
    assert "図" not in markdown.prose.decode()
    assert markdown.block_at(len(text) - 1) == -1 or text[-1] == "\n"


HEADINGS = """# 一
## 二 ##
本文

題
===

二行の
題
---

###### 六
####### 七つはただの文

> ### 引用の題

- #### 一覧の題
  文

```
# コード
```

#タグ
"""


def test_headings_know_their_level() -> None:
    markdown = Markdown(HEADINGS, 0)
    found = [(b.level, HEADINGS[b.start : b.end]) for b in markdown.blocks("Heading")]
    assert found == [
        (1, "# 一\n"),
        (2, "## 二 ##\n"),
        (1, "題\n===\n"),
        (2, "二行の\n題\n---\n"),
        (6, "###### 六\n"),
        (3, "### 引用の題\n"),
        (4, "#### 一覧の題\n"),
    ]
    assert {b.level for b in markdown.blocks("Paragraph", "Item", "CodeBlock")} == {0}
    at = HEADINGS.index("引用の題")
    assert markdown.block(markdown.block_at(at)).level == 3


def test_blocks_of_some_kinds_in_the_order_of_the_text() -> None:
    text = "# 題\n\n- 項目\n\n段落\n\n| 表 |\n|-|\n"
    found = [(b.kind, b.start, b.end) for b in Markdown(text, 0).blocks("Paragraph", "Item")]
    assert found == [("Item", 5, 11), ("Paragraph", 11, 14)]
    assert list(Markdown(text, 0).blocks()) == []


def test_a_level_after_front_matter_is_at_its_place() -> None:
    text = "前置き\n## 題\n"
    (block,) = Markdown(text, 4).blocks("Heading")
    assert block == ("Heading", 4, 9, 2)


# CommonMark's rules for "**" (section 6.2 of the specification), as facts, with words of our own.
@pytest.mark.parametrize(
    ("text", "meant", "rendered"),
    [
        ("**a**", ["a"], ["a"]),
        ("** a**", [], []),
        ("**a **", [], []),
        ("a**b**c", ["b"], ["b"]),
        ('a**"b"**c', ['"b"'], []),
        ("これは**「重要」**です", ["「重要」"], []),
        ("これは**重要**です", ["重要"], ["重要"]),
        ("**売上（前年比）**は", ["売上（前年比）"], []),
        ("**A：**Google", ["A："], []),
        ("「**a**」", ["a"], ["a"]),
        ("これは**「A」**です。**「B」**です。", ["「A」", "「B」"], ["です。"]),
        ("GPT-4**（新型）**と", ["（新型）"], []),
        ("**「A」**と**「B」**", ["「A」", "「B」"], ["「A」**と**「B」", "と"]),
        ("𠮷**「A」**𠮷", ["「A」"], []),
        ("é**“A”**é", ["“A”"], []),
        ("**\u3000a**", ["\u3000a"], []),
        ("`**a**` **b**", ["b"], ["b"]),
        ("「A」**は**です", ["は"], ["は"]),
        ("です**は**「A」**と**", ["は", "と"], ["は", "と"]),
        ("__a__ **b**", ["a", "b"], ["a", "b"]),
        ("***a***", ["a"], ["a"]),
    ],
)
def test_bold_as_meant_and_as_commonmark_renders_it(
    text: str, meant: list[str], rendered: list[str]
) -> None:
    assert bold(text) == meant
    assert commonmark(text) == rendered


TEXT = st.text(alphabet="**** ab漢「」（）。！é𠮷\u3000\n`[](>#-", max_size=60)


@given(TEXT)
def test_a_shadow_keeps_every_byte_at_its_place(text: str) -> None:
    other = shadow(text)
    assert len(other) == len(text)
    for mine, theirs in zip(text, other, strict=True):
        assert len(mine.encode()) == len(theirs.encode())
    assert other.replace("\n", "").count("*") == text.count("*")


@given(TEXT, st.sampled_from(["", "---\ntitle: 題\n---\n"]))
def test_spans_lie_inside_the_text(body: str, head: str) -> None:
    text = head + body
    markdown = Markdown(text, len(head))
    edges = [edge for run in markdown.runs for edge in run]
    for start, end in markdown.runs:
        first, last = (len(text[len(head) : at].encode()) for at in (start, end))
        assert markdown.in_prose(first, last) == (True, True)
        assert markdown.points([first, last]) == [start, end]
    assert edges == sorted(edges)
    assert all(len(head) <= edge <= len(text) for edge in edges)
    for span in markdown.bold + markdown.commonmark_bold:
        assert len(head) <= span.start < span.inner_start <= span.inner_end < span.end <= len(text)
        assert text[span.start : span.inner_start] in ("**", "__")
        assert text[span.inner_end : span.end] in ("**", "__")
