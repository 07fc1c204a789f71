"""The settings that fuzzed posts are checked under: every rule on, the kinds of site and house styles by turns."""

from functools import cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.engine.check_post import Checker
from lintpost.packs.builtin import load_pack, rules_folder

_PLATFORMS = {
    "jekyll": "_posts/2026-04-02-a-post.md",
    "hugo": "content/a-post.md",
    "zenn": "articles/a-post-of-zenn.md",
    "astro": "src/content/a-post.mdx",
    "zola": "content/a-post.md",
    "qiita": "public/a-post.md",
}
_STYLES = {
    "default": "",
    "compat": """
  ja/latin-space: {mode: compat}
  bold/link: {style: inside}
  bold/quotes: {style: inside}
  bold/punctuation: {style: outside}
  bold/emphasis-style: {style: underscore}
  bold/first-mention: {policy: {product: every, company: never, service: first-mention}}
  bold/inconsistent: {policy: {product: every, company: never, service: first-mention}}
""",
    "spaced": """
  ja/latin-space: {space: always, punctuation: true}
  ja/code-space: {before: always, after: always}
  ja/link-space: {before: always, after: always}
  ja/bold-space: {before: always, after: always}
  ja/emphasis-space: {before: always, after: always}
  ja/final-period: {append: true}
  bold/link: {style: none}
  bold/quotes: {style: outside}
  bold/punctuation: {style: inside}
""",
}
_LEFT_OUT = dict.fromkeys(("default", "spaced"), ("jtf/half-full-space",))
"""Rules that may want the opposite of what others want."""
_CONFIG = """
extends: [{platform}, strict, jtf, ai-draft, en-editorial, {compat}known-names]
tags: tags.yml
names: names.yml
spellings: spellings.yml
front-matter:
  required: [title, layout, lang]
  order: [title, emoji, type, layout, date, tags, categories, author]
  properties:
    layout: {{const: post}}
    lang: {{default: ja}}
    reading_time: {{type: integer}}
rules:
  front-matter/author: {{authors: [佐藤, Kim]}}
{style}"""
_FILES = {
    "names.yml": """
names:
  - {name: Huawei, kind: company, accepted: [ファーウェイ], variants: [フアウェイ], gloss: "{ja}（{en}）"}
  - {name: GitHub, kind: service}
  - {name: Rust, kind: technology, link: /rust/}
  - {name: Ascend, kind: product, owner: Huawei}
  - {name: Next.js, kind: technology, variants: [ネクストJS]}
""",
    "tags.yml": """
tags:
  - {name: 生成AI, aliases: [GenAI, gen ai]}
  - {name: LLM, aliases: [大規模言語モデル], implies: [生成AI]}
  - {name: JavaScript, aliases: [js]}
  - {name: 古い, retired: {use: LLM}}
categories: [解説, {name: Guides, aliases: [guide]}]
""",
    "spellings.yml": "spellings: [{use: サーバー, not: [サーバ]}, {use: Web, not: [WEB, ウェブ]}]\n",
}


class House(NamedTuple):
    """One configuration with every rule on, and the path that its posts have."""

    name: str
    path: str
    checker: Checker


HOUSES = tuple(f"{platform}-{style}" for style, platform in product(_STYLES, _PLATFORMS))


@cache
def house(name: str, folder: str) -> House:
    """Read the settings of one of `HOUSES`, whose files are written to a folder."""
    platform, style = name.split("-")
    for file, text in _FILES.items():
        (Path(folder) / file).write_text(text, encoding="utf-8")
    config = Path(folder) / f"{name}.yml"
    compat = "textlint, " if style == "compat" else ""
    config.write_text(
        _CONFIG.format(platform=platform, compat=compat, style=_STYLES[style]), encoding="utf-8"
    )
    families = sorted({rule.split("/")[0] for rule in load_pack(rules_folder())})
    overrides = CliOverrides(lang="en", select=tuple(families), ignore=_LEFT_OUT.get(style, ()))
    return House(name, _PLATFORMS[platform], Checker(load_settings(str(config), overrides)))
