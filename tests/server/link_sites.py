"""Sites of each generator for the tests of links: a post to link to, one that links, and what its links lead to."""

from typing import NamedTuple

TARGET = """\
---
title: 対象の記事
---

## 水の冷却（入門）

## Water **cooling**

<a id="raw"></a> and `<a id="code">`

## 水の冷却（入門）
"""
"""Headings in lines 4, 6 and 10 (from 0), an id in line 8."""


class LinkSite(NamedTuple):
    """A site. `target` and `post` are the files of its two posts, the second with `links` below its front matter;
    a link there may call the target what `named` says. `anchors` are the ids that the target's headings get, then the one that is written out.

    `leads` has the targets of the links, each from its beginning as far as tells it apart, with the line of the
    target that it leads to (None: nowhere; -1: a heading of the post itself). Those of `apart` are no targets, but
    within a link all the same.
    """

    preset: str
    files: dict[str, str]
    target: str
    named: str
    post: str
    links: str
    anchors: list[str]
    leads: dict[str, int | None]
    apart: dict[str, int | None] = {}


_SLUGS = ["水の冷却入門", "water-cooling", "水の冷却入門-1", "raw"]

JEKYLL = LinkSite(
    "jekyll",
    {"_config.yml": "url: https://example.com\nbaseurl: /blog\npermalink: /:year/:title/\n"},
    "_posts/2026-05-01-a.md",
    "/2026/a/",
    "_posts/2026-05-02-b.md",
    """\
[1]({% post_url 2026-05-01-a %}) [2]({% link _posts/2026-05-01-a.md %}#raw) 😀[3](/blog/2026/a/#水の冷却入門)
[4]({{ site.baseurl }}/2026/a/#water-cooling) [5]({{ '/2026/a/?x' | relative_url }}) [6](2026-05-01-a.md#水の冷却入門-1)
[7](https://example.com/blog/2026/a/#%E6%B0%B4%E3%81%AE%E5%86%B7%E5%8D%B4%E5%85%A5%E9%96%80) <a href="/2026/a/#section">8</a> [八][label]

[label]: ../a/#cooling "Title"

[9](#own) [10](https://example.org/blog/2026/a/) [11](mailto:a@example.com) [12](/blog/2026/x/) [13]({{ page.url }}) ![14](/2026/a/)

## Own
""",
    _SLUGS,
    {
        "2026-05-01-a %": 0, "_posts/2026-05-01-a.md": 8, "/blog/2026/a/#水": 4, "{{ site.baseurl": 6, "{{ '/2026": 0,
        "2026-05-01-a.md#水": 10, "https://example.com": 4, "/2026/a/#section": 4, "../a/#cooling": 0,
        "#own": -1, "https://example.org": None, "mailto": None, "/blog/2026/x/": None, "{{ page.url": None,
    },
    {"post_url": 0, "#raw) 😀": 8, "八": 0, "label]\n": 0, "relative_url": 0, "/2026/a/)\n": None},
)  # fmt: skip
HUGO = LinkSite(
    "hugo",
    {"hugo.toml": "baseURL = 'https://example.com/'\n"},
    "content/posts/a.md",
    "/posts/a/",
    "content/posts/b.md",
    """\
[1]({{< ref "a.md" >}}) [2]({{< relref "/posts/a#raw" >}}) [3]({{% ref "posts/a.md" %}}#水の冷却入門) [4](/posts/a/#water-cooling)
[5](../a/#水の冷却入門-1) [6](a.md#raw) [7](https://www.example.com/posts/a/) <a href='/posts/a/#raw'>8</a>

[9]({{< ref "x.md" >}}) [10](/posts/x/) [11](//example.com/posts/a/) [12](#x) [13]({{< youtube x >}})
""",
    _SLUGS,
    {
        'a.md" >': 0, "/posts/a#raw": 8, "posts/a.md": 4, "/posts/a/#water": 6, "../a/": 10, "a.md#raw": 8,
        "https://www": 0, "/posts/a/#raw": 8, "x.md": None, "/posts/x/": None, "//example": None, "#x": None,
        "{{< youtube": None,
    },
    {'{{< ref "a': 0, "relref": 8, ">}}) [2]": 0, "#水の冷却入門) [4]": 4},
)  # fmt: skip
ZOLA = LinkSite(
    "zola",
    {"config.toml": 'base_url = "https://example.com"\n[slugify]\nanchors = "safe"\n'},
    "content/posts/a.md",
    "@/posts/a.md",
    "content/posts/b.md",
    """\
[1](@/posts/a.md) [2](@/posts/a.md#水の冷却（入門）) [3](/posts/a/#Water_cooling) [4](../a/#raw) [5](https://example.com/posts/a/#raw)
[6](@/posts/x.md) [7](@/a.md) [8](/posts/x/)
""",
    ["水の冷却（入門）", "Water_cooling", "水の冷却（入門）-1", "raw"],
    {
        "@/posts/a.md)": 0, "@/posts/a.md#": 4, "/posts/a/#Water": 6, "../a/": 8, "https://": 8, "@/posts/x": None,
        "@/a": None, "/posts/x": None,
    },
)  # fmt: skip
ZOLA_SLUGS = ZOLA._replace(
    files={"config.toml": 'base_url = "https://example.com"\n'},
    links="[1](@/posts/a.md#water-cooling) [2](@/posts/a.md#水の冷却（入門）)\n",
    anchors=["water-cooling", "raw"],  # the others are Latin letters by a table of Zola's
    leads={"@/posts/a.md#water": 6, "@/posts/a.md#水": 0},  # where a heading is not known, the page
)
ZENN = LinkSite(
    "zenn",
    {"package.json": '{"devDependencies": {"zenn-cli": "1"}}'},
    "articles/water-cooling-01.md",
    "/articles/water-cooling-01",
    "articles/second-article.md",
    """\
[1](/articles/water-cooling-01#水の冷却（入門）) [2](https://zenn.dev/someone/articles/water-cooling-01#water-cooling)
[3](/someone/articles/water-cooling-01#raw) [4](https://zenn.dev/someone/articles/another) [5](/articles/none)
""",
    ["水の冷却（入門）", "water-cooling", "水の冷却（入門）-1", "raw"],
    {
        "/articles/water-cooling-01#水": 4, "https://zenn.dev/someone/articles/w": 6,
        "/someone/articles/water-cooling-01#raw": 8, "https://zenn.dev/someone/articles/another": None, "/articles/none": None,
    },
)  # fmt: skip
ASTRO = LinkSite(
    "astro",
    {
        "astro.config.mjs": "export default defineConfig({ site: 'https://example.com', base: '/docs' });\n",
        "src/content.config.ts": "const blog = defineCollection({ loader: glob({ pattern: '**/*.md', base: './src/content/blog' }) });\n",
        "src/pages/blog/[...slug].astro": (
            "const posts = await getCollection('blog');\n"
            "return posts.map((post) => ({ params: { slug: post.id }, props: post }));\n"
        ),
    },
    "src/content/blog/A One.md",
    "/docs/blog/a-one/",
    "src/content/blog/b.md",
    """\
[1](/docs/blog/a-one/#水の冷却入門) [2](../a-one/#water-cooling) [3](https://example.com/docs/blog/a-one/#raw) [4](./A%20One.md#raw)
[5](/docs/blog/c/) [6](https://example.com/blog/a-one/)
""",
    _SLUGS,
    {
        "/docs/blog/a-one/#水": 4, "../a-one": 6, "https://example.com/docs": 8, "./A%20One": 8, "/docs/blog/c": None,
        "https://example.com/blog": None,
    },
)  # fmt: skip
PLAIN = LinkSite(
    "recommended",
    {"data.csv": "a,b\n"},
    "guide/a.md",
    "guide/a.md",
    "b.md",
    """\
[1](guide/a.md#水の冷却入門) [2](./guide/a#water-cooling) [3](/guide/a.md#raw) [4](data.csv) [5](guide/x.md) [6](/articles/)
""",
    _SLUGS,
    {
        "guide/a.md#水": 4, "./guide/a#": 6, "/guide/a.md#raw": 8, "guide/x.md": None, "/articles/": None,
    },
)  # fmt: skip
SITES = {
    "jekyll": JEKYLL, "hugo": HUGO, "zola": ZOLA, "zola-slugs": ZOLA_SLUGS, "zenn": ZENN, "astro": ASTRO, "plain": PLAIN,
}  # fmt: skip
