"""Migrates markdownlint's ``.markdownlint.*``.

Names and aliases are those of markdownlint 0.40 (https://github.com/DavidAnson/markdownlint/blob/main/README.md#rules--aliases).
"""

from typing import Any

from lintpost.config.migrate.migration import NO_COUNTERPART, OFF, Item, Migration
from lintpost.files.settings_file import SettingsFile

_STYLES = ("asterisk", "underscore")
_RULES = {
    "MD001": ("HEADING-INCREMENT", "structure/skipped-level"),
    "MD011": ("NO-REVERSED-LINKS", "links/broken-link"),
    "MD024": ("NO-DUPLICATE-HEADING", "structure/same-heading"),
    "MD025": ("SINGLE-TITLE", "structure/first-level"),
    "MD029": ("OL-PREFIX", "structure/list-number"),
    "MD034": ("NO-BARE-URLS", "links/bare-address"),
    "MD036": ("NO-EMPHASIS-AS-HEADING", "bold/fake-heading"),
    "MD037": ("NO-SPACE-IN-EMPHASIS", "bold/unrendered"),
    "MD040": ("FENCED-CODE-LANGUAGE", "structure/fence-language"),
    "MD042": ("NO-EMPTY-LINKS", "links/empty-link"),
    "MD045": ("NO-ALT-TEXT", "structure/image-alt"),
    "MD050": ("STRONG-STYLE", "bold/emphasis-style"),
    "MD051": ("LINK-FRAGMENTS", "links/dead-anchor"),
    "MD052": ("REFERENCE-LINKS-IMAGES", "links/undefined-reference"),
    "MD053": ("LINK-IMAGE-REFERENCE-DEFINITIONS", "links/unused-definition"),
    "MD056": ("TABLE-COLUMN-COUNT", "structure/short-row"),
}
"""The alias of a rule, and what does its work here."""
_BY_NAME = {
    name: (number, rule) for number, (alias, rule) in _RULES.items() for name in (number, alias)
}


def read_markdownlint(path: str) -> Migration:
    """Migrate the rules that have a counterpart; of their options only the style of bold.

    Raises `SettingsError` for a file that cannot be read.
    """
    file = SettingsFile.read(path)
    file.any_mapping(file.root)
    rules: dict[str, Any] = {}
    items: list[Item] = []
    for key, value in (file.root.value or {}).items():
        number, rule = _BY_NAME.get(key.upper(), ("", ""))
        if value is False:
            items.append(Item(key, value, "", OFF))
            if rule:
                rules[rule] = "off"
        elif number == "MD050":
            items.append(_style_of_bold(key, value, rules))
        elif rule:
            rules[rule] = "on"
            items.append(Item(key, True, rule, None))
            options = value if isinstance(value, dict) else {}
            items += [
                Item(f"{key}.{name}", one, "", NO_COUNTERPART) for name, one in options.items()
            ]
        else:
            items.append(Item(key, value, "", NO_COUNTERPART))
    return Migration({"rules": rules} if rules else {}, {}, items)


def _style_of_bold(key: str, value: object, rules: dict[str, Any]) -> Item:
    """MD050 with one of the two signs; `consistent` has no counterpart."""
    style = str(value.get("style")) if isinstance(value, dict) else ""
    if style not in _STYLES:
        return Item(key, value, "", NO_COUNTERPART)
    rules["bold/emphasis-style"] = {"style": style}
    return Item(key, value, "bold/emphasis-style: style", None)
