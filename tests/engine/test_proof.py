"""What a fix may change, one change at a time: the proof lets it through, or does not."""

from datetime import UTC, datetime

import pytest

from lintpost.checks.contract.check import Change
from lintpost.engine.edits.proof import Prover
from lintpost.post.edit import Edit
from lintpost.post.post import Post
from lintpost.post.source import Source
from lintpost.site.site import Renderer, Site


def proves(
    text: str,
    old: str,
    new: str,
    *changes: Change,
    renderer: Renderer = "commonmark",
    path: str = "post.md",
) -> bool:
    """Whether replacing the only `old` in a text by `new` is proved."""
    assert text.count(old) == 1
    start = text.index(old)
    while old and new and old[0] == new[0]:  # the smallest edit, as checks make them
        start, old, new = start + 1, old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    site = Site(renderers=(renderer,), now=datetime(2026, 6, 1, tzinfo=UTC))
    prover = Prover(Post(Source(path, text), site.syntax), site)
    return prover.proves([Edit(start, start + len(old), new)], frozenset(changes))


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("githubを使う。\n", "github", "GitHub"),
        ("これは**githubの話**。\n", "github", "GitHub"),
        ("[githubの話](https://example.com/)。\n", "github", "GitHub"),
        ("東京 / 大阪。\n", " / ", "/"),
        ("# 見出し。\n\n本文。\n", "見出し。", "見出し"),
        ("**太字** と`code`。\n", "** と", "**と"),
        ("a &amp; b と Github。\n", "Github", "GitHub"),
    ],
)
def test_text_that_may_change(text: str, old: str, new: str) -> None:
    assert proves(text, old, new, "text")


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("`github`を使う。\n", "github", "GitHub"),
        ("```\ngithub\n```\n", "github", "GitHub"),
        ("<b title='github'>話</b>。\n", "github", "GitHub"),
        ("[話](https://github.com/)。\n", "github", "GitHub"),
        ("[話][github]。\n\n[github]: /a\n", "話][github]", "話][GitHub]x"),
        ("![絵](/a/github.png)\n", "github", "GitHub"),
        ("言語[^6]です。\n\n[^6]: 注。\n", "[^6]です", "［^6］です"),
        ("[]((へ)\n", "((", "("),
        ("~~x \n", "~~x", "~~~"),
        ("一\n二\n", "\n二", "\n\n二"),
        ("一。\n", "一", "# 一"),
        ("a*b c。\n", "b c", "b* c"),
        ("一 2\n", "一 ", "- "),
        ("本文。\n", "本文。", "本文。\n---"),
    ],
)
def test_structure_that_a_fix_of_text_may_not_change(text: str, old: str, new: str) -> None:
    assert not proves(text, old, new, "text")


@pytest.mark.parametrize(
    ("text", "old", "new", "holds"),
    [
        ("これは**「重要」**です。\n", "**「重要」**", "「**重要**」", True),
        ("これは__重要__です。\n", "__重要__", "**重要**", True),
        ("これは重要です。\n", "重要", "**重用**", False),
        ("**[資料](/a)**です。\n", "**[資料](/a)**", "[**資料**](/a)", True),
        ("**[資料](/a)**です。\n", "**[資料](/a)**", "[**資料**](/b)", False),
        ("**甲**と乙。**丙**。\n", "**甲**と乙。", "**甲と乙。**", True),
        ("a **甲** b **乙** c。\n", "**甲** b **乙**", "**甲** b 乙", True),
        ("__init__を書く。\n", "__init__を書く", "__init__を書け", False),
    ],
)
def test_a_fix_of_bold(text: str, old: str, new: str, holds: bool) -> None:
    assert proves(text, old, new, "strong") is holds


def test_bold_beside_a_fix_stays() -> None:
    text = "**甲**と*乙* **丙**。\n"
    assert not proves(text, "*乙*", "**乙*", "text")
    assert not proves(text, "*乙*", "乙", "strong")


