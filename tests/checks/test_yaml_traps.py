"""YAML that is read as something else than it looks like, and text that only looks so."""

from pathlib import Path

import pytest

from tests.conftest import brief, check_text, fix_text

YAML_RULES = ("yaml/joined", "yaml/boolean", "yaml/comment", "front-matter/missing")
TRAPS: list[tuple[str, list[tuple[str, str]], str | None]] = [
    # (front matter, rules with what they point at, the front matter after the fix)
    ("tags:\n  - a\n    - b\n", [("joined", "-")], "tags:\n  - a\n  - b\n"),
    ("tags:\n- a\n   - b\n   - c\n", [("joined", "-")] * 2, "tags:\n- a\n- b\n- c\n"),
    ("x:\n  - a\n   -  b\n  - c\n", [("joined", "-")], "x:\n  - a\n  -  b\n  - c\n"),
    ("x: a\n  - b\n", [("joined", "-")], None),
    ("x:\n  - - a\n      - b\n", [("joined", "-")], None),
    ("x:\n  -a\n  -b\n", [("joined", "-")], "x:\n  - a\n  - b\n"),
    ("x:\n  -a\n", [("joined", "-")], "x:\n  - a\n"),
    ("title: a\n  date:2026-04-02\n", [("joined", "date")], None),
    ("title: a\n  date：2026-04-02\n", [("joined", "date")], None),
    ("title: a\n  date:　2026\n", [("joined", "date")], None),
    ("x: >\n  a\n  tags: [b]\n", [("joined", "tags")], None),
    ("x: |\n  a\n\n  layout: b\ntitle: c\n", [("joined", "layout")], None),
    ('title: "a\ndate: 1\nx: y"\n', [("joined", "date"), ("joined", "x")], None),
    ("a:\n  title: 'b\n  名前: c'\n", [("joined", "名前")], None),
    ("on: push\n", [("boolean", "on")], '"on": push\n'),
    ("a: {No: 1, YES: 2}\n", [("boolean", "No"), ("boolean", "YES")], 'a: {"No": 1, "YES": 2}\n'),
    ("a:\n  - off: 1\n", [("boolean", "off")], 'a:\n  - "off": 1\n'),
    ("x:\n  - C #\n", [("comment", "#")], 'x:\n  - "C #"\n'),
    ("x: [C #\n  , D]\n", [("comment", "#")], 'x: ["C #"\n  , D]\n'),
    ("x:\n  - #a\n  - b\n", [("comment", "#a")], 'x:\n  - "#a"\n  - b\n'),
    ("x: [a, #b\n  c]\n", [("comment", "#b")], None),
    ("x: [#b\n  c]\n", [("comment", "#b")], None),
    ("x: {y: [a, #b\n  c]}\n", [("comment", "#b")], None),
    ("title: 入門 C #\n", [("comment", "#")], 'title: "入門 C #"\n'),
]
FINE = [
    "title: a\n  b\n",
    "title: a\n  Note:b c\n",
    "title: a\n  https://example.com/a\n",
    "title: a\ndate: 2026\nx: b\n  date:2026\n",
    "x: |\n  - a\n  - b\n  note: c\n",
    "x: |\n  a\n    title: indented further\n",
    "title: t\nx: >\n  title: b\n",
    "x: 'a\n  b: c\n\n  d'\n",
    'x: "a\n  title: b"\n',
    "x:\n  -5\n",
    "x: -a\n",
    "x:\n  --a\n",
    "x:\n  - -a\n",
    "x:\n  - a\n  - - b\n    - c\n",
    "'on': 1\n\"yes\": 2\ntrue: 3\ny: 4\nonly: 5\n",
    "x: [C#, F#]\n",
    "x: [a, # note\n  b]\n",
    "x: [\n  a,\n  #b,\n  c]\n",
    "x:\n  - a # note\n  #- b\n  - c\n",
    "x: '#a'\n",
    "x: a#b\n",
    "x: 1 #\n",
    "tags:\n  -a\n  -b\n",
    "tags: a\n  - b\n",
]


@pytest.mark.parametrize(("front", "found", "fixed"), TRAPS)
def test_traps(tmp_path: Path, front: str, found: list[tuple[str, str]], fixed: str | None) -> None:
    text = f"---\n{front}---\n本文。\n"
    config = tmp_path / "lintpost.yml"
    config.write_text("rules: {}\n")
    assert brief(text, check_text(text, config, select=YAML_RULES)) == [
        (f"yaml/{rule}", at) for rule, at in found
    ]
    assert fix_text(text, config, *YAML_RULES) == f"---\n{fixed or front}---\n本文。\n"


@pytest.mark.parametrize("front", FINE)
def test_no_traps(front: str) -> None:
    assert brief(front, check_text(f"---\n{front}---\n本文。\n", select=YAML_RULES)) == []


def test_keys_of_yaml_1_2_are_words(tmp_path: Path) -> None:
    config = tmp_path / "lintpost.yml"
    config.write_text('yaml: "1.2"\n')
    assert check_text("---\non: 1\nno: 2\n---\n本文。\n", config, select=YAML_RULES) == []


BLOCK = "---\ntitle: x\n---\n本文。\n"


@pytest.mark.parametrize(
    "before", ["\n", "\n\n\n", "  \n", "\t\n", "\r\n", "\r", "　\n", "\u200b\n"]
)
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_block_behind_blank_lines(tmp_path: Path, before: str, mark: str) -> None:
    text = f"{mark}{before}{BLOCK}"
    config = tmp_path / "lintpost.yml"
    config.write_text("extends: jekyll\n")
    (finding,) = check_text(text, config, select=("front-matter/missing",))
    assert (finding.start.offset, finding.end.offset) == (len(mark), len(mark + before))
    assert finding.fix is not None
    assert finding.fix.applicability == "unsafe"
    assert [(e.start, e.end, e.text) for e in finding.fix.edits] == [
        (len(mark), len(mark + before), "")
    ]
    config.write_text("extends: hugo\n")
    read = check_text(text, config, select=("front-matter/missing",))
    assert [f.message for f in read] == ([] if before.isascii() else [finding.message])


@pytest.mark.parametrize(
    "text",
    [
        "\n---\n\n本文。\n\n---\n",
        "\n---\n本文。\n---\n",
        "\n---\n---\n本文。\n",
        "\n---\ntitle: x\n",
        "\n---\ntitle: [x\n---\n",
        "\n\n本文。\n",
        "x\n---\ntitle: x\n---\n",
        "\n{% x %}\n",
    ],
)
def test_what_is_no_block_behind_blank_lines(text: str) -> None:
    (finding,) = check_text(text, select=("front-matter/missing",))
    assert finding.message.startswith("The post has no front matter")


@pytest.mark.parametrize("block", ['+++\ntitle = "x"\n+++\n', '{"title": "x"}\n'])
def test_toml_and_json_behind_a_blank_line(block: str) -> None:
    (finding,) = check_text(f"\n{block}本文。\n", select=("front-matter/missing",))
    assert "begins on line 2" in finding.message
