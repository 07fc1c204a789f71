"""A tag: what it is for, and how it is used."""

from lintpost.language import Text, plural
from lintpost.server.features.words_at import Word, find_tag
from lintpost.server.workspace.site_settings import SiteSettings
from lintpost.server.workspace.tag_index import TagIndex

_AT_ONCE = 0.3
"""Seconds for which a request reads posts to count them."""


def tag_text(settings: SiteSettings, index: TagIndex, word: Word) -> str:
    """The text about a tag."""
    assert settings.checker is not None
    named = settings.checker.settings
    lang = named.lang
    tag = find_tag(named.site, word.vocabulary, word.word)
    lines = [f"**{word.word}**"]
    if tag is None and word.vocabulary in named.site.vocabularies:
        lines.append(Text("Not in the vocabulary.", "語彙にありません。")[lang])
    if tag is not None:
        description = index.description(word.field, tag.name)
        lines += [description] if description else []
        if tag.retired:
            lines.append(
                Text(f"Retired; use “{tag.use}”.", f"廃止しました。「{tag.use}」を使います。")[lang]
                if tag.use
                else Text("Retired.", "廃止しました。")[lang]
            )
        for title, words in (
            (Text("Aliases", "別名"), tag.aliases),
            (Text("Implies", "必ず一緒に付けるタグ"), tag.implies),
            (Text("Excludes", "一緒に付けないタグ"), tag.excludes),
            (Text("Not the same as", "似ているが別のタグ"), tag.distinct),
        ):
            if words:
                comma, colon = ("、", "：") if lang == "ja" else (", ", ": ")
                lines.append(f"{title[lang]}{colon}{comma.join(words)}")
    if index.notes.update(_AT_ONCE):
        count = index.counts(word.field).get(word.word, 0)
        lines.append(Text(f"{plural(count, 'post')}.", f"記事{count}本。")[lang])
    return "\n\n".join(lines)
