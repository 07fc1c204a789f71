"""Reads one configuration file: `lintpost.yml`, a file that it extends, or a preset."""

import os
from typing import Any, NamedTuple

from lintpost.config.dictionaries.inline import parted
from lintpost.config.dictionaries.names_file import read_entries
from lintpost.config.dictionaries.tags_file import read_vocabulary
from lintpost.config.run_settings import FailOn
from lintpost.config.schema_files import SchemaPart, read_schema
from lintpost.files.settings_error import FilePosition
from lintpost.files.settings_file import SettingsFile
from lintpost.language import Text
from lintpost.packs.rule import SEVERITIES
from lintpost.post.front_matter.value_node import ValueNode
from lintpost.site.name import Name
from lintpost.site.site import Renderer
from lintpost.site.vocabulary import Tag

KEYS = (
    "extends", "posts", "exclude", "renderer", "yaml", "code-shortcodes", "lang", "front-matter", "tags", "names", "terms",
    "spellings", "packs", "rules", "overrides", "fixes", "baseline", "preview", "fail-on", "max-findings",
    "max-file-size",
)  # fmt: skip
RENDERERS: tuple[Renderer, ...] = ("kramdown", "commonmark", "cjk-friendly")
YAML_VERSIONS = ("1.1", "1.2")
LEVELS = (*SEVERITIES, "on", "off")
FAIL_ON = (*SEVERITIES, "never")
FIXES = ("safe", "unsafe", "off")


class RuleSetting(NamedTuple):
    """A layer's settings for a rule or a family (``bold/*``).

    `level` is one of `LEVELS`, None where only options are given; `place` is where the value begins.
    """

    level: str | None
    options: dict[str, Any]
    position: FilePosition
    option_positions: dict[str, FilePosition] = {}


class Override(NamedTuple):
    """Rule settings and a schema for some posts, chosen by path, front-matter values, or both."""

    posts: tuple[str, ...]
    front_matter: dict[str, Any]
    rules: dict[str, RuleSetting]
    schema: SchemaPart | None = None


class Layer(NamedTuple):
    """The settings of one file; None for a setting that it does not have.

    Paths are absolute. `own_tags` and `own_names` are the entries that stand in the file itself.
    `max_file_size` is in bytes; `files` are the configuration file and that of its schema, if any.
    """

    path: str
    extends: tuple[tuple[str, FilePosition], ...] = ()
    posts: tuple[str, ...] | None = None
    exclude: tuple[str, ...] | None = None
    renderers: tuple[Renderer, ...] | None = None
    yaml: str | None = None
    code_shortcodes: tuple[str, ...] | None = None
    lang: str | None = None
    schema: SchemaPart | None = None
    tags: tuple[str, ...] | None = None
    own_tags: tuple[Tag, ...] = ()
    names: tuple[str, ...] | None = None
    own_names: tuple[Name, ...] = ()
    terms: tuple[str, ...] | None = None
    spellings: tuple[str, ...] | None = None
    packs: tuple[str, ...] | None = None
    rules: dict[str, RuleSetting] = {}
    overrides: tuple[Override, ...] = ()
    fixes: dict[str, tuple[str, FilePosition]] = {}
    baseline: str | None = None
    preview: bool | None = None
    fail_on: FailOn | None = None
    max_findings: int | None = None
    max_file_size: int | None = None
    files: tuple[str, ...] = ()
    installed: tuple[tuple[str, FilePosition], ...] = ()
    """The installed packs that `packs` or `extends` names."""
    faults: tuple[Text, ...] = ()
    """What is wrong with an installed pack: it is left out, and the rest is used."""


