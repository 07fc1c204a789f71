"""Broken front matter as people write it, and what the fix makes of it."""

import pytest
import yaml

from lintpost.checks.common.yaml import repair as yaml_repair
from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.engine.check_post import Checker
from lintpost.engine.edits.fix import fix_source
from lintpost.post.front_matter.yaml_tree import parse_yaml
from lintpost.post.source import Source

MENDED = [
    ("title: 【速報】NVIDIA: 新GPU\n", 'title: "【速報】NVIDIA: 新GPU"\n', "colon"),
    ("title: [解説] 入門\nx: 1\n", 'title: "[解説] 入門"\nx: 1\n', "quote"),
    ('title: "引用" の話\nx: 1\n', "title: '\"引用\" の話'\nx: 1\n", "quote"),
    ("title: *必読* 解説\n", 'title: "*必読* 解説"\n', "reserved"),
    ("title: &記号\n", 'title: "&記号"\n', "reserved"),
    ("title: !重要\n", 'title: "!重要"\n', "reserved"),
    ("title: >必見\n", 'title: ">必見"\n', "reserved"),
    ("title: @mention\n", 'title: "@mention"\n', "reserved"),
    ("title: {中括弧} の話\nx: 1\n", 'title: "{中括弧} の話"\nx: 1\n', "quote"),
    ("x: 1\nexcerpt: 'It's bad'\n", 'x: 1\nexcerpt: "It\'s bad"\n', "quote"),
    ("tags:\n- AI\n- @x\n- `y`\n", 'tags:\n- AI\n- "@x"\n- "`y`"\n', "reserved"),
    ("title: a: b\nexcerpt: c: d\n", 'title: "a: b"\nexcerpt: "c: d"\n', "colon"),
    ("url: C:\\x: y\n", 'url: "C:\\\\x: y"\n', "colon"),
    ("layout:post\ntitle: x\n", "layout: post\ntitle: x\n", "space"),
    ("title: x\nauthor：佐藤\ndate: 1\n", "title: x\nauthor: 佐藤\ndate: 1\n", "wide-colon"),
    ("title：題\ndate： 2026\n", "title: 題\ndate: 2026\n", "wide-colon"),
    ("title:　題\n", "title: 題\n", "space"),
    ("title: x\n\tdate: 1\n", "title: x\ndate: 1\n", "tab"),
    ("seo:\n\ttitle: x\n", "seo:\n  title: x\n", "tab"),
    ("seo:\n  a: 1\n  \tb: 2\n", "seo:\n  a: 1\n  b: 2\n", "tab"),
    ("title: 題\n  date: 1\n", "title: 題\ndate: 1\n", "indent"),
    ("seo:\n  a: 1\n   b: 2\n", "seo:\n  a: 1\n  b: 2\n", "indent"),
    ("tags: [AI, LLM\ntitle: x\n", "tags: [AI, LLM]\ntitle: x\n", "unclosed-bracket"),
    ('title: "閉じない\ndate: 1\n', 'title: "閉じない"\ndate: 1\n', "unclosed-quote"),
    ("tags: [AI #LLM, ML]\n", 'tags: ["AI #LLM", ML]\n', "hash"),
    ("tags: [a, #b , c]\nx: 1\n", 'tags: [a, "#b" , c]\nx: 1\n', "hash"),
    (f"x: {'9' * 1001}\n", f'x: "{"9" * 1001}"\n', "too-many-digits"),
    ("x:\n  - a\n  -b\n  -c\n", "x:\n  - a\n  - b\n  - c\n", "dash"),
]
# A value as it is written, and the string that it was meant as (None: nobody can tell).
QUOTED: list[tuple[str, str | None]] = [
    ("'Here's a pair'", "Here's a pair"),
    ("'Don't, can't, won't'", "Don't, can't, won't"),
    ("'It's: a test'", "It's: a test"),
    ("'Rock'n'roll'", "Rock'n'roll"),
    ("'O'Reilly's \"Learning\" series'", "O'Reilly's \"Learning\" series"),
    ("'He said 'yes' to it'", "He said 'yes' to it"),
    ("'日本語 'と' 英語'", "日本語 'と' 英語"),
    ('"He said "hi" loudly"', 'He said "hi" loudly'),
    ('"Use "a" or "b", please"', 'Use "a" or "b", please'),
    ('"C:\\path"', "C:\\path"),
    ('"100\\%"', "100\\%"),
    ('"引用" の話', '"引用" の話'),
    ('"A" and "B"', '"A" and "B"'),
    ("'A' and 'B'", "'A' and 'B'"),
    ("'Tis the season", "'Tis the season"),
    ("'90s music: a list", "'90s music: a list"),
    ('"速報"新GPU', '"速報"新GPU'),
    ('"Hello, world": a history', '"Hello, world": a history'),
    ("'foo' (bar)", "'foo' (bar)"),
    ('「引用」: "語"', '「引用」: "語"'),
    ('"彼は"はい"と言った"', None),
    ('"速報"と"続報"', None),
    ('"5" disk"', None),
    ("'the dogs' bone'", None),
    ("'It's a test", None),
    ('Foo: 12" disk', 'Foo: 12" disk'),
    ('"foo",', None),
    (r'"C:\\dir \d"', None),
    ("'foo';", None),
    ('"a \\"b\\" c" d"', None),
    ('"a" b\' c"', None),
]
TABS: list[tuple[str, str | None]] = [
    ("\tlayout: post\ntitle: A\n", "layout: post\ntitle: A\n"),
    ("\tlayout: post\n\ttitle: A\n", "layout: post\ntitle: A\n"),
    ("title: A\n\tlayout: post\nx: 1\n", "title: A\nlayout: post\nx: 1\n"),
    ("title: A\n\t\tlayout: post\n", "title: A\nlayout: post\n"),
    ("title: A\n \tlayout: post\n", "title: A\nlayout: post\n"),
    ("seo:\n\ttitle: A\n\timage: b\nx: 1\n", "seo:\n  title: A\n  image: b\nx: 1\n"),
    ("seo:\n\t\ttitle: A\n", "seo:\n  title: A\n"),
    ("seo:\n    a: 1\n\tb: 2\n", "seo:\n    a: 1\n    b: 2\n"),
    ("seo:\n  a: 1\n\tb: 2\n", "seo:\n  a: 1\n  b: 2\n"),
    ("tags:\n\t- a\n\t- b\n", "tags:\n  - a\n  - b\n"),
    ("tags:\n- a\n\t- b\n", "tags:\n- a\n- b\n"),
    ("tags:\n  - a\n\t- b\nx: 1\n", "tags:\n  - a\n  - b\nx: 1\n"),
    ("list:\n  - name: a\n\trole: b\n", "list:\n  - name: a\n    role: b\n"),
    ("list:\n\t- name: a\n\t\trole: b\n", "list:\n  - name: a\n    role: b\n"),
    ("a:\n\tb:\n\t\tc: 1\n", "a:\n  b:\n    c: 1\n"),
    ("\ttitle: A: b\nx: 1\n", 'title: "A: b"\nx: 1\n'),
    ("# c\n\ttitle: A\n", "# c\ntitle: A\n"),
    ("\n\ttitle: A\nx: 1\n", "\ntitle: A\nx: 1\n"),
    ("title: A\n\n\tlayout: post\n", "title: A\n\nlayout: post\n"),
    ("a:\n  b:\n    c: 1\n\td: 2\n", None),
    ("\ttitle: A\n- b\n", None),
    ("x: |\n  a\n\tb: c\ny: 1\n", None),
    ("x: >-\n\ta\ny: 1\n", None),
    ("\tlayout: post\ntitle: [a\nx: 1]\ny: }\n", None),
]
LEFT = [
    "title: - ハイフン\n",
    "- title: x\n",
    "seo:\n  a: 1\n b: 2\n",
    "key:\n  word\n  no: key\n",
    "top:\n  a: b\ntop2\n",
    'title: a\ntags: ["a" "b"]\n',
    "title: 'a\n  b\nc: d\n",
    "key: [ a\n#  x\n  b\nc: d\n",
    "a: &x b: c\n",
    "title: Foo: bar'\n",
    "x: ['a [K]'\ny: 1\n",
    "x: [a,, #b]\n",
    'title: "a \\n b\nx: 1\n',
    "a: !!timestamp abc\n",
    "a: !!int x\nb: c: d\n",
    "b: c: d\na: !!bool x\n",
]


