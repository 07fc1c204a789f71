"""Where something is typed in YAML and TOML; `|` is the place."""

import pytest

from lintpost.server.features.completions.yaml_place import YamlPlace, yaml_place


def _place(text: str) -> YamlPlace | None:
    offset = text.index("|")
    return yaml_place(text.replace("|", "", 1), 0, offset)


@pytest.mark.parametrize(
    ("text", "kind", "path", "typed", "others"),
    [
        ("|", "key", (), "", ()),
        ("ti|", "key", (), "ti", ()),
        ("a: 1\nti|\nb: 2\n---\nc: 3\n", "key", (), "ti", ("a", "b")),
        ("a:\n  b|", "key", ("a",), "b", ()),
        ("a:\n  b: 1\n  |\nc: 1", "key", ("a",), "", ("b",)),
        ("a:\n  b:\n    c: 1\n|", "key", (), "", ("a",)),
        ("date: |", "value", ("date",), "", ()),
        ("date: 2026|", "value", ("date",), "2026", ()),
        ("draft:|", "value", ("draft",), "", ()),
        ("tags: [|]", "value", ("tags",), "", ()),
        ("tags: [a, 'b c', d|]", "value", ("tags",), "d", ("a", "b c")),
        ("tags: [a, |, c]", "value", ("tags",), "", ("a", "c")),
        ("tags: [a b|", "value", ("tags",), "a b", ()),
        ('tags: ["a|"]', "value", ("tags",), "a", ()),
        ("tags:\n  [a,\n  b|]", "value", ("tags",), "b", ("a",)),
        ("tags: [a,\n  b, c|]", "value", ("tags",), "c", ("a", "b")),
        ("tags:\n  - a\n  - |\n  - c\nx: 1", "either", ("tags",), "", ("a", "c")),
        ("tags:\n- a\n- b|", "either", ("tags",), "b", ("a",)),
        ("x:\n  tags:\n    - a|", "either", ("x", "tags"), "a", ()),
        ("a: {b: |}", "value", ("a", "b"), "", ()),
        ("a: {b: 1, c|}", "key", ("a",), "c", ("b",)),
        ("names:\n  - name: A\n    ki|", "key", ("names",), "ki", ("name",)),
        ("names:\n  - name: A\n    kind: |", "value", ("names", "kind"), "", ()),
        ("names:\n  - kind: |", "value", ("names", "kind"), "", ()),
        ("names:\n- name: A\n  kind: c|", "value", ("names", "kind"), "c", ()),
        ("names:\n  - {name: A, kind: c|}", "value", ("names", "kind"), "c", ()),
        ("tags:\n  - {name: b, implies: [a, |]}", "value", ("tags", "implies"), "", ("a",)),
        ("a: {b: 'x, y', c|}", "key", ("a",), "c", ("b",)),
        ("a: [b]\nti|", "key", (), "ti", ("a",)),
        ('title = "A"\ndraft = |', "value", ("draft",), "", ()),
        ('tags = ["a", "|"]', "value", ("tags",), "", ("a",)),
        ("a: 1\r\nti|\r\nb: 2\r\n", "key", (), "ti", ("a", "b")),
    ],
)
def test_places(
    text: str, kind: str, path: tuple[str, ...], typed: str, others: tuple[str, ...]
) -> None:
    place = _place(text)
    assert place is not None
    assert (place.kind, place.path, place.typed, place.others) == (kind, path, typed, others)


@pytest.mark.parametrize("text", ["# a|", "a: 1 # |", "  #|"])
def test_comments_are_no_places(text: str) -> None:
    assert _place(text) is None


@pytest.mark.parametrize(
    ("text", "quote", "gap"), [('a: "b|"', '"', ""), ("a: 'b|", "'", ""), ("a:|", "", " ")]
)
def test_quotes_and_gaps(text: str, quote: str, gap: str) -> None:
    place = _place(text)
    assert place is not None
    assert (place.quote, place.gap) == (quote, gap)
    offset = text.index("|")
    assert place.start == offset - len(place.typed)
