"""How `lintpost init` recognises a site, and which posts it reads."""

import json
from pathlib import Path

import pytest

from lintpost.surveys.scaffold.languages import editions
from lintpost.surveys.scaffold.layout import layout_of

POST = "---\ntitle: x\n---\n本文です。\n"
ZENN = "---\ntitle: x\nemoji: 🧠\ntopics: [a]\n---\n本文です。\n"
QIITA = "---\ntitle: x\nignorePublish: false\n---\n本文です。\n"
HEXO = json.dumps({"dependencies": {"hexo": "^7"}})


def _site(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("files", "preset", "posts"),
    [
        ({"_config.yml": "title: x\n", "_posts/a.md": POST, "_drafts/b.md": POST, "about.md": POST}, "jekyll", ["_drafts/b.md", "_posts/a.md"]),
        ({"_posts/a.md": POST, "_posts/README.md": POST, "AGENTS.md": POST, "CLAUDE.md": POST}, "jekyll", ["_posts/a.md"]),
        ({"_config.yml": "collections:\n  guides: {output: true}\n", "_posts/a.md": POST, "_guides/ja/b.md": POST, "x/c.md": POST}, "jekyll", ["_guides/ja/b.md", "_posts/a.md"]),
        ({"_config.yml": "collections: [guides]\ncollections_dir: sets\n", "sets/_guides/b.md": POST}, "jekyll", ["sets/_guides/b.md"]),
        ({"_config.yml": "title: x\n", "notes/a.md": POST, "README.md": "# x\n"}, "jekyll", ["notes/a.md"]),
        ({"_config.yml": "[\x00 broken", "_posts/a.md": POST}, "jekyll", ["_posts/a.md"]),
        ({"hugo.toml": "", "content/posts/a.md": POST, "content/_index.md": POST, "archetypes/default.md": POST, "README.md": POST}, "hugo", ["content/_index.md", "content/posts/a.md"]),
        ({"config.toml": 'baseURL = "https://x"\n', "content/a.md": POST, "themes/t/content/b.md": POST}, "hugo", ["content/a.md"]),
        ({"config.yaml": "baseurl: https://x\n", "content/a.md": POST}, "hugo", ["content/a.md"]),
        ({"hugo.toml": "[languages.en]\n  contentDir = 'content/english' # en\n[languages.ja]\n  contentDir = \"content/japanese\"\n", "content/english/a.md": POST, "content/japanese/b.md": POST, "content/old/c.md": POST}, "hugo", ["content/english/a.md", "content/japanese/b.md"]),
        ({"config.yaml": "baseURL: x\ncontentDir: docs\n", "docs/a.md": POST, "content/b.md": POST}, "hugo", ["docs/a.md"]),
        ({"config/_default/languages.toml": "[ja]\ncontentDir = 'content.ja'\n", "content.ja/a.md": POST}, "hugo", ["content.ja/a.md"]),
        ({"hugo.toml": "contentDir = 'gone'\n", "content/a.md": POST}, "hugo", ["content/a.md"]),
        ({"config/_default/hugo.yaml": "", "content/a.md": POST}, "hugo", ["content/a.md"]),
        ({"config.toml": 'base_url = "https://x"\n', "content/a.md": POST, "content/_index.md": "+++\n+++\n", "templates/x.md": POST}, "zola", ["content/_index.md", "content/a.md"]),
        ({"zola.toml": "", "content/a.md": POST}, "zola", ["content/a.md"]),
        ({"astro.config.mjs": "", "src/content/blog/a.md": POST, "src/pages/b.md": POST, "src/components/c.md": POST}, "astro", ["src/content/blog/a.md", "src/pages/b.md"]),
        ({"articles/a.md": ZENN, "books/b/1.c.md": POST, "docs/x.md": POST}, "zenn", ["articles/a.md", "books/b/1.c.md"]),
        ({"articles/a.md": POST, "package.json": '{"devDependencies": {"zenn-cli": "1"}}'}, "zenn", ["articles/a.md"]),
        ({"articles/a.md": POST, "package.json": "[1"}, "recommended", ["articles/a.md"]),
        ({"articles/a.md": POST, "books/b/config.yaml": ""}, "zenn", ["articles/a.md"]),
        ({"public/a.md": QIITA, "public/.remote/b.md": QIITA, "README.md": POST}, "qiita", ["public/a.md"]),
        ({"public/a.md": POST, "notes/b.md": POST}, "recommended", ["notes/b.md", "public/a.md"]),
        ({"_config.yml": "source_dir: src\n", "src/_posts/a.md": POST, "src/guide/b.md": POST, "themes/c.md": POST}, "recommended", ["src/_posts/a.md", "src/guide/b.md"]),
        ({"_config.yml": "title: x\n", "package.json": HEXO, "source/_posts/a.md": POST, "scaffolds/post.md": POST}, "recommended", ["source/_posts/a.md"]),
        ({"contents/blog/a.md": POST, "contents/blog/en/b.md": POST, "notes.md": "# no front matter\n", "CLAUDE.md": POST}, "recommended", ["contents/blog/a.md", "contents/blog/en/b.md"]),
        ({"_posts/a.md": POST, "package.json": '{"dependencies": {"next": "1"}}'}, "recommended", ["_posts/a.md"]),
        ({"_posts/a.md": POST, "package.json": "{}", "Gemfile": ""}, "jekyll", ["_posts/a.md"]),
        ({"source/_posts/a.md": POST, "_config.yml": "title: x\n"}, "recommended", ["source/_posts/a.md"]),
        ({"blog/a.md": POST, "templates/post.md": POST, "blog/templates/b.md": POST}, "recommended", ["blog/a.md", "blog/templates/b.md"]),
        ({"blog/a.md": POST, "blog/b.md": POST, "examples/hugo.toml": "", "examples/content/c.md": POST}, "recommended", ["blog/a.md", "blog/b.md", "examples/content/c.md"]),
        ({"app/[lang]/a.md": POST, "app/[lang]/b.md": POST, "app/l/c.txt": ""}, "recommended", ["app/[lang]/a.md", "app/[lang]/b.md"]),
        ({"blog/a.md": POST, "docs/b.md": POST, "src/x.md": "text\n"}, "recommended", ["blog/a.md", "docs/b.md"]),
        ({"a.md": "本文だけ。\n", "docs/b.md": "本文だけ。\n"}, "recommended", ["a.md", "docs/b.md"]),
        ({"site/_config.yml": "title: x\n", "site/_posts/a.md": POST, "README.md": POST, "docs/b.md": POST}, "jekyll", ["site/_posts/a.md"]),
        ({"one/hugo.toml": "", "one/content/a.md": POST, "two/hugo.toml": "", "two/content/b.md": POST}, "recommended", ["one/content/a.md", "two/content/b.md"]),
    ],
)  # fmt: skip
def test_sites(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, str], preset: str, posts: list[str]
) -> None:  # fmt: skip
    _site(tmp_path, files)
    monkeypatch.chdir(tmp_path)
    layout = layout_of(".")
    assert (layout.preset, layout.find_posts()) == (preset, posts)
    if any("/" in name and name.endswith(".md") for name in files) and "a.md" not in files:
        assert layout.globs != ("**",)


