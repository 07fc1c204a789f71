"""Migrates ``.vale.ini`` (https://vale.sh/docs/vale-ini)."""

import configparser
import os
from fnmatch import fnmatch
from typing import Any

from lintpost.config.migrate.migration import NO_COUNTERPART, OFF, Item, Migration
from lintpost.config.migrate.vale_words import Vocabulary, read_vocabularies
from lintpost.files.settings_error import FilePosition, SettingsError
from lintpost.language import Text
from lintpost.packs.vale_style import is_style, read_style

_LEVELS = {"suggestion": "info", "warning": "warning", "error": "error"}
_SWITCHES = {"YES": "on", "NO": "off", **_LEVELS}
_TOP = "*top*"
_BUILTIN = "Vale"
_NO_FOLDER = Text(
    "its folder is not there (`vale sync` fetches it)",
    "フォルダーがありません（`vale sync` で取得できます）",
)
_OTHER_FILES = Text("for files that are no posts", "記事ではないファイルの設定です")
_BUILTIN_RULES = Text(
    "lintpost has no spelling checker; en/repeated-word and the words of `Vocab` do the rest",
    "スペルチェックはありません。ほかは en/repeated-word と `Vocab` の語が受け持ちます",
)


def read_vale(path: str) -> Migration:
    """Migrate the alert level, the styles as packs, and the words of vocabularies.

    Raises `SettingsError` for a file that cannot be read, here or in a style.
    """
    migrator = _Migrator(path)
    for section, values in migrator.sections.items():
        migrator.styles_of(section, values.get("BasedOnStyles", ""))
    for section, values in migrator.sections.items():
        for key, value in values.items():
            migrator.setting(section, key, value.strip())
    migrator.words()
    return Migration(migrator.settings, migrator.files, migrator.items)


def _sections(path: str) -> dict[str, dict[str, str]]:
    """The keys and values of each section; those before the first are in `_TOP`."""
    parser = configparser.ConfigParser(
        delimiters="=", interpolation=None, strict=False, inline_comment_prefixes=(" #", " ;"),
        default_section="",
    )  # fmt: skip
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    try:
        with open(path, encoding="utf-8-sig") as file:
            parser.read_string(f"[{_TOP}]\n" + file.read())
    except (OSError, UnicodeDecodeError, configparser.Error) as error:
        line = getattr(error, "lineno", 1) or 1
        raise SettingsError(
            FilePosition(path, max(line - 1, 1)),
            Text(
                f"cannot be read ({type(error).__name__})", f"読めません（{type(error).__name__}）"
            ),
        ) from None
    return {name: dict(parser[name]) for name in parser.sections()}


