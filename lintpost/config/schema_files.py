"""Reads front-matter schemas: written in `lintpost.yml`, or in files that refer to one another."""

import os
from collections.abc import Iterator
from typing import Any, NamedTuple

from lintpost.config.schema import schema_problem
from lintpost.config.schema_keywords import refuse_misspelled
from lintpost.files.settings_file import SettingsFile
from lintpost.language import Text
from lintpost.post.front_matter.value_node import Entry, ValueNode

_BUILT_IN = "https://json-schema.org/"


class SchemaPart(NamedTuple):
    """What one file says of the front matter.

    `data` is the schema, its references to other files written as ``file:`` addresses; `resources`
    are those files' contents by address; `order` is that of the keys (None: nothing said).
    """

    data: dict[str, Any]
    resources: dict[str, Any]
    order: tuple[str, ...] | None


def read_schema(file: SettingsFile, node: ValueNode) -> SchemaPart:
    """A schema written here, or the name of a YAML or JSON file with one.

    Raises `SettingsError` at what is no JSON Schema 2020-12, at a reference that leads nowhere, and
    at one that leads to the network, where nothing is ever fetched from.
    """
    if isinstance(node.value, str):
        path = os.path.join(_folder(file), os.path.expanduser(node.value))
        if not os.path.isfile(path):
            file.fail(node, Text(f"{node.value} does not exist", f"{node.value} がありません"))
        file = SettingsFile.read(path)
        node = file.root
    refuse_misspelled(file, node)
    resources: dict[str, Any] = {}
    data = _resolved(file, node, resources)
    order = node.get("order")
    keys = tuple(file.strings(order.node)) if order is not None else None
    data.pop("order", None)
    where_it_is = str(file.place(node)._replace(path=os.path.abspath(file.source.path)))
    problem = schema_problem(where_it_is, data, resources)
    if problem is not None:
        where, message = problem
        file.fail(node.at(where), message)
    return SchemaPart(data, resources, keys)


def merged(parts: list[SchemaPart]) -> SchemaPart | None:
    """Several parts as one, the later deciding: properties key by key, anything else as a whole.

    Where a later part says ``additionalProperties: false``, it names all the keys that there are:
    an earlier part only adds what it knows of those.
    """
    if not parts:
        return None
    data: dict[str, Any] = {}
    resources: dict[str, Any] = {}
    order: tuple[str, ...] | None = None
    for part in parts:
        old, new = data.get("properties", {}), part.data.get("properties", {})
        if part.data.get("additionalProperties") is False:
            named = {*new, *part.data.get("required", ())}
            old = {key: schema for key, schema in old.items() if key in named}
        definitions = {**data.get("$defs", {}), **part.data.get("$defs", {})}
        data = {**data, **part.data}
        if old or new:
            data["properties"] = {**old, **new}
        if definitions:
            data["$defs"] = definitions
        resources |= part.resources
        order = part.order if part.order is not None else order
    return SchemaPart(data, resources, order)


def _resolved(file: SettingsFile, node: ValueNode, resources: dict[str, Any]) -> dict[str, Any]:
    """A schema as plain values, with the files that it refers to read into `resources`."""
    addresses: dict[str, str] = {}
    for entry in _references(node):
        reference = entry.node.value
        if not isinstance(reference, str) or reference.startswith(("#", _BUILT_IN)):
            continue
        name, _, fragment = reference.partition("#")
        if "://" in name:
            if name not in resources:
                file.fail(
                    entry.node,
                    Text(
                        f"{name} is on the network, and nothing is fetched: save it in a file",
                        f"{name} はネットワーク上にあります。取得はしないので、ファイルに保存してください",
                    ),
                )
            continue
        path = os.path.realpath(os.path.join(_folder(file), name))
        if not os.path.isfile(path):
            file.fail(entry.node, Text(f"{name} does not exist", f"{name} がありません"))
        address = f"file://{path}"
        if address not in resources:
            resources[address] = {}  # files may refer to one another in a circle
            other = SettingsFile.read(path)
            refuse_misspelled(other, other.root)
            resources[address] = _resolved(other, other.root, resources)
        addresses[reference] = f"{address}#{fragment}"
    data: dict[str, Any] = _rewritten(file.plain_mapping(node), addresses)
    return data


def _references(node: ValueNode) -> Iterator[Entry]:
    for inner in node.walk():
        for entry in inner.entries or ():
            if entry.key in ("$ref", "$dynamicRef"):
                yield entry


def _rewritten(value: Any, addresses: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {
            key: addresses.get(item, item)
            if key in ("$ref", "$dynamicRef") and isinstance(item, str)
            else _rewritten(item, addresses)
            for key, item in value.items()
        }
    if isinstance(value, list):
        return [_rewritten(item, addresses) for item in value]
    return value


def _folder(file: SettingsFile) -> str:
    return os.path.dirname(os.path.abspath(file.source.path))
