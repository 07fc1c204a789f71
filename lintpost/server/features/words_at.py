"""What a word at a place is: a name, a tag, a key, a rule."""

import os
from collections.abc import Mapping
from typing import Literal, NamedTuple

from lintpost.checks.common.front_values import words
from lintpost.engine.edits.suppression_syntax import Name as RuleName
from lintpost.engine.edits.suppression_syntax import body_comments, front_matter_comments
from lintpost.files.settings_error import SettingsError
from lintpost.files.settings_file import SettingsFile
from lintpost.post.front_matter.value_node import Entry, ValueNode
from lintpost.post.post import Post
from lintpost.server.documents.document import Document
from lintpost.server.workspace.site_settings import SiteSettings
from lintpost.server.workspace.workspace import Workspace
from lintpost.site.fold import fold
from lintpost.site.name import Mention
from lintpost.site.site import Site
from lintpost.site.vocabulary import Tag


class Word(NamedTuple):
    """A name or a tag at a place. `word` is what it is called: of an alias, or a wrong form, its name.

    `field` is the front-matter key that holds tags, `vocabulary` where they are listed; both are "" for a name.
    """

    kind: Literal["name", "tag"]
    word: str
    start: int
    end: int
    field: str = ""
    vocabulary: str = ""


def word_at(workspace: Workspace, document: Document, offset: int) -> Word | None:
    """The name or tag at an offset of a post, of tags.yml or names.yml."""
    settings = workspace.settings_of(document)
    if settings is None or settings.checker is None:
        return None
    site = settings.checker.settings.site
    fields = workspace.tags_of(settings).fields
    if not document.is_post:
        return _in_dictionary(document, settings, fields, offset)
    post = workspace.post_of(document)
    tag = tag_at(post, site, fields, offset)
    if tag is not None:
        return tag
    mention = mention_at(post, site, offset)
    if mention is None or not mention.exact:
        return None
    return Word("name", mention.name.name, mention.start, mention.end)


def mention_at(post: Post, site: Site, offset: int) -> Mention | None:
    """The mention of a name at an offset."""
    mentions = site.names.mentions(post) if site.names is not None else []
    return next((one for one in mentions if one.start <= offset <= one.end), None)


def tag_at(post: Post, site: Site, fields: Mapping[str, str], offset: int) -> Word | None:
    """The tag at an offset of the front matter."""
    if post.front_matter is None or offset > post.body:
        return None
    for field, vocabulary in fields.items():
        for node, word in words(post, field):
            if node.start <= offset <= node.end:
                known = find_tag(site, vocabulary, word)
                name = known.name if known is not None else word
                return Word("tag", name, *content(node), field, vocabulary)
    return None


def find_tag(site: Site, vocabulary: str, word: str) -> Tag | None:
    """The entry of a vocabulary that a word stands for."""
    known = site.vocabularies.get(vocabulary)
    return known.find(word) if known is not None else None


def is_tag(site: Site, vocabulary: str, word: str, name: str) -> bool:
    """Whether a word, as a post has it, is a tag or an alias of it."""
    tag = find_tag(site, vocabulary, word)
    return tag.name == name if tag is not None else fold(word) == fold(name)


def content(node: ValueNode) -> tuple[int, int]:
    """The span of a string, without its quotes where that is possible."""
    if node.inner is None:
        return node.start, node.end
    return node.inner, node.inner + len(node.value)


def rule_at(post: Post, offset: int) -> RuleName | None:
    """The rule or family that a suppression comment names at an offset."""
    comments = front_matter_comments(post) if offset < post.body else body_comments(post)
    names = (name for comment in comments for name in comment.names)
    return next((name for name in names if name.start <= offset <= name.end), None)


def key_at(post: Post, offset: int) -> tuple[tuple[str, ...], Entry] | None:
    """The front-matter key at an offset, with its path."""
    front = post.front_matter
    if front is None or front.root is None:
        return None
    return _key_in(front.root, offset, ())


def _key_in(
    node: ValueNode, offset: int, path: tuple[str, ...]
) -> tuple[tuple[str, ...], Entry] | None:
    for entry in node.entries or ():
        if entry.start <= offset <= entry.end:
            return (*path, entry.key), entry
        if entry.node.start <= offset <= entry.node.end:
            return _key_in(entry.node, offset, (*path, entry.key))
    for item in node.items or ():
        if item.start <= offset <= item.end:
            return _key_in(item, offset, path)
    return None


def _in_dictionary(
    document: Document, settings: SiteSettings, fields: Mapping[str, str], offset: int
) -> Word | None:
    """The word of the entry at an offset of tags.yml or names.yml."""
    assert settings.checker is not None
    named = settings.checker.settings
    path = document.path or ""
    if path not in map(os.path.abspath, (*named.tags_files, *named.names_files)):
        return None
    try:
        root = SettingsFile(document.source).root
    except SettingsError:
        return None
    for entry in root.entries or ():
        for node in map(name_node, entry.node.items or ()):
            if node is None or not node.start <= offset <= node.end:
                continue
            if entry.key == "names":
                return Word("name", node.value, *content(node))
            field = next((key for key, one in fields.items() if one == entry.key), entry.key)
            return Word("tag", node.value, *content(node), field, entry.key)
    return None


def name_node(item: ValueNode) -> ValueNode | None:
    """The name of an entry of a dictionary, which may be the whole of it."""
    if item.entries is None:
        return item if isinstance(item.value, str) else None
    entry = item.get("name")
    return entry.node if entry is not None and isinstance(entry.node.value, str) else None
