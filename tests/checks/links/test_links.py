"""What links, anchors and images of a site lead to, generator by generator."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from lintpost.checks.registry import find_check
from lintpost.post.post import Post
from lintpost.post.source import Source
from lintpost.site.files import ListedFiles
from lintpost.site.site import Site

NOW = datetime(2026, 6, 1, tzinfo=UTC)
JEKYLL = {
    "_config.yml": "permalink: pretty\nurl: https://site.example\nbaseurl: /blog\n",
    "index.html": "---\n---\n",
    "assets/a.png": "",
    "assets/Foto 1.jpg": "",
    "docs/a b.pdf": "",
}
JEKYLL_POSTS = {
    "_posts/2026-01-02-cooling.md": '---\nredirect_from: [/old/one/]\n---\n## By water\n\n## 水冷\n\n## 水冷\n\n<a name="here"></a>\n',
    "_posts/2026-01-03-冷却の基本.md": "",
    "news/_posts/2026-01-04-pumps.md": "---\ncategories: [Tech News]\n---\n",
    "_posts/2026-01-05-slugged.md": "---\nslug: Other Name\n---\n",
    "_posts/2026-01-06-moved.md": "---\npermalink: /moved/here.html\n---\n",
    "_posts/2026-01-07-cut-off-.md": "",
    "_drafts/later.md": "",
}
HUGO = {
    "hugo.toml": "baseURL = 'https://site.example/blog/'\n[permalinks]\nposts = '/:year/:slug/'\n",
    "static/img/a.png": "",
    "static/_redirects": "/gone /here\n/was/* /now/:splat 301\n/u/:name/x /y\n",
    "content/posts/bundle/fig.png": "",
    "content/posts/bundle/index.md": "",
    "layouts/_default/single.html": '<div id="wrap">',
}
HUGO_POSTS = {
    "content/_index.md": "",
    "content/posts/_index.md": "",
    "content/posts/cooling.md": "---\ndate: 2026-01-02\ntitle: All of Cooling\naliases: [/old/]\n---\n## By water\n",
    "content/posts/bundle/index.md": "---\ndate: 2026-01-02\ntitle: B\n---\n",
    "content/notes/one.md": "## 冷却（1）\n",
    "content/notes/deep/two.md": "{{< tabs >}}\n",
}
ZOLA = {
    "zola.toml": "base_url = 'https://site.example'\n[languages.fr]\n",
    "content": "",
    "static/a.png": "",
    "content/blog/fig.png": "",
}
ZOLA_POSTS = {
    "content/_index.md": "+++\n+++\n",
    "content/blog/_index.md": "+++\n+++\n",
    "content/blog/2026-01-02-cooling.md": "+++\naliases = ['old/cool.html']\n+++\n## By Water!\n",
    "content/blog/pumps/index.md": "+++\npath = '2026/pumps'\n+++\n",
    "content/blog/fans.fr.md": "+++\nslug = 'ventilateurs'\n+++\n",
    "content/blog/冷却.md": "+++\n+++\n",
}
ASTRO = {
    "astro.config.mjs": "export default { site: 'https://site.example', base: '/b' }",
    "public/a.png": "",
    "src/pages/about.astro": "",
    "src/pages/blog/[...slug].astro": "",
    "src/pages/index.astro": "",
}
ASTRO_POSTS = {
    "src/pages/notes/one.md": "## By water\n",
    "src/pages/notes/two.md": "",
    "src/content/blog/x.md": "",
}
ZENN = {
    "package.json": '{"dependencies": {"zenn-cli": "1"}}',
    "articles/a.md": "",
    "images/a.png": "",
}
ZENN_POSTS = {"articles/how-we-cool.md": "## 図（1） の 話\n", "books/cool/1.one.md": ""}
SITES: dict[str, tuple[str, dict[str, str], dict[str, str]]] = {
    "jekyll": ("_posts/2026-02-03-post.md", JEKYLL, JEKYLL_POSTS),
    "hugo": ("content/posts/post.md", HUGO, HUGO_POSTS),
    "zola": ("content/blog/post.md", ZOLA, ZOLA_POSTS),
    "astro": ("src/pages/notes/post.md", ASTRO, ASTRO_POSTS),
    "zenn": ("articles/post-of-ours.md", ZENN, ZENN_POSTS),
}  # fmt: skip


def found(
    check: str, path: str, text: str, files: dict[str, str], posts: dict[str, str]
) -> list[tuple[str, str, str]]:
    """The hits in one post: what is marked, the message's key, and what the fix makes of it."""
    declared = find_check(check)
    assert declared.facts is not None
    assert declared.review is not None
    options = declared.options({})
    every = {**dict.fromkeys(files, ""), **posts, path: text}
    site = Site(now=NOW, files=ListedFiles({**every, **files}), renderers=("kramdown",))
    facts: dict[str, Any] = {
        one: json.loads(json.dumps(declared.facts(Post(Source(one, body)), options, site.without_files())))
        for one, body in sorted({**posts, path: text}.items())
    }  # fmt: skip
    hits = [hit for hit in declared.review(facts, options, site) if hit.path == path]
    return [
        (text[hit.place.start : hit.place.end], hit.key, hit.fix.edits[0].text if hit.fix else "")
        for hit in hits
    ]  # fmt: skip


