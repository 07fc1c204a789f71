"""The settings of zensical for one language of the site."""

import json
from collections.abc import Iterable

from lintpost.language import Lang, Text

_SEPARATOR = (
    r"[\s\u3000-\u303f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\-,:!=\[\]()\"`/.]+"
    r"|(?<=[\u3041-\u309f])(?=[\u30a1-\u30ff\u4e00-\u9fff])"
    r"|(?<=[\u30a1-\u30ff])(?=[\u3041-\u309f\u4e00-\u9fff])"
    r"|(?<=[\u4e00-\u9fff])(?=[\u3041-\u309f\u30a1-\u30ff])"
    r"|(?<=[\u3041-\u9fff])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[\u3041-\u9fff])"
)
"""Where words end for the search: between scripts, too, for Japanese has no spaces."""
_EXTENSIONS = (
    "tables",
    "sane_lists",
    "md_in_html",
    "pymdownx.superfences",
    "pymdownx.highlight",
    "pymdownx.tilde",
    "pymdownx.tasklist",
)
"""What the guides are written in: GitHub's Markdown, without signs that turn into others."""
_TITLES = {
    "index.md": Text("Start", "はじめに"),
    "rules/index.md": Text("Rules", "ルール"),
    "commands.md": Text("Commands", "コマンド"),
    "configuration.md": Text("Configuration", "設定"),
}
_SECTIONS = (
    (Text("Guides", "手引き"),
     ("prose.md", "tags.md", "names.md", "front-matter.md", "gate.md", "dashboard.md", "serve.md", "own-rules.md")),
    (Text("Reference", "リファレンス"),
     ("configuration.md", "commands.md", "checks.md", "json.md", "api.md", "speed.md", "stability.md")),
    (Text("The project", "プロジェクト"), ("changelog.md", "benchmarks.md", "contributing.md", "security.md")),
)  # fmt: skip


def settings(lang: Lang, pages: Iterable[str]) -> str:
    """The settings as TOML. Every page is in the navigation once."""
    known = set(pages)
    nav: list[object] = [{_TITLES["index.md"][lang]: "index.md"}]
    for title, names in _SECTIONS:
        nav.append({title[lang]: [name for name in names if name in known]})
    placed = {"index.md", *(name for _, names in _SECTIONS for name in names)}
    guides = nav[1]
    assert isinstance(guides, dict)
    rest = sorted(name for name in known - placed if "/" not in name)
    guides[_SECTIONS[0][0][lang]] += rest
    rules = sorted(name for name in known if name.startswith("rules/"))
    nav.insert(2, {_TITLES["rules/index.md"][lang]: _rules_nav(rules)})
    languages = [
        {"name": name, "link": f"../{key}/", "lang": key}
        for key, name in (("en", "English"), ("ja", "日本語"))
    ]
    return "\n".join([
        "[project]",
        'site_name = "lintpost"',
        f'site_description = {json.dumps(_DESCRIPTION[lang], ensure_ascii=False)}',
        'docs_dir = "docs"',
        'site_dir = "site"',
        "use_directory_urls = true",
        f"nav = {_toml(nav)}",
        "[project.theme]",
        f'language = "{lang}"',
        "font = false",
        'features = ["navigation.indexes", "navigation.top", "search.highlight", "content.code.copy", "navigation.sections", "navigation.prune"]',
        "[[project.theme.palette]]",
        'scheme = "default"',
        'media = "(prefers-color-scheme: light)"',
        "[[project.theme.palette]]",
        'scheme = "slate"',
        'media = "(prefers-color-scheme: dark)"',
        "[project.extra]",
        f"alternate = {_toml(languages)}",
        "generator = false",
        "[project.markdown_extensions.toc]",
        "permalink = true",
        'slugify = { object = "pymdownx.slugs.slugify", kwds = { case = "lower" } }',
        *(f'[project.markdown_extensions."{name}"]' for name in _EXTENSIONS),
        "[project.plugins.search]",
        f"separator = {json.dumps(_SEPARATOR)}",
        "",
    ])  # fmt: skip


_DESCRIPTION = Text(
    "The linter for editorial posts: front matter, tags, product names and bold, in Japanese and English",
    "記事のためのリンター。フロントマター、タグ、製品名の表記、太字、日本語と英語の文章を検査します",
)


def _rules_nav(rules: list[str]) -> list[object]:
    families: dict[str, list[str]] = {}
    for page in rules:
        parts = page.split("/")
        if len(parts) == 3:
            families.setdefault(parts[1], []).append(page)
    nav: list[object] = ["rules/index.md"]
    for family, pages in families.items():
        index = f"rules/{family}/index.md"
        nav.append({family: [index, *(page for page in pages if page != index)]})
    return nav


def _toml(value: object) -> str:
    """A value as inline TOML."""
    if isinstance(value, dict):
        pairs = (
            f"{json.dumps(key, ensure_ascii=False)} = {_toml(one)}" for key, one in value.items()
        )
        return "{ " + ", ".join(pairs) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
