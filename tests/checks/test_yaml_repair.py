"""Broken front matter as people write it, and what the fix makes of it."""

import pytest
import yaml

from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.engine.check_post import Checker
from lintpost.engine.edits.fix import fix_source
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
    ("x: 1\nexcerpt: 'It's bad'\n", "x: 1\nexcerpt: \"'It's bad'\"\n", "quote"),
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


@pytest.mark.parametrize("front", LEFT)
def test_left_to_the_editor(front: str) -> None:
    text, left = _fixed(front)
    assert text == front
    assert len(left) == 1
