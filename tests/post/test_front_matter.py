"""Spans of keys and values in all three formats."""

import json
import subprocess
import sys
import tomllib

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lintpost.post.front_matter.block import parse_front_matter
from lintpost.post.front_matter.value_node import ValueNode
from tests.conftest import ROOT


def spans(text: str) -> list[tuple[str, str]]:
    front = parse_front_matter(text)
    assert front is not None
    assert front.root is not None
    return [
        (text[entry.start : entry.end], text[entry.node.start : entry.node.end])
        for node in front.root.walk()
        for entry in node.entries or ()
    ]


def test_yaml_spans() -> None:
    text = '\ufeff---\r\ntitle: "速い😀"\r\ntags: [AI, "b"]\r\nlist:\r\n  - x\r\n  - y: 1\r\nnone:\r\nlong: |\r\n  a\r\n---\r\n本文'
    assert spans(text) == [
        ("title", '"速い😀"'),
        ("tags", '[AI, "b"]'),
        ("list", "- x\r\n  - y: 1"),
        ("none", ""),
        ("long", "|\r\n  a"),
        ("y", "1"),
    ]
    front = parse_front_matter(text)
    assert front is not None
    assert text[front.body :] == "本文"
    title = front.get("title")
    assert title is not None
    assert text[title.node.inner : title.node.inner + 3] == "速い😀"


def test_comments_behind_a_block_are_none_of_it() -> None:
    text = "---\ntags:\n  - a\n  - b # two\n# three\nmap:\n  k: v\n\n  # four\nlast: 1\n---\n"
    assert spans(text) == [
        ("tags", "- a\n  - b"),
        ("map", "k: v"),
        ("last", "1"),
        ("k", "v"),
    ]


def test_toml_spans() -> None:
    text = (
        '+++\ntitle = "a" # note\nauthors = ["x", \'y\',]\nn = 1_000\nd = 2026-04-02T09:00:00+09:00\n'
        '[extra]\nrelease = true\n"quoted key" = """\nlong"""\n[[items]]\nname = "1"\n[[items]]\nname = "2"\n'
        "[a.b]\nc.e = {x = 1, y = [1, 2]}\n+++\nbody"
    )
    found = dict(spans(text))
    assert found["title"] == '"a"'
    assert found["authors"] == "[\"x\", 'y',]"
    assert found["n"] == "1_000"
    assert found["d"] == "2026-04-02T09:00:00+09:00"
    assert found["release"] == "true"
    assert found['"quoted key"'] == '"""\nlong"""'
    assert found["y"] == "[1, 2]"
    front = parse_front_matter(text)
    assert front is not None
    assert front.values == tomllib.loads(text[4 : text.rindex("+++")])
    names = [
        entry.node.value
        for node in front.root.walk()
        for entry in node.entries or ()
        if entry.key == "name"
    ]
    assert names == ["1", "2"]


def test_json_spans() -> None:
    text = '{\n  "title": "a\\u3042",\n  "tags": ["x", {"k": null}],\n  "n": -1.5e3\n}\n\nbody'
    assert spans(text) == [
        ('"title"', '"a\\u3042"'),
        ('"tags"', '["x", {"k": null}]'),
        ('"n"', "-1.5e3"),
        ('"k"', "null"),
    ]
    front = parse_front_matter(text)
    assert front is not None
    assert front.get("title").node.inner is None
    assert text[front.body :] == "\nbody"


SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**9), 10**9), st.text("aあ😀 :#'\"-\n", max_size=12)
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text("abあ", min_size=1, max_size=4), inner, max_size=4)
    ),
    max_leaves=12,
)


def same(node: ValueNode, text: str) -> None:
    """Every node's own text reads as its value again."""
    for child in node.walk():
        if (
            child.entries is None
            and child.items is None
            and isinstance(child.value, str)
            and child.inner is not None
        ):
            assert text[child.inner : child.inner + len(child.value)] == child.value


@given(
    st.dictionaries(st.text("abあ", min_size=1, max_size=4), VALUES, min_size=1, max_size=5),
    st.booleans(),
)
def test_yaml_is_read_as_pyyaml_reads_it(data: dict[str, object], flow: bool) -> None:
    block = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow, sort_keys=False)
    text = f"---\n{block}---\nbody"
    front = parse_front_matter(text)
    assert front is not None
    assert front.problems == []
    assert front.values == yaml.safe_load(block)
    assert text[front.body :] == "body"
    same(front.root, text)


@given(
    st.dictionaries(st.text('ab"\\あ', min_size=1, max_size=4), VALUES, min_size=1, max_size=5),
    st.sampled_from([None, 2]),
)
def test_json_is_read_as_json_reads_it(data: dict[str, object], indent: int | None) -> None:
    block = json.dumps(data, ensure_ascii=False, indent=indent)
    text = f"{block}\n\nbody"
    front = parse_front_matter(text)
    assert front is not None
    assert front.values == data
    for node in front.root.walk():
        assert json.loads(text[node.start : node.end]) == node.value


@pytest.mark.parametrize(
    ("text", "key", "at"),
    [
        ("---\ntitle: a: b\n---\n", "colon", ":"),
        ("---\ntags:\n\t- a\n---\n", "tab", "\t"),
        ('---\ntitle: "a\n---\n', "unclosed-quote", '"'),
        ("---\ntags: [a, b\nx: 1\n---\n", "unclosed-bracket", "["),
        ("---\nby: @x\n---\n", "reserved", "@"),
        ("---\nby: *x\n---\n", "undefined-alias", "*"),
        ("---\na: &a [*a]\n---\n", "recursive-alias", "["),
        ("---\n- a\n---\n", "not-a-mapping", "- a"),
        ("---\na: !x y\n---\n", "unknown-tag", "!x y"),
        ("---\ntitle: x\n\nbody\n", "unclosed", "---"),
        ("---\na: " + "[" * 200 + "]" * 200 + "\n---\n", "too-deep", "["),
    ],
)
def test_what_is_wrong_and_where(text: str, key: str, at: str) -> None:
    front = parse_front_matter(text)
    assert front is not None
    assert [(problem.key, text[problem.start : problem.end]) for problem in front.problems] == [
        (key, at)
    ]


def test_billion_laughs_are_bounded() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    front = parse_front_matter("---\n" + "\n".join(lines) + "\n---\n")
    assert front is not None
    assert [problem.key for problem in front.problems] == ["too-many-values"]


@pytest.mark.parametrize(
    "text", ["", "body", "---\n\nbody\n", "{% include x %}", "----\na: b\n----\n", "***\n"]
)
def test_no_front_matter(text: str) -> None:
    assert parse_front_matter(text) is None


def test_importing_yaml_patches_no_other_module() -> None:
    """Another thread, or an import hook, must find `re.compile` as it is at any time."""
    code = """
import re, sys
compile, found = re.compile, []
class Hook:
    def find_spec(self, name, path, target=None):
        found.append((name, re.compile is compile))
sys.meta_path.insert(0, Hook())
import lintpost.post.front_matter.yaml_tree
assert {"yaml", "yaml.reader", "yaml._yaml"} <= {name for name, _ in found}
print([name for name, same in found if not same])
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)  # fmt: skip
    assert done.stdout == "[]\n"
