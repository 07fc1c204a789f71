"""The text of a site's first `lintpost.yml`."""

from lintpost.config.active import is_installed
from lintpost.config.migrate.migration import Migration, account
from lintpost.language import Lang, Text
from lintpost.post.front_matter.scalars import in_comment, in_flow, in_plain_flow, written
from lintpost.surveys.scaffold.dictionary_texts import scalar
from lintpost.surveys.scaffold.editions_text import editions_text
from lintpost.surveys.scaffold.front_matter import REQUIRED_PERCENT
from lintpost.surveys.scaffold.site_facts import SiteFacts

_WHY = {
    "ja-editorial": Text("Japanese prose", "日本語の文章"),
    "en-editorial": Text("English prose", "英語の文章"),
    "known-names": Text("spelling of names in AI and technology", "AI・技術系の名前の表記"),
    "ai-draft": Text(
        "some posts have replies of a chatbot", "生成AIの応答文が残った記事がありました"
    ),
}


def config_text(
    facts: SiteFacts,
    lang: Lang,
    migration: Migration | None,
    *,
    frequent: dict[str, int],
) -> str:
    """The configuration of a site. It has no `posts` where the preset's are right.

    `frequent` are rules of taste with more findings than posts.
    """
    first = Text(
        "# Settings of lintpost. `lintpost rules` shows which rules are on, and why.",
        "# lintpostの設定。どのルールが有効かは `lintpost rules` で確かめられます。",
    )
    lines = [first[lang], *_extends(facts, lang), f"lang: {lang}", *_posts(facts)]
    if facts.layout.preset == "recommended":
        renderer = Text(
            "renderer: commonmark  # kramdown for Jekyll",
            "renderer: commonmark  # Jekyllなら kramdown",
        )
        lines.append(renderer[lang])
    if any(facts.tags.values()):
        lines.append("tags: tags.yml")
    lines += _names(facts, migration)
    lines += _front_matter(facts, lang)
    lines += editions_text(facts, lang)
    lines += _rules(facts, frequent, migration, lang)
    if migration is not None:
        lines += _migrated(migration, lang)
    return "\n".join(lines) + "\n"


def needs_japanese_words(facts: SiteFacts) -> bool:
    """Whether the site's posts ask for rules whose package is not installed."""
    japanese = facts.found.japanese or any(edition.lang == "ja" for edition in facts.editions)
    return japanese and not is_installed("MeCab")


def _extends(facts: SiteFacts, lang: Lang) -> list[str]:
    """The generator's preset, and others that suit these posts, each with its reason."""
    editorial = [f"{facts.main}-editorial"] if facts.found.japanese or facts.english else []
    missing = []
    if facts.found.japanese and needs_japanese_words(facts):
        editorial = []
        text = Text(
            "# - ja-editorial  # Japanese prose; first: pip install 'lintpost[ja]'",
            "# - ja-editorial  # 日本語の文章のルール。先に pip install 'lintpost[ja]'",
        )
        missing.append(text[lang])
    advised = [*editorial, *facts.presets]
    if not advised and not missing:
        return [f"extends: {facts.layout.preset}"]
    presets = (f"  - {preset}  # {_WHY[preset][lang]}" for preset in advised)
    return ["extends:", f"  - {facts.layout.preset}", *presets, *(f"  {line}" for line in missing)]


def _posts(facts: SiteFacts) -> list[str]:
    if facts.layout.posts is None and not facts.layout.base:
        return []
    return [f"posts: {in_flow(list(facts.layout.globs))}"]


def _names(facts: SiteFacts, migration: Migration | None) -> list[str]:
    files = ["names.yml"] if facts.found.names else []
    files += migration.settings.get("names", []) if migration is not None else []
    if not files:
        return []
    return [f"names: {files[0]}" if files == ["names.yml"] else f"names: {in_flow(files)}"]


def _front_matter(facts: SiteFacts, lang: Lang) -> list[str]:
    required, nullable, posts, _ = facts.keys
    lines = []
    if required:
        text = Text(
            f"  # Keys that {REQUIRED_PERCENT} % of {posts} posts have.",
            f"  # {posts}本の{REQUIRED_PERCENT}%以上にあるキー",
        )
        lines += [text[lang], f"  required: [{', '.join(map(scalar, required))}]"]
    if nullable:
        text = Text(
            "  # Keys that posts set to null on purpose.",
            "  # 値なし（null）と明示した記事のあるキー",
        )
        lines += [text[lang], "  properties:"]
        lines += [
            f"    {written(key)}: {in_plain_flow(schema)}" for key, schema in nullable.items()
        ]
    return ["", "front-matter:", *lines] if lines else []


def _rules(
    facts: SiteFacts, frequent: dict[str, int], migration: Migration | None, lang: Lang
) -> list[str]:
    lines = _without_front_matter(facts, lang)
    has_policy = True
    marked, total = facts.found.bold_first
    if facts.paths and marked * 2 <= total:
        has_policy = False
        share = marked * 100 // max(total, 1)
        text = Text(
            f"  # Only {share} % of the names are bold where they first appear: no policy for bold.",
            f"  # 初出で太字になっている名前は{share}%だけで、太字の方針は読み取れませんでした。",
        )
        if not total:
            text = Text(
                "  # No policy for names in bold was found.",
                "  # 名前を太字にする方針は読み取れませんでした。",
            )
        lines += [text[lang], "  bold/first-mention: off", "  bold/inconsistent: off"]
    rules = migration.settings.get("rules", {}) if migration is not None else {}
    shown = [rule for rule in frequent if rule not in rules]
    if not has_policy:
        shown = [rule for rule in shown if rule not in ("bold/first-mention", "bold/inconsistent")]
    if shown:
        text = Text(
            "  # Matters of taste that come up more than once a post: notes, which fail nothing. Yours to decide.",
            "  # 記事1本に1件を超える、好みの分かれるルール。参考にとどめます（終了状態に影響しません）。",
        )
        lines.append(text[lang])
        for rule in shown:
            count = Text(
                f"{frequent[rule]} in {facts.found.posts} posts",
                f"{facts.found.posts}本に{frequent[rule]}件",
            )
            lines.append(f"  {rule}: info  # {count[lang]}")
    if migration is not None and rules:
        lines.append("  " + _source(migration, lang))
        lines += [f"  {written(rule)}: {in_flow(options)}" for rule, options in rules.items()]
    return ["", "rules:", *lines] if lines else []


def _without_front_matter(facts: SiteFacts, lang: Lang) -> list[str]:
    """No post owes what most of them do without."""
    if facts.keys.bare <= facts.keys.posts:
        return []
    text = Text(
        "  # Most files have no front matter.",
        "  # ほとんどのファイルにフロントマターがありません。",
    )
    return [text[lang], "  front-matter/missing: off"]


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
