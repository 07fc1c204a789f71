"""Migrates ``.vale.ini`` (https://vale.sh/docs/vale-ini) and markdownlint's ``.markdownlint.*``."""

import configparser
import os
import re
from typing import Any

from lintpost.config.migrate.migration import NO_COUNTERPART, OFF, Item, Migration
from lintpost.files.settings_error import FilePosition, SettingsError
from lintpost.files.settings_file import SettingsFile
from lintpost.language import Text
from lintpost.post.front_matter.scalars import written

_LEVELS = {"suggestion": "info", "warning": "warning", "error": "error"}
_STYLES = ("asterisk", "underscore")


def read_vale(path: str) -> Migration:
    """Migrate the alert level, and the accepted words of vocabularies as names.

    Raises `SettingsError` for a file that cannot be read.
    """
    parser = configparser.ConfigParser(delimiters="=", interpolation=None, strict=False)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    try:
        with open(path, encoding="utf-8") as file:
            parser.read_string("[*top*]\n" + file.read())
    except (OSError, UnicodeDecodeError, configparser.Error) as error:
        line = getattr(error, "lineno", 1) or 1
        raise SettingsError(
            FilePosition(path, max(line - 1, 1)),
            Text(
                f"cannot be read ({type(error).__name__})", f"読めません（{type(error).__name__}）"
            ),
        ) from None
    settings: dict[str, Any] = {}
    files: dict[str, str] = {}
    items: list[Item] = []
    styles = os.path.join(
        os.path.dirname(os.path.abspath(path)), parser["*top*"].get("StylesPath", "styles")
    )
    for section in parser.sections():
        for key, value in parser[section].items():
            source = key if section == "*top*" else f"[{section}] {key}"
            if key == "MinAlertLevel" and value in _LEVELS:
                settings["fail-on"] = _LEVELS[value]
                items.append(Item(source, value, f"fail-on: {_LEVELS[value]}"))
            elif key == "Vocab":
                _vocabulary(source, value, styles, settings, files, items)
            elif value.strip() == "NO":
                items.append(Item(source, value, "", OFF))
            else:
                items.append(Item(source, value, "", NO_COUNTERPART))
    return Migration(settings, files, items)


def _vocabulary(
    source: str, value: str, styles: str, settings: dict[str, Any], files: dict[str, str], items: list[Item]
) -> None:  # fmt: skip
    """Write the accepted words of some vocabularies as a names dictionary."""
    names: dict[str, None] = {}
    for vocabulary in (word.strip() for word in value.split(",") if word.strip()):
        for folder in ("config/vocabularies", "Vocab"):  # Vale 3, Vale 2
            path = os.path.join(styles, folder, vocabulary, "accept.txt")
            if os.path.isfile(path):
                with open(path, encoding="utf-8", errors="replace") as file:
                    lines = [line.strip() for line in file]
                for line in (line for line in lines if line and not line.startswith("#")):
                    if re.search(r"[\\()\[\]{}*+?|^$]", line):
                        why = Text("a regular expression", "正規表現です")
                        items.append(Item(f"{source} {vocabulary}", line, "", why))
                    else:
                        names[line] = None
    if names:
        entries = "".join(f"  - {written(name)}\n" for name in names)
        files["vale-names.yml"] = f"defaults: {{kind: other, bold: any}}\nnames:\n{entries}"
        settings["names"] = ["vale-names.yml"]
        items.append(Item(source, f"{value} ({len(names)})", "names: vale-names.yml"))
    else:
        why = Text("no accepted words were found", "accept.txt が見つかりません")
        items.append(Item(source, value, "", why))


def read_markdownlint(path: str) -> Migration:
    """Migrate the rules of emphasis; lintpost has no others.

    Raises `SettingsError` for a file that cannot be read.
    """
    file = SettingsFile.read(path)
    file.any_mapping(file.root)
    settings: dict[str, Any] = {}
    items: list[Item] = []
    for key, value in (file.root.value or {}).items():
        options = value if isinstance(value, dict) else {}
        name = key.upper()
        target = ""
        if value is False:
            items.append(Item(key, value, "", OFF))
            off = {"MD036": "bold/fake-heading", "NO-EMPHASIS-AS-HEADING": "bold/fake-heading"}.get(
                name
            )
            if off:
                settings.setdefault("rules", {})[off] = "off"
            continue
        if name in ("MD050", "STRONG-STYLE") and str(options.get("style")) in _STYLES:
            style = str(options["style"])
            settings.setdefault("rules", {})["bold/emphasis-style"] = {"style": style}
            target = "bold/emphasis-style: style"
        elif name in ("MD036", "NO-EMPHASIS-AS-HEADING"):
            target = "bold/fake-heading"
        elif name in ("MD037", "NO-SPACE-IN-EMPHASIS"):
            target = "bold/unrendered"
        items.append(Item(key, value, target, None if target else NO_COUNTERPART))
    return Migration(settings, {}, items)