def _fixed(front: str) -> tuple[str, list[str]]:
    checker = Checker(load_settings(None, CliOverrides(lang="en", select=("front-matter/syntax",))))
    source = Source("p.md", f"---\n{front}---\n本文\n")
    result = fix_source(checker, source)
    assert result.result.errors == ()
    assert fix_source(checker, Source("p.md", result.after)).after == result.after
    left = [finding.message for finding in result.result.findings]
    return result.after[4 : -len("---\n本文\n")], left


@pytest.mark.parametrize(("front", "mended", "key"), MENDED)
def test_mended(front: str, mended: str, key: str) -> None:
    assert _fixed(front) == (mended, [])
    assert isinstance(yaml.safe_load(mended), dict)
    rules = load_settings(None, CliOverrides(lang="en", select=("front-matter/syntax",)))
    (first, *_) = Checker(rules).check_source(Source("p.md", f"---\n{front}---\n")).findings
    template = rules.rules["front-matter/syntax"].messages[key].en
    assert first.message.startswith(template.partition("{")[0])


@pytest.mark.parametrize(
    ("form", "value", "meant"),
    [
        *(("title: {}\nx: 1\n", *case) for case in QUOTED),
        *(("x: 1\ntags:\n  - {}\n  - z\n", *case) for case in QUOTED if ": " not in case[0]),
    ],
)
def test_quotation_marks(form: str, value: str, meant: str | None) -> None:
    text, left = _fixed(form.format(value))
    if meant is None:
        assert (text, len(left)) == (form.format(value), 1)
    else:
        data = yaml.safe_load(text)
        assert meant in (data.get("title"), data.get("tags", [""])[0])
        assert (left, data["x"]) == ([], 1)


@pytest.mark.parametrize(("front", "mended"), TABS)
def test_tabs(front: str, mended: str | None) -> None:
    text, left = _fixed(front)
    assert (text, bool(left)) == (mended or front, mended is None)


def test_every_line_at_fault_is_a_finding() -> None:
    front = "title: a: b\nlayout:post\nx: 1\n\ttags: [a\n"
    rules = load_settings(None, CliOverrides(lang="en", select=("front-matter/syntax",)))
    found = Checker(rules).check_source(Source("p.md", f"---\n{front}---\n")).findings
    places = [(finding.start.line - 1, finding.start.column) for finding in found]
    assert places == [(1, 9), (2, 7), (4, 1)]
    assert _fixed(front) == ('title: "a: b"\nlayout: post\nx: 1\ntags: [a]\n', [])


def test_a_long_broken_block_is_left_in_good_time(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = []

    def counted(*arguments: object) -> object:
        parsed.append(arguments)
        return parse_yaml(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(yaml_repair, "parse_yaml", counted)
    front = "title: a: b\n" * 500
    assert _fixed(front)[0] == front
    assert len(parsed) <= 410


@pytest.mark.parametrize("front", LEFT)
def test_left_to_the_editor(front: str) -> None:
    text, left = _fixed(front)
    assert text == front
    assert len(left) == 1
