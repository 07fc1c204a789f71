"""Reads prh dictionaries (`prh.yml`, https://github.com/prh/prh)."""

import os
from typing import NamedTuple

from lintpost.files.settings_error import unknown_word
from lintpost.files.settings_file import SettingsFile
from lintpost.language import Text
from lintpost.packs.prh_pattern import source_of
from lintpost.packs.scalars import as_written
from lintpost.post.front_matter.value_node import ValueNode
from lintpost.post.lazy import lazy
from lintpost.site.js_literal import parse_literal
from lintpost.site.js_regex import PatternError, compile_js
from lintpost.site.terms import Term, Terms

FILE_KEYS = ("version", "imports", "rules", "meta")
_GROUP = lazy("[1-9][0-9]{0,3}")


class PrhRule(NamedTuple):
    """A rule as it is written, and the term for it.

    `pattern` is None where the rule has none, which means `expected` in any width and case.
    """

    pattern: str | list[str] | None
    word_boundary: bool
    term: Term


class _Ignored(NamedTuple):
    expected: str | None
    pattern: str | None


def is_prh(file: SettingsFile) -> bool:
    """Whether a file is a prh dictionary: it has `rules` or `imports`, and no `names`."""
    return file.root.get("names") is None and any(
        file.root.get(key) is not None for key in ("rules", "imports")
    )


def read_prh(path: str) -> list[PrhRule]:
    """The rules of a dictionary, and of those that it imports.

    Raises `SettingsError` for a malformed file, a missing or circular import, and a failing spec.
    """
    return _read(path, follow=True, above=())


def read_terms(path: str) -> list[Term]:
    """The terms of a dictionary and of its imports. Raises `SettingsError` as `read_prh` does."""
    return [rule.term for rule in read_prh(path)]


def read_rules(file: SettingsFile, node: ValueNode) -> list[PrhRule]:
    """The rules of a list, such as that under `rules`. Raises `SettingsError` as `read_prh` does."""
    return [_rule(file, one) for one in _list(file, node)]


def _read(path: str, *, follow: bool, above: tuple[str, ...]) -> list[PrhRule]:
    file = SettingsFile.read(path)
    root = file.any_mapping(file.root)
    for key in root:
        if key not in FILE_KEYS:
            file.fail(root[key], unknown_word(key, FILE_KEYS, Text("key", "キー")))
    rules = read_rules(file, root["rules"]) if "rules" in root else []
    if not follow:
        return rules
    above = (*above, os.path.realpath(path))
    for node in _list(file, root.get("imports")):
        # A dictionary's own rules take precedence over imported ones.
        own = {rule.term.expected for rule in rules}
        imported = _imported(file, node, above)
        rules += [rule for rule in imported if rule.term.expected not in own]
    return rules


def _list(file: SettingsFile, node: ValueNode | None) -> list[ValueNode]:
    return file.items(node) if node is not None and node.value is not None else []


def _imported(file: SettingsFile, node: ValueNode, above: tuple[str, ...]) -> list[PrhRule]:
    entries = {"path": node} if isinstance(node.value, str) else file.any_mapping(node)
    file.require(entries, ("path",), node)
    name = file.string(entries["path"])
    path = os.path.join(os.path.dirname(os.path.abspath(file.source.path)), name)
    if not os.path.isfile(path):
        file.fail(entries["path"], Text(f"{name} does not exist", f"{name} がありません"))
    if os.path.realpath(path) in above:
        file.fail(entries["path"], Text("`imports` is circular", "`imports` が循環しています"))
    follow = "disableImports" not in entries or entries["disableImports"].value is not True
    ignored = [_ignored(file, one) for one in _list(file, entries.get("ignoreRules"))]
    rules = _read(path, follow=follow, above=above)
    return [rule for rule in rules if not any(_is_ignored(rule, one) for one in ignored)]


def _ignored(file: SettingsFile, node: ValueNode) -> _Ignored:
    if node.entries is None:
        return _Ignored(None, as_written(file, node))
    entries = file.mapping(node, ("expected", "pattern"))
    texts = {key: as_written(file, child) for key, child in entries.items()}
    return _Ignored(texts.get("expected"), texts.get("pattern"))


def _is_ignored(rule: PrhRule, ignored: _Ignored) -> bool:
    if ignored.expected is not None and ignored.expected == rule.term.expected:
        return True
    if ignored.pattern is None:
        return False
    literal = parse_literal(ignored.pattern)
    wanted = literal.source if literal is not None else ignored.pattern
    return wanted in (rule.term.expression.source, rule.pattern)


def _rule(file: SettingsFile, node: ValueNode) -> PrhRule:
    """A rule; a plain string is one with `expected` only. As in prh, unknown keys are ignored."""
    entries = {"expected": node} if node.entries is None else file.any_mapping(node)
    file.require(entries, ("expected",), node)
    expected = as_written(file, entries["expected"])
    given = entries.get("patterns") or entries.get("pattern")
    pattern = _pattern(file, given)
    options = entries.get("options")
    boundary = options.get("wordBoundary") if options is not None and options.entries else None
    word_boundary = boundary is not None and boundary.node.value is True
    try:
        source, flags = source_of(expected, pattern, word_boundary=word_boundary)
        expression = compile_js(source, flags)
    except PatternError as error:
        text = Text(f"not a regular expression: {error}", f"正規表現として読めません（{error}）")
        file.fail(given or node, text)
    except ValueError as error:
        text = Text(
            f"the patterns of a rule need the same flags: {error}",
            f"1つのルールのpatternは、フラグをそろえてください：{error}",
        )
        file.fail(given or node, text)
    term = Term(
        expected,
        expression,
        _must_be_empty(file, entries.get("regexpMustEmpty"), expression.pattern.groups),
        as_written(file, entries["prh"]) if "prh" in entries else "",
    )
    specs = _list(file, entries.get("specs"))
    if specs:
        alone = Terms([term])
        for spec in specs:
            _run_spec(file, spec, alone)
    return PrhRule(pattern, word_boundary, term)


def _pattern(file: SettingsFile, node: ValueNode | None) -> str | list[str] | None:
    if node is None or node.value is None:
        return None
    patterns = [as_written(file, one) for one in node.each()]
    if not patterns or not all(patterns):
        file.fail(node, Text("a pattern cannot be empty", "patternを空にはできません"))
    return patterns if node.items is not None else patterns[0]


def _must_be_empty(file: SettingsFile, node: ValueNode | None, groups: int) -> int:
    if node is None:
        return 0
    number = as_written(file, node).removeprefix("$")
    if not _GROUP.fullmatch(number) or int(number) > groups:
        file.fail(
            node,
            Text(
                "`regexpMustEmpty` names a group of the pattern, such as $1",
                "`regexpMustEmpty` には、patternのグループを $1 のように指定します",
            ),
        )
    return int(number)


def _run_spec(file: SettingsFile, node: ValueNode, terms: Terms) -> None:
    """Run a spec, a test that the dictionary has for its rule. Raises `SettingsError` if it fails."""
    entries = file.any_mapping(node)
    file.require(entries, ("from", "to"), node)
    before, wanted = as_written(file, entries["from"]), as_written(file, entries["to"])
    after = before
    for change in reversed(terms.changes(before, [(0, len(before))])):
        after = after[: change.start] + change.text + after[change.end :]
    if after != wanted:
        file.fail(
            entries["from"],
            Text(
                f"this spec fails: “{before}” becomes “{after}”, not “{wanted}”",
                f"specsが失敗しました。「{before}」は「{wanted}」ではなく「{after}」になります",
            ),
        )
