"""Reads `names.yml`, and prh's dictionaries where they stand for one."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from lintpost.files.settings_error import unknown_word
from lintpost.files.settings_file import SettingsFile
from lintpost.language import Text
from lintpost.post.front_matter.value_node import ValueNode
from lintpost.site.js_literal import parse_literal
from lintpost.site.name import KINDS, POLICIES, Name

if TYPE_CHECKING:
    from lintpost.packs.prh_file import PrhRule
    from lintpost.site.terms import Term

KEYS = (
    "name", "kind", "owner", "accepted", "variants", "gloss", "bold", "case", "not-after", "not-before", "since",
    "until", "renamed-to", "link",
)  # fmt: skip
DEFAULT_KEYS = ("kind", "owner", "bold", "case")
_PLAIN = Name("")
CASES = ("auto", "exact", "any")


def read_names(path: str) -> "tuple[list[Name], list[Term] | None]":
    """The entries of a dictionary of names. Raises `SettingsError`.

    Of prh's, a rule that names one thing is a name; the others (``$1``) are terms, which is None for
    a `names.yml`.
    """
    file = SettingsFile.read(path)
    if "names" not in (file.root.value or {}) and file.root.entries:
        from lintpost.packs.prh_file import is_prh, read_prh

        if is_prh(file):
            return _from_prh(read_prh(path))
    root = file.mapping(file.root, ("defaults", "names"))
    defaults = _defaults(file, root["defaults"]) if "defaults" in root else _PLAIN
    return (read_entries(file, root["names"], defaults) if "names" in root else []), None


def read_entries(file: SettingsFile, node: ValueNode, defaults: Name = _PLAIN) -> list[Name]:
    """A list of names: strings, or mappings with more to say than `defaults` does."""
    names: list[Name] = []
    homes: dict[str, str] = {}
    items = file.items(node) if node.value is not None else []
    for item in items:
        known = isinstance(item.value, str)
        name = defaults._replace(name=item.value) if known else _name(file, item, defaults)
        for form in name.forms + name.variants:
            if not form.strip():
                file.fail(item, Text("a name cannot be empty", "空の名前は登録できません"))
            if form in homes:
                other = homes[form]
                file.fail(
                    item,
                    Text(
                        f"“{form}” stands under “{other}” and under “{name.name}”",
                        f"「{form}」が「{other}」と「{name.name}」の両方にあります",
                    ),
                )
            homes[form] = name.name
        names.append(name)
    _known_successors(file, items, names)
    by_form = {form: name.name for name in names for form in name.forms}
    return [
        name._replace(owners=tuple(by_form.get(owner, owner) for owner in name.owners))
        for name in names
    ]


def _defaults(file: SettingsFile, node: ValueNode) -> Name:
    """What every entry of a file has that does not say otherwise."""
    file.mapping(node, DEFAULT_KEYS)
    return _fields(file, node, _PLAIN)


def _name(file: SettingsFile, item: ValueNode, defaults: Name) -> Name:
    entries = file.mapping(item, KEYS)
    file.require(entries, ("name",), item)
    name = _fields(file, item, defaults)
    if name.gloss is not None and name.glossed is None:
        file.fail(
            entries["gloss"],
            Text("the gloss needs a form in that language under `accepted`",
                 "`gloss` に使う言語の表記が、名前にも `accepted` にもありません"),
        )  # fmt: skip
    if name.successor is not None and name.until is None:
        file.fail(
            entries["renamed-to"],
            Text("`until` is missing: from which day is it renamed?", "改称日を `until` に書いてください"),
        )  # fmt: skip
    return name


def _fields(file: SettingsFile, item: ValueNode, defaults: Name) -> Name:
    entries = file.any_mapping(item)

    def read(key: str, reader: Callable[[ValueNode], Any], default: Any) -> Any:
        return reader(entries[key]) if key in entries else default

    def expressions(node: ValueNode) -> tuple[str, ...]:
        return tuple(_word(file, one) for one in node.each())

    return Name(
        name=read("name", file.string, defaults.name),
        kind=read("kind", lambda node: file.choice(node, KINDS), defaults.kind),
        accepted=tuple(read("accepted", file.strings, ())),
        variants=read("variants", expressions, ()),
        bold=read("bold", lambda node: file.choice(node, POLICIES), defaults.bold),
        case=read("case", lambda node: file.choice(node, CASES), defaults.case),
        owners=tuple(read("owner", file.strings, defaults.owners)),
        not_after=read("not-after", expressions, ()),
        not_before=read("not-before", expressions, ()),
        since=read("since", lambda node: _day(file, node), None),
        until=read("until", lambda node: _day(file, node), None),
        successor=read("renamed-to", file.string, None),
        gloss=read("gloss", lambda node: _gloss(file, node), None),
        link=read("link", file.string, None),
    )


def _word(file: SettingsFile, node: ValueNode) -> str:
    """A word, or an expression that can be read."""
    word = file.string(node)
    if parse_literal(word) is None:
        return word
    from lintpost.site.js_regex import PatternError, compile_literal

    try:
        compile_literal(word)
    except PatternError as error:
        file.fail(node, Text(f"not a regular expression: {error}", f"正規表現として読めません（{error}）"))  # fmt: skip
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
            node, Text("a day is written 2024-02-08", "日付は 2024-02-08 の形で書いてください")
        )


def _gloss(file: SettingsFile, node: ValueNode) -> str:
    gloss = file.string(node)
    for field in re.findall(r"\{(.*?)\}", gloss):
        if field not in ("name", "ja", "en"):
            file.fail(node, unknown_word(field, ("name", "ja", "en"), Text("field", "差し込み")))
    return gloss


def _known_successors(file: SettingsFile, items: list[ValueNode], names: list[Name]) -> None:
    known = {form for name in names for form in name.forms}
    for item, name in zip(items, names, strict=True):
        if name.successor is not None and name.successor not in known:
            text = unknown_word(name.successor, known, Text("name", "名前"))
            file.fail(item.at(["renamed-to"]), text)


def _from_prh(rules: "list[PrhRule]") -> "tuple[list[Name], list[Term]]":
    """Names and, for what cannot be one, terms. A name's own rules of words and case hold for it."""
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
