"""``lintpost init``: a configuration, a vocabulary and a dictionary from the posts that are here."""

import argparse
import os

from lintpost.config.active import is_installed
from lintpost.config.globs import matches
from lintpost.config.layer import read_layer
from lintpost.config.run_settings import FILE_NAMES
from lintpost.config.settings import DEFAULT_MAX_BYTES
from lintpost.engine.discovery.discover import Globs, discover
from lintpost.errors import UsageError
from lintpost.language import Lang, Text
from lintpost.packs.builtin import preset_path
from lintpost.surveys.advice import advised_presets
from lintpost.surveys.harvest import Harvest, Word, harvest

_GENERATORS = (
    ("jekyll", ("_config.yml", "_posts")),
    ("hugo", ("hugo.toml", "hugo.yaml", "hugo.yml", "config.toml")),
    ("astro", ("astro.config.mjs", "astro.config.ts", "astro.config.js")),
    ("zenn", ("articles",)),
    ("qiita", ("qiita.config.json",)),
)
_REQUIRED_SHARE = 95
_FEWEST_FOR_REQUIRED = 3


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Write the three files (those that have something to say) and tell what was found."""
    if options.ci is not None:
        from lintpost.cli.init.ci import write_ci

        return write_ci(options.ci, options.lang or lang, force=options.force)
    old = None
    if options.from_ is not None:
        from lintpost.cli.init.migrate import migrated

        old = migrated(options.from_, options.lang or lang)
    folder = options.path
    if not os.path.isdir(folder):
        raise UsageError(
            Text(f"{folder} is not a folder", f"{folder} はフォルダーではありません")[lang]
        )
    here = os.getcwd()
    existing = [
        name
        for name in (*FILE_NAMES, "tags.yml", "names.yml")
        if os.path.exists(os.path.join(here, name))
    ]
    if existing and not options.force:
        listed = ", ".join(existing)
        raise UsageError(
            Text(
                f"{listed} exists already; --force overwrites",
                f"{listed} がすでにあります。上書きするには --force を付けてください",
            )[lang]
        )
    excluded = read_layer(preset_path("recommended")).exclude or ()
    paths, _ = discover([folder], Globs(here, (), excluded))
    found = harvest(paths, DEFAULT_MAX_BYTES)
    lang = options.lang or ("ja" if found.japanese else lang)
    files = {"lintpost.yml": _config(found, folder, paths, lang)}
    if found.tags or found.categories:
        files["tags.yml"] = _tags(found, lang)
    if found.names:
        files["names.yml"] = _names(found, lang)
    if old is not None:
        from lintpost.cli.init.migrate import config_lines

        if found.names and "names" in old.settings:
            both = ", ".join(["names.yml", *old.settings.pop("names")])
            files["lintpost.yml"] = files["lintpost.yml"].replace(
                "names: names.yml", f"names: [{both}]"
            )
        files["lintpost.yml"] += "\n".join([*config_lines(old, options.from_, lang), ""])
        files |= old.files
    for name, text in files.items():
        with open(os.path.join(here, name), "w", encoding="utf-8") as file:
            file.write(text)
    _tell(found, list(files), lang)
    if old is not None:
        from lintpost.cli.init.migrate import tell

        tell(old, options.from_, lang)
    return 0


def _tell(found: Harvest, files: list[str], lang: Lang) -> None:
    written = ", ".join(files)
    if found.posts:
        text = Text(
            f"{found.posts} posts read: {len(found.tags)} tags, {len(found.categories)} categories, "
            f"{len(found.names)} names.\nWritten: {written}\n"
            "Look them through, then run `lintpost check`. More names: `lintpost names discover`.",
            f"記事{found.posts}本から、タグ{len(found.tags)}個、カテゴリー{len(found.categories)}個、"
            f"名前{len(found.names)}個を集めました。\n作成：{written}\n"
            "中身を見直してから `lintpost check` を実行してください。ほかの名前は `lintpost names discover` で探せます。",
        )
    else:
        text = Text(
            f"No posts here yet. Written: {written}",
            f"記事はまだありません。作成：{written}",
        )
    print(text[lang])
    for path in found.unreadable:
        print(Text(f"could not be read: {path}", f"読めませんでした：{path}")[lang])


def _generator(folder: str) -> str:
    for name, marks in _GENERATORS:
        for place in (folder, os.getcwd()):
            if any(os.path.exists(os.path.join(place, mark)) for mark in marks):
                return name
    return "recommended"


def _extends(generator: str, paths: list[str], japanese: bool, lang: Lang) -> list[str]:
    """The generator's preset, and those that would serve these posts, each with its reason."""
    advised = advised_presets(paths, DEFAULT_MAX_BYTES)
    missing = []
    if japanese and is_installed("MeCab"):
        advised = ["ja-editorial", *advised]
    elif japanese:
        missing.append(
            Text(
                "# - ja-editorial  # Japanese prose; first: pip install 'lintpost[ja]'",
                "# - ja-editorial  # 日本語の文章のルール。先に pip install 'lintpost[ja]'",
            )[lang]
        )
    if not advised and not missing:
        return [f"extends: {generator}"]
    why = {
        "ja-editorial": Text("Japanese prose", "日本語の文章"),
        "known-names": Text("names of AI and technology, spelled right", "AI・技術系の名前の表記"),
        "ai-draft": Text(
            "some posts hold what a machine said, or a part twice",
            "生成AIの応答文や段落の重複がある記事がありました",
        ),
    }
    lines = ["extends:", f"  - {generator}"]
    lines += [f"  - {preset}  # {why[preset][lang]}" for preset in advised]
    return [*lines, *(f"  {line}" for line in missing)]


