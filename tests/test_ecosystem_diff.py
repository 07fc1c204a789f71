"""tools/ecosystem_diff.py over two stand-ins for lintpost, each with a report of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import NOW, ROOT, SHARED

TOOL = ROOT / "tools" / "ecosystem_diff.py"
STAND_IN = """#!{python}
import json, os, pathlib, sys
here = pathlib.Path(__file__).parent
names = ("LINTPOST_LANG", "LINTPOST_DEBUG", "SOURCE_DATE_EPOCH", "NO_COLOR", "PYTHONPATH")
config = pathlib.Path(sys.argv[sys.argv.index("--config") + 1]).read_text()
with open(here / "runs.jsonl", "a") as file:
    print(json.dumps([sys.argv[1:], {{name: os.environ.get(name) for name in names}}, config]), file=file)
if "--fix" in sys.argv:
    for post in pathlib.Path(sys.argv[-1]).rglob("*.md"):
        post.write_text(post.read_text().replace(*{fix!r}))
sys.stdout.write({report!r})
sys.stderr.write({stderr!r})
sys.exit({status})
"""
Side = Callable[..., Path]


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "a.md").write_text(
        f"一行目\n{'あ' * 40}**太字**が{'い' * 60}\n", encoding="utf-8"
    )
    (tmp_path / "posts" / "b.md").write_text("a line\n", encoding="utf-8")
    return tmp_path / "posts"


@pytest.fixture
def side(tmp_path: Path) -> Side:
    """Writes an executable that reports what it is told to."""

    def write(
        name: str, findings: list[dict[str, Any]] | str = "", *errors: tuple[str, str],
        status: int = 1, stderr: str = "", fix: tuple[str, str] = ("", ""),
    ) -> Path:  # fmt: skip
        report = findings
        if not isinstance(findings, str):
            told = [{"path": path, "message": message} for path, message in errors]
            report = json.dumps({"version": 1, "findings": findings, "errors": told})
        path = tmp_path / name / "lintpost"
        path.parent.mkdir()
        text = STAND_IN.format(
            python=sys.executable, report=report, status=status, stderr=stderr, fix=fix
        )
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)
        return path

    return write


def finding(path: Path, line: int, column: int, rule: str = "bold/span", **more: Any) -> dict[str, Any]:  # fmt: skip
    """A finding of two characters, as the JSON report has it."""
    offset = 100 * line + column
    place = {
        "start": {"line": line, "column": column, "offset": offset},
        "end": {"line": line, "column": column + 2, "offset": offset + 2},
    }
    known = {"severity": "warning", "message": "Wrong.", "fix": None, "related": []}
    return {"path": str(path), "rule": rule, **known, **place, **more}


def safe(*edits: tuple[int, int, str]) -> dict[str, Any]:
    """A safe fix."""
    told = [{"start": start, "end": end, "text": text} for start, end, text in edits]
    return {"applicability": "safe", "edits": told}


def compare(*arguments: str | Path) -> tuple[int, str, str]:
    """The tool's status, standard output and standard error."""
    done = subprocess.run(
        [sys.executable, str(TOOL), *map(str, arguments)], capture_output=True, check=False
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_equal(side: Side, posts: Path) -> None:
    """The order of findings and keys that one report alone has make no difference."""
    one, other = finding(posts / "a.md", 1, 1), finding(posts / "a.md", 2, 1)
    old, new = side("old", [one, other]), side("new", [other, {**one, "url": "later"}])
    assert compare(old, new, posts) == (0, "equal\n", "")


def test_table_and_examples(side: Side, posts: Path) -> None:
    a, b = posts / "a.md", posts / "b.md"
    same = finding(a, 1, 1, "tags/known")
    old = side("old", [
        same,
        finding(a, 2, 41),
        finding(b, 1, 1, "names/case", fix=safe((0, 1, "A"))),
        finding(b, 1, 3, "names/case"),
    ])  # fmt: skip
    new = side("new", [
        same,
        finding(b, 1, 1, "names/case", message="Worse.", severity="error"),
        finding(b, 1, 3, "names/case", fix=safe((2, 3, "B"), (5, 5, "!")), related=[finding(a, 1, 2)]),
        finding(b, 1, 1, "tags/known"),
        finding(b, 1, 2, "tags/known"),
        finding(b, 9, 2, "tags/known"),
    ])  # fmt: skip
    status, out, err = compare(old, new, posts, "--examples", "2")
    assert (status, err) == (1, "")
    assert (
        out
        == f"""\
rule        only old  only new  message  severity  fix  place
bold/span          1         0        0         0    0      0
names/case         0         0        1         1    2      1
tags/known         0         3        0         0    0      0
total              1         3        1         1    2      1

bold/span, only old
  {a}:2:41: warning: Wrong.
    | …{"あ" * 30}**太字**が{"い" * 43}…
names/case, changed
  {b}:1:1: message, severity, fix
    | a line
    - Wrong.
    + Worse.
    - warning
    + error
    - safe: 0-1 'A'
    + no fix
  {b}:1:3: fix, place
    | a line
    - no fix
    + safe: 2-3 'B', 5-5 '!'
    - 1:3-1:5
    + 1:3-1:5 1:2-1:4
tags/known, only new
  {b}:1:1: warning: Wrong.
    | a line
  {b}:1:2: warning: Wrong.
    | a line
  ... and 1 more
"""
    )


@pytest.mark.parametrize(("old", "new", "row"), [
    (["A", "A"], ["A"], "1         0        0"),
    (["A"], ["A", "A"], "0         1        0"),
    (["A", "A", "B"], ["A", "C"], "1         0        1"),
    (["A", "B"], ["B", "C"], "0         0        1"),
])  # fmt: skip
def test_several_findings_at_one_place(
    side: Side, posts: Path, old: list[str], new: list[str], row: str
) -> None:
    sides = [
        side(name, [finding(posts / "a.md", 1, 1, message=message) for message in messages])
        for name, messages in (("old", old), ("new", new))
    ]
    out = compare(*sides, posts)[1]
    assert out.splitlines()[1] == f"bold/span         {row}         0    0      0"


def test_a_rule_or_family_alone(side: Side, posts: Path) -> None:
    rules = ("bold/span", "boldness/x", "names/case")
    old = side("old", [])
    new = side("new", [finding(posts / "a.md", 1, 1, rule) for rule in rules])
    out = compare(old, new, posts, "--rule", "bold", "--rule", "names/case")[1]
    assert [line.split()[0] for line in out.splitlines()[:4]] == [
        "rule", "bold/span", "names/case", "total",
    ]  # fmt: skip
    assert compare(old, new, posts, "--rule", "tags")[:2] == (0, "equal\n")


def test_how_lintpost_is_run(
    side: Side, posts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    old, new = side("old", []), side("new", [])
    monkeypatch.chdir(posts)
    assert compare(old, new, "a.md", "b.md", "--extends", "jekyll,strict")[0] == 0
    (tmp_path / "own.yml").write_text("lang: ja\n", encoding="utf-8")
    assert compare(old, new, "../posts", "--config", "../own.yml")[0] == 0
    for path in (old, new):
        (first, environment, config), (second, _, own) = map(
            json.loads, (path.parent / "runs.jsonl").read_text(encoding="utf-8").splitlines()
        )
        assert first[:5] == ["check", "--no-cache", "--jobs", "1", "--config"]
        assert first[6:] == ["--output-format", "json", "--", str(posts / "a.md"), str(posts / "b.md")]  # fmt: skip
        assert json.loads(config) == {"extends": ["jekyll", "strict"]}
        assert second[5:] == [str(tmp_path / "own.yml"), "--output-format", "json", "--", str(posts)]  # fmt: skip
        assert own == "lang: ja\n"
        assert environment == {
            "LINTPOST_LANG": "en",
            "LINTPOST_DEBUG": None,
            "SOURCE_DATE_EPOCH": str(NOW),
            "NO_COLOR": None,
            "PYTHONPATH": None,
        }


def test_a_suite(side: Side, posts: Path, tmp_path: Path) -> None:
    suite = tmp_path / "suite.yml"
    suite.write_text(
        "- posts: [posts/a.md]\n  extends: [zenn]\n  renderer: kramdown\n- posts: [posts]\n",
        "utf-8",
    )
    old, new = side("old", []), side("new", [finding(posts / "a.md", 1, 1)])
    status, out, _ = compare(old, new, tmp_path, "--suite", suite)
    assert (status, out.splitlines()[1].split()[:3]) == (1, ["bold/span", "0", "2"])
    runs = (old.parent / "runs.jsonl").read_text(encoding="utf-8").splitlines()
    assert {(run[0][-1], run[2]) for run in map(json.loads, runs)} == {
        (str(posts / "a.md"), '{"extends": ["zenn"], "renderer": "kramdown"}'),
        (str(posts), "{}"),
    }


def test_fixed_texts(side: Side, posts: Path) -> None:
    """The fixes are made in copies; a diff leads from the old side's text to the new side's."""
    before = {path.name: path.read_bytes() for path in posts.iterdir()}
    old = side("old", [], fix=("line", "row"))
    new = side("new", [], fix=("line", "line of text"))
    assert compare(old, new, posts) == (0, "equal\n", "")
    assert compare(old, new, posts, "--fix", "--rule", "names") == (
        1,
        f"""\
fixed text differs in 1 posts
  --- old {posts}/b.md
  +++ new {posts}/b.md
  @@ -1 +1 @@
  -a row
  +a line of text
""",
        "",
    )
    assert {path.name: path.read_bytes() for path in posts.iterdir()} == before
    last = json.loads((new.parent / "runs.jsonl").read_text(encoding="utf-8").splitlines()[-1])
    assert last[0][6:-2] == ["--fix", "--output-format", "json", "--select", "names"]


def test_a_section_for_the_summary_of_a_job(side: Side, posts: Path) -> None:
    text = "``` a fence"
    (posts / "b.md").write_text(text, encoding="utf-8")
    old, new = (
        side("old", []),
        side("new", [finding(posts / "b.md", 1, 1, "a/rule", message="says ````")]),
    )
    status, out, _ = compare(old, new, posts, "--markdown")
    assert status == 1
    lines = out.splitlines()
    assert lines[:5] == ["## Findings before and after", "", "0 before, 1 after.", "", "`````text"]
    assert lines[-1] == "`````"
    assert "a/rule, only new" in lines
    assert "    | ``` a fence" in lines


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="no git checkout")
def test_the_script_of_ci(tmp_path: Path) -> None:
    """Over this checkout and itself: nothing differs, and no worktree stays."""
    summary = tmp_path / "summary.md"
    (tmp_path / "a.md").write_text("---\ntitle: a\n---\n\n本文。\n", encoding="utf-8")
    python = {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    done = subprocess.run(
        [str(ROOT / ".ci" / "ecosystem"), "HEAD", str(tmp_path)],
        env={**os.environ, **python, "GITHUB_STEP_SUMMARY": str(summary)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert summary.read_text().startswith("## Findings before and after\n")
    listed = ["git", "worktree", "list"]
    seen = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert len(seen.splitlines()) == 1


def test_one_document(side: Side, posts: Path) -> None:
    one = finding(posts / "b.md", 1, 1)
    old, new = side("old", [one]), side("new", [{**one, "message": "Worse."}], fix=("a", "the"))
    status, out, err = compare(old, new, posts, "--json", "--fix")
    assert (status, err) == (1, "")
    assert json.loads(out) == {
        "status": 1,
        "findings": {"old": 1, "new": 1},
        "rules": {"bold/span": {"changed": 1, "message": 1}},
        "differences": [
            {"rule": "bold/span", "old": one, "new": {**one, "message": "Worse."},
             "aspects": ["message"], "kind": "changed"}
        ],
        "fixed": [
            {"path": str(posts / "b.md"),
             "diff": [f"--- old {posts}/b.md", f"+++ new {posts}/b.md", "@@ -1 +1 @@", "-a line", "+the line"]}
        ],
        "bytes": [],
        "trouble": [],
    }  # fmt: skip


@pytest.mark.parametrize(("old", "new", "status", "expected"), [
    ("one\ntwo\n", "one\ntwo\n", 1, "equal\n"),
    ("one\ntwo\n", "one\ntoo\n", 1, "posts: byte 5, line 2\n  - two\n  + too\n"),
    ("one\n", "one\ntwo\n", 1, "posts: byte 4, line 2\n  - \n  + two\n"),
    ("ア\n", "イ\n", 1, "posts: byte 2, line 1\n  - ア\n  + イ\n"),
    ("one\n", "one\n", 0, "posts: status 1 became 0\n"),
])  # fmt: skip
def test_byte_for_byte(
    side: Side, posts: Path, old: str, new: str, status: int, expected: str
) -> None:
    sides = side("old", old), side("new", new, status=status)
    got, out, err = compare(*sides, posts, "--byte", "--output-format", "concise")
    assert (got, out, err) == (int(expected != "equal\n"), expected, "")
    run = json.loads((sides[1].parent / "runs.jsonl").read_text(encoding="utf-8"))
    assert run[0][6:8] == ["--output-format", "concise"]


def test_internal_errors_are_trouble(side: Side, posts: Path) -> None:
    """They are named by rule, even where both sides have them; what differs is shown all the same."""
    text = "internal error in bold/span (KeyError: 'x'); the other rules went on"
    errors = [("a.md", text), ("b.md", text), ("b.md", "not UTF-8")]
    old, new = side("old", [], *errors, status=2), side("new", [], *errors[:2], status=2)
    status, out, err = compare(old, new, posts)
    assert (status, err) == (2, "")
    assert (
        out
        == f"""\
trouble: old: bold/span: internal error in 2 posts, first: a.md: {text}
trouble: new: bold/span: internal error in 2 posts, first: a.md: {text}
rule     only old  only new  message  severity  fix  place
(error)         1         0        0         0    0      0

(error), only old
  b.md:1:1: error: not UTF-8
    |
"""
    )


@pytest.mark.parametrize("byte", [[], ["--byte"]])
def test_a_run_without_a_report_is_trouble(side: Side, posts: Path, byte: list[str]) -> None:
    old = side("old", [])
    new = side("new", "", status=2, stderr="lintpost: unknown preset `nobody`\n")
    status, out, err = compare(old, new, posts, *byte)
    what = "status 2" if byte else "no report, status 2"
    assert (status, err) == (2, "")
    assert out == f"trouble: new: posts: {what}\n  lintpost: unknown preset `nobody`\n"


@pytest.mark.parametrize(("suite", "expected"), [
    ("a: [", "suite.yml: while parsing"),
    ("a: 1", "suite.yml: expected a list of entries with `posts`"),
    ("- posts: a.md", "suite.yml: entry 1: `posts` must be a list of paths"),
    ("- posts: [c.md]", "c.md: no such file or folder"),
])  # fmt: skip
def test_a_bad_suite(
    side: Side, posts: Path, monkeypatch: pytest.MonkeyPatch, suite: str, expected: str
) -> None:
    monkeypatch.chdir(posts)
    Path("suite.yml").write_text(suite, encoding="utf-8")
    status, out, err = compare(side("old", []), side("new", []), posts, "--suite", "suite.yml")
    assert (status, out) == (2, "")
    assert err.startswith(f"ecosystem_diff: {expected}")


def test_bad_arguments(side: Side, posts: Path) -> None:
    good = side("good", [])
    assert compare(good, posts, posts) == (
        2, "", f"ecosystem_diff: {posts}: neither a checkout of lintpost nor an executable\n",
    )  # fmt: skip
    assert compare(good, good, "none") == (2, "", "ecosystem_diff: none: no such file or folder\n")
    assert compare(good, good, "a", "b", "--suite", "s.yml")[2] == (
        "ecosystem_diff: --suite takes one folder: the one that its posts are in\n"
    )


def test_this_checkout_equals_itself(posts: Path) -> None:
    """A real run: every difference from a side that knows nothing is a finding of this lintpost."""
    assert compare(ROOT, ROOT, posts, "--extends", "strict", "--fix") == (0, "equal\n", "")
    (posts / "b.md").write_text("これは****です。\n", encoding="utf-8")
    status, out, _ = compare(ROOT, ROOT, posts, "--json", "--rule", "bold/empty")
    assert (status, json.loads(out)["findings"]) == (0, {"old": 1, "new": 1})


@pytest.mark.slow
def test_the_shared_suite(side: Side, corpus: Path) -> None:
    """Its presets and folders are there: a side without findings differs from this checkout in all."""
    suite = ROOT / "tools" / "ecosystem" / "corpus.yml"
    old = side("old", [])
    status, out, err = compare(old, ROOT, SHARED / "corpus", "--suite", suite, "--json")
    assert (status, err) == (1, "")
    assert json.loads(out)["trouble"] == []
