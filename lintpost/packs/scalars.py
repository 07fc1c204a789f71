"""Scalars of dictionaries and styles in which everything is text: a number or a date, too."""

from lintpost.files.settings_file import SettingsFile
from lintpost.post.front_matter.value_node import ValueNode


def as_written(file: SettingsFile, node: ValueNode) -> str:
    """A scalar as text: ``1.10`` and ``yes`` stay what they are. Raises `SettingsError` for others."""
    if isinstance(node.value, str):
        return node.value
    if node.entries is not None or node.items is not None or node.value is None:
        return file.string(node)
    return file.source.text[node.start : node.end]


def texts(file: SettingsFile, node: ValueNode | None) -> list[str]:
    """The scalars of a list, or a single one; none for a missing or empty value.

    Raises `SettingsError` for lists of anything else.
    """
    if node is None or node.value is None:
        return []
    return [as_written(file, item) for item in node.each()]