class _Migrator:
    """Collects settings, files and an item for each key."""

    def __init__(self, path: str) -> None:
        self.sections = _sections(path)
        self.settings: dict[str, Any] = {}
        self.files: dict[str, str] = {}
        self.items: list[Item] = []
        folder = self.sections.get(_TOP, {}).get("StylesPath", "styles").strip()
        self.styles = os.path.join(
            os.path.dirname(os.path.abspath(path)), os.path.expanduser(folder)
        )
        self._rules: dict[str, str] = {}
        """The rules of the styles that are packs: their names in lintpost by those in Vale."""
        self._vocabularies: list[tuple[str, Vocabulary]] = []
        self._builtin_rules: dict[str, str] = {}

    def styles_of(self, section: str, styles: str) -> None:
        """Use the styles of a section; the other keys speak of their rules."""
        if _has_posts(section):
            for name in _list(styles):
                self._style(_source(section, "BasedOnStyles"), name)

    def setting(self, section: str, key: str, value: str) -> None:
        """Migrate one key."""
        source = _source(section, key)
        if key == "StylesPath":
            return  # where the others are
        if not _has_posts(section):
            self._drop(source, value, _OTHER_FILES)
        elif key == "MinAlertLevel" and value in _LEVELS:
            self.settings["fail-on"] = _LEVELS[value]
            self.items.append(Item(source, value, f"fail-on: {_LEVELS[value]}"))
        elif key == "Vocab":
            for name in _list(value):
                self._vocabularies.append((source, read_vocabularies(self.styles, name)))
        elif key == "BasedOnStyles":
            return  # `styles_of`
        elif key == "Packages":
            for name in _list(value):
                self._package(source, name)
        elif "." in key and value in _SWITCHES:
            self._switch(section, source, key, value)
        else:
            self._drop(source, value, OFF if value == "NO" else NO_COUNTERPART)

    def _drop(self, source: str, value: Any, why: Text) -> None:
        self.items.append(Item(source, value, "", why))

    def _folder(self, style: str) -> str | None:
        """The folder of a style; None where it is none, or leads out of the styles."""
        folder = os.path.join(self.styles, style)
        inside = style == os.path.basename(style) and style not in (".", "..")
        return folder if inside and os.path.isdir(folder) and is_style(folder) else None

    def _style(self, source: str, name: str) -> None:
        """Use a style as a pack; it holds for all posts."""
        if name == _BUILTIN:
            self._drop(source, name, _BUILTIN_RULES)
            return
        folder = self._folder(name)
        if folder is None:
            self._drop(source, name, _NO_FOLDER)
            return
        shown = os.path.relpath(folder).replace(os.sep, "/")
        self.items.append(Item(source, name, f"packs: {shown}"))
        packs = self.settings.setdefault("packs", [])
        if shown in packs:
            return
        packs.append(shown)
        rules, unsupported = read_style(folder)
        for rule in rules:
            stem = os.path.splitext(os.path.basename(rule.path))[0]
            self._rules[f"{name}.{stem}"] = rule.name
        for left in unsupported:
            self._drop(left.name, True, left.why)

    def _package(self, source: str, name: str) -> None:
        if self._folder(os.path.basename(name).removesuffix(".zip")) is None:
            self._drop(source, name, _NO_FOLDER)
        else:
            self.items.append(Item(source, name, "packs, by BasedOnStyles"))

    def _switch(self, section: str, source: str, key: str, value: str) -> None:
        """Turn a rule of a style on or off, or set its severity, for the posts of the section."""
        if key.startswith(f"{_BUILTIN}."):
            self._builtin_rules[key] = value
            self._drop(source, value, OFF if value == "NO" else _BUILTIN_RULES)
            return
        rule = self._rules.get(key)
        if rule is None:
            self._drop(source, value, OFF if value == "NO" else NO_COUNTERPART)
            return
        self.items.append(Item(source, value, f"{rule}: {_SWITCHES[value]}"))
        if section == _TOP or _is_general(section):
            self.settings.setdefault("rules", {})[rule] = _SWITCHES[value]
            return
        overrides = self.settings.setdefault("overrides", [])
        found = next((one for one in overrides if one["posts"] == [section]), None)
        if found is None:
            found = {"posts": [section], "rules": {}}
            overrides.append(found)
        found["rules"][rule] = _SWITCHES[value]

    def words(self) -> None:
        """Write the words of the vocabularies: accepted ones as names, rejected ones as a pack."""
        merged = Vocabulary.merged([vocabulary for _, vocabulary in self._vocabularies])
        for source, vocabulary in self._vocabularies:
            for item in vocabulary.items(source):
                self.items.append(item)
        enforced = self._builtin_rules.get("Vale.Terms") != "NO"
        text = merged.names_text(enforced=enforced)
        if text:
            self.files["vale-names.yml"] = text
            self.settings["names"] = ["vale-names.yml"]
        if self._builtin_rules.get("Vale.Avoid") == "NO":
            return
        rules = merged.rule_texts()
        if rules:
            self.files |= rules
            self.settings.setdefault("packs", []).append("vale-words")


def _source(section: str, key: str) -> str:
    return key if section == _TOP else f"[{section}] {key}"


def _list(value: str) -> list[str]:
    return [word.strip() for word in value.split(",") if word.strip()]


def _has_posts(section: str) -> bool:
    """Whether a section's pattern may match Markdown: not ``[*.rst]``, nor ``[formats]``."""
    if section in (_TOP, "formats"):
        return section == _TOP
    ends = _alternatives(os.path.basename(section))
    return any(fnmatch(f"x{ending}", end) for end in ends for ending in (".md", ".mdx")) or any(
        end.endswith((".md", ".mdx", ".markdown")) for end in ends
    )


def _is_general(section: str) -> bool:
    """Whether a section is for all posts: ``[*]``, ``[*.md]``, ``[*.{md,rst}]``."""
    return "/" not in section and any(
        end in ("*", "*.*", "*.md", "*.mdx", "*.markdown") for end in _alternatives(section)
    )


def _alternatives(pattern: str) -> list[str]:
    """A pattern with each alternative of its braces in their place."""
    before, brace, rest = pattern.partition("{")
    if not brace:
        return [pattern]
    inside, _, after = rest.partition("}")
    return [before + one + after for one in inside.split(",")]
