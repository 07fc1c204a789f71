"""Tags and names that stand in `lintpost.yml` itself, beside the files of `tags` and `names`."""

from typing import NamedTuple

from lintpost.post.front_matter.value_node import ValueNode

_FILES = (".yml", ".yaml", ".json")


class Parted(NamedTuple):
    """The items of a setting: those that name files, and the entries, each as a list."""

    files: ValueNode
    entries: ValueNode


def parted(node: ValueNode) -> Parted:
    """Part a list into files (``names.yml``) and entries (``AI``, ``{name: AI}``).

    What ends in .yml, .yaml or .json is a file; a single string always is.
    """
    if node.items is None:
        return Parted(node, _list(node, []))
    files = [item for item in node.items if _is_file(item)]
    return Parted(
        _list(node, files), _list(node, [item for item in node.items if not _is_file(item)])
    )


def _is_file(item: ValueNode) -> bool:
    return isinstance(item.value, str) and item.value.lower().endswith(_FILES)


def _list(node: ValueNode, items: list[ValueNode]) -> ValueNode:
    return ValueNode([item.value for item in items], node.start, node.end, items=items)
