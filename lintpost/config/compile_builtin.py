"""Compiles what comes with lintpost, for the wheel: the first run of all need not read three hundred files."""

import json
import os
from typing import Any

from lintpost.checks.registry import find_check
from lintpost.config.active import missing_part
from lintpost.config.dictionaries.compiled_files import built_in_file, compiled_names
from lintpost.config.needed_words import FILE, BuiltinNeeds
from lintpost.config.rule_states import rule_states
from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.packs.builtin import compiled_rules, preset_path, presets, rules_folder
from lintpost.site.literals import NeededWords


def compiled() -> dict[str, str]:
    """The texts of the files, by name: the rules, the words that their patterns need, and dictionaries of names."""
    files: dict[str, Any] = {"rules": compiled_rules(), FILE: _needed_words()}
    folder = os.path.join(rules_folder(), "dictionaries")
    named = (path for name in presets() for path in _names_of(name))
    for path in sorted(path for path in set(named) if path.startswith(folder)):
        files[built_in_file(path)] = compiled_names(path)
    return {
        name: json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        for name, value in files.items()
    }


def _names_of(preset: str) -> tuple[str, ...]:
    layers = load_settings(preset_path(preset), CliOverrides()).layers
    return tuple(os.path.abspath(path) for layer in layers for path in layer.names or ())


def _needed_words() -> NeededWords:
    """Those of every rule, with the options that it has in some preset."""
    needs = BuiltinNeeds(afresh=True)
    for name in presets():
        settings = load_settings(preset_path(name), CliOverrides())
        for state in rule_states(settings):
            check = find_check(state.rule.check)
            options = check.options(state.options)
            if check.prepare is not None and missing_part(check, options, settings.site) is None:
                needs.use(settings.site.literals, builtin=True)
                check.prepare(options, settings.site)
    return dict(sorted(needs.known.items()))
