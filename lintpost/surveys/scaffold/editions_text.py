"""The overrides of a first `lintpost.yml` for posts in other languages than the site's own."""

from lintpost.config.active import is_installed
from lintpost.config.layer import read_layer
from lintpost.language import Lang, Text
from lintpost.packs.builtin import preset_path
from lintpost.post.front_matter.scalars import in_flow
from lintpost.surveys.scaffold.site_facts import SiteFacts

_INSTALL_FIRST = Text(
    "# Take away the # of these once `pip install 'lintpost[ja]'` is done.",
    "# pip install 'lintpost[ja]' の後で、次の行頭の # を取ってください。",
)
_NAMES = {"ja": Text("Japanese", "日本語"), "en": Text("English", "英語")}


def editions_text(facts: SiteFacts, lang: Lang) -> list[str]:
    """For each language beside the site's own: its rules on, those of the site's own language off."""
    if not facts.editions:
        return []
    lines = ["", "overrides:"]
    for edition in facts.editions:
        name = _NAMES.get(edition.lang, Text(edition.lang, edition.lang))[lang]
        count = Text(f"{name}: {edition.posts} posts", f"{name}：{edition.posts}本")[lang]
        rules = [f"{rule}: {level}" for rule, level in _rules_of(edition.lang).items()]
        if edition.lang == "ja" and not is_installed("MeCab"):
            rules = [_INSTALL_FIRST[lang], *(f"# {rule}" for rule in rules)]
        lines += [f"  # {count}", f"  - posts: {in_flow(list(edition.globs))}", "    rules:"]
        lines += [f"      {rule}" for rule in (f"{facts.main}/*: off", *rules)]
    return lines


def _rules_of(lang: str) -> dict[str, str]:
    """The levels that the preset of a language sets; none where it has no preset."""
    if lang not in _NAMES:
        return {}
    rules = read_layer(preset_path(f"{lang}-editorial")).rules
    return {rule: setting.level for rule, setting in rules.items() if setting.level is not None}
