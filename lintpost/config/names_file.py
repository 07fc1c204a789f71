"""Reads `names.yml`."""

from lintpost.language import Text
from lintpost.packs.settings_file import SettingsFile
from lintpost.post.node import Node
from lintpost.site.names import KINDS, POLICIES, Name

_KEYS = ("name", "kind", "accepted", "variants", "bold", "case")
_CASES = ("auto", "exact", "any")


def read_names(path: str) -> list[Name]:
    """The entries of a names dictionary. Raises `SettingsError`."""
    file = SettingsFile.read(path)
    root = file.mapping(file.root, ("names",))
    return read_entries(file, root["names"]) if "names" in root else []


def read_entries(file: SettingsFile, node: Node) -> list[Name]:
    """A list of names: strings, or mappings with more to say."""
    found: list[Name] = []
    owner: dict[str, str] = {}
    for item in file.items(node):
        if isinstance(item.value, str):
            name = Name(item.value)
        else:
            entries = file.mapping(item, _KEYS)
            file.require(entries, ("name",), item)
            name = Name(
                name=file.string(entries["name"]),
                kind=file.choice(entries["kind"], KINDS) if "kind" in entries else "product",
                accepted=tuple(file.strings(entries["accepted"])) if "accepted" in entries else (),
                variants=tuple(file.strings(entries["variants"])) if "variants" in entries else (),
                bold=file.choice(entries["bold"], POLICIES) if "bold" in entries else None,
                case=file.choice(entries["case"], _CASES) if "case" in entries else "auto",
            )
        for form in name.forms + name.variants:
            if not form.strip():
                file.fail(item, Text("a name cannot be empty", "空の名前は登録できません"))
            if form in owner:
                other = owner[form]
                file.fail(
                    item,
                    Text(
                        f"“{form}” stands under “{other}” and under “{name.name}”",
                        f"「{form}」が「{other}」と「{name.name}」の両方にあります",
                    ),
                )
            owner[form] = name.name
        found.append(name)
    return found
