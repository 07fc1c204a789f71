"""Reads `tags.yml`: the vocabularies of tags and categories."""

from lintpost.language import Text
from lintpost.packs.settings_file import SettingsFile, unknown_word
from lintpost.post.node import Node
from lintpost.site.fold import fold
from lintpost.site.vocabulary import Tag, Vocabulary

FIELDS = ("tags", "categories")
_KEYS = ("name", "aliases", "description", "retired")


def read_vocabularies(path: str) -> dict[str, Vocabulary]:
    """The vocabularies of a file by field. Raises `SettingsError`."""
    file = SettingsFile.read(path)
    root = file.mapping(file.root, FIELDS)
    return {field: read_vocabulary(file, node) for field, node in root.items()}


def read_vocabulary(file: SettingsFile, node: Node) -> Vocabulary:
    """A list of words: strings, or mappings with aliases or a successor."""
    tags: list[Tag] = []
    owner: dict[str, str] = {}
    successors: list[tuple[Node, str]] = []
    for item in file.items(node):
        if isinstance(item.value, str):
            tag = Tag(item.value)
        else:
            entries = file.mapping(item, _KEYS)
            file.require(entries, ("name",), item)
            name = file.string(entries["name"])
            aliases = tuple(file.strings(entries["aliases"])) if "aliases" in entries else ()
            retired, use = False, None
            if "retired" in entries and entries["retired"].value is not False:
                retired = True
                if entries["retired"].entries is not None:
                    successor = file.mapping(entries["retired"], ("use",))
                    if "use" in successor and successor["use"].value is not None:
                        use = file.string(successor["use"])
                        successors.append((successor["use"], use))
                elif entries["retired"].value is not True:
                    file.fail(
                        entries["retired"],
                        Text(
                            "write `retired: {use: NEW}`, or `retired: true` for no successor",
                            "`retired: {use: 新しいタグ}`、後継がなければ `retired: true` と書きます",
                        ),
                    )
            tag = Tag(name, aliases, retired, use)
        for word in (tag.name, *tag.aliases):
            folded = fold(word)
            if owner.get(folded, tag.name) != tag.name:
                file.fail(
                    item,
                    Text(
                        f"“{word}” stands under “{owner[folded]}” and under “{tag.name}”",
                        f"「{word}」が「{owner[folded]}」と「{tag.name}」の両方にあります",
                    ),
                )
            owner[folded] = tag.name
        tags.append(tag)
    current = {tag.name for tag in tags if not tag.retired}
    for place, use in successors:
        if use not in current:
            file.fail(place, unknown_word(use, current, Text("tag", "後継のタグ")))
    return Vocabulary(tags)
