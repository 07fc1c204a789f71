"""Links: where they lead, who links there, what they show, and what may follow while one is typed."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import run_cli
from tests.server.client import applied
from tests.server.conftest import Shared
from tests.server.link_sites import SITES, TARGET, LinkSite

HEAD = "---\ntitle: 次の記事\n---\n\n"
LEADS = [
    (name, word, line)
    for name, site in SITES.items()
    for word, line in (site.leads | site.apart).items()
]
EACH = pytest.mark.parametrize("name", sorted(SITES))


class Opened:
    """The posts of a site, written below a folder and opened."""

    def __init__(self, client: Shared, folder: Path, site: LinkSite) -> None:
        self.client, self.folder, self.site = client, folder, site
        (folder / ".git").mkdir()
        self.text = HEAD + site.links
        config = f"lang: en\nextends: {site.preset}\nposts: ['**/*.md']\n"
        posts = {site.target: TARGET, site.post: self.text}
        for path, text in {**site.files, **posts, "lintpost.yml": config}.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text)
        client.initialize(folder)
        self.uri = client.open(folder / site.post, self.text)

    def ask(self, method: str, word: str, **more: Any) -> Any:
        """A request within a word of the post."""
        at = position(self.text, self.text.index(word) + 1)
        return self.client.request(f"textDocument/{method}", self.client.at(self.uri, *at) | more)

    def ask_target(self, method: str, line: int, **more: Any) -> Any:
        """A request in a line of the target."""
        uri = self.client.open(self.folder / self.site.target, TARGET)
        return self.client.request(f"textDocument/{method}", self.client.at(uri, line, 7) | more)

    def completed(self, typed: str) -> list[str]:
        """What becomes of a line that is typed at the end of the post, for each item."""
        text = f"{self.text}\n{typed}"
        self.client.change(self.uri, text)
        at = position(text, len(text))
        found = self.client.request("textDocument/completion", self.client.at(self.uri, *at))
        return [
            applied(text, [item["textEdit"]]).removeprefix(self.text).strip()
            for item in found["items"]
        ]

    def spot(self, found: dict[str, Any]) -> tuple[str, int, int]:
        """The file, the line, and the column (in code points) of a location."""
        path = Path(found["uri"].removeprefix("file://").replace("%20", " "))
        start = found["range"]["start"]
        line = path.read_text().split("\n")[start["line"]]
        units = line.encode("utf-16-le")[: 2 * start["character"]]
        file = path.relative_to(self.folder).as_posix()
        return file, start["line"], len(units.decode("utf-16-le"))


def position(text: str, offset: int) -> tuple[int, int]:
    """A line and a column in UTF-16 units."""
    before = text[:offset].split("\n")
    return len(before) - 1, len(before[-1].encode("utf-16-le")) // 2


@pytest.fixture
def opened(client: Shared, tmp_path: Path, name: str) -> Opened:
    return Opened(client, tmp_path, SITES[name])


@pytest.mark.parametrize(("name", "word", "line"), LEADS)
def test_definition(opened: Opened, word: str, line: int | None) -> None:
    found = opened.ask("definition", word)
    if line is None:
        assert found is None
    elif line == -1:
        assert opened.spot(found) == (opened.site.post, _line_of(opened.text, "## Own"), 0)
    else:
        column = TARGET.split("\n")[8].index("raw") if line == 8 else 0
        assert opened.spot(found) == (opened.site.target, line, column)


def _line_of(text: str, word: str) -> int:
    return text[: text.index(word)].count("\n")


@EACH
def test_references_of_a_heading(opened: Opened) -> None:
    for line in (4, 6, 10):
        found = opened.ask_target("references", line, context={"includeDeclaration": False})
        wanted = [word for word, to in opened.site.leads.items() if to == line]
        assert sorted(map(opened.spot, found or [])) == _begin(opened, wanted)


@pytest.mark.parametrize("name", ["jekyll", "hugo", "zola"])
def test_references_of_a_page(opened: Opened) -> None:
    word = next(word for word, line in opened.site.leads.items() if line == 0)
    found = opened.ask("references", word, context={"includeDeclaration": True})
    wanted = [word for word, line in opened.site.leads.items() if line not in (None, -1)]
    spots = [opened.spot(one) for one in found]
    assert spots[0] == (opened.site.target, 0, 0)
    assert sorted(spots[1:]) == _begin(opened, wanted)


def _begin(opened: Opened, words: list[str]) -> list[tuple[str, int, int]]:
    """Where words of the post begin, sorted."""
    before = [opened.text[: opened.text.index(word)].split("\n") for word in words]
    return sorted((opened.site.post, len(lines) - 1, len(lines[-1])) for lines in before)


@EACH
def test_anchors_are_completed_as_the_renderer_makes_them(opened: Opened) -> None:
    link = f"[x]({opened.site.named}#"
    wanted = [link + anchor for anchor in opened.site.anchors]
    assert opened.completed(link) == wanted
    assert opened.completed(f"{link}水の") == wanted  # the client chooses among them


@EACH
def test_anchors_of_the_post_itself(opened: Opened) -> None:
    headings = TARGET.partition("---\n\n")[2]
    typed = opened.completed(f"{headings}\n\n[x](#")
    own = ["#own"] if "## Own" in opened.text else []
    wanted = [*own, *(f"#{anchor}" for anchor in opened.site.anchors)]
    assert [text.rpartition("(")[2] for text in typed] == wanted


TYPED = [
    ("jekyll", "[x](", "[x](2026-05-01-a.md"),
    ("jekyll", "[x](/", "[x](/blog/2026/a/"),
    ("jekyll", "<a href='/", "<a href='/blog/2026/a/"),
    ("jekyll", "[x]({{ site.baseurl }}/", "[x]({{ site.baseurl }}/2026/a/"),
    ("jekyll", "{% post_url ", "{% post_url 2026-05-01-a"),
    ("jekyll", "{% link _p", "{% link _posts/2026-05-01-a.md"),
    ("jekyll", "[x]: https://www.example.com/", "[x]: https://www.example.com/blog/2026/a/"),
    ("hugo", '{{< ref "', '{{< ref "posts/a.md'),
    ("hugo", "{{% relref /", "{{% relref /posts/a.md"),
    ("hugo", "[x](./A", "[x](a.md"),
    ("hugo", "[x](/po", "[x](/posts/a/"),
    ("zola", "[x](", "[x](@/posts/a.md"),
    ("zola", "[x](@/a", "[x](@/posts/a.md"),
    ("zola", "[x](./", "[x](a.md"),
    ("zenn", "[x](/a", "[x](/articles/water-cooling-01"),
    ("astro", "[x](/docs", "[x](/docs/blog/a-one/"),
    ("astro", "[x](A", "[x](A%20One.md"),
    ("plain", "[x](", "[x](guide/a.md"),
]
NOTHING = [
    ("jekyll", "[x](https://example.org/"), ("jekyll", "[x](@/"), ("jekyll", "{{< ref "), ("jekyll", "<!-- [x]("),
    ("jekyll", "[x](/y/#"), ("jekyll", "[x](mailto:"), ("hugo", "{% post_url "), ("plain", "[x](/"), ("zola", "{% link "), ("zola", "[x](b"),
    ("jekyll", "(2026"), ("jekyll", "![x](#"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "typed", "wanted"), TYPED)
def test_targets(opened: Opened, typed: str, wanted: str) -> None:
    assert opened.completed(typed) == [wanted]


@pytest.mark.parametrize(("name", "typed"), NOTHING)
def test_no_targets(opened: Opened, typed: str) -> None:
    assert opened.completed(typed) == []


@EACH
def test_what_is_offered_is_accepted(opened: Opened, name: str) -> None:
    """A check of all that is offered finds nothing, but for one anchor that is not."""
    starts = ["[x](", "[x](/", "[x](@/", "[x](https://example.com/", "{% post_url ", '{{< ref "']
    ends = {"[": ")", "{%": " %}", "{{": '" >}}'}
    offered = [text for start in starts for text in opened.completed(start)]
    offered += opened.completed(f"[x]({opened.site.named}#")
    assert len(offered) > len(opened.site.anchors)
    links = [text + next(ends[sign] for sign in ends if text.startswith(sign)) for text in offered]
    body = "  ".join([*links, f"[x]({opened.site.named}#無い見出し)"])
    (opened.folder / opened.site.post).write_text(f"{HEAD}{body}\n")
    chosen = ("--select", "links/dead-link,links/dead-anchor", "--output-format", "json")
    report = run_cli("check", "--no-cache", *chosen, cwd=opened.folder)
    found = [one["message"] for one in json.loads(report.stdout)["findings"]]
    is_known = name not in ("plain", "zola-slugs")  # there the rules say nothing of that page
    wanted = f"{opened.site.target} has no heading or anchor “#無い見出し”."
    assert found == [wanted] * is_known


HOVERS = [
    ("jekyll", "{{ site.base", "**対象の記事**\n\n`_posts/2026-05-01-a.md`\n\nAddress: /blog/2026/a/\n\nAt: Water **cooling**"),
    ("jekyll", "label]\n", "**対象の記事**\n\n`_posts/2026-05-01-a.md`\n\nAddress: /blog/2026/a/"),
    ("hugo", "a.md#raw", "**対象の記事**\n\n`content/posts/a.md`\n\nAddress: /posts/a/\n\nAt: raw"),
    ("plain", "data.csv", "**`data.csv`**"),
    ("plain", "./guide/a", "**対象の記事**\n\n`guide/a.md`\n\nAt: Water **cooling**"),
    ("jekyll", "/blog/2026/x/", None),
    ("jekyll", "mailto", None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "word", "text"), HOVERS)
def test_hover(opened: Opened, word: str, text: str | None) -> None:
    found = opened.ask("hover", word)
    assert (found and found["contents"]["value"]) == text


@pytest.mark.parametrize("name", ["hugo"])
def test_a_link_to_a_draft_says_so(opened: Opened) -> None:
    draft = TARGET.replace("title:", "draft: true\ntitle:")
    opened.client.open(opened.folder / opened.site.target, draft)
    text = opened.ask("hover", "a.md#raw")["contents"]["value"]
    assert text.split("\n\n")[3] == "A draft: not published."


@pytest.mark.parametrize("name", ["hugo"])
def test_references_by_links_that_do_not_name_the_page(opened: Opened) -> None:
    """Relative ones to a folder above, or to its index; `ref` in other letters; characters that are encoded."""
    folder = opened.folder / "content" / "book"
    (folder / "part").mkdir(parents=True)
    (folder / "index.md").write_text("---\ntitle: Book\n---\n\n## One\n")
    texts = {
        "content/book/part/a.md": "[1](../) [2](..) [3](../index.md) [4](../part/)\n",
        "content/posts/c.md": '[5](/Book/) [6]({{< ref "BOOK" >}}) [7](/b%6Fok/#one)\n',
        "content/posts/d.md": "Nothing ... here.\n",
        "content/posts/e.md": "[8](/book/)\n",
    }
    for path, text in texts.items():
        (opened.folder / path).write_text(f"---\ntitle: T\n---\n\n{text}")
    path = opened.folder / "content/posts/e.md"
    uri = opened.client.open(path, path.read_text())
    params = opened.client.at(uri, 4, 6) | {"context": {"includeDeclaration": False}}
    found = map(opened.spot, opened.client.request("textDocument/references", params))
    assert sorted(found) == [
        ("content/book/part/a.md", 4, 4),
        ("content/book/part/a.md", 4, 13),
        ("content/book/part/a.md", 4, 21),
        ("content/posts/c.md", 4, 25),
        ("content/posts/c.md", 4, 40),
        ("content/posts/e.md", 4, 4),
    ]
