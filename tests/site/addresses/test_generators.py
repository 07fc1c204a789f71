"""Addresses by the documented rules of each generator."""

from datetime import UTC, datetime

import pytest

from lintpost.site.addresses.address import key_of, written_address
from lintpost.site.addresses.find import Generators
from lintpost.site.addresses.page_note import PageNote
from lintpost.site.addresses.redirects import Redirects
from lintpost.site.addresses.slugs import hugo_slug, jekyll_slug
from lintpost.site.files import ListedFiles

POST = "_posts/2026-01-02-some-post.md"


def own(files: dict[str, str], path: str, front: str = "") -> str:
    note = PageNote.of_text(f"---\n{front}\n---\n" if front else "", "1.1")
    return Generators(ListedFiles({**files, path: ""})).of(path).addresses(path, note).own


@pytest.mark.parametrize(
    ("config", "path", "front", "address"),
    [
        ("", POST, "", "/2026/01/02/some-post.html"),
        ("permalink: pretty", POST, "", "/2026/01/02/some-post/"),
        ("permalink: ordinal", POST, "categories: [a, B c]", "/a/b c/2026/002/some-post.html"),
        ("permalink: weekdate", POST, "", "/2026/W01/Fri/some-post.html"),
        ("permalink: none", POST, "category: News", "/news/some-post.html"),
        ("permalink: /:categories/:title", POST, "categories: one two", "/one/two/some-post"),
        ("permalink: /b/:short_year/:i_month/:i_day/:slug:output_ext", "_posts/2026-01-02-Some_Post.md", "", "/b/26/1/2/some-post.html"),
        ("permalink: /:year-:long_month-:short_month-:hour/", POST, "", "/2026-January-Jan-:hour/"),
        ("permalink: pretty", "_posts/2026-01-02-Some_Post v1.2.md", "", "/2026/01/02/Some_Post-v1.2/"),
        ("permalink: pretty", "a/b/_posts/2026-01-02-x.md", "categories: [c]", "/a/b/c/2026/01/02/x/"),
        ("permalink: pretty", "_posts/sub/2026-01-02-x.md", "", "/2026/01/02/x/"),
        ("permalink: pretty", POST, "url: https://other.example/x\npath: /y/", "/2026/01/02/some-post/"),
        ("permalink: pretty", POST, "slug: Other Slug", "/2026/01/02/Other-Slug/"),
        ("permalink: pretty", POST, "permalink: /own/:title/", "/own/some-post/"),
        ("permalink: pretty", POST, "date: 2026-03-04", "/2026/03/04/some-post/"),
        ("permalink: pretty\ntimezone: Asia/Tokyo", POST, "date: 2026-01-02 16:00:00 +0000", "/2026/01/03/some-post/"),
        ("permalink: pretty\ntimezone: Asia/Tokyo", POST, "date: 2026-01-02 23:00:00 +0900", "/2026/01/02/some-post/"),
        ("permalink: pretty", POST, "date: 2026-01-02 23:00:00 +0000", "/2026/01/02/some-post/"),
        ("permalink: pretty\ndefaults: [{scope: {path: '', type: posts}, values: {permalink: '/p/:title/'}}]", POST, "", "/p/some-post/"),
        ("defaults: [{scope: {path: _posts/x}, values: {permalink: /x/:title/}}, {scope: {path: ''}, values: {permalink: /all/:title/}}]", "_posts/x/2026-01-02-a.md", "", "/x/a/"),
        ("defaults: [{scope: {path: '', type: posts}, values: {categories: [d]}}]", POST, "", "/d/2026/01/02/some-post.html"),
        ("collections: {posts: {permalink: '/c/:title/'}}", POST, "", "/c/some-post/"),
        ("", "about.md", "title: x", "/about.html"),
        ("permalink: pretty", "about.md", "title: x", "/about/"),
        ("permalink: /:title/", "about.md", "title: x", "/about/"),
        ("permalink: pretty", "a/index.html", "title: x", "/a/"),
        ("", "about.md", "permalink: /company/", "/company/"),
        ("collections: {guides: {output: true}}", "_guides/a/one.md", "", "/guides/a/one.html"),
        ("collections: {guides: {output: true, permalink: '/g/:path/'}}", "_guides/one.md", "", "/g/one/"),
        ("collections: {guides: {output: true, permalink: '/:collection/:title/'}}", "_guides/one two.md", "", "/guides/one-two/"),
        ("collections: {guides: {}}", "_guides/one.md", "", ""),
        ("collections_dir: c\ncollections: {guides: {output: true}}", "c/_guides/one.md", "", "/guides/one.html"),
        ("", "_other/one.md", "", ""),
        ("include: [_pages]", "_pages/one.md", "permalink: /one/", "/one/"),
        ("permalink: pretty", "_drafts/no-date.md", "", ""),
        ("source: src\npermalink: pretty", "src/_posts/2026-01-02-x.md", "", "/2026/01/02/x/"),
    ],
)  # fmt: skip
def test_jekyll(config: str, path: str, front: str, address: str) -> None:
    assert own({"_config.yml": config}, path, front) == address


