"""The built-in rules and presets, and the cache of parsed packs."""

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from lintpost.checks.registry import is_installed_check
from lintpost.files.compiled_cache import load, load_built_in, store
from lintpost.files.package import package_stamp
from lintpost.files.package import rules_folder as rules_folder
from lintpost.files.sources import read_recorded, record_paths, recorded
from lintpost.language import Text
from lintpost.packs.rule import Rule

if TYPE_CHECKING:
    from lintpost.packs.rule_file import RuleDocument
    from lintpost.packs.vale_style import Unsupported


NO_RULES = Text(
    "no rule files (family/name.yml) in here",
    "ルールファイル（family/name.yml）がありません",
)


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
    if folder == rules_folder():
        return _builtin_rules()
    record_paths(folder, *(entry.path for entry in os.scandir(folder) if os.path.isdir(entry)))
    is_vale, files = _pack_files(folder)
    contents = _contents(files)
    fingerprint = [package_stamp(), contents]
    cached = load(f"pack:{folder}", fingerprint)
    if cached is not None:
        return {fields[0]: _rule_from(fields) for fields in cached}
    with recorded() as sources:
        if is_vale:
            from lintpost.packs.vale_style import read_style

            rules = read_style(folder)[0]
        else:
            rules = _read_rules(files)
    # What rules were held against may change with an installed package that has their checks.
    alone = not any(is_installed_check(rule.check) for rule in rules)
    if alone and contents == {path: read.digest for path, read in sources.items()}:
        store(f"pack:{folder}", fingerprint, [_fields_of(rule) for rule in rules])
    return {rule.name: rule for rule in rules}


def _builtin_rules() -> dict[str, Rule]:
    """They come with lintpost, so that `package_stamp` tells whether they changed. The wheel has them compiled;
    in a checkout the user's cache has.
    """
    built = load_built_in("rules")
    if built is not None:
        return {fields[0]: _rule_from(fields, rules_folder()) for fields in built}
    key, fingerprint = f"pack:{rules_folder()}", package_stamp()
    cached = load(key, fingerprint, builtin=True)
    if cached is not None:
        return {fields[0]: _rule_from(fields) for fields in cached}
    rules = _read_rules(rule_files(rules_folder()))
    store(key, fingerprint, [_fields_of(rule) for rule in rules], builtin=True)
    return {rule.name: rule for rule in rules}


def _read_rules(files: list[str]) -> list[Rule]:
    from lintpost.packs.rule_file import read_rule

    return [read_rule(file).rule for file in files]


def _contents(files: list[str]) -> dict[str, str | None]:
    """The digest of each file that can be read."""
    with recorded() as sources:
        for file in files:
            with suppress(OSError):  # the reader of rules says what is wrong
                read_recorded(file)
    return {path: read.digest for path, read in sources.items()}


def _pack_files(folder: str) -> tuple[bool, list[str]]:
    """Whether a pack is a Vale style, and its files."""
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
    contents = _contents(style_files(folder))
    fingerprint = [package_stamp(), contents]
    cached = load(f"unsupported:{folder}", fingerprint)
    if cached is None:
        with recorded() as sources:
            cached = [[one.name, one.why.en, one.why.ja] for one in read_style(folder)[1]]
        if contents == {path: read.digest for path, read in sources.items()}:
            store(f"unsupported:{folder}", fingerprint, cached)
    return [Unsupported(name, Text(en, ja)) for name, en, ja in cached]


def family_names() -> dict[str, Text]:
    """What the built-in families are called, in the order of the index."""
    import yaml

    with open(os.path.join(rules_folder(), "index.yml"), encoding="utf-8") as file:
        families = yaml.load(file, yaml.CSafeLoader)["families"]
    return {name: Text(**family["name"]) for name, family in families.items()}


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


def compiled_rules() -> list[Any]:
    """The built-in rules as the wheel has them, with paths relative to their folder and slashes."""
    found = []
    for rule in _read_rules(rule_files(rules_folder())):
        below = os.path.relpath(rule.path, rules_folder()).replace(os.sep, "/")
        found.append(_fields_of(rule._replace(path=below)))
    return found


def _rule_from(fields: list[Any], folder: str = "") -> Rule:
    """A rule from its fields; `folder` is what its path is relative to, if it is."""
    name, check, severity, options, title, messages, path, *standing = fields
    compat, optional, preview, since, aliases = standing
    path = os.path.join(folder, *path.split("/")) if folder else path
    texts = {key: Text(*pair) for key, pair in messages.items()}
    return Rule(
        name, check, severity, options, Text(*title), texts, path, compat, optional, preview, since,
        tuple((old, until) for old, until in aliases),
    )  # fmt: skip
