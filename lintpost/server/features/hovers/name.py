"""A name of the dictionary: how it is written, whose it is, and where it is used."""

from collections.abc import Iterator

from lintpost.language import Lang, Text, plural
from lintpost.server.workspace.name_search import OutOfTime, mentions_of
from lintpost.server.workspace.site_settings import SiteSettings
from lintpost.server.workspace.workspace import Workspace
from lintpost.site.name import Name

_AT_ONCE = 0.4
"""Seconds for which posts are searched for a name; of a larger site nothing is counted."""
_KINDS = {
    "product": Text("product", "製品"),
    "company": Text("company", "会社"),
    "model": Text("model", "モデル"),
    "technology": Text("technology", "技術"),
    "service": Text("service", "サービス"),
    "person": Text("person", "人物"),
    "event": Text("event", "イベント"),
    "other": Text("name", "名前"),
}


def name_text(workspace: Workspace, settings: SiteSettings, name: Name) -> str:
    """The text about a name."""
    assert settings.checker is not None
    lang = settings.checker.settings.lang
    lines = [f"**{name.name}** · {_KINDS[name.kind][lang]}", *_facts(name, lang)]
    try:
        count = sum(1 for _ in mentions_of(workspace, settings, name, _AT_ONCE))
    except OutOfTime:
        return "\n\n".join(lines)
    lines.append(Text(f"In {plural(count, 'post')}.", f"記事{count}本に出てきます。")[lang])
    return "\n\n".join(lines)


def _facts(name: Name, lang: Lang) -> Iterator[str]:
    comma, colon = ("、", "：") if lang == "ja" else (", ", ": ")
    for title, words in (
        (Text("By", "提供元"), name.owners),
        (Text("Also right", "ほかの正しい表記"), name.accepted),
        (Text("Wrong", "誤った表記"), name.variants),
    ):
        if words:
            yield f"{title[lang]}{colon}{comma.join(words)}"
    if name.since is not None:
        yield Text(f"Since {name.since}", f"{name.since} から")[lang]
    if name.successor is not None:
        yield Text(
            f"Renamed to “{name.successor}” on {name.until}",
            f"{name.until} に「{name.successor}」へ改称",
        )[lang]
    if name.glossed is not None:
        yield Text(f"First mention: {name.glossed}", f"初出の書き方：{name.glossed}")[lang]
    if name.harvested:
        yield Text("Collected, not reviewed yet.", "自動で集めた名前です（未確認）。")[lang]
