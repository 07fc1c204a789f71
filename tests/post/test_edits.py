"""Lossless edits: what is read before and after differs only in the key that is named."""

from typing import Any

import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from lintpost.post.edit import Edit, apply_edits
from lintpost.post.front_matter.block import FrontMatter, parse_front_matter
from lintpost.post.front_matter.list_edits import add_item, remove_item
from lintpost.post.front_matter.mapping_edits import (
    entry_lines,
    insert_entry,
    remove_entries,
    reorder,
)
from lintpost.post.front_matter.scalars import in_quotes, is_plain, replace_value, written
from lintpost.post.front_matter.value_node import Entry
from lintpost.post.source import Source

KEYS = ("title", "date", "tags", "author", "excerpt", "seo", "x-1", "重要")
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=8)
VALUES = [
    " 2026-04-02",
    ' "8分" # 分',
    " 'it''s'",
    " plain text # c",
    " [AI, 'LLM', \"a, b\"]",
    " [\n    AI,  # one\n    LLM,\n  ]",
    " []",
    "\n  - AI # first\n  -   'LLM'\n\n  # between\n  - RAG",
    "\n- AI\n- LLM",
    " |\n  two\n   lines\n\n  end",
    " >-\n  folded\n  text",
    " |+\n  kept\n\n",
    "\n  inner: 1\n  # deep\n  other: [a, b]",
    " {a: 1, b: [x]}",
    " &KEY {a: 1}",
    " &KEY [p, q]",
    " *LAST",
    "",
    " true",
]
BETWEEN = ["", "", "", "# a comment\n", "\n", "\n# apart\n\n", "  # indented\n"]


@st.composite
def fronts(draw: st.DrawFn) -> str:
    """Front matter in every style, with anchors that aliases name, and either line end."""
    keys = draw(st.lists(st.sampled_from(KEYS), min_size=1, unique=True))
    lines, anchor = [], None
    for index, key in enumerate(keys):
        value = draw(st.sampled_from(VALUES))
        if "*LAST" in value and anchor is None:
            value = " 1"
        if "&KEY" in value:
            anchor = f"a{index}"
            value = value.replace("KEY", anchor)
        lines.append(draw(st.sampled_from(BETWEEN)))
        lines.append(f"{key}:{value.replace('LAST', anchor or '')}\n")
    text = "---\n" + "".join(lines) + draw(st.sampled_from(BETWEEN)) + "---\n本文\n"
    return draw(st.sampled_from(["", "\ufeff"])) + text.replace(
        "\n", draw(st.sampled_from(["\n", "\r\n"]))
    )


def _read(text: str) -> FrontMatter:
    front = parse_front_matter(text)
    assert front is not None
    assert not front.problems, (front.problems, text)
    assert front.root is not None
    return front


def _values(text: str) -> dict[str, Any]:
    front = _read(text)
    found = yaml.safe_load(text[front.inner_start : front.inner_end])
    assert isinstance(found, dict)
    return found


def _changed(text: str, edit: Edit) -> tuple[str, dict[str, Any], dict[str, Any]]:
    after = apply_edits(text, [edit])
    assert after.count("\r\n") == (after.count("\n") if "\r" in text else 0)
    return after, _values(text), _values(after)


def _same_lines(text: str, after: str, entries: list[Entry], but: str) -> None:
    """The lines of every other key stand in the new text as they were."""
    for entry in entries:
        lines = entry_lines(Source("p.md", text), entry)
        assert lines is not None
        if entry.key != but:
            assert text[slice(*lines)] in after


def _hinders(text: str) -> bool:
    """An alias before its anchor, kept blank lines, a comment that a block would swallow."""
    return any(mark in text for mark in "*|>")


@given(fronts(), st.data())
def test_insert(text: str, data: st.DataObject) -> None:
    front = _read(text)
    assert front.root is not None
    key = data.draw(st.sampled_from(KEYS))
    assume(front.get(key) is None)
    order = data.draw(st.permutations(KEYS))
    value = data.draw(WORDS)
    edit = insert_entry(Source("p.md", text), front.root, key, in_quotes(value), order)
    assert edit is not None
    after, old, new = _changed(text, edit)
    assert {k: v for k, v in new.items() if k != key} == old
    assert new[key] == value
    _same_lines(text, after, front.root.entries or [], key)
    known = [e.key for e in front.root.entries or () if order.index(e.key) < order.index(key)]
    if known:
        nearest = max(known, key=order.index)
        keys = list(new)
        assert keys[keys.index(nearest) + 1] == key