@pytest.mark.parametrize(
    ("config", "path", "front", "address"),
    [
        ("", "content/blog/2026-01-02-one.md", "", "/blog/one/"),
        ("[slugify]\npaths_keep_dates = true", "content/blog/2026-01-02-one.md", "", "/blog/2026-01-02-one/"),
        ("", "content/blog/2026-01-02_Some Post/index.md", "", "/blog/some-post/"),
        ("", "content/_index.md", "", "/"),
        ("", "content/a/b/_index.md", "", "/a/b/"),
        ("", "content/a/one.md", "slug: other", "/a/other/"),
        ("", "content/a/one.md", "path: x/y", "/x/y/"),
        ("[languages.fr]", "content/a/one.fr.md", "", "/fr/a/one/"),
        ("[languages.fr]", "content/a/_index.fr.md", "", "/fr/a/"),
        ("", "content/a/図.md", "", ""),
        ("[slugify]\npaths = 'off'", "content/a/図.md", "", "/a/図/"),
        ("", "content/a/one.md", "render: false", ""),
    ],
)  # fmt: skip
def test_zola(config: str, path: str, front: str, address: str) -> None:
    files = {"config.toml": f"base_url = 'https://a.example'\n{config}"}
    assert own(files, path, front) == address


@pytest.mark.parametrize(
    ("config", "path", "address"),
    [
        ("export default {}", "src/pages/a/one.md", "/a/one/"),
        ("export default {}", "src/pages/index.md", "/"),
        ("export default {}", "src/pages/_draft.md", ""),
        ("export default {}", "src/pages/[slug].md", ""),
        ("export default {}", "src/content/blog/one.md", ""),
        ("integrations: [starlight({})]", "src/content/docs/Guides/one.md", "/guides/one/"),
        ("integrations: [starlight({})]", "src/content/docs/ja/index.mdx", "/ja/"),
    ],
)
def test_astro(config: str, path: str, address: str) -> None:
    assert own({"astro.config.mjs": config}, path) == address


ROUTE = """---
export async function getStaticPaths() {
  const posts = await getCollection('blog', ({ data }) => !data.draft);
  return posts.map((post) => ({ params: { slug: post.id }, props: post }));
}
---
"""
BASE = (
    "const blog = defineCollection({ loader: glob({ pattern: '**/*.{md,mdx}', base: './posts' }) })"
)


@pytest.mark.parametrize(
    ("files", "path", "front", "address"),
    [
        ({"src/pages/blog/[...slug].astro": ROUTE}, "src/content/blog/one.md", "", "/blog/one/"),
        ({"src/pages/blog/[slug]/index.astro": ROUTE}, "src/content/blog/one.md", "", "/blog/one/"),
        ({"src/pages/[...slug].astro": ROUTE}, "src/content/blog/A b/Two!.mdx", "", "/a-b/two/"),
        ({"src/pages/blog/[...slug].astro": ROUTE}, "src/content/blog/one/index.md", "", "/blog/one/"),
        ({"src/pages/blog/[...slug].astro": ROUTE}, "src/content/blog/one.md", "slug: two", "/blog/two/"),
        ({"src/pages/blog/[...slug].astro": ROUTE}, "src/content/news/one.md", "", ""),
        ({"src/pages/blog/[...slug].astro": ROUTE, "src/content.config.ts": BASE}, "posts/one.md", "", "/blog/one/"),
        ({"src/pages/blog/[...id].astro": ROUTE}, "src/content/blog/one.md", "", ""),
        ({"src/pages/[lang]/[...slug].astro": ROUTE}, "src/content/blog/one.md", "", ""),
        ({"src/pages/blog/[...slug].astro": ROUTE + "getCollection('news')"}, "src/content/blog/one.md", "", ""),
    ],
)  # fmt: skip
def test_routes_of_astro(files: dict[str, str], path: str, front: str, address: str) -> None:
    assert own({"astro.config.mjs": "export default {}", **files}, path, front) == address


