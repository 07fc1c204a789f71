"""Migrates ``.textlintrc`` (JSON or YAML, https://textlint.github.io/docs/configuring.html)."""

import os
import re
from typing import Any

from lintpost.config.migrate.migration import (
    BAD_VALUE,
    NO_COUNTERPART,
    OFF,
    UNKNOWN,
    Item,
    Migration,
)
from lintpost.config.migrate.refused_options import why_refused
from lintpost.config.migrate.textlint_presets import KNOWN_RULES, OFF_IN_PRESETS, PREFIXES, PRESETS
from lintpost.config.migrate.textlint_rules import rules_for
from lintpost.config.migrate.textlint_values import BadOption, words
from lintpost.files.settings_error import FilePosition, SettingsError
from lintpost.files.settings_file import SettingsFile
from lintpost.language import Text
from lintpost.post.front_matter.value_node import ValueNode
from lintpost.post.lazy import lazy
from lintpost.post.source import Source, UnreadablePost, read_source

_MAX_BYTES = 1_000_000
_NUMBER = lazy(r"^(\d+(?:\.\d+)+)\..*")
_PREFIX = lazy(r"^(?:@[^/]+/)?(?:textlint-rule-)?(preset-)?")
_PRH_SKIPS = {
    "checkLink": "links", "checkBlockQuote": "quotations", "checkEmphasis": "emphasis",
    "checkHeader": "headings",
}  # fmt: skip


def read_textlint(path: str) -> Migration:
    """The migration of one file. Raises `SettingsError` for one that is malformed, or JavaScript."""
    file = _read(path)
    migrator = _Migrator(os.path.dirname(os.path.abspath(path)))
    for key, node in file.any_mapping(file.root).items():
        if key == "rules":
            for name, options in _rules(file, node).items():
                migrator.rule(name, options)
        elif key == "filters":
            filters = file.plain_mapping(node) if node.value is not None else {}
            for name, options in filters.items():
                migrator.drop(f"filters.{name}", options, _filter_advice(name))
        elif key == "plugins":
            why = Text(
                "lintpost reads Markdown and MDX itself", "MarkdownとMDXはlintpostが直接読みます"
            )
            migrator.drop("plugins", node.value, why)
        else:
            migrator.drop(key, node.value, NO_COUNTERPART)
    return Migration(migrator.settings, migrator.files, migrator.items)


def _read(path: str) -> SettingsFile:
    if path.endswith((".js", ".cjs", ".mjs")):
        raise SettingsError(
            FilePosition(path),
            Text(
                "a configuration in JavaScript cannot be read; write it as .textlintrc.json first",
                "JavaScriptの設定は読めません。先に .textlintrc.json の形に書き直してください",
            ),
        )
    try:
        text = read_source(path, _MAX_BYTES).text
    except UnreadablePost as error:
        raise SettingsError(FilePosition(path), error.text) from None
    if text.lstrip().startswith("{"):
        # textlint allows comments in JSON; spaces in their place keep all positions.
        text = re.sub(r"(?m)^[ \t]*//.*$", lambda line: " " * len(line[0]), text)
        text = re.sub(r"/\*.*?\*/", lambda note: re.sub(r"[^\n]", " ", note[0]), text, flags=re.S)
        text = re.sub(r",(?=\s*[}\]])", " ", text).replace("\t", " ")
    return SettingsFile(Source(path, text))


def _rules(file: SettingsFile, node: ValueNode) -> dict[str, Any]:
    """The rules with their options; a list of names turns them on."""
    if node.value is None:
        return {}
    if node.items is not None:
        return dict.fromkeys(file.strings(node), True)
    return file.plain_mapping(node)


def _filter_advice(name: str) -> Text:
    if "comments" in name:
        return Text(
            "write <!-- lintpost-disable RULE --> for it; `--add-suppressions` does",
            "<!-- lintpost-disable ルール --> と書きます（`--add-suppressions` でも書けます）",
        )
    return NO_COUNTERPART