def hits(check: str, kind: str, text: str) -> list[tuple[str, str, str]]:
    path, files, posts = SITES[kind]
    return found(check, path, text, files, posts)


GOOD = {
    "jekyll": [
        "/blog/2026/01/02/cooling/", "/2026/01/02/cooling", "/blog/2026/01/02/cooling/index.html?x=1#by-water",
        "https://site.example/blog/2026/01/02/cooling/", "https://www.site.example/blog/old/one", "https://site.example/elsewhere/",
        "https://other.example/none/", "/blog/2026/01/03/%E5%86%B7%E5%8D%B4%E3%81%AE%E5%9F%BA%E6%9C%AC/", "/2026/01/03/冷却の基本/",
        "/news/tech%20news/2026/01/04/pumps/", "/2026/01/05/Other-Name/", "/moved/here", "/blog/assets/a.png", "/docs/a%20b.pdf",
        "../../../01/02/cooling/", "../../../02/03/post/", "#x", "mailto:a@b.example", "//cdn.example/x", "/tags/x/", "/2026/", "/2026/01/", "/page2/",
        "/feed.xml", "javascript:void(0)", "{{site.baseurl}}/2026/01/02/cooling/", "{{page.url}}", "?q=1", "2026-01-02-cooling.md",
        "/", "/blog/", "/blog", ".", "www.example.com/x", "example.com", "/sitemap.xml",
    ],
    "hugo": [
        "/blog/2026/all-of-cooling/", "/old", "/posts/", "/notes", "/notes/one/", "/blog/img/a.png", "../../notes/one/", "/notes/deep/two",
        "../../notes/one.md", "/notes/one.md", "/gone", "/was/it/all", "/was", "/u/me/x", "/tags/x/", "/categories/", "/index.xml", "bundle/fig.png",
        "/2026/b/fig.png", "/posts/page/2/", "cooling.md", "./cooling.md", "https://site.example/", "/notes/deep/",
    ],
    "zola": [
        "@/blog/2026-01-02-cooling.md", "@/blog/2026-01-02-cooling.md#by-water", "/blog/cooling/", "/2026/pumps", "/old/cool.html",
        "/fr/blog/ventilateurs/", "@/blog/_index.md", "/blog", "fig.png", "../cooling/", "./pumps/index.md", "@/blog/冷却.md", "/a.png",
        "/blog/leng-que/",
    ],
    "astro": ["/b/notes/one/", "/about", "/b/", "../two/", "./two", "/blog/anything/", "@/components/x.astro", "~/x", "one.md", "/b/a.png", "/b/rss.xml"],
    "zenn": ["/articles/how-we-cool", "/me/articles/how-we-cool", "/me/articles/of-another", "https://zenn.dev/me/articles/none", "/topics/x", "../books/cool/1.one.md"],
}  # fmt: skip
DEAD = {
    "jekyll": [
        ("/blog/2026/01/02/coolin/", "nearest", "/blog/2026/01/02/cooling/"),
        ("/2026/01/09/cooling/#x", "nearest", "/blog/2026/01/02/cooling/"),
        ("https://site.example/blog/2026/01/02/cooling-x/?a=1", "nearest", "/blog/2026/01/02/cooling/"),
        ("../../../01/02/nothing-like-it/", "missing", ""),
        ("/2026/01/02/Cooling/", "letters", "/blog/2026/01/02/cooling/"),
        ("/none/", "missing", ""),
        ("2026-01-02-coolin.md", "nearest", "2026-01-02-cooling.md"),
        ("/docs/b.pdf", "missing", ""),
        ("/contacts", "missing", ""),
    ],
    "hugo": [
        ("/2026/cooling/", "missing", ""),
        ("/posts/cooling/", "missing", ""),
        ("/notes/on/", "nearest", "/blog/notes/one/"),
        ("/blog/Notes/One/", "letters", "/blog/notes/one/"),
        ("../../notes/three.md", "missing", ""),
        ("/wax/it", "missing", ""),
    ],
    "zola": [
        ("@/blog/cooling.md", "nearest", "@/blog/2026-01-02-cooling.md"),
        ("/2026/pump/", "nearest", "/2026/pumps/"),
        ("/blag/x/", "missing", ""),
    ],
    "astro": [("/b/notes/onee/", "nearest", "/b/notes/one/"), ("./three.md", "missing", "")],
    "zenn": [("/articles/how-we-col", "nearest", "/articles/how-we-cool"), ("./none.md", "missing", "")],
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "target"), [(kind, target) for kind, all_ in GOOD.items() for target in all_]
)
def test_links_that_lead_somewhere_or_may(kind: str, target: str) -> None:
    assert hits("dead-link", kind, f"a [x]({target}) b\n") == []