def test_bold_as_each_renderer_shows_it() -> None:
    text = "これは**重要**だ。\n"
    assert proves(text, "これは**", "これは **", "text", renderer="commonmark")
    assert not proves(text, "要**だ", "要。**だ", "text", renderer="commonmark")
    assert proves(text, "要**だ", "要。**だ", "text", renderer="kramdown")


FRONT = "---\ntitle: github\ntags: [a, b]\nweight: 10\ndraft: false\nrate: .nan\n---\n本文。\n"


@pytest.mark.parametrize(
    ("old", "new", "change", "holds"),
    [
        ("github", "GitHub", "text", True),
        ("github", "123", "text", False),
        ("github", "a: b", "text", False),
        ("github", "[x]", "text", False),
        ("[a, b]", "[a, c]", "text", True),
        ("[a, b]", "[a]", "text", False),
        ("[a, b]", "[a]", "front-matter", True),
        ("weight: 10", "weight: '10'", "text", False),
        ("weight: 10", "weight: '10'", "front-matter", True),
        ("draft: false\n", "", "front-matter", True),
        ("draft: false\n", "draft: false\nlayout: post\n", "front-matter", True),
        ("title: github\ntags", "tags", "text", False),
        ("[a, b]", "[a, b", "front-matter", False),
        ("本文", "本文です", "front-matter", False),
    ],
)
def test_front_matter(old: str, new: str, change: Change, holds: bool) -> None:
    assert proves(FRONT, old, new, change) is holds


def test_a_merge_key_alone_is_no_trouble() -> None:
    assert not proves("---\n<<: \n---\nHello\n", "<<: ", "layout: post", "text")


@pytest.mark.parametrize(
    ("new", "holds"),
    [("title: 'a: b'", True), ("title: a: c", False), ("title: 'a: b' c", False)],
)
def test_front_matter_that_cannot_be_read(new: str, holds: bool) -> None:
    assert proves("---\ntitle: a: b\n---\n本文。\n", "title: a: b", new, "front-matter") is holds


def test_comments_and_links() -> None:
    text = "<!-- lintpost-disable x -->\n\nVantorを使う。\n"
    assert proves(text, "<!-- lintpost-disable x -->\n", "", "comment")
    assert not proves(text, "<!-- lintpost-disable x -->\n", "", "text")
    assert not proves(text, "Vantorを", "を", "comment")
    assert proves(text, "Vantor", "[Vantor](/v/)", "link")
    assert not proves(text, "Vantor", "[Vanto](/v/)", "link")


MDX = "<Steps>\n1. ブラウザで`a`を開く\n</Steps>\n"
KRAMDOWN = '<aside markdown="1" class="x">\nブラウザで`a`を開く\n</aside>\n'


@pytest.mark.parametrize(
    ("old", "new", "holds"),
    [
        ("ブラウザ", "ブラウザー", True),
        ("`a`", "`b`", False),
        ("ブラウザで", "ブラウザで\n\n", False),
        ("<", "<a", None),
    ],
)
@pytest.mark.parametrize("path", ["post.mdx", "post.md"])
def test_html_that_holds_markdown(path: str, old: str, new: str, holds: bool | None) -> None:
    renderer: Renderer = "commonmark" if path == "post.mdx" else "kramdown"
    text = MDX if path == "post.mdx" else KRAMDOWN
    if holds is None:
        old, new = text.split("\n")[0], text.split("\n")[0].replace("s", "z")
    assert proves(text, old, new, "text", renderer=renderer, path=path) is bool(holds)
    assert not proves(text, old, new, "text")


def test_a_comment_that_parts_an_address_from_the_text() -> None:
    comment = "<!-- lintpost-disable-line x -->"
    assert proves(f"https://example.com/{comment} です\n", comment, "", "comment")
    assert not proves(f"https://example.com/{comment}です\n", comment, "", "comment")
