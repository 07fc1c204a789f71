"""The text of a site's first `lintpost.yml`."""

import os

from lintpost.config.active import is_installed
from lintpost.config.globs import matches
from lintpost.config.layer import read_layer
from lintpost.config.migrate.migration import Migration, account
from lintpost.config.settings import DEFAULT_MAX_BYTES
from lintpost.language import Lang, Text
from lintpost.packs.builtin import preset_path
from lintpost.post.front_matter.scalars import in_comment, in_flow, in_quotes
from lintpost.surveys.advice import advised_presets
from lintpost.surveys.harvest import Harvest
from lintpost.surveys.scaffold.dictionary_texts import scalar

_GENERATORS = (
    ("jekyll", ("_config.yml", "_posts")),
    ("hugo", ("hugo.toml", "hugo.yaml", "hugo.yml", "config.toml")),
    ("astro", ("astro.config.mjs", "astro.config.ts", "astro.config.js")),
    ("zenn", ("articles",)),
    ("qiita", ("qiita.config.json",)),
)
"""Presets, and the files and folders by which their generators are known."""
_REQUIRED_SHARE = 95
"""Percentage of posts from which a key counts as required."""
_FEWEST_FOR_REQUIRED = 3
_WHY = {
    "ja-editorial": Text("Japanese prose", "日本語の文章"),
    "known-names": Text("spelling of names in AI and technology", "AI・技術系の名前の表記"),
    "ai-draft": Text(
        "some posts have replies of a chatbot, or repeat a part",
        "生成AIの応答文や段落の重複がある記事がありました",
    ),
}


def config_text(
    found: Harvest, folder: str, paths: list[str], lang: Lang, migration: Migration | None
) -> str:
    """The configuration for posts below a folder. It has no `posts` where the preset's are right."""
    generator = _generator(folder)
    first = Text(
        "# Settings of lintpost. `lintpost rules` shows which rules are on, and why.",
        "# lintpostの設定。どのルールが有効かは `lintpost rules` で確かめられます。",
    )
    lines = [first[lang], *_extends(generator, paths, found.japanese, lang), f"lang: {lang}"]
    lines += _posts(generator, folder, paths)
    if generator == "recommended":
        renderer = Text(
            "renderer: commonmark  # kramdown for Jekyll",
            "renderer: commonmark  # Jekyllなら kramdown",
        )
        lines.append(renderer[lang])
    if found.tags or found.categories:
        lines.append("tags: tags.yml")
    lines += _names(found, migration)
    lines += _required(found, lang)
    lines += _rules(found, migration, lang)
    if migration is not None:
        lines += _migrated(migration, lang)
    return "\n".join(lines) + "\n"


def _generator(folder: str) -> str:
    for name, marks in _GENERATORS:
        for place in (folder, os.getcwd()):
            if any(os.path.exists(os.path.join(place, mark)) for mark in marks):
                return name
    return "recommended"


def _extends(generator: str, paths: list[str], japanese: bool, lang: Lang) -> list[str]:
    """The generator's preset, and others that suit these posts, each with its reason."""
    advised = advised_presets(paths, DEFAULT_MAX_BYTES)
    missing = []
    if japanese and is_installed("MeCab"):
        advised = ["ja-editorial", *advised]
    elif japanese:
        text = Text(
            "# - ja-editorial  # Japanese prose; first: pip install 'lintpost[ja]'",
            "# - ja-editorial  # 日本語の文章のルール。先に pip install 'lintpost[ja]'",
        )
        missing.append(text[lang])
    if not advised and not missing:
        return [f"extends: {generator}"]
    presets = (f"  - {preset}  # {_WHY[preset][lang]}" for preset in advised)
    return ["extends:", f"  - {generator}", *presets, *(f"  {line}" for line in missing)]


def _posts(generator: str, folder: str, paths: list[str]) -> list[str]:
    globs = read_layer(preset_path(generator)).posts or ("**",)
    if all(matches(os.path.relpath(path).replace(os.sep, "/"), globs) for path in paths):
        return []
    below = os.path.relpath(folder).replace(os.sep, "/")
    return ['posts: ["**"]' if below == "." else f"posts: [{in_quotes(f'{below}/**')}]"]


def _names(found: Harvest, migration: Migration | None) -> list[str]:
    files = ["names.yml"] if found.names else []
    files += migration.settings.get("names", []) if migration is not None else []
    if not files:
        return []
    return [f"names: {files[0]}" if files == ["names.yml"] else f"names: {in_flow(files)}"]


def _required(found: Harvest, lang: Lang) -> list[str]:
    if found.posts < _FEWEST_FOR_REQUIRED:
        return []
    keys = [
        key
        for key, count in found.keys.most_common()
        if count * 100 >= found.posts * _REQUIRED_SHARE
    ]
    if not keys:
        return []
    text = Text(
        f"# Keys that {_REQUIRED_SHARE} % of the {found.posts} posts have.",
        f"# {found.posts}本の{_REQUIRED_SHARE}%以上にあるキー",
    )
    return ["", text[lang], "front-matter:", f"  required: [{', '.join(map(scalar, keys))}]"]


def _rules(found: Harvest, migration: Migration | None, lang: Lang) -> list[str]:
    lines = []
    marked, total = found.bold_first
    if marked * 2 < total:
        share = marked * 100 // total
        text = Text(
            f"  # Only {share} % of the names are bold where they first appear.",
            f"  # 初出で太字になっている名前は{share}%だけでした。",
        )
        lines += [text[lang], "  bold/first-mention: off"]
    rules = migration.settings.get("rules", {}) if migration is not None else {}
    if migration is not None and rules:
        lines.append("  " + _source(migration, lang))
        lines += [f"  {rule}: {in_flow(options)}" for rule, options in rules.items()]
    return ["", "rules:", *lines] if lines else []


def _migrated(migration: Migration, lang: Lang) -> list[str]:
    """The other settings of a migration, and what was not taken over as comments."""
    others = {k: v for k, v in migration.settings.items() if k not in ("names", "rules")}
    lines = ["", _source(migration, lang)] if others else []
    lines += [f"{key}: {in_flow(value)}" for key, value in others.items()]
    left = [item for item in migration.items if not item.target]
    if left:
        name = in_comment(migration.name)
        text = Text(
            f"# Of {name}, not carried over:",
            f"# {name} のうち、引き継げなかったもの：",
        )
        lines += ["", text[lang], *(f"#   {in_comment(account(item, lang))}" for item in left)]
    return lines


def _source(migration: Migration, lang: Lang) -> str:
    name = in_comment(migration.name)
    return Text(f"# From {name}.", f"# {name} から引き継いだ設定。")[lang]
