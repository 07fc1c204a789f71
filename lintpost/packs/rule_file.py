"""Reads a rule file."""

from typing import Any, NamedTuple

from lintpost.files.settings_error import FilePosition
from lintpost.files.settings_file import SettingsFile
from lintpost.language import Text
from lintpost.packs.rule import SEVERITIES, Rule
from lintpost.packs.rule_validation import validate_rule
from lintpost.post.front_matter.value_node import ValueNode
from lintpost.post.lazy import lazy

_KEYS = (
    "rule",
    "check",
    "severity",
    "optional",
    "preview",
    "since",
    "aliases",
    "options",
    "compat",
    "title",
    "message",
    "why",
    "leaves-out",
    "fix-safety",
    "examples",
)
_LANGUAGES = ("en", "ja")
# YAML folds a line end into a space, which Japanese does not want.
_FOLDED = lazy(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])|(?<=[。、）」]) ")


_VERSION = lazy(r"\d+\.\d+(?:\.\d+)?")
_DAY = lazy(r"\d{4}-\d{2}-\d{2}")


class Example(NamedTuple):
    """One example of a rule file.

    `text` is the post; `good` says that the rule finds nothing. `at` lists the text of every
    finding and which of its occurrences it is (from 1; 0 for the next one from the finding before).
    `fixed` is the text after all fixes (None: not asserted). The rest sets up the site.
    """

    text: str
    good: bool
    at: list[tuple[str, int]]
    fixed: str | None
    settings: dict[str, Any]
    place: FilePosition


class RuleDocument(NamedTuple):
    """The whole of a rule file: the rule and its page.

    `fix_safety` says when the rule's fix is safe, unsafe or not offered; None for a rule without one.
    """

    rule: Rule
    why: Text
    leaves_out: Text | None
    examples: list[Example]
    fix_safety: Text | None = None


def read_rule(path: str) -> RuleDocument:
    """Read and validate one file. Raises `SettingsError` naming the place of what is wrong."""
    file = SettingsFile.read(path)
    root = file.mapping(file.root, _KEYS)
    file.require(root, ("rule", "check", "severity", "title", "message", "why", "examples"))
    name = file.string(root["rule"])
    if name.count("/") != 1:
        file.fail(
            root["rule"], Text("a rule is named family/name", "ルール名は family/name の形です")
        )
    severity = file.choice(root["severity"], SEVERITIES)
    for key in ("options", "compat"):
        if key in root:
            file.any_mapping(root[key])
    validate_rule(file, root)
    options = file.plain_mapping(root["options"]) if "options" in root else {}
    rule = Rule(
        name=name,
        check=file.string(root["check"]),
        severity=severity,
        options=options,
        title=_text(file, root["title"]),
        messages=_messages(file, root["message"]),
        path=path,
        compat=file.plain_mapping(root["compat"]) if "compat" in root else None,
        optional="optional" in root and file.boolean(root["optional"]),
        preview="preview" in root and file.boolean(root["preview"]),
        since=_version(file, root["since"]) if "since" in root else "",
        aliases=tuple(_alias(file, item) for item in file.items(root["aliases"]))
        if "aliases" in root
        else (),
    )
    leaves_out = _text(file, root["leaves-out"]) if "leaves-out" in root else None
    fix_safety = _text(file, root["fix-safety"]) if "fix-safety" in root else None
    examples = [_example(file, node) for node in file.items(root["examples"])]
    return RuleDocument(rule, _text(file, root["why"]), leaves_out, examples, fix_safety)


def _version(file: SettingsFile, node: ValueNode) -> str:
    """A version of two or three numbers, in quotes: 1.10 is another than 1.1."""
    version = file.string(node)
    if not _VERSION.fullmatch(version):
        file.fail(
            node, Text('write a version, such as "1.3"', '"1.3" のようにバージョンを書いてください')
        )
    return version


def _alias(file: SettingsFile, node: ValueNode) -> tuple[str, str]:
    """``{name: family/name, until: "2027-04-01"}``; `until` may be a version."""
    entries = file.mapping(node, ("name", "until"))
    file.require(entries, ("name", "until"), node)
    old, until = file.string(entries["name"]), str(entries["until"].value)
    if old.count("/") != 1:
        file.fail(
            entries["name"], Text("a rule is named family/name", "ルール名は family/name の形です")
        )
    if not _DAY.fullmatch(until):
        _version(file, entries["until"])
    return old, until


def _text(file: SettingsFile, node: ValueNode) -> Text:
    entries = file.mapping(node, _LANGUAGES)
    file.require(entries, _LANGUAGES, node)
    japanese = _FOLDED.sub("", file.string(entries["ja"]).strip())
    return Text(file.string(entries["en"]).strip(), japanese)


def _messages(file: SettingsFile, node: ValueNode) -> dict[str, Text]:
    """``{en, ja}``, or several of them by key."""
    if node.entries and node.entries[0].key in _LANGUAGES:
        return {"": _text(file, node)}
    return {key: _text(file, child) for key, child in file.any_mapping(node).items()}


def _example(file: SettingsFile, node: ValueNode) -> Example:
    keys = (
        "bad", "good", "at", "fixed", "path", "posts",
        "names", "terms", "spellings", "tags", "categories", "schema", "renderer", "yaml", "code-shortcodes", "options", "now", "files",
    )  # fmt: skip
    entries = file.mapping(node, keys)
    if ("bad" in entries) == ("good" in entries):
        file.fail(
            node,
            Text("an example is either `bad` or `good`", "例は `bad` か `good` のどちらか一つです"),
        )
    if "posts" in entries:
        for other in file.any_mapping(entries["posts"]).values():
            file.string(other)
    good = "good" in entries
    at: list[tuple[str, int]] = []
    if "at" in entries:
        places = entries["at"]
        at = [_place(file, item) for item in places.items or [places]]
    fixed = file.string(entries["fixed"]) if "fixed" in entries else None
    settings = {
        key: child.value
        for key, child in entries.items()
        if key not in ("bad", "good", "at", "fixed")
    }
    text = file.string(entries["good" if good else "bad"])
    return Example(text, good, at, fixed, settings, file.place(node))


def _place(file: SettingsFile, node: ValueNode) -> tuple[str, int]:
    """``text``, or ``{text: 2}`` for its second occurrence."""
    if node.entries is None:
        return file.string(node), 0
    if len(node.entries) != 1:
        file.fail(node, Text("write {text: 2} for one place", "1か所につき {文字列: 2} と書きます"))
    return node.entries[0].key, file.whole_number(node.entries[0].node)