@pytest.mark.parametrize(
    ("files", "path", "name"),
    [
        ({"_config.yml": "title: x"}, POST, "jekyll"),
        ({"docs/_config.yml": "title: x"}, f"docs/{POST}", "jekyll"),
        ({"_config.yml": "public_dir: public\nsource_dir: source"}, "source/_posts/a.md", "plain"),
        ({"_config.yml": ": broken: ["}, "a.md", "plain"),
        ({"hugo.yaml": "baseURL: https://a.example"}, "content/a.md", "hugo"),
        ({"config/_default/hugo.toml": ""}, "content/a.md", "hugo"),
        ({"config.toml": "baseURL = 'x'"}, "content/a.md", "hugo"),
        ({"config.toml": "base_url = 'x'"}, "content/a.md", "zola"),
        ({"zola.toml": "base_url = 'x'"}, "content/a.md", "zola"),
        ({"config.yml": "database: x"}, "content/a.md", "plain"),
        ({"astro.config.ts": ""}, "src/pages/a.md", "astro"),
        ({"package.json": '{"zenn-cli": 1}'}, "articles/a.md", "zenn"),
        ({"books/a/1.md": ""}, "articles/a.md", "zenn"),
        ({}, "articles/a.md", "plain"),
        ({"qiita.config.json": "{}"}, "public/a.md", "qiita"),
        ({}, "2026-01-02-a.md", "dated"),
    ],
)
def test_the_nearest_configuration_counts(files: dict[str, str], path: str, name: str) -> None:
    assert Generators(ListedFiles({**files, path: ""})).of(path).name == name


def test_hugo_reads_every_form_of_configuration() -> None:
    files = {
        "config/_default/hugo.yaml": "baseURL: https://a.example/b/",
        "config/_default/permalinks.toml": "[page]\nPosts = '/p/:sections[1:]/:slugOrFilename/'",
        "config/_default/languages.toml": "[en]\n[ja]\ncontentDir = 'content/ja'",
        "config/_default/module.json": '{"mounts": [{"source": "docs", "target": "content/d"}, {"source": "content/en", "target": "content"}]}',
    }  # fmt: skip
    assert own(files, "content/ja/posts/a/b/one.md") == ""
    files["config/_default/permalinks.toml"] = "[page]\nPosts = '/p/:sections[1:]/:filename/'"
    assert own(files, "content/ja/posts/a/b/one.md") == "/ja/p/a/b/one/"
    assert own(files, "content/en/x.md") == "/x/"
    assert own(files, "docs/x.md") == "/d/x/"


def test_redirects() -> None:
    files = {
        "static/_redirects": "# c\n/a /b\n/c/* /d/:splat 301\n/e/:year/x /f\n/* /404 404\n",
        "netlify.toml": "[[redirects]]\nfrom = '/g'\nto = '/h'\n",
        "vercel.json": '{"redirects": [{"source": "/i/:path*", "destination": "/j"}]}',
    }
    redirects = Redirects(ListedFiles(files), ("", "static/"))
    there = [
        key
        for key in (
            "/a",
            "/b",
            "/c",
            "/c/1/2",
            "/e/2026/x",
            "/e/1/2/x",
            "/g",
            "/i",
            "/i/x/y",
            "/zzz",
        )
        if redirects.lead_from(key)
    ]
    assert there == ["/a", "/c", "/c/1/2", "/e/2026/x", "/g", "/i", "/i/x/y"]


@pytest.mark.parametrize(
    ("front", "state"),
    [
        ("draft: true", "draft"),
        ("published: false", "draft"),
        ("date: 2026-06-02T12:00:00Z", "future"),
        ("date: 2026-06-02", ""),
        ("date: 2026-06-04", "future"),
        ("date: 2026-05-01\npublishDate: 2026-07-01", "future"),
        ("expiryDate: 2026-05-01", "expired"),
        ("expiryDate: 2026-07-01", ""),
        ("date: 2026-13-01", ""),
    ],
)
def test_states(front: str, state: str) -> None:
    generator = Generators(ListedFiles({"hugo.toml": "", "content/a.md": ""})).of("content/a.md")
    note = PageNote.of_text(f"---\n{front}\n---\n", "1.2")
    assert generator.state("content/a.md", note, datetime(2026, 6, 2, 11, tzinfo=UTC)) == state


@pytest.mark.parametrize(
    ("one", "other"),
    [("/a/", "/a"), ("/a/index.html", "/a"), ("/a.html", "/a"), ("/", "/index.html"), ("a", "/a"), ("/%E5%9B%B3/", "/図"), ("/か\u3099", "/が")],
)  # fmt: skip
def test_addresses_that_are_one(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


def test_written_addresses() -> None:
    assert written_address("/図 1/(a)/", "/x/") == "/図%201/%28a%29/"
    assert written_address("/図/", "/%E5%9B%B3/") == "/%E5%9B%B3/"


@pytest.mark.parametrize(
    ("text", "pretty", "default", "hugo"),
    [
        ("Some Post", "Some-Post", "some-post", "some-post"),
        ("冷却の基本々ー", "冷却の基本々ー", "冷却の基本々ー", "冷却の基本々ー"),
        ("C++ & v1.2", "C++-&-v1.2", "c-v1-2", "c++-v1.2"),
        ("a_b--c ", "a_b-c", "a-b-c", "a_b--c"),
    ],
)
def test_slugs(text: str, pretty: str, default: str, hugo: str) -> None:
    assert (jekyll_slug(text, pretty=True), jekyll_slug(text), hugo_slug(text)) == (
        pretty,
        default,
        hugo,
    )
