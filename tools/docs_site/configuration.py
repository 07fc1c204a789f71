"""The settings of zensical for one language of the site."""

import json
from collections.abc import Iterable

from lintpost.language import Lang, Text
from lintpost.packs.builtin import family_names

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
_START = Text("Start", "はじめに")
_RULES = Text("Rules", "ルール")
ENGLISH_ONLY = {
    "checks.md": "検査の一覧",
    "changelog.md": "変更履歴",
    "benchmarks.md": "計測の結果",
    "contributing.md": "開発に参加する",
    "security.md": "セキュリティ",
}
"""Pages without a Japanese version, and what they are called in the Japanese navigation."""
_SECTIONS = (
    (Text("Where to begin", "目的別の手引き"),
     ("guide-blog.md", "guide-newsroom.md", "guide-documentation.md", "from-textlint.md", "from-vale.md",
      "from-markdownlint.md", "guide-ci.md", "editors.md", "own-rules.md", "own-checks.md", "comparison.md")),
    (Text("Subjects", "テーマ別"),
     ("tags.md", "names.md", "front-matter.md", "prose.md", "links.md", "moving.md", "gate.md", "dashboard.md", "serve.md",
      "assistants.md")),
    (Text("Reference", "リファレンス"),
     ("configuration.md", "settings.md", "commands.md", "checks.md", "json.md", "api.md", "plugins.md", "speed.md", "stability.md")),
    (Text("The project", "プロジェクト"), ("changelog.md", "benchmarks.md", "design.md", "contributing.md", "security.md")),
)  # fmt: skip


def settings(lang: Lang, pages: Iterable[str]) -> str:
    """The settings as TOML. Every page is in the navigation once."""
    known = set(pages)
    nav: list[object] = [{_START[lang]: "index.md"}]
    for title, names in guide_sections(known):
        nav.append({title[lang]: [_entry(name, lang) for name in names]})
    rules = sorted(name for name in known if name.startswith("rules/"))
    nav.insert(len(nav) - 2, {_RULES[lang]: _rules_nav(rules, lang)})
    return "\n".join([
        "[project]",
        'site_name = "lintpost"',
        f'site_description = {json.dumps(DESCRIPTION[lang], ensure_ascii=False)}',
        'docs_dir = "docs"',
        'site_dir = "site"',
        "use_directory_urls = true",
        f"nav = {_toml(nav)}",
        "[project.theme]",
        f'language = "{lang}"',
        "font = false",
        'custom_dir = "theme"',
        'features = ["navigation.indexes", "navigation.top", "content.code.copy", "navigation.sections", "navigation.prune"]',
        "[[project.theme.palette]]",
        'scheme = "default"',
        'media = "(prefers-color-scheme: light)"',
        "[[project.theme.palette]]",
        'scheme = "slate"',
        'media = "(prefers-color-scheme: dark)"',
        "[project.extra]",
        "generator = false",
        "[project.markdown_extensions.toc]",
        "permalink = true",
        'slugify = { object = "pymdownx.slugs.slugify", kwds = { case = "lower" } }',
        *(f'[project.markdown_extensions."{name}"]' for name in _EXTENSIONS),
        "[project.plugins.search]",
        "enabled = false",
        "",
    ])  # fmt: skip


DESCRIPTION = Text(
    "The linter for editorial posts: front matter, tags, product names and bold, in Japanese and English",
    "記事のためのリンター。フロントマター、タグ、製品名の表記、太字、日本語と英語の文章を検査します",
)


def _entry(page: str, lang: Lang) -> object:
    """A page in the navigation: under its own title, or a Japanese one where it is in English alone."""
    title = ENGLISH_ONLY.get(page) if lang == "ja" else None
    return {f"{title}（英語）": page} if title else page


def guide_sections(known: set[str]) -> list[tuple[Text, list[str]]]:
    """The sections of the navigation but the rules, with their pages. A page that none names is in the second."""
    placed = {"index.md", *(name for _, names in _SECTIONS for name in names)}
    found = [(title, [name for name in names if name in known]) for title, names in _SECTIONS]
    found[1][1].extend(sorted(name for name in known - placed if "/" not in name))
    return found


def _rules_nav(rules: list[str], lang: Lang) -> list[object]:
    named = family_names()
    families: dict[str, list[str]] = {}
    for page in rules:
        parts = page.split("/")
        if len(parts) == 3:
            families.setdefault(parts[1], []).append(page)
    nav: list[object] = ["rules/index.md"]
    for family, pages in families.items():
        index = f"rules/{family}/index.md"
        nav.append(
            {
                f"{named[family][lang]} ({family})": [
                    index,
                    *(page for page in pages if page != index),
                ]
            }
        )
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