@pytest.mark.parametrize(
    ("folder", "preset", "globs"),
    [
        ("_posts", "jekyll", ("_posts/**",)),
        ("other", "recommended", ("other/**",)),
        ("inner", "hugo", ("inner/content/**",)),
    ],
)
def test_a_folder_that_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str, preset: str, globs: tuple[str, ...]
) -> None:  # fmt: skip
    files = {"inner/hugo.toml": "", "inner/content/a.md": POST, "other/a.md": POST}
    _site(tmp_path, {**files, **({"_posts/a.md": POST} if folder == "_posts" else {})})
    monkeypatch.chdir(tmp_path)
    layout = layout_of(folder)
    assert (layout.preset, layout.globs) == (preset, globs)


def test_two_sites_in_one_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _site(tmp_path, {"articles/a.md": ZENN, "public/b.md": QIITA})
    monkeypatch.chdir(tmp_path)
    layout = layout_of(".")
    assert (layout.preset, layout.find_posts(), layout.other) == ("zenn", ["articles/a.md"], ("public/",))  # fmt: skip


@pytest.mark.parametrize(
    ("paths", "main", "found"),
    [
        (["a.md", "b.md", "en/a.md", "en/b.md"], "ja", [("en", ("en/**",), 2)]),
        (["content/ja/a.md", "content/ja/b.md", "content/en/a.md", "content/en/x/b.md"], "ja", [("en", ("content/en/**",), 2)]),
        (["a.md", "b.md", "a.en.md", "b.en.md", "c.zh-cn.md", "d.zh-cn.md"], "ja", [("en", ("**/*.en.md",), 2), ("zh", ("**/*.zh-cn.md",), 2)]),
        (["content.ja/a.md", "content.ja/b.md", "content.en/a.md", "content.en/b.md"], "ja", [("en", ("content.en/**",), 2)]),
        (["content/japanese/a.md", "content/japanese/b.md", "content/English/a.md", "content/English/b.md"], "ja", [("en", ("content/English/**",), 2)]),
        (["x/en/a.md", "x/en/b.md"], "en", []),
        (["a.md", "b.md", "en/a.md"], "ja", []),
        (["en/a.md", "en/b.md", "en/c.md", "ja/a.md", "ja/b.md", "no/x/a.md"], "en", [("ja", ("ja/**",), 2)]),
        (["a.md", "b.md", "go/a.md", "go/b.md", "css/c.md"], "en", []),
        ([], "en", []),
    ],
)  # fmt: skip
def test_languages_side_by_side(
    paths: list[str], main: str, found: list[tuple[str, tuple[str, ...], int]]
) -> None:
    assert [tuple(one) for one in editions(paths, main)] == found
