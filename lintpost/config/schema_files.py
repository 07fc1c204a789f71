"""Reads front-matter schemas, from `lintpost.yml` or from files that may refer to one another."""

import os
from collections.abc import Iterator
from typing import Any, NamedTuple

from lintpost.config.schema import schema_problem
from lintpost.config.schema_keywords import refuse_misspelled
from lintpost.files.package import is_own_file
from lintpost.files.settings_file import SettingsFile
from lintpost.language import Text
from lintpost.post.front_matter.value_node import Entry, ValueNode

_BUILT_IN = "https://json-schema.org/"


class SchemaPart(NamedTuple):
    """The front-matter schema of one layer or override.

    `data` is the schema, with references to other files as ``file:`` URIs; `resources` are the contents
    of those files by URI; `order` is the order of the keys (None: not given).
    """

    data: dict[str, Any]
    resources: dict[str, Any]
    order: tuple[str, ...] | None


def read_schema(file: SettingsFile, node: ValueNode) -> SchemaPart:
    """Read a schema, or the YAML or JSON file that is named in its place.

    Raises `SettingsError` for anything that is not JSON Schema 2020-12, a missing file, and a
    reference to the network: nothing is fetched.
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
    place = file.place(node)._replace(path=os.path.abspath(file.source.path))
    if is_own_file(place.path):  # the tests hold these valid
        return SchemaPart(data, resources, keys)
    problem = schema_problem(str(place), data, resources)
    if problem is not None:
        path_in_schema, message = problem
        file.fail(node.at(path_in_schema), message)
    return SchemaPart(data, resources, keys)


def merged(parts: list[SchemaPart]) -> SchemaPart | None:
    """Merge parts; later ones take precedence, per property, and per keyword for all other keywords.

    A later part with ``additionalProperties: false`` lists all keys: properties of earlier parts that
    it does not name are dropped. None for no parts.
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
    """A schema as plain values; the files that it refers to are read into `resources`."""
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
        named = os.path.join(_folder(file), name)
        if not os.path.isfile(named):
            file.fail(entry.node, Text(f"{name} does not exist", f"{name} がありません"))
        path = os.path.realpath(named)
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
