"""Migrates markdownlint's ``.markdownlint.*``."""

from typing import Any

from lintpost.config.migrate.migration import NO_COUNTERPART, OFF, Item, Migration
from lintpost.files.settings_file import SettingsFile

_STYLES = ("asterisk", "underscore")


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