def read_layer(path: str) -> Layer:
    """Read and validate a configuration file. Raises `SettingsError` for anything unknown in it."""
    file = SettingsFile.read(path)
    root = file.mapping(file.root, KEYS)
    base = os.path.dirname(os.path.abspath(path))

    def globs(key: str) -> tuple[str, ...] | None:
        return tuple(file.strings(root[key])) if key in root else None

    def files(key: str) -> tuple[str, ...] | None:
        return _paths(file, root[key], base) if key in root else None

    tags = parted(root["tags"]) if "tags" in root else None
    names = parted(root["names"]) if "names" in root else None
    extends = []
    if "extends" in root:
        node = root["extends"]
        children = node.each()
        extends = [(file.string(child), file.place(child)) for child in children]
    packs, installed = _packs(file, root["packs"], base) if "packs" in root else (None, ())
    overrides = [
        _override(file, node)
        for node in (file.items(root["overrides"]) if "overrides" in root else [])
    ]
    return Layer(
        path=path,
        extends=tuple(extends),
        posts=globs("posts"),
        exclude=globs("exclude"),
        renderers=_renderers(file, root["renderer"]) if "renderer" in root else None,
        yaml=_yaml(file, root["yaml"]) if "yaml" in root else None,
        code_shortcodes=(
            tuple(file.strings(root["code-shortcodes"])) if "code-shortcodes" in root else None
        ),
        lang=file.choice(root["lang"], ("en", "ja")) if "lang" in root else None,
        schema=read_schema(file, root["front-matter"]) if "front-matter" in root else None,
        tags=_paths(file, tags.files, base) if tags else None,
        own_tags=tuple(read_vocabulary(file, tags.entries).tags.values()) if tags else (),
        names=_paths(file, names.files, base) if names else None,
        own_names=tuple(read_entries(file, names.entries)) if names else (),
        terms=files("terms"),
        spellings=files("spellings"),
        packs=packs,
        installed=installed,
        rules=_rules(file, root["rules"]) if "rules" in root else {},
        overrides=tuple(overrides),
        fixes=_fixes(file, root["fixes"]) if "fixes" in root else {},
        baseline=(
            os.path.join(base, os.path.expanduser(file.string(root["baseline"])))
            if "baseline" in root
            else None
        ),
        preview=file.boolean(root["preview"]) if "preview" in root else None,
        fail_on=_fail_on(file, root["fail-on"]) if "fail-on" in root else None,
        max_findings=_number(file, root["max-findings"], 0) if "max-findings" in root else None,
        files=_files(root.get("front-matter"), base, path),
        max_file_size=_size(file, root["max-file-size"]) if "max-file-size" in root else None,
    )


def _renderers(file: SettingsFile, node: ValueNode) -> tuple[Renderer, ...]:
    """One renderer, or several where the posts are published in more than one place."""
    found = dict.fromkeys(file.choice(item, RENDERERS) for item in node.each())
    if not found:
        file.fail(node, Text("name a renderer", "レンダラーを指定してください"))
    return tuple(found)


def _yaml(file: SettingsFile, node: ValueNode) -> str:
    """A YAML version; without quotes it is a number."""
    version = str(node.value)
    if version not in YAML_VERSIONS:
        file.choice(node, YAML_VERSIONS)
    return version


def _size(file: SettingsFile, node: ValueNode) -> int:
    """A size given in megabytes, in bytes."""
    return _number(file, node, 1) * 1_000_000


def _number(file: SettingsFile, node: ValueNode, least: int) -> int:
    number = file.whole_number(node)
    if number < least:
        file.fail(node, Text(f"a number from {least} is needed here", f"{least}以上の数が必要です"))
    return number


def _fail_on(file: SettingsFile, node: ValueNode) -> FailOn:
    if node.entries is None:
        return FailOn(file.choice(node, FAIL_ON))
    entries = file.mapping(node, ("severity", "rules"))
    severity = file.choice(entries["severity"], FAIL_ON) if "severity" in entries else "never"
    rules = entries["rules"].each() if "rules" in entries else []
    return FailOn(severity, tuple((file.string(rule), file.place(rule)) for rule in rules))


