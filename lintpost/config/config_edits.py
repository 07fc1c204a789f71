"""Edits `lintpost.yml`, and leaves its comments, order and style alone."""

from lintpost.files.settings_file import SettingsFile
from lintpost.language import Text
from lintpost.post.edit import Edit, apply_edits
from lintpost.post.front_matter.list_edits import line_end
from lintpost.post.front_matter.mapping_edits import insert_entry
from lintpost.post.front_matter.value_node import Entry, ValueNode
from lintpost.post.source import Source

_OFF = "off"


def with_rule_off(source: Source, rule: str) -> str:
    """The text of a configuration that switches a rule off. Options that it has stay, for the day it is on again.

    Raises `SettingsError` for a file that is malformed, or written so that no key can be added.
    """
    file = SettingsFile(source)
    edit = _edit(source, file.root, rule)
    after = apply_edits(source.text, [edit] if edit is not None else [])
    if not _is_off(SettingsFile(Source(source.path, after)).root, rule):
        file.fail(
            file.root,
            Text(
                f"no key can be added here: write `{rule}: off` under `rules`",
                f"ここにはキーを追記できません。`rules` に `{rule}: off` と書いてください",
            ),
        )
    return after


def _is_off(root: ValueNode, rule: str) -> bool:
    level = root.at(["rules", rule])
    severity = level.get("severity")
    return (severity.node if severity is not None else level).value in (_OFF, False)


def _edit(source: Source, root: ValueNode, rule: str) -> Edit | None:
    entry = root.get("rules")
    end = line_end(source)
    if entry is None:
        at = len(source.text)
        gap = "" if not source.text or source.text.endswith(("\n", "\r")) else end
        return Edit(at, at, f"{gap}rules:{end}  {rule}: {_OFF}{end}")
    rules = entry.node
    if rules.value in (None, {}):
        stop = max(rules.end, entry.end + 1)
        return Edit(entry.end, stop, f":{end}  {rule}: {_OFF}")
    known = rules.get(rule)
    if known is None:
        return _added(source, rules, rule)
    if known.node.entries is None:
        return Edit(known.node.start, known.node.end, _OFF)
    severity: Entry | None = known.node.get("severity")
    if severity is not None:
        return Edit(severity.node.start, severity.node.end, _OFF)
    return _added(source, known.node, "severity")


def _added(source: Source, mapping: ValueNode, key: str) -> Edit | None:
    """Add a key that is off to a mapping."""
    if source.text[mapping.start] != "{":
        return insert_entry(source, mapping, key, _OFF)
    entries = mapping.entries or []
    at = entries[-1].node.end
    return Edit(at, at, f", {key}: {_OFF}")