def _config(found: Harvest, folder: str, paths: list[str], lang: Lang) -> str:
    def say(en: str, ja: str) -> str:
        return Text(en, ja)[lang]

    generator = _generator(folder)
    lines = [
        say(
            "# lintpost reads this file. `lintpost rules` lists what it makes of it.",
            "# lintpostの設定。どのルールが有効かは `lintpost rules` で確かめられます。",
        ),
        *_extends(generator, paths, found.japanese, lang),
        f"lang: {lang}",
    ]
    globs = read_layer(preset_path(generator)).posts or ("**",)
    if not all(matches(os.path.relpath(path).replace(os.sep, "/"), globs) for path in paths):
        relative = os.path.relpath(folder).replace(os.sep, "/")
        lines.append('posts: ["**"]' if relative == "." else f'posts: ["{relative}/**"]')
    if generator == "recommended":
        lines.append(
            say(
                "renderer: commonmark  # kramdown for Jekyll",
                "renderer: commonmark  # Jekyllなら kramdown",
            )
        )
    if found.tags or found.categories:
        lines.append("tags: tags.yml")
    if found.names:
        lines.append("names: names.yml")
    required = [
        key
        for key, count in found.keys.most_common()
        if count * 100 >= found.posts * _REQUIRED_SHARE and found.posts >= _FEWEST_FOR_REQUIRED
    ]
    if required:
        lines += [
            "",
            say(
                f"# Keys that {_REQUIRED_SHARE} % of the {found.posts} posts have.",
                f"# {found.posts}本の{_REQUIRED_SHARE}%以上にあるキー",
            ),
            "front-matter:",
            f"  required: [{', '.join(_scalar(key) for key in required)}]",
        ]
    marked, total = found.bold_first
    if total and marked * 2 < total:
        share = marked * 100 // total
        lines += [
            "",
            say(
                f"# Only {share} % of the names are bold where they first appear.",
                f"# 初出で太字になっている名前は{share}%だけでした。",
            ),
            "rules:",
            "  bold/first-mention: off",
        ]
    return "\n".join(lines) + "\n"


def _tags(found: Harvest, lang: Lang) -> str:
    lines = [
        Text(
            "# The tags in use, with the number of posts. Merge and retire them here:\n"
            "#   - {name: LLM, aliases: [large language model]}\n"
            "#   - {name: News, retired: {use: Industry}}",
            "# 使われているタグと記事数。統合・廃止はここに書きます。\n"
            "#   - {name: LLM, aliases: [大規模言語モデル]}\n"
            "#   - {name: 最新ニュース, retired: {use: 業界動向}}",
        )[lang]
    ]
    for field, listed in (("tags", found.tags), ("categories", found.categories)):
        if listed:
            lines.append(f"{field}:")
            lines += [_entry(word, "aliases", "") for word in listed]
    return "\n".join(lines) + "\n"


def _names(found: Harvest, lang: Lang) -> str:
    head = Text(
        "# Names found in bold, with the number of posts. `variants` are spelled otherwise: check\n"
        "# that they are wrong, or move them to `accepted`. kind: product, company, model,\n"
        "# technology, service, person, event or other.",
        "# 太字から集めた名前と記事数。`variants` は誤った表記として扱います（正しければ `accepted` へ）。\n"
        "# kind: product, company, model, technology, service, person, event, other",
    )
    return (
        "\n".join(
            [head[lang], "names:", *(_entry(word, "variants", "product") for word in found.names)]
        )
        + "\n"
    )


def _entry(word: Word, key: str, kind: str) -> str:
    """One line of YAML, the counts as a comment."""
    name = _scalar(word.name)
    counts = str(word.posts)
    fields = [f"name: {name}"]
    if kind:
        fields.append(f"kind: {kind}")
    if word.variants:
        fields.append(f"{key}: [{', '.join(_scalar(text) for text, _ in word.variants)}]")
        counts += " + " + " + ".join(str(count) for _, count in word.variants)
    if word.like:
        counts += f"  ≒ {word.like}"
    written = f"{{{', '.join(fields)}}}" if len(fields) > 1 else name
    return f"  - {written}  # {counts}"


def _scalar(text: str) -> str:
    from lintpost.post.front_matter.scalars import is_plain

    if is_plain(text) and ": " not in text:
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