def _fixes(file: SettingsFile, node: ValueNode) -> dict[str, tuple[str, FilePosition]]:
    """The kind of fix for each rule or family, one of `FIXES`, with its position."""
    return {
        name: (file.choice(child, FIXES), file.place(child))
        for name, child in file.any_mapping(node).items()
    }


def _files(schema: ValueNode | None, base: str, path: str) -> tuple[str, ...]:
    """The configuration file and the file of its schema, if it is in one of its own."""
    named = schema is not None and isinstance(schema.value, str)
    return (path, os.path.join(base, schema.value)) if named and schema else (path,)


def _paths(
    file: SettingsFile, node: ValueNode, base: str, *, folders: bool = False
) -> tuple[str, ...]:
    """Absolute paths of existing files (or folders), given relative to the folder `base`."""
    found = []
    for child in node.each():
        name = file.string(child)
        path = os.path.join(base, os.path.expanduser(name))
        if not os.path.exists(path):
            file.fail(child, Text(f"{name} does not exist", f"{name} がありません"))
        if folders and not os.path.isdir(path):
            file.fail(child, Text(f"{name} is not a folder", f"{name} はフォルダーではありません"))
        if not folders and os.path.isdir(path):
            text = Text(
                f"{name} is a folder, not a file",
                f"{name} はフォルダーです。ファイルを指定してください",
            )
            file.fail(child, text)
        found.append(path)
    return tuple(found)


def _packs(
    file: SettingsFile, node: ValueNode, base: str
) -> tuple[tuple[str, ...], tuple[tuple[str, FilePosition], ...]]:
    """Folders with rule files or Vale styles, and names of installed packs."""
    from lintpost.packs.builtin import is_pack

    found: list[str] = []
    installed = []
    for child in node.each():
        name = file.string(child)
        if not os.path.exists(os.path.join(base, os.path.expanduser(name))):
            from lintpost.packs.installed import installed_packs

            if name in installed_packs():
                installed.append((name, file.place(child)))
                continue
        (path,) = _paths(file, child, base, folders=True)
        found.append(path)
        if not is_pack(path):
            file.fail(child, Text(f"{name} holds no rules (FAMILY/NAME.yml, or a Vale style)",
                                  f"{name} にルールがありません（系列/名前.yml またはValeのスタイル）"))  # fmt: skip
    return tuple(found), tuple(installed)


def _rules(file: SettingsFile, node: ValueNode) -> dict[str, RuleSetting]:
    found = {}
    for name, child in file.any_mapping(node).items():
        level: str | None = None
        options: dict[str, Any] = {}
        positions: dict[str, FilePosition] = {}
        if child.entries is not None:
            positions = {entry.key: file.position_at(entry.start) for entry in child.entries}
            options = file.plain_mapping(child)
            options.pop("severity", None)
            severity = child.get("severity")
            level = None if severity is None else _level(file, severity.node)
        else:
            level = _level(file, child)
        found[name] = RuleSetting(level, options, file.place(child), positions)
    return found


def _level(file: SettingsFile, node: ValueNode) -> str:
    # YAML 1.1 reads a bare `on` as true.
    return "on" if node.value is True else file.choice(node, LEVELS)


def _override(file: SettingsFile, node: ValueNode) -> Override:
    entries = file.mapping(node, ("posts", "front-matter", "rules", "schema"))
    if "schema" not in entries:
        file.require(entries, ("rules",), node)
    if "posts" not in entries and "front-matter" not in entries:
        file.fail(
            node,
            Text(
                "an override needs `posts` or `front-matter` to say which posts it is for",
                "overridesには、対象を示す `posts` か `front-matter` が必要です",
            ),
        )
    return Override(
        tuple(file.strings(entries["posts"])) if "posts" in entries else (),
        file.plain_mapping(entries["front-matter"]) if "front-matter" in entries else {},
        _rules(file, entries["rules"]) if "rules" in entries else {},
        read_schema(file, entries["schema"]) if "schema" in entries else None,
    )
