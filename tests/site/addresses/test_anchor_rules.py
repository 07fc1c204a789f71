"""Ids of headings as the renderers themselves make them."""

import json
import random
import shutil
import subprocess

import pytest

from lintpost.checks.common.links.anchor_notes import Anchors, note_anchors
from lintpost.post.post import Post
from lintpost.post.source import Source
from lintpost.site.anchors.rules import AnchorRule, Heading, ids_of
from tests.site.addresses.test_hugo_built import HEADINGS

PIECES = (
    "冷却", "の", "カタカナー", "々", "〇", "（全角）", "・", "、", "「引用」", "A", "b-c", "under_score", "`code`", "*em*", "**太字**",
    "[link](/x)", "1.", "20%", "&", "&amp;", "--", "---", "...", "é", "ß", "Ⅳ", "①", "が", "🎉", "\\*", "~~old~~", "C++", "v1.2", "'s", '"q"', ":", "?", "!", "#",
)  # fmt: skip
RUBY = """
require 'kramdown'; require 'kramdown-parser-gfm'; require 'json'
html = Kramdown::Document.new(STDIN.read, ARGV[0] == 'GFM' ? {input: 'GFM'} : {}).to_html
puts JSON.dump(html.scan(/<h[1-6][^>]*? id="([^"]*)"/).flatten)
"""


def some_headings(seed: int) -> str:
    chance = random.Random(seed)
    lines = [
        "## " + chance.choice(["", " "]).join(chance.choices(PIECES, k=chance.randint(1, 6)))
        for _ in range(60)
    ]
    return "\n\n".join(lines) + "\n"


def ids(text: str, rule: AnchorRule) -> frozenset[str]:
    found = Anchors.of_fact(note_anchors(Post(Source("a.md", text)))).ids(rule)
    assert found is not None
    return found


@pytest.mark.skipif(shutil.which("ruby") is None, reason="needs Ruby with kramdown")
@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize(
    ("parser", "rule"), [("GFM", AnchorRule.KRAMDOWN_GFM), ("kramdown", AnchorRule.KRAMDOWN)]
)
def test_kramdown(parser: str, rule: AnchorRule, seed: int) -> None:
    text = HEADINGS.replace("\n#", "\n\n#") if seed == 0 else some_headings(seed)
    done = subprocess.run(
        ["ruby", "-e", RUBY, parser], input=text, capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.skip("kramdown is not installed")
    made = set(json.loads(done.stdout))
    assert len(made) > 10
    assert made - ids(text, rule) == set()


@pytest.mark.parametrize(
    ("rule", "texts", "wanted"),
    [
        (AnchorRule.GITHUB, ["日本語の見出し（1）", "A  b", "C++ & Ⅳ"], {"日本語の見出し1", "a--b", "c--ⅳ"}),
        (AnchorRule.GITHUB, ["a", "a-1", "a", "a"], {"a", "a-1", "a-2", "a-3"}),
        (AnchorRule.KRAMDOWN, ["1. Number one", "冷却", "冷却"], {"number-one", "section", "section-1"}),
        (AnchorRule.KRAMDOWN_GFM, ["冷却", "冷却", "A--b"], {"冷却", "冷却-1", "a--b", "ab", "section", "section-1"}),
        (AnchorRule.GOLDMARK, ["か\u3099", "---", "!!!", "???"], {"か", "---", "heading", "heading-1"}),
        (AnchorRule.ZOLA, ["How we C++", "A & b"], {"how-we-c", "a-b"}),
        (AnchorRule.ZENN, ["How we  cool!", "図（1）"], {"how-we-cool!", "図（1）"}),
        (AnchorRule.QIITA, ["C# の話", "C# の話"], {"c-の話", "c-の話-1"}),
    ],
)  # fmt: skip
def test_known_ids(rule: AnchorRule, texts: list[str], wanted: set[str]) -> None:
    found = ids_of(rule, [Heading(text, text) for text in texts])
    assert found is not None
    assert found >= wanted if rule is AnchorRule.KRAMDOWN_GFM else found == wanted


def test_what_a_rule_cannot_say() -> None:
    assert ids_of(AnchorRule.ZOLA, [Heading("冷却", "冷却")]) is None
    assert ids_of(AnchorRule.NONE, []) is None


@pytest.mark.parametrize(
    "maker",
    [
        "{{< tabs >}}",
        "{{% include x %}}",
        "{% include toc.html %}",
        "{{ gallery(id=1) }}",
        "{% render x %}",
    ],
)
def test_what_may_make_anchors_leaves_a_page_open(maker: str) -> None:
    assert note_anchors(Post(Source("a.md", f"# One\n\n{maker}\n")))["open"]


@pytest.mark.parametrize(
    "text",
    ["{{< ref x >}}", "{% raw %}x{% endraw %}", "{{ page.title }}", "{% post_url x %}", "{% if x %}y{% endif %}", "{{< figure src=x >}}"],
)  # fmt: skip
def test_what_makes_none(text: str) -> None:
    assert not note_anchors(Post(Source("a.md", f"# One\n\n{text}\n")))["open"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("## One {#first}", ["first"]),
        ("## One {: #first}", ["first"]),
        ("## One\n{: .x #first}", ["first"]),
        ("## One {#first .x}", ["first"]),
        ("## One {/* #first */}", ["first"]),
        ('<a name="first"></a><p class="x" id=second>', ["first", "second"]),
        ("## One # two", []),
        ("a {x}# b", []),
    ],
)
def test_written_ids(text: str, written: list[str]) -> None:
    assert note_anchors(Post(Source("a.md", f"{text}\n")))["ids"] == written