@given(fronts(), st.data())
def test_remove(text: str, data: st.DataObject) -> None:
    front = _read(text)
    assert front.root is not None
    entries = front.root.entries or []
    entry = data.draw(st.sampled_from(entries))
    assume(len(entries) > 1 and "&" not in text)
    (edit,) = remove_entries(Source("p.md", text), front.root, [entry], front.inner_end)
    if edit is None:
        assert _hinders(text)
        return
    after, old, new = _changed(text, edit)
    old.pop(entry.key)
    assert new == old
    _same_lines(text, after, entries, entry.key)


@given(fronts(), st.data())
def test_reorder(text: str, data: st.DataObject) -> None:
    front = _read(text)
    assert front.root is not None
    order = data.draw(st.lists(st.sampled_from(KEYS), unique=True))
    edit = reorder(Source("p.md", text), front.root, order, front.inner_end)
    keys = [entry.key for entry in front.root.entries or ()]
    known = [key for key in keys if key in order]
    if edit is None:
        assert known == sorted(known, key=order.index) or _hinders(text)
        return
    after, old, new = _changed(text, edit)
    assert new == old
    assert sorted(after.splitlines()) == sorted(text.splitlines())
    assert [key for key in new if key in order] == sorted(known, key=order.index)
    rest = [(i, key) for i, key in enumerate(keys) if key not in order]
    assert [(i, key) for i, key in enumerate(new) if key not in order] == rest
    again = _read(after)
    assert again.root is not None
    assert reorder(Source("p.md", after), again.root, order, again.inner_end) is None


@given(fronts(), st.data())
def test_lists(text: str, data: st.DataObject) -> None:
    front = _read(text)
    assert front.root is not None
    lists = [e for e in front.root.entries or () if e.node.items is not None]
    assume(lists)
    entry = data.draw(st.sampled_from(lists))
    assume(text[entry.node.start] != "*")
    aliased = "&" in text[entry.end : entry.node.start]
    source = Source("p.md", text)
    word = data.draw(WORDS)
    edit = add_item(source, entry.node, word)
    assert edit is not None
    after, old, new = _changed(text, edit)
    assert new[entry.key] == [*old[entry.key], word]
    if not aliased:
        assert {**new, entry.key: None} == {**old, entry.key: None}
    _same_lines(text, after, front.root.entries or [], entry.key)
    if not entry.node.items or aliased:
        return
    index = data.draw(st.integers(0, len(entry.node.items) - 1))
    edit = remove_item(source, entry, index)
    assert edit is not None
    after, old, new = _changed(text, edit)
    assert new[entry.key] == [v for i, v in enumerate(old[entry.key]) if i != index]
    assert {**new, entry.key: None} == {**old, entry.key: None}
    flow = text[entry.node.start] == "["
    own = text[entry.node.items[index].end :].splitlines()[0]
    assert after.count("#") >= text.count("#") - (0 if flow else own.count("#"))


@given(fronts(), WORDS, st.data())
def test_replace(text: str, word: str, data: st.DataObject) -> None:
    front = _read(text)
    assert front.root is not None
    nodes = [
        (entry.key, node)
        for entry in front.root.entries or ()
        for node in entry.node.walk()
        if isinstance(node.value, str) and text[node.start : node.start + 1] not in ("*", "|", ">")
    ]
    assume(nodes)
    key, node = data.draw(st.sampled_from(nodes))
    assume("&" not in text)
    after, old, new = _changed(text, replace_value(text, node, word))
    assert {**new, key: None} == {**old, key: None}
    assert word in [n.value for n in _read(after).get(key).node.walk()]  # type: ignore[union-attr]
    _same_lines(text, after, front.root.entries or [], key)


@given(WORDS, st.sampled_from(["", "'", '"', "plain"]))
def test_a_string_is_written_so_that_it_is_read_back(word: str, like: str) -> None:
    for text in (written(word, like), in_quotes(word), in_quotes(word, "'")):
        assert yaml.safe_load(f"[{text}]") == [word]
        assert yaml.safe_load(f"key: {text}") == {"key": word}
    if is_plain(word):
        assert written(word) == word
