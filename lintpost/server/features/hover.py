"""What is known of the word under the pointer, as Markdown."""

from typing import Any

from lintpost.files.settings_error import SettingsError
from lintpost.language import Lang, Text
from lintpost.packs.builtin import document as rule_document
from lintpost.packs.rule import Rule, selects
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.report.severities import LABELS
from lintpost.server.documents.document import Document
from lintpost.server.documents.positions import Positions
from lintpost.server.features.completions.schema_words import at_path, described
from lintpost.server.features.hovers.bold import bold_text
from lintpost.server.features.hovers.link import link_text
from lintpost.server.features.hovers.name import name_text
from lintpost.server.features.hovers.tag import tag_text
from lintpost.server.features.links.link_at import link_at, target_at
from lintpost.server.features.words_at import key_at, mention_at, rule_at, tag_at, word_at
from lintpost.server.workspace.site_settings import SiteSettings
from lintpost.server.workspace.workspace import Workspace
from lintpost.site.name import Mention

_RULE = lazy(r"[a-z0-9-]+/(?:[a-z0-9-]+|\*)")

Hovered = tuple[str, int, int]
"""A text, and the span that it is about."""


def hover(workspace: Workspace, params: dict[str, Any]) -> dict[str, Any] | None:
    """What is at a position; None where nothing is known of it."""
    document = workspace.documents.named(params)
    positions = workspace.documents.positions(document)
    offset = positions.offset(params.get("position"))
    settings = workspace.settings_of(document)
    if settings is None or settings.checker is None:
        return None
    found = (
        _in_post(workspace, settings, document, offset)
        if document.is_post
        else _in_settings(workspace, settings, document, offset)
    )
    return _answer(workspace, positions, *found) if found is not None else None


def _answer(
    workspace: Workspace, positions: Positions, text: str, start: int, end: int
) -> dict[str, Any]:
    kind = "markdown" if workspace.client.markdown_hover else "plaintext"
    return {"contents": {"kind": kind, "value": text}, "range": positions.range(start, end)}


def _in_post(
    workspace: Workspace, settings: SiteSettings, document: Document, offset: int
) -> Hovered | None:
    assert settings.checker is not None
    named, post = settings.checker.settings, workspace.post_of(document)
    rule = rule_at(post, offset)
    if rule is not None:
        text = _rules_text(rule.rule, named.rules, named.lang)
        return (text, rule.start, rule.end) if text else None
    index = workspace.tags_of(settings)
    tag = tag_at(post, named.site, index.fields, offset)
    if tag is not None:
        return tag_text(settings, index, tag), tag.start, tag.end
    key = key_at(post, offset) if offset <= post.body else None
    if key is not None:
        return _key_text(settings, post, key[0], key[1].start, key[1].end)
    if offset < post.body:
        mention = mention_at(post, named.site, offset)
        return _mention_text(workspace, settings, mention) if mention is not None else None
    return _in_body(workspace, settings, post, offset)


def _in_body(
    workspace: Workspace, settings: SiteSettings, post: Post, offset: int
) -> Hovered | None:
    """The target of a link, a name, bold text, or else the whole of a link."""
    assert settings.checker is not None
    named = settings.checker.settings
    target = target_at(post, offset)
    if target is not None:
        return link_text(workspace, settings, post, target)
    mention = mention_at(post, named.site, offset)
    bold = bold_text(post, offset, named.site.renderers, named.lang)
    if mention is not None:
        text, start, end = _mention_text(workspace, settings, mention)
        return "\n\n---\n\n".join([text, *([bold[0]] if bold else [])]), start, end
    link = link_at(post, offset) if bold is None else None
    return link_text(workspace, settings, post, link) if link is not None else bold


def _mention_text(workspace: Workspace, settings: SiteSettings, mention: Mention) -> Hovered:
    return name_text(workspace, settings, mention.name), mention.start, mention.end


def _in_settings(
    workspace: Workspace, settings: SiteSettings, document: Document, offset: int
) -> Hovered | None:
    """A rule that is named in any settings file, or an entry of a dictionary."""
    assert settings.checker is not None
    named = settings.checker.settings
    start, end = document.source.line_span(document.source.location(offset)[0])
    for match in _RULE.finditer(document.text, start, end):
        if match.start() <= offset <= match.end():
            text = _rules_text(match[0], named.rules, named.lang)
            if text:
                return text, match.start(), match.end()
    word = word_at(workspace, document, offset)
    if word is None:
        return None
    if word.kind == "tag":
        return tag_text(settings, workspace.tags_of(settings), word), word.start, word.end
    names = named.site.names
    name = next((one for one in (names.names if names else ()) if one.name == word.word), None)
    return (name_text(workspace, settings, name), word.start, word.end) if name else None


def _key_text(
    settings: SiteSettings, post: Post, path: tuple[str, ...], start: int, end: int
) -> Hovered | None:
    """What the schema says of a key."""
    assert settings.checker is not None
    named = settings.checker.settings
    site = settings.checker.active(post)[1]
    if site.schema is None:
        return None
    text = described(at_path(site.schema.data, path), named.lang)
    if path[0] in site.schema.required and len(path) == 1:
        text = "\n\n".join(filter(None, [Text("Required.", "必須です。")[named.lang], text]))
    return (f"**`{'.'.join(path)}`**\n\n{text}", start, end) if text else None


def _rules_text(word: str, rules: dict[str, Rule], lang: Lang) -> str:
    """What a rule finds and why; of a family its rules. "" for what there is not."""
    if word in rules:
        return _rule_text(rules[word], lang)
    family = [rule for name, rule in sorted(rules.items()) if selects(word, name)]
    lines = [f"- `{rule.name}`: {rule.title[lang]}" for rule in family]
    return "\n".join([f"**{word}**", "", *lines]) if lines else ""


def _rule_text(rule: Rule, lang: Lang) -> str:
    lines = [f"**{rule.name}** · {LABELS[rule.severity][lang]}", rule.title[lang]]
    try:
        page = rule_document(rule)
    except SettingsError:
        return "\n\n".join(lines)
    if page.why is not None:
        lines.append(page.why[lang])
    for text, title in (
        (page.leaves_out, Text("What it leaves out", "指摘しないもの")),
        (page.fix_safety, Text("Fix safety", "修正の安全性")),
    ):
        if text is not None:
            lines.append(f"*{title[lang]}*: {text[lang]}")
    return "\n\n".join(lines)
