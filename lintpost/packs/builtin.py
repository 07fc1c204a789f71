"""The built-in rules and presets, and the cache of parsed packs."""

import os
from functools import cache
from typing import TYPE_CHECKING, Any

from lintpost import __version__
from lintpost.files.compiled_cache import load, store
from lintpost.files.sources import note
from lintpost.language import Text
from lintpost.packs.rule import Rule

if TYPE_CHECKING:
    from lintpost.packs.rule_file import RuleDocument
    from lintpost.packs.vale_style import Unsupported


NO_RULES = Text(
    "no rule files (family/name.yml) in here",
    "ルールファイル（family/name.yml）がありません",
)


@cache
def rules_folder() -> str:
    """``rules/``: in the package once installed, beside it in a checkout."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    inside = os.path.join(package, "rules")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(package), "rules")


def preset_path(name: str) -> str:
    """The path of a built-in preset; the file need not exist."""
    return os.path.join(rules_folder(), "presets", f"{name}.yml")


def presets() -> list[str]:
    """The names of the built-in presets."""
    folder = os.path.join(rules_folder(), "presets")
    return sorted(name[:-4] for name in os.listdir(folder) if name.endswith(".yml"))


_NO_FAMILIES = ("dictionaries", "presets")


def rule_files(folder: str) -> list[str]:
    """The rule files of a pack, sorted: every ``family/name.yml`` outside the folders ``presets`` and
    ``dictionaries``. Raises `OSError` for a folder that cannot be read.
    """
    found = []
    for family in sorted(os.listdir(folder)):
        inner = os.path.join(folder, family)
        if family not in _NO_FAMILIES and os.path.isdir(inner):
            found += [
                os.path.join(inner, f) for f in sorted(os.listdir(inner)) if f.endswith(".yml")
            ]
    return found


def is_pack(path: str) -> bool:
    """Whether a path is a folder that holds rule files or a Vale style."""
    from lintpost.packs.vale_style import is_style

    return os.path.isdir(path) and (bool(rule_files(path)) or is_style(path))


def load_pack(folder: str) -> dict[str, Rule]:
    """The rules of a pack by name: a folder of rule files, or a Vale style.

    Parsing all rule files takes longer than checking a post, so the rules are cached until one of the
    files changes. Raises `SettingsError` for a file that is not a valid rule.
    """
    is_vale, files = _pack_files(folder)
    folders = [folder] if is_vale else dict.fromkeys(map(os.path.dirname, files))
    note(folder, *folders, *files)
    fingerprint = _fingerprint(files)
    cached = load(f"pack:{folder}", fingerprint)
    if cached is not None:
        return {fields[0]: _rule_from(fields) for fields in cached}
    if is_vale:
        from lintpost.packs.vale_style import read_style

        rules = read_style(folder)[0]
    else:
        from lintpost.packs.rule_file import read_rule

        rules = [read_rule(file).rule for file in files]
    store(f"pack:{folder}", fingerprint, [_fields_of(rule) for rule in rules])
    return {rule.name: rule for rule in rules}


def _pack_files(folder: str) -> tuple[bool, list[str]]:
    """Whether a pack is a Vale style, and its files."""
    if folder != rules_folder():
        from lintpost.packs.vale_style import is_style, style_files

        if is_style(folder):
            return True, style_files(folder)
    return False, rule_files(folder)


def unsupported(folder: str) -> "list[Unsupported]":
    """The rules of a Vale style that lintpost cannot run; none for other packs.

    Raises `SettingsError` for a file that is not a valid rule.
    """
    from lintpost.packs.vale_style import Unsupported, is_style, read_style, style_files

    if not is_style(folder):
        return []
    fingerprint = _fingerprint(style_files(folder))
    cached = load(f"unsupported:{folder}", fingerprint)
    if cached is None:
        cached = [[one.name, one.why.en, one.why.ja] for one in read_style(folder)[1]]
        store(f"unsupported:{folder}", fingerprint, cached)
    return [Unsupported(name, Text(en, ja)) for name, en, ja in cached]


def _fingerprint(files: list[str]) -> list[Any]:
    """lintpost's version, and the path, size in bytes and time in nanoseconds of each file."""
    stats = [os.stat(file) for file in files]
    sizes = ([f, s.st_size, s.st_mtime_ns] for f, s in zip(files, stats, strict=True))
    return [__version__, *sizes]


def document(rule: Rule) -> "RuleDocument":
    """The whole rule file of a rule; of a Vale rule, its title only.

    Raises `SettingsError` for a rule file that is not valid any more.
    """
    from lintpost.packs.rule_file import RuleDocument, read_rule
    from lintpost.packs.vale_style import is_style

    if rule.path.startswith(rules_folder()) or not is_style(os.path.dirname(rule.path)):
        return read_rule(rule.path)
    return RuleDocument(rule, rule.title, None, [])


def _fields_of(rule: Rule) -> list[Any]:
    messages = {key: [text.en, text.ja] for key, text in rule.messages.items()}
    return [*rule[:4], [rule.title.en, rule.title.ja], messages, *rule[6:]]


def _rule_from(fields: list[Any]) -> Rule:
    name, check, severity, options, title, messages, path, compat = fields
    texts = {key: Text(*pair) for key, pair in messages.items()}
    return Rule(name, check, severity, options, Text(*title), texts, path, compat)
