"""Where the anchors of a page stand, and which of its ids the renderer most likely makes."""

import pytest

from lintpost.checks.common.links.anchor_places import anchor_places, by_id, html_anchor_places
from lintpost.post.post import Post
from lintpost.post.source import Source
from lintpost.site.anchors.rules import AnchorRule, Heading, ids_of, ids_of_each


def _places(text: str, rule: AnchorRule) -> list[tuple[tuple[str, ...], str]]:
    post = Post(Source("a.md", text))
    return [(one.ids, text[one.start : one.end]) for one in anchor_places(post, rule)]


@pytest.mark.parametrize(
    ("text", "rule", "places"),
    [
        ("😀\n\n## はじめに ##\n", AnchorRule.GITHUB, [(("はじめに",), "## はじめに ##")]),
        ("はじめに\n---\n", AnchorRule.GITHUB, [(("はじめに",), "はじめに")]),
        ("> ## In a quote\n", AnchorRule.ZENN, [(("in-a-quote",), "## In a quote")]),
        ("## A {#b}\n\n## A\n", AnchorRule.QIITA, [(("b",), "## A {#b}"), (("a",), "## A")]),
        ("## A\n{: #b}\n", AnchorRule.GITHUB, [(("a",), "## A"), (("b",), "b")]),
        ("## A\n\n<i id=\"b\"></i> <a name='a'>\n", AnchorRule.GITHUB, [(("a",), "## A"), (("b",), "b")]),
        ("`<a id=\"b\">`\n\n```\n<i id=\"c\">\n```\n\n<!-- <i id=\"d\"> -->\n", AnchorRule.GITHUB, []),
        ("## {{ page.title }}\n\n## A\n", AnchorRule.GITHUB, [(("a",), "## A")]),
        ("## 冷却\n\n## A\n", AnchorRule.ZOLA, [(("a",), "## A")]),
        ("## A\n\n<a id=\"b\">\n", AnchorRule.NONE, [(("b",), "b")]),
        # By the text or by its marks: what the renderer most likely takes goes first.
        ("## [a](/b)\n", AnchorRule.GITHUB, [(("a", "ab"), "## [a](/b)")]),
        ("## [a](/b)\n", AnchorRule.GOLDMARK, [(("ab", "a"), "## [a](/b)")]),
        ("## [a](/b)\n", AnchorRule.KRAMDOWN, [(("ab", "a"), "## [a](/b)")]),
        ("## 冷却\n", AnchorRule.KRAMDOWN_GFM, [(("冷却", "section"), "## 冷却")]),
        ("## C++ は\n", AnchorRule.ANY, [(("c-は", "c-", "C_は", "c++-は"), "## C++ は")]),
    ],
)  # fmt: skip
def test_places(text: str, rule: AnchorRule, places: list[tuple[tuple[str, ...], str]]) -> None:
    assert _places(text, rule) == places


def test_a_likely_id_goes_before_one_that_may_be() -> None:
    text = "## [a](/b)\n\n## ab\n"
    places = by_id(anchor_places(Post(Source("a.md", text)), AnchorRule.GITHUB))
    assert {id: place.start for id, place in places.items()} == {"a": 0, "ab": 12, "ab-1": 12}


def test_places_of_html() -> None:
    text = '<h2 id="one">1</h2><a name=two></a>'
    found = [(one.ids, text[one.start : one.end]) for one in html_anchor_places(text)]
    assert found == [(("one",), "one"), (("two",), "two")]


@pytest.mark.parametrize("rule", list(AnchorRule))
def test_the_ids_of_each_heading_are_those_of_all(rule: AnchorRule) -> None:
    texts = ["A", "a", "A-1", "B *c*", "日本", "D", "!!", "日本", "`e` & f", "---"]
    headings = [Heading(text, text.replace("*", "").replace("`", "")) for text in texts]
    each, whole = ids_of_each(rule, headings), ids_of(rule, headings)
    assert len(each) == len(texts)
    if whole is not None:
        assert frozenset(id for ids in each for id in ids) == whole
