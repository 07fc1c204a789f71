"""A post rendered with its findings marked."""

import re

import pytest
from hypothesis import given, settings, strategies

from lintpost.post.post import Post
from lintpost.post.source import Source
from lintpost.server.page.marked_post import marked_post
from lintpost.server.page.marks import MarkedSpan


def shown(text: str, *marked: str, severity: str = "error") -> str:
    """The post as HTML; the n-th finding is the first place of a text."""
    spans = []
    for number, part in enumerate(marked):
        start = text.index(part)
        spans.append(MarkedSpan(start, start + len(part), number, severity))
    return marked_post(Post(Source("a.md", text)), spans)


def mark(text: str, number: int | str = 0) -> str:
    return f'<mark class="error" data-n="{number}">{text}</mark>'


@pytest.mark.parametrize(
    ("text", "marked", "expected"),
    [
        ("これは太字。", ("太字",), f"<p>これは{mark('太字')}。</p>"),
        ("**太字**です", ("**太字**",), f"<p><strong>{mark('太字')}</strong>です</p>"),
        ("a < b & c", ("< b",), f"<p>a {mark('&lt; b')} &amp; c</p>"),
        ("a &amp; b", ("&amp;",), f"<p>a {mark('&amp;')} b</p>"),
        ("abcd", ("abc", "bcd"), f"<p>{mark('a')}{mark('bc', '0 1')}{mark('d', 1)}</p>"),
        ("🍣 x `co de` y", ("o d",), f"<p>🍣 x <code>c{mark('o d')}e</code> y</p>"),
        ("a `` ` `` b", ("`` ` ``",), f"<p>a <code>{mark('`')}</code> b</p>"),
        ("[語](http://x.example/)です", ("http://x.example/",),
         f'<p><span class="link" title="http://x.example/">語</span>{mark("")}です</p>'),
        ("文****です", ("****",), f"<p>文{mark('****')}です</p>"),
        ("# 題\n\n- [x] 済\n- 項\n", ("項",), f"<h1>題</h1><ul><li>☑ 済</li><li>{mark('項')}</li></ul>"),
        ("一\n二", ("一\n二",), f"<p>{mark('一' + chr(10) + '二')}</p>"),
        ("<b onclick=x>太</b>", ("太",), f'<p><code class="raw">&lt;b onclick=x&gt;</code>{mark("太")}<code class="raw">&lt;/b&gt;</code></p>'),
        ("文。\n\n[a]: b", ("[a]: b",), f"<p>文。</p>{mark('')}"),
        ("---\ntitle: 題\n---\n\n文", ("題",), f'<pre class="front-matter">---\ntitle: {mark("題")}\n---\n</pre><p>文</p>'),
    ],
)  # fmt: skip
def test_findings_are_marked(text: str, marked: tuple[str, ...], expected: str) -> None:
    assert (
        re.sub(r"\n(?=</pre>)|(?<=---\n)\n", "", shown(text, *marked)).replace(
            "---</pre>", "---\n</pre>"
        )
        == expected
    )


def test_the_worst_severity_colours_a_shared_mark() -> None:
    spans = [MarkedSpan(0, 2, 0, "info"), MarkedSpan(1, 3, 1, "warning")]
    html = marked_post(Post(Source("a.md", "abc")), spans)
    assert re.findall(r'class="(\w+)" data-n="([\d ]+)">(\w)', html) == [
        ("info", "0", "a"), ("warning", "0 1", "b"), ("warning", "1", "c"),
    ]  # fmt: skip


@given(strategies.text("ab太**_`[]()<>&\n #-|!~:「」\u3000", max_size=80), strategies.lists(strategies.tuples(strategies.integers(0, 80), strategies.integers(0, 20)), max_size=6))  # fmt: skip
@settings(max_examples=300, deadline=None)
def test_every_finding_is_marked_and_tags_are_balanced(
    text: str, places: list[tuple[int, int]]
) -> None:
    spans = [
        MarkedSpan(min(start, len(text)), min(start + size, len(text)), number, "error")
        for number, (start, size) in enumerate(places)
    ]
    html = marked_post(Post(Source("a.md", text)), spans)
    numbers = {
        number for group in re.findall(r'data-n="([\d ]+)"', html) for number in group.split()
    }
    assert numbers == {str(number) for number in range(len(spans))}
    stack: list[str] = []
    for closing, name in re.findall(r"<(/?)([a-z0-9]+)[^>]*>", html):
        if closing:
            assert stack.pop() == name
        elif name not in ("hr", "br"):
            stack.append(name)
    assert stack == []
