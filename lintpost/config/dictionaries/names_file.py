"""Reads and validates `names.yml`, and prh dictionaries that are used as one."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from lintpost.files.settings_error import unknown_word
from lintpost.files.settings_file import SettingsFile
from lintpost.language import Text
from lintpost.post.front_matter.value_node import ValueNode
from lintpost.site.js_literal import parse_literal
from lintpost.site.name import BOLD_WORDS, KINDS, Name

if TYPE_CHECKING:
    from lintpost.packs.prh_file import PrhRule
    from lintpost.site.terms import Term

KEYS = (
    "name", "kind", "owner", "accepted", "variants", "gloss", "bold", "case", "not-after", "not-before",
    "since", "until", "renamed-to", "link", "harvested",
)  # fmt: skip
DEFAULT_KEYS = ("kind", "owner", "bold", "case")
_PLAIN = Name("")
CASES = ("auto", "exact", "any")


def read_names(path: str) -> "tuple[list[Name], list[Term] | None]":
    """The names of a dictionary, and of a prh dictionary its terms (None for a `names.yml`).

    Rules of prh become names, except those with groups in `expected` (``$1``), which become terms.
    Raises `SettingsError` for a malformed entry, a form that two names have, and a `renamed-to` that
    does not exist.
    """
    file = SettingsFile.read(path)
    if file.root.entries and "names" not in file.root.value:
        from lintpost.packs.prh_file import is_prh, read_prh

        if is_prh(file):
            return _from_prh(read_prh(path))
    root = file.mapping(file.root, ("defaults", "names"))
    defaults = _defaults(file, root["defaults"]) if "defaults" in root else _PLAIN
    return (read_entries(file, root["names"], defaults) if "names" in root else []), None


def read_entries(file: SettingsFile, node: ValueNode, defaults: Name = _PLAIN) -> list[Name]:
    """The names of a list: strings, or mappings with the keys of `KEYS`; `defaults` has the rest.

    Raises `SettingsError` as `read_names` does.
    """
    names: list[Name] = []
    owners: dict[str, str] = {}
    items = file.items(node) if node.value is not None else []
    for item in items:
        plain = isinstance(item.value, str)
        name = defaults._replace(name=item.value) if plain else _name(file, item, defaults)
        for form in name.forms + name.variants:
            if not form.strip():
                file.fail(item, Text("a name cannot be empty", "空の名前は登録できません"))
            if form in owners:
                other = owners[form]
                file.fail(
                    item,
                    Text(
                        f"“{form}” is listed under “{other}” and under “{name.name}”",
                        f"「{form}」が「{other}」と「{name.name}」の両方にあります",
                    ),
                )
            owners[form] = name.name
        names.append(name)
    _refuse_unknown_successors(file, items, names)
    by_form = {form: name.name for name in names for form in name.forms}
    return [
        name._replace(owners=tuple(by_form.get(owner, owner) for owner in name.owners))
        for name in names
    ]


def _defaults(file: SettingsFile, node: ValueNode) -> Name:
    """The values for keys that an entry of the file does not have."""
    file.mapping(node, DEFAULT_KEYS)
    return _fields(file, node, _PLAIN)


def _name(file: SettingsFile, item: ValueNode, defaults: Name) -> Name:
    entries = file.mapping(item, KEYS)
    file.require(entries, ("name",), item)
    name = _fields(file, item, defaults)
    if name.gloss is not None and name.glossed is None:
        file.fail(
            entries["gloss"],
            Text(
                "the gloss needs a form in that language under `accepted`",
                "`gloss` に使う言語の表記が、名前にも `accepted` にもありません",
            ),
        )
    if name.successor is not None and name.until is None:
        file.fail(
            entries["renamed-to"],
            Text(
                "`until` is missing: the day of the renaming", "改称日を `until` に書いてください"
            ),
        )
    return name


def _fields(file: SettingsFile, item: ValueNode, defaults: Name) -> Name:
    entries = file.any_mapping(item)

    def value(key: str, convert: Callable[[ValueNode], Any], default: Any) -> Any:
        return convert(entries[key]) if key in entries else default

    def expressions(node: ValueNode) -> tuple[str, ...]:
        return tuple(_word(file, one) for one in node.each())

    return Name(
        name=value("name", file.string, defaults.name),
        kind=value("kind", lambda node: file.choice(node, KINDS), defaults.kind),
        accepted=tuple(value("accepted", file.strings, ())),
        variants=value("variants", expressions, ()),
        bold=value("bold", lambda node: file.choice(node, BOLD_WORDS), defaults.bold),
        case=value("case", lambda node: file.choice(node, CASES), defaults.case),
        owners=tuple(value("owner", file.strings, defaults.owners)),
        not_after=value("not-after", expressions, ()),
        not_before=value("not-before", expressions, ()),
        since=value("since", lambda node: _day(file, node), None),
        until=value("until", lambda node: _day(file, node), None),
        successor=value("renamed-to", file.string, None),
        gloss=value("gloss", lambda node: _gloss(file, node), None),
        link=value("link", file.string, None),
        harvested=value("harvested", file.boolean, False),
    )


def _word(file: SettingsFile, node: ValueNode) -> str:
    """A word, or a valid ``/regular expression/``."""
    word = file.string(node)
    if parse_literal(word) is None:
        return word
    from lintpost.site.js_regex import PatternError, compile_literal

    try:
        compile_literal(word)
    except PatternError as error:
        text = Text(f"not a regular expression: {error}", f"正規表現として読めません（{error}）")
        file.fail(node, text)
    return word


def _day(file: SettingsFile, node: ValueNode) -> date:
    value = node.value
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        file.fail(
            node,
            Text(
                "a date such as 2024-02-08 is needed here",
                "日付は 2024-02-08 の形で書いてください",
            ),
        )


def _gloss(file: SettingsFile, node: ValueNode) -> str:
    gloss = file.string(node)
    for field in re.findall(r"\{(.*?)\}", gloss):
        if field not in ("name", "ja", "en"):
            file.fail(node, unknown_word(field, ("name", "ja", "en"), Text("field", "差し込み")))
    return gloss


def _refuse_unknown_successors(
    file: SettingsFile, items: list[ValueNode], names: list[Name]
) -> None:
    known = {form for name in names for form in name.forms}
    for item, name in zip(items, names, strict=True):
        if name.successor is not None and name.successor not in known:
            text = unknown_word(name.successor, known, Text("name", "名前"))
            file.fail(item.at(["renamed-to"]), text)


def _from_prh(rules: "list[PrhRule]") -> "tuple[list[Name], list[Term]]":
    """Names for the rules of a prh dictionary, and terms for those that cannot be names."""
    names: dict[str, Name] = {}
    terms = []
    taken: set[str] = set()
    for rule in rules:
        expected = rule.term.expected
        pattern = rule.pattern
        given = [pattern] if isinstance(pattern, str) else (pattern or [])
        wrong = [one for one in given if one not in taken]
        if "$" in expected or rule.term.must_be_empty or not expected.strip():
            terms.append(rule.term)
            continue
        taken.update((expected, *wrong))
        old = names.get(expected) or Name(expected, "other", case="exact")
        case = "any" if pattern is None else old.case
        names[expected] = old._replace(variants=(*old.variants, *wrong), case=case)
    right = set(names)
    return [
        name._replace(variants=tuple(one for one in name.variants if one not in right))
        for name in names.values()
    ], terms
