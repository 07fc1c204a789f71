"""Front matter that parsers take and nobody can use: a problem at its place, never an exception."""

import pytest

from lintpost.post.front_matter.block import parse_front_matter
from lintpost.post.front_matter.yaml_tree import YamlVersion

LONG = "too-many-digits"
PROBLEMS: list[tuple[str, str, str]] = [
    # (text, problem, the text at its place)
    ("---\nk: !!timestamp abc\n---\n", "tag-value", "!!timestamp abc"),
    ("---\nk: !!timestamp\nl: 1\n---\n", "tag-value", "!!timestamp\n"),
    ('---\nk: !!timestamp ""\n---\n', "tag-value", '!!timestamp ""'),
    ("---\nk: !!timestamp 2026-02-30\n---\n", "tag-value", "!!timestamp 2026-02-30"),
    ("---\nk: !!bool maybe\n---\n", "tag-value", "!!bool maybe"),
    ('---\nk: !!bool ""\n---\n', "tag-value", '!!bool ""'),
    ('---\nk: !!int ""\n---\n', "tag-value", '!!int ""'),
    ("---\nk: !!int x\n---\n", "tag-value", "!!int x"),
    ('---\nk: !!float ""\n---\n', "tag-value", '!!float ""'),
    ("---\nk: [1, &a !!int x]\n---\n", "tag-value", "&a !!int x"),
    ("---\nk: !!binary é\n---\n", "tag-value", "!!binary é"),
    ("---\nk: !!set x\n---\n", "tag-value", "!!set x"),
    ("---\nk: !!omap x\n---\n", "tag-value", "!!omap x"),
    ("---\nk: !!python/name:os.system x\n---\n", "unknown-tag", "!!python/name:os.system x"),
    (f"---\nk: {'9' * 5000}\n---\n", LONG, "9" * 5000),
    (f"---\nk: 0x{'f' * 5000}\n---\n", LONG, "0x" + "f" * 5000),
    (f"---\nk: 0{'7' * 5000}\n---\n", LONG, "0" + "7" * 5000),
    (f'{{"n": {"9" * 5000}}}\n', LONG, "9" * 5000),
    (f'{{"n": [-{"9" * 1001}]}}\n', LONG, "-" + "9" * 1001),
    (f'+++\ns = "{"9" * 9}"\nn = {"9" * 5000}\n+++\n', LONG, "9" * 5000),
    (f"+++\nn = 0x{'f' * 5000}\n+++\n", LONG, "0x" + "f" * 5000),
    (f"+++\n{'.'.join('a' * 3000)} = 1\n+++\n", "too-deep", "a"),
    (f"+++\n[{'.'.join('a' * 3000)}]\n+++\n", "too-deep", "a"),
    (f"+++\nn = {'[' * 300}{']' * 300}\n+++\n", "too-deep", "["),
    ('{"title": "\\ud800"}\n', "surrogate", "\\ud800"),
    ('{"tags": ["a", "\\ud83d\\ude00 \\udc00x"]}\n', "surrogate", "\\udc00"),
    ('{"\\ud83d\\ud83d\\ude00": 1}\n', "surrogate", "\\ud83d"),
    ('{"a": "\\\\\\udbff"}\n', "surrogate", "\\udbff"),
    ('---\nk: "\\ud800"\n---\n', "other", "d"),
    ('+++\nk = "\\ud800"\n+++\n', "other", '"'),
]
ONLY_1_1 = [
    (f"---\nk: [-{'1_' * 5000}1]\n---\n", LONG, "-" + "1_" * 5000 + "1"),
    (f"---\nk: 0b{'1' * 5000}\n---\n", LONG, "0b" + "1" * 5000),
    (f"---\nk: 1{':1' * 5000}\n---\n", LONG, "1" + ":1" * 5000),
    (f"---\nk: 1{':1' * 5000}.5\n---\n", LONG, "1" + ":1" * 5000 + ".5"),
]


@pytest.mark.parametrize(
    ("text", "key", "place", "version"),
    [
        *((*case, version) for case in PROBLEMS for version in ("1.1", "1.2")),
        *((*case, "1.1") for case in ONLY_1_1),
    ],
)
def test_a_problem_at_its_place(text: str, key: str, place: str, version: YamlVersion) -> None:
    front = parse_front_matter(text, version)
    assert front is not None
    assert front.root is None
    (problem,) = front.problems
    assert (problem.key, text[problem.start : problem.end]) == (key, place)


@pytest.mark.parametrize("version", ["1.1", "1.2"])
@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("---\na: =\nb: <<\nc: [=, <<]\n---\n", {"a": "=", "b": "<<", "c": ["=", "<<"]}),
        ("---\n<<:\na: 1\n---\n", {"a": 1}),
        ("---\n<<: 5\na: 1\n---\n", {"a": 1}),
        ("---\na: !!str 1\nb: !!int '1'\n---\n", {"a": "1", "b": 1}),
        (f"---\na: {'9' * 1000}\n---\n", {"a": int("9" * 1000)}),
        (f"---\na: '{'9' * 5000}'\n---\n", {"a": "9" * 5000}),
        ("---\na: 2026-02-30\n---\n", {"a": "2026-02-30"}),
        (f"---\na: 1{':1' * 400}.5\n---\n", {"a": f"1{':1' * 400}.5"}),
        ('{"a": "\\ud83d\\ude00\\\\ud800"}\n', {"a": "😀\\ud800"}),
        (f'+++\na = "{"9" * 5000}"\n+++\n', {"a": "9" * 5000}),
        (
            '+++\na.b = 1\na.c.d = 2\n[[x]]\ny.z = 3\n[[x]]\n[x.w]\nv = 4\n["q"]\n+++\n',
            {"a": {"b": 1, "c": {"d": 2}}, "x": [{"y": {"z": 3}}, {"w": {"v": 4}}], "q": {}},
        ),
    ],
)
def test_what_can_be_read(text: str, values: object, version: YamlVersion) -> None:
    front = parse_front_matter(text, version)
    assert front is not None
    assert front.problems == []
    assert front.values == values


def test_every_repeated_key_of_a_long_object_is_told() -> None:
    keys = [f'"k{number % 4000}": {number}' for number in range(4100)]
    front = parse_front_matter("{" + ", ".join(keys) + "}\n")
    assert front is not None
    assert [entry.key for entry in front.duplicates] == [f"k{number}" for number in range(100)]
