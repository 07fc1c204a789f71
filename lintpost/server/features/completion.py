"""Completion: what can stand where something is being typed."""

from typing import Any

from lintpost.engine.edits.suppression_syntax import BODY_COMMENTS
from lintpost.language import Lang
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.server.documents.document import Document
from lintpost.server.documents.positions import Positions
from lintpost.server.features.completions.front_matter import key_items, tag_items, value_items
from lintpost.server.features.completions.item import Item, in_order
from lintpost.server.features.completions.link_targets import link_items
from lintpost.server.features.completions.names import name_items
from lintpost.server.features.completions.rules import rule_items, word_items
from lintpost.server.features.completions.settings_files import settings_items
from lintpost.server.features.completions.yaml_place import YamlPlace, yaml_place
from lintpost.server.features.links.typed_link import typed_link
from lintpost.server.workspace.site_settings import SiteSettings
from lintpost.server.workspace.workspace import Workspace
from lintpost.site.name import FIELDS

_BODY_COMMENT = lazy(r"(?:<!--|\{/\*)\s*([\w-]*)([^<>{}]*)\Z")
_FRONT_COMMENT = lazy(r"#[ \t]*lintpost:[ \t]*disable[ \t]([^#\n]*)\Z")
_RULE = lazy(r"[^\s,]*\Z")
_AT_ONCE = 0.3
"""Seconds for which a request reads posts to count their tags; the others are read when there is time."""


def complete(workspace: Workspace, params: dict[str, Any]) -> dict[str, Any]:
    """What can stand at a position. What is offered for prose depends on each letter."""
    document = workspace.documents.named(params)
    positions = workspace.documents.positions(document)
    offset = positions.offset(params.get("position"))
    if document.is_post:
        items = _in_post(workspace, document, positions, offset)
    elif document.path is not None:
        items = settings_items(workspace, document, positions, offset)
    else:
        items = []
    return {"isIncomplete": True, "items": in_order(items)}


def _in_post(
    workspace: Workspace, document: Document, positions: Positions, offset: int
) -> list[Item]:
    settings = workspace.settings_of(document)
    if settings is None or settings.checker is None:
        return []
    post = workspace.post_of(document)
    front = post.front_matter
    if front is not None and front.inner_start <= offset <= front.inner_end:
        return _in_front_matter(workspace, settings, post, positions, offset)
    if offset < post.body:
        return []
    commented = _in_comment(settings, post, positions, offset)
    if commented is not None:
        return commented
    link = typed_link(post, offset)
    if link is not None:
        is_file = document.path is not None
        return link_items(workspace, settings, post, link, positions) if is_file else []
    line = post.source.line_span(post.source.location(offset)[0])[0]
    if offset == line or not post.markdown.is_prose(offset - 1, offset):
        return []
    return name_items(settings.checker.settings.site, post.text, offset, line, positions)


def _in_front_matter(
    workspace: Workspace, settings: SiteSettings, post: Post, positions: Positions, offset: int
) -> list[Item]:
    front = post.front_matter
    assert front is not None
    assert settings.checker is not None
    site, lang = settings.checker.settings.site, settings.checker.settings.lang
    if front.format == "json":
        return []
    line = post.text[post.text.rfind("\n", 0, offset) + 1 : offset]
    comment = _FRONT_COMMENT.search(line)
    if comment is not None:
        typed = _RULE.search(comment[1])
        start = offset - len(typed[0] if typed else "")
        return rule_items(settings.checker.settings, (start, offset), positions, families=True)
    place = yaml_place(post.text, front.inner_start, offset)
    if place is None:
        return []
    if place.kind == "key":
        sign = " =" if front.format == "toml" else ":"
        return key_items(place, site.schema, positions, lang, sign=sign)
    return _values(workspace, settings, post, place, positions, lang)


def _values(
    workspace: Workspace,
    settings: SiteSettings,
    post: Post,
    place: YamlPlace,
    positions: Positions,
    lang: Lang,
) -> list[Item]:
    """What can stand behind a key: tags, names in texts, or what the schema names."""
    assert settings.checker is not None
    site = settings.checker.settings.site
    index = workspace.tags_of(settings)
    field = ".".join(place.path)
    if field in index.fields:
        index.notes.update(_AT_ONCE)
        vocabulary = site.vocabularies.get(index.fields[field])
        front = post.front_matter
        assert front is not None
        return tag_items(place, front, vocabulary, index, field, positions, lang)
    items = value_items(place, site, positions)
    if not items and field in FIELDS:
        end = place.start + len(place.typed)
        return name_items(site, post.text, end, place.start, positions)
    return items


def _in_comment(
    settings: SiteSettings, post: Post, positions: Positions, offset: int
) -> list[Item] | None:
    """What can stand in a comment: how one begins, then rules; None outside of comments."""
    assert settings.checker is not None
    start = max(post.body, offset - 500)
    match = _BODY_COMMENT.search(post.text, start, offset)
    if match is None:
        return None
    if not match[2]:
        return word_items(BODY_COMMENTS, match.span(1), positions)
    if match[1] not in BODY_COMMENTS or "--" in match[2]:
        return []
    typed = _RULE.search(match[2])
    begin = offset - len(typed[0] if typed else "")
    return rule_items(settings.checker.settings, (begin, offset), positions, families=True)
