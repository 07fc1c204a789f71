"""Addresses and anchors as Hugo itself makes them: sites are built, and the built files compared."""

import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from lintpost.checks.common.links.anchor_notes import Anchors, note_anchors
from lintpost.post.post import Post
from lintpost.post.source import Source
from lintpost.site.addresses.address import key_of
from lintpost.site.addresses.page_note import PageNote
from lintpost.site.addresses.site_pages import SitePages
from lintpost.site.files import SiteFiles

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("hugo") is None, reason="needs hugo"),
]

CONTENT = {
    "_index.md": "---\ntitle: Home\n---\n",
    "about.md": "---\ntitle: About us\n---\n",
    "posts/_index.md": "---\ntitle: Posts\n---\n",
    "posts/First Post.md": "---\ntitle: First!\ndate: 2026-01-02\naliases: [/old/first/, relative-old]\n---\n",
    "posts/冷却の基本々ー.md": "---\ntitle: 冷却\ndate: 2026-01-03T23:30:00+09:00\n---\n",
    "posts/second.md": "---\ntitle: The Second, Again\nslug: Two Words\ndate: 2026-02-28T01:00:00Z\n---\n",
    "posts/third.md": "+++\ntitle = 'Third'\nurl = '/custom/place/'\ndate = 2026-04-30\n+++\n",
    "posts/fourth.html": "---\ntitle: 'Fourth: #4 & more'\ndate: 2026-03-01\n---\n<h2 id='x'>X</h2>",
    "posts/draft.md": "---\ntitle: D\ndraft: true\ndate: 2026-03-01\n---\n",
    "posts/bundle/index.md": "---\ntitle: Bundle\ndate: 2026-03-02\n---\n![a](a.png)",
    "posts/bundle/part.md": "---\ntitle: Part\n---\nA resource.",
    "posts/bundle/a.png": "x",
    "posts/deep/er/page.md": "---\ntitle: Deep\ndate: 2026-03-03\n---\n",
    "posts/deep/_index.md": "---\ntitle: Deep section\n---\n",
    "notes/Dot.name_under~t@x.md": "---\ntitle: Signs\ndate: 2026-03-04\n---\n",
    "notes/a -- b  c.md": "---\ntitle: Spaces\ndate: 2026-03-05\nslug: x - y -- z\n---\n",
    "notes/UPPER.md": "---\ntitle: Upper\ndate: 2026-03-06\n---\n",
    "notes/hidden.md": "---\ntitle: Hidden\nbuild: {render: never}\n_build: {render: never}\n---\n",
}
LANGUAGES = {
    "posts/translated.md": "---\ntitle: T\ndate: 2026-01-01\n---\n",
    "posts/translated.ja.md": "---\ntitle: 訳\ndate: 2026-01-01\naliases: [/old-ja/]\n---\n",
    "posts/only.ja.md": "---\ntitle: のみ\ndate: 2026-01-01\n---\n",
}
BASE = "baseURL = 'https://example.com/sub/'\ndisableKinds = ['taxonomy', 'term', 'RSS', 'sitemap', '404']\n"
CONFIGS = {
    "plain": BASE,
    "permalinks": BASE + "[permalinks]\nposts = '/:year/:month/:day/:slug/'\nnotes = '/n/:filename/'\n",
    "titles": BASE + "[permalinks]\nposts = '/:section/:yearday/:title'\nnotes = '/:sections/:slugorfilename/'\n",
    "ugly": BASE + "uglyURLs = true\n",
    "cased": BASE + "disablePathToLower = true\n",
    "languages": BASE + "defaultContentLanguage = 'en'\n[languages.en]\nweight = 1\n[languages.ja]\nweight = 2\n",
    "subdirectories": BASE + "defaultContentLanguage = 'en'\ndefaultContentLanguageInSubdir = true\n[languages.en]\nweight = 1\n[languages.ja]\nweight = 2\n",
}  # fmt: skip
HEADINGS = """\
## Plain heading
## 日本語の見出し（かっこ）・中黒
## 日本語の見出し（かっこ）・中黒
## `code` and *emphasis* -- dash_under
## A [link](/x) here & there
## Ünïcödé É ß ﬁ Ⅳ ² ½ ①
## カタカナーー 々 〇 が が
## 1. Number  two   spaces
## !!!
## ???
## With id {#mine}
## a-1
## a
## a
## “Quotes” … 100%
## Emoji 🎉 ok :tada:
Setext *here*
-------
### Trailing ##
"""


def build(folder: Path, config: str, content: dict[str, str]) -> set[str]:
    """The HTML files that Hugo makes, as keys of addresses."""
    (folder / "hugo.toml").write_text(config, encoding="utf-8")
    (folder / "config.toml").write_text(config, encoding="utf-8")
    for name, text in content.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name in ("single", "list"):
        (layouts / f"{name}.html").write_text("<main>{{ .Content }}</main>", encoding="utf-8")
    done = subprocess.run(
        ["hugo", "--config", "config.toml", "--quiet"],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    public = folder / "public"
    return {key_of(f"/{path.relative_to(public)}") for path in public.rglob("*.html")}


@pytest.mark.parametrize("name", sorted(CONFIGS))
def test_addresses_are_those_of_the_built_files(tmp_path: Path, name: str) -> None:
    content = {**CONTENT, **(LANGUAGES if name in ("languages", "subdirectories") else {})}
    built = build(tmp_path, CONFIGS[name], content)
    notes = {
        f"content/{path}": PageNote.of_text(text, "1.2")
        for path, text in content.items()
        if path.endswith((".md", ".html"))
    }
    pages = SitePages(SiteFiles(str(tmp_path)), notes, "1.2")
    published = [page for page in pages.posts.values() if not page.note.draft]
    own = {key_of(page.addresses.own): page.path for page in published if page.addresses.own}
    aliases = {key_of(alias): page.path for page in published for alias in page.addresses.aliases}
    lists = {key for key in built if pages.has_folder(key)} | {"/", "/ja", "/en", "/ja/posts"}
    assert {key: path for key, path in own.items() if key not in built} == {}
    assert {key: path for key, path in aliases.items() if key not in built} == {}
    assert {key for key in built - set(own) - set(aliases) - lists if "/page/" not in key} == set()
    assert not own.keys() & {"/posts/bundle/part", "/notes/hidden"}


@pytest.mark.parametrize("kind", ["github", "github-ascii", "blackfriday"])
def test_anchors_are_those_of_the_built_page(tmp_path: Path, kind: str) -> None:
    config = f"{BASE}[markup.goldmark.parser]\nautoHeadingIDType = '{kind}'\n"
    build(tmp_path, config, {"posts/a.md": f"---\ntitle: A\n---\n{HEADINGS}"})
    html = (tmp_path / "public/posts/a/index.html").read_text(encoding="utf-8")
    made = {unquote(unescape(one)) for one in re.findall(r"<h[1-6][^>]* id=\"?([^\"\s>]+)", html)}
    pages = SitePages(SiteFiles(str(tmp_path)), {"content/posts/a.md": PageNote()}, "1.2")
    anchors = Anchors.of_fact(note_anchors(Post(Source("a.md", HEADINGS))))
    rule = pages.of("content/posts/a.md").generator.anchors
    ids = anchors.ids(rule)
    assert ids is not None
    assert made - ids == set()
