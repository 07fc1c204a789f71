"""Reads `spellings.yml`: the spellings to use for words that are not in the names dictionary."""

from lintpost.files.settings_file import SettingsFile
from lintpost.post.front_matter.value_node import ValueNode
from lintpost.site.name import Name


def read_spellings(path: str) -> list[Name]:
    """The words of a file such as ``lintpost names drift --save`` writes. Raises `SettingsError`."""
    file = SettingsFile.read(path)
    root = file.mapping(file.root, ("spellings",))
    return read_words(file, root["spellings"]) if "spellings" in root else []


def read_words(file: SettingsFile, node: ValueNode) -> list[Name]:
    """The words of a list of ``{use: A, not: [B, C]}``. Raises `SettingsError` for anything else."""
    found = []
    for item in file.items(node) if node.value is not None else []:
        entries = file.mapping(item, ("use", "not"))
        file.require(entries, ("use", "not"), item)
        wrong = tuple(file.strings(entries["not"]))
        found.append(Name(file.string(entries["use"]), "other", variants=wrong, case="exact"))
    return found
