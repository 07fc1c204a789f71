"""Reads and validates `tags.yml`: the vocabularies of tags and categories."""

import re
from collections.abc import Iterable

from lintpost.files.settings_error import unknown_word
from lintpost.files.settings_file import SettingsFile
from lintpost.language import Text
from lintpost.post.front_matter.value_node import ValueNode
from lintpost.site.evidence import expression, is_literal
from lintpost.site.fold import fold
from lintpost.site.vocabulary import Tag, Vocabulary

FIELDS = ("tags", "categories")
KEYS = (
    "name", "aliases", "description", "group", "implies", "excludes", "evidence", "distinct", "retired",
)  # fmt: skip
CATEGORY_KEYS = (*KEYS, "groups")
_TAG, _GROUP = Text("tag", "タグ"), Text("group", "グループ")


def read_vocabularies(path: str) -> dict[str, Vocabulary]:
    """The vocabularies of a file by field (``tags``, ``categories``).

    Raises `SettingsError` for a malformed entry, a word that occurs twice, a reference to a tag or
    group that does not exist, and tags that imply what they exclude.
    """
    file = SettingsFile.read(path)
    root = file.mapping(file.root, FIELDS)
    found = {field: read_vocabulary(file, node, field) for field, node in root.items()}
    if "categories" in root and "tags" in found:
        known = {tag.group for tag in found["tags"].tags.values() if tag.group}
        for item in file.items(root["categories"]):
            _refuse_unknown(file, item, "groups", known, _GROUP)
    return found


def read_vocabulary(file: SettingsFile, node: ValueNode, field: str = "tags") -> Vocabulary:
    """The vocabulary of a list: strings, or mappings with the keys of `KEYS`.

    Raises `SettingsError` as `read_vocabularies` does.
    """
    tags: list[Tag] = []
    owner: dict[str, str] = {}
    items = file.items(node)
    for item in items:
        tag = _tag(file, item, field)
        for word in (tag.name, *tag.aliases):
            folded = fold(word)
            if owner.get(folded, tag.name) != tag.name or (word == tag.name and folded in owner):
                file.fail(item, _duplicate(word, owner[folded], tag.name))
            owner[folded] = tag.name
        tags.append(tag)
    known = {tag.name for tag in tags if not tag.retired}
    for item, tag in zip(items, tags, strict=True):
        for key in ("implies", "excludes", "distinct"):
            _refuse_unknown(file, item, key, known, _TAG)
        retired = item.get("retired")
        if tag.use is not None and tag.use not in known and retired is not None:
            successor = retired.node.get("use")
            place = successor.node if successor else item
            file.fail(place, unknown_word(tag.use, known, Text("tag", "後継のタグ")))
    vocabulary = Vocabulary(tags)
    for item, tag in zip(items, tags, strict=True):
        _refuse_contradiction(file, item, vocabulary, tag)
    return vocabulary


def _tag(file: SettingsFile, item: ValueNode, field: str) -> Tag:
    if isinstance(item.value, str):
        if not item.value.strip():
            file.fail(item, Text("a name cannot be empty", "名前が空です"))
        return Tag(item.value)
    if item.entries is None:
        file.string(item)
    entries = file.mapping(item, CATEGORY_KEYS if field == "categories" else KEYS)
    file.require(entries, ("name",), item)

    def words(key: str) -> tuple[str, ...]:
        return tuple(file.strings(entries[key])) if key in entries else ()

    for word in words("evidence"):
        try:
            if not is_literal(word):
                expression(word)
        except re.error as error:
            file.fail(
                entries["evidence"],
                Text(
                    f"{word} is not a regular expression: {error}",
                    f"{word} は正規表現として読めません（{error}）",
                ),
            )
    if "description" in entries:
        file.string(entries["description"])
    retired, use = _retired(file, entries["retired"]) if "retired" in entries else (False, None)
    return Tag(
        name=file.string(entries["name"]),
        aliases=words("aliases"),
        retired=retired,
        use=use,
        group=file.string(entries["group"]) if "group" in entries else "",
        implies=words("implies"),
        excludes=words("excludes"),
        evidence=words("evidence"),
        groups=words("groups"),
        distinct=words("distinct"),
    )


def _duplicate(word: str, one: str, other: str) -> Text:
    if one == other:
        return Text(f"“{word}” is listed twice", f"「{word}」が2回書かれています")
    return Text(
        f"“{word}” is listed under “{one}” and under “{other}”",
        f"「{word}」が「{one}」と「{other}」の両方にあります",
    )


def _retired(file: SettingsFile, node: ValueNode) -> tuple[bool, str | None]:
    if node.entries is not None:
        successor = file.mapping(node, ("use",)).get("use")
        if successor is None or successor.value is None:
            return True, None
        return True, file.string(successor)
    if node.value not in (True, False):
        file.fail(
            node,
            Text(
                "write `retired: {use: NEW}`, or `retired: true` for no successor",
                "`retired: {use: 新しいタグ}`、後継がなければ `retired: true` と書きます",
            ),
        )
    return bool(node.value), None


def _refuse_unknown(
    file: SettingsFile, item: ValueNode, key: str, known: Iterable[str], what: Text
) -> None:
    """Raise `SettingsError` at the first word of an item's list that is not known."""
    entry = item.get(key)
    if entry is None:
        return
    for node in entry.node.each():
        if node.value not in known:
            file.fail(node, unknown_word(str(node.value), known, what))


def _refuse_contradiction(
    file: SettingsFile, item: ValueNode, vocabulary: Vocabulary, tag: Tag
) -> None:
    """Raise `SettingsError` if a tag implies a tag that it, or another implied tag, excludes."""
    implied = vocabulary.implied(tag)
    family = [tag.name, *implied]
    for one in family:
        for other in vocabulary.tags[one].excludes:
            if other in family:
                file.fail(
                    item,
                    Text(
                        f"“{tag.name}” implies “{other}”, which “{one}” excludes"
                        if one != other
                        else f"“{tag.name}” excludes itself",
                        f"「{tag.name}」に必要な「{other}」を「{one}」が除外しています"
                        if one != other
                        else f"「{tag.name}」が自分自身を除外しています",
                    ),
                )