class _Migrator:
    """Collects settings, files and an item for each rule and option; paths are from `folder`."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.settings: dict[str, Any] = {}
        self.files: dict[str, str] = {}
        self.items: list[Item] = []

    def drop(self, source: str, value: Any, why: Text) -> None:
        """Note that something is not migrated, and why."""
        self.items.append(Item(source, value, "", why))

    def rule(self, name: str, options: Any) -> None:
        """Migrate a rule or a preset of the configuration."""
        bare = _PREFIX.sub(lambda match: match[1] or "", name)
        preset = f"preset-{bare.removeprefix('preset-')}"
        if options is False:
            self.drop(name, options, OFF)
        elif bare == "prh":
            self._prh(name, options if isinstance(options, dict) else {})
        elif preset in PRESETS:
            self._preset(name, preset, options if isinstance(options, dict) else {})
        elif not self._turn_on(name, bare, options):
            self._drop_rule(name, options, NO_COUNTERPART if bare in KNOWN_RULES else UNKNOWN)

    def _drop_rule(self, name: str, options: Any, why: Text) -> None:
        self.drop(name, True, why)
        if isinstance(options, dict):
            for key, value in options.items():
                self.drop(f"{name}.{key}", value, why)

    def _turn_on(self, source: str, rule: str, value: Any) -> bool:
        """Turn on the rules that find the same, with the options that they have; False without any.

        They run in ``precise`` mode: the preset textlint has textlint's own findings.
        """
        plain = rules_for(rule, {})
        if not plain:
            return False
        target = ", ".join(plain)
        self.items.append(Item(source, True, target))
        options = {}
        for key, given in (value if isinstance(value, dict) else {}).items():
            try:
                found = rules_for(rule, {key: given}) or {}
                why = why_refused(found)
            except BadOption:
                why = BAD_VALUE
            if why is not None:
                self.drop(f"{source}.{key}", given, why)
                continue
            is_known = found != plain
            options[key] = given
            if is_known:
                self.items.append(Item(f"{source}.{key}", given, ", ".join(found)))
            else:
                self.drop(f"{source}.{key}", given, NO_COUNTERPART)
        for name, converted in (rules_for(rule, options) or {}).items():
            self._set(name, converted, plain.get(name, {}))
        return True

    def _set(self, name: str, options: dict[str, Any], default: dict[str, Any]) -> None:
        """Turn on a rule with those options that differ from its defaults."""
        chosen = self.settings.setdefault("rules", {})
        own = {
            key: new for key, new in options.items() if key == "pairs" or new != default.get(key)
        }
        before = chosen.get(name)
        if isinstance(before, dict) and "pairs" in before and "pairs" in own:
            own["pairs"] = [*before["pairs"], *own["pairs"]]  # JTF has a rule for each pair
        chosen[name] = {"severity": "on", **own} if own else "on"

    def _preset(self, name: str, preset: str, options: dict[str, Any]) -> None:
        """Migrate every rule of a preset, with its setting or the preset's default."""
        known = PRESETS[preset].split()
        full_names = {_NUMBER.sub(r"\1", rule): rule for rule in options}
        for rule in known:
            full = full_names.get(rule, rule)
            value = options.get(full, rule not in OFF_IN_PRESETS.get(preset, ()))
            if value is False:
                self.drop(f"{name}.{full}", False, OFF)
            elif not self._turn_on(f"{name}.{full}", f"{PREFIXES.get(preset, '')}{rule}", value):
                self._drop_rule(f"{name}.{full}", value, NO_COUNTERPART)
        for rule, full in full_names.items():
            if rule not in known:
                self._drop_rule(f"{name}.{full}", options[full], UNKNOWN)

    def _prh(self, name: str, options: dict[str, Any]) -> None:
        """Use the dictionaries as `terms`; the options become `skip` of terms/spelling."""
        self.settings.setdefault("terms", [])
        skip = {"links": False, "quotations": False, "emphasis": False, "headings": True}
        rule: dict[str, Any] = {}
        for key, value in options.items():
            source = f"{name}.{key}"
            try:
                if key == "rulePaths":
                    self._prh_files(source, words(value))
                elif key == "ruleContents":
                    self._prh_contents(source, words(value))
                elif key in _PRH_SKIPS:
                    skip[_PRH_SKIPS[key]] = bool(value)
                    self.items.append(Item(source, value, "terms/spelling: skip"))
                elif key == "checkCodeComment":
                    rule["comments"] = list(words(value))
                    self.items.append(Item(source, value, "terms/spelling: comments"))
                else:
                    self.drop(source, value, NO_COUNTERPART)
            except BadOption:
                self.drop(source, value, BAD_VALUE)
        skipped = [word for word, checked in skip.items() if not checked]
        if skipped != ["links", "quotations", "emphasis"]:
            rule["skip"] = skipped
        if rule:
            self.settings.setdefault("rules", {})["terms/spelling"] = rule

    def _prh_files(self, source: str, paths: list[str]) -> None:
        for path in paths:
            full = os.path.join(self.folder, path)
            shown = os.path.relpath(full).replace(os.sep, "/")
            if os.path.isfile(full):
                self.settings["terms"].append(shown)
                self.items.append(Item(source, path, f"terms: {shown}"))
            else:
                self.drop(source, path, Text("there is no such file", "ファイルがありません"))

    def _prh_contents(self, source: str, texts: list[str]) -> None:
        for number, text in enumerate(texts, 1):
            file = f"prh-{number}.yml"
            self.files[file] = text
            self.settings["terms"].append(file)
            self.items.append(Item(source, f"({number})", f"terms: {file}"))