@pytest.mark.parametrize(
    ("kind", "target", "key", "fixed"), [(kind, *one) for kind, all_ in DEAD.items() for one in all_]
)  # fmt: skip
def test_links_that_lead_nowhere(kind: str, target: str, key: str, fixed: str) -> None:
    assert hits("dead-link", kind, f"a [x]({target}) b\n") == [(target, key, fixed)]


@pytest.mark.parametrize(
    ("kind", "text", "marked"),
    [
        ("jekyll", "[x]({% post_url 2026-01-02-cooling %})", []),
        ("jekyll", "[x]({% post_url news/2026-01-04-pumps %}#top)", []),
        ("jekyll", "[x]({{ site.baseurl }}{% post_url 2026-01-02-coolin %})", ["2026-01-02-coolin"]),
        ("jekyll", "[x]({% link _posts/2026-01-02-cooling.md %}) [y]({% link assets/b.png %})", ["assets/b.png"]),
        ("jekyll", "{% raw %}[x]({% post_url 2026-01-02-no %}){% endraw %} `{% post_url 2026-01-02-no %}`", []),
        ("jekyll", "<!-- [x](/none/) <a href=\"/none/\"> --> <a class='b' href='/none/'>", ["/none/"]),
        ("jekyll", "~~~\n<a href=\"/none/\">\n~~~\n\n`<a href='/none/'>`", []),
        ("jekyll", "[x][1] and [y][1]\n\n[1]: /none/ \"Title\"\n", ["/none/"]),
        ("jekyll", "[x](</none (1)/> \"t\") [y](/none\\_/)", ["/none (1)/", "[y](/none\\_/)"]),
        ("jekyll", "<https://site.example/blog/none/>", ["https://site.example/blog/none/"]),
        ("jekyll", "[none] [none]() a [b] (/none/)", []),
        ("jekyll", "[x]({{ '/none/' | relative_url }}) [y]({{ '/about' | prepend: site.baseurl }})", ["{{ '/none/' | relative_url }}", "{{ '/about' | prepend: site.baseurl }}"]),
        ("hugo", "[x]({{< ref \"posts/cooling\" >}}) [y]({{% relref \"cooling.md#by-water\" %}}) {{< relref path=\"one\" >}}", []),
        ("hugo", "[x]({{< ref \"coolin\" >}}) [y]({{< relref \"/notes/two.md\" >}})", ["coolin", "/notes/two.md"]),
        ("hugo", "{{</* ref \"none\" */>}} {{< ref $x >}}", []),
    ],
)  # fmt: skip
def test_ways_to_write_a_link(kind: str, text: str, marked: list[str]) -> None:
    assert [one for one, _, _ in hits("dead-link", kind, text + "\n")] == marked


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("jekyll", "[x](#own-part)\n\n## Own part", []),
        ("jekyll", "[x](#own-pat)\n\n## Own part", [("#own-pat", "own-nearest", "own-part")]),
        ("jekyll", "[x](/2026/01/02/cooling/#水冷-1) [y](/2026/01/02/cooling/#here) [z](/2026/01/02/cooling/#水冷-2)", [("/2026/01/02/cooling/#水冷-2", "other", "")]),
        ("jekyll", "[x](/2026/01/02/cooling/#%E6%B0%B4%E5%86%B7) [y](/2026/01/02/cooling/#%E7%A9%BA%E5%86%B7)", [("/2026/01/02/cooling/#%E7%A9%BA%E5%86%B7", "other", "")]),
        ("jekyll", "[x](#none)\n\n{% include toc.html %}", []),
        ("jekyll", "[x](#Own-Part)\n\n## Own part", [("#Own-Part", "own-nearest", "own-part")]),
        ("jekyll", "[a](#top) [b](#comments) [c](#fn:1) [d](#) [e](#:~:text=x) [f](#!/x)", []),
        ("hugo", "[x](#wrap) [y](../notes/one.md#冷却1) [z](../notes/one.md#冷却2) [w](/notes/deep/two/#any)", [("../notes/one.md#冷却2", "other", "")]),
        ("zola", "[x](@/blog/2026-01-02-cooling.md#by-water) [y](@/blog/2026-01-02-cooling.md#by-wind)", [("@/blog/2026-01-02-cooling.md#by-wind", "other", "")]),
        ("zenn", "[x](/articles/how-we-cool#図（1）-の-話) [y](/articles/how-we-cool#図1-の話)", [("/articles/how-we-cool#図1-の話", "other", "")]),
        ("astro", "[x](../one/#by-water) [y](../one/#by-watr)", [("../one/#by-watr", "other-nearest", "by-water")]),
    ],
)  # fmt: skip
def test_anchors(kind: str, text: str, expected: list[tuple[str, str, str | None]]) -> None:
    found = hits("dead-anchor", kind, text + "\n")
    assert [(one, key) for one, key, _ in found] == [(one, key) for one, key, _ in expected]
    for (_, _, made), (_, _, wanted) in zip(found, expected, strict=True):
        assert wanted is None or made == wanted


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("jekyll", "![x](/assets/a.png) ![y](/blog/assets/a.png?v=2) ![z](/assets/Foto%201.jpg)", []),
        ("jekyll", "![x](/assets/b.png) <img src='/assets/a.pgn'>", [("/assets/b.png", "nearest", "/assets/a.png")]),
        ("jekyll", "![x](/none/a.png)", [("/none/a.png", "missing", "")]),
        ("jekyll", "![x](/none/a.png) ![x](/none/b.png) ![x](/none/c.png)", []),
        ("jekyll", "![x]({{ '/assets/aa.png' | relative_url }}) ![y](https://cdn.example/a.png)", [("{{ '/assets/aa.png' | relative_url }}", "nearest", "/assets/a.png")]),
        ("hugo", "![x](bundle/fig.png) ![y](/img/a.png) {{< figure src=\"/img/b.png\" >}}", [("/img/b.png", "nearest", "/img/a.png")]),
        ("zola", "![x](fig.png) ![y](fog.png)", [("fog.png", "nearest", "fig.png")]),
        ("zenn", "![x](/images/a.png =200x) ![y](/images/aa.png =200x)", [("/images/aa.png", "nearest", "/images/a.png")]),
        ("astro", "![x](/a.png) ![y](~/assets/none.png)", []),
    ],
)  # fmt: skip
def test_images(kind: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert hits("missing-image", kind, text + "\n") == expected


ROUTE = """---
const posts = await getCollection('blog');
return posts.map((post) => ({ params: { slug: post.slug } }));
---
"""
COLLECTION = {
    "astro.config.mjs": "export default { redirects: { '/old': '/', '/was/[...x]': { status: 301, destination: '/' } } }",
    "src/pages/blog/[slug].astro": ROUTE,
    "src/pages/blog/[...page].astro": "paginate(posts)",
    "src/pages/tags/[tag].astro": "",
    "public/docs/a.pdf": "",
    "src/assets/a.png": "",
}
COLLECTED = {"src/content/blog/one.md": "## By water\n", "src/content/blog/two.md": ""}


@pytest.mark.parametrize(
    ("check", "text", "marked"),
    [
        ("dead-link", "[a](/blog/one) [b](/blog/three/)", ["/blog/three/"]),
        ("dead-link", "[a](/blog) [b](/blog/2) [c](/tags/x) [d](/old/) [e](/was/it/all)", []),
        ("dead-link", "[a](./two.md) [b](../two) [c](./three.md)", ["./three.md"]),
        ("dead-link", "[a](/docs/a.pdf) [b](/docs/b.pdf) [c](/blag/one)", ["/docs/b.pdf", "/blag/one"]),
        ("dead-anchor", "[a](/blog/one#by-water) [b](/blog/one/#by-wind)", ["/blog/one/#by-wind"]),
        ("missing-image", "![a](../../assets/a.png) ![b](../../assets/b.png) ![c](~/b.png)", ["../../assets/b.png"]),
    ],
)  # fmt: skip
def test_links_into_a_collection_of_astro(check: str, text: str, marked: list[str]) -> None:
    hits = found(check, "src/content/blog/post.md", text + "\n", COLLECTION, COLLECTED)
    assert [one for one, _, _ in hits] == marked


def test_html_in_a_shortcode_of_code_is_no_link() -> None:
    text = "{{< code >}}\n<a href='/none/'>\n{{< /code >}}\n\n{{< note >}}\n<a href='/nope/'>x</a>\n{{< /note >}}\n"
    assert [one for one, _, _ in hits("dead-link", "hugo", text)] == ["/nope/"]


def test_nothing_is_said_of_a_part_of_a_site() -> None:
    text = "[x](/2026/01/02/none/) ![y](none.png) [z](none.md)\n"
    assert found("dead-link", "_posts/2026-02-03-post.md", text, {}, JEKYLL_POSTS) == []
    assert found("missing-image", "_posts/2026-02-03-post.md", text, {}, JEKYLL_POSTS) == []


def test_most_posts_are_elsewhere() -> None:
    text = "".join(f"[x](/2025/01/{day:02}/post-of-the-day-{day}/)\n" for day in range(1, 25))
    assert hits("dead-link", "jekyll", text) == []


@pytest.mark.parametrize(
    ("more", "marked"),
    [
        ({}, ["/none/", "/2026/01/02/none/"]),
        ({"_config.yml": "permalink: pretty\nplugins: [jekyll-feed, jekyll-archives]\n"}, ["/none/", "/2026/01/02/none/"]),
        ({"_config.yml": "permalink: pretty\nplugins: [our-own-pages]\n"}, ["/2026/01/02/none/"]),
        ({"_plugins/pages.rb": "class Pages < Jekyll::Generator\nend\n"}, ["/2026/01/02/none/"]),
        ({"_plugins/filter.rb": "module Filter\nend\n"}, ["/none/", "/2026/01/02/none/"]),
        ({"index.html": None}, ["/2026/01/02/none/"]),
    ],
)  # fmt: skip
def test_plug_ins_may_make_pages_where_no_post_is(
    more: dict[str, str | None], marked: list[str]
) -> None:
    path, files, posts = SITES["jekyll"]
    every = {name: text for name, text in {**files, **more}.items() if text is not None}
    posts = {**posts, "_posts/2026-01-02-other.md": ""}
    text = "[x](/none/) [y](/2026/01/02/none/)\n"
    assert [one for one, _, _ in found("dead-link", path, text, every, posts)] == marked


@pytest.mark.parametrize(
    "config",
    [
        "permalink: [1]\ncollections: 3\ndefaults: [1, {scope: 2, values: [3]}]\nplugins: {a: b}\nurl: 5\n",
        "timezone: ../../etc\nkramdown: [x]\nsource: [y]\ninclude: 1\n",
        "- a list\n",
        "permalink: /:year/:unknown/:y_day\ncollections: {guides: null, other: [1]}\n",
    ],
)
@pytest.mark.parametrize(
    "front",
    [
        "date: 9999-12-31T23:59:59-12:00",
        "date: 0001-01-01 00:00:00 +0900",
        "redirect_from: [1, {a: b}]",
        "permalink: {a: b}",
    ],
)
def test_odd_values_break_nothing(config: str, front: str) -> None:
    path, files, posts = SITES["jekyll"]
    text = f"---\n{front}\ncategories: {{a: b}}\n---\n[x](/2026/01/02/cooling/)\n"
    for check in ("dead-link", "dead-anchor", "same-address", "unpublished-target"):
        assert isinstance(found(check, path, text, {**files, "_config.yml": config}, posts), list)
