"""Rules over the whole site on the command line."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.test_gate import git
from tests.conftest import ROOT, run_cli

CONFIG = "lang: en\nposts: ['posts/**']\nnames: names.yml\nrules: {site/*: on, front-matter/missing: off}\n"
SELECT = "--select=site,names,meta"
A, B, C = (f"---\ntitle: {title}\n---\n\nText.\n" for title in ("One", "ONE", "Two"))
BOTH = ["site/same-title posts/a.md:2", "site/same-title posts/b.md:2"]


@pytest.fixture
def folder(site: Callable[..., Path]) -> Path:
    return site(
        lintpost_yml=CONFIG,
        names_yml="names: [GitHub]\n",
        posts__a_md=A,
        posts__b_md=B,
        posts__c_md=C,
    )


def check(folder: Path, *arguments: str, status: int, stdin: bytes | None = None) -> list[str]:
    """The findings of a run, as rule and place."""
    done = run_cli(
        "check", SELECT, "--output-format", "concise", *arguments, cwd=folder, stdin=stdin
    )
    assert done.returncode == status, (done.stdout + done.stderr).decode()
    lines = done.stdout.decode().splitlines()
    return [re.sub(r"^(.+?):(\d+):\d+: \w+ (\S+).*", r"\3 \1:\2", line) for line in lines[:-1]]


def test_a_part_of_the_site_finds_what_the_whole_finds(folder: Path) -> None:
    assert check(folder, status=1) == BOTH
    assert check(folder, "posts/b.md", "posts/c.md", status=1) == BOTH[1:]
    assert check(folder, "--no-cache", "posts/a.md", status=1) == BOTH[:1]
    assert check(folder, "posts/c.md", status=0) == []


def test_a_post_is_known_by_any_path(folder: Path) -> None:
    whole = str(folder / "posts" / "b.md")
    assert check(folder, whole, status=1) == [f"site/same-title {whole}:2"]
    (folder / "link.md").symlink_to("posts/b.md")
    done = run_cli("check", SELECT, "--output-format", "json", "link.md", cwd=folder)
    (finding,) = json.loads(done.stdout)["findings"]
    assert (finding["path"], finding["related"][0]["path"]) == ("link.md", "posts/a.md")
    assert len(finding["related"]) == 1
    done = run_cli("check", SELECT, "--output-format", "json", "./posts/../posts/b.md", cwd=folder)
    (finding,) = json.loads(done.stdout)["findings"]
    assert (finding["path"], finding["related"][0]["path"]) == ("posts/b.md", "posts/a.md")
    assert finding["message"] == "`title` is the same as in posts/a.md."


def test_a_post_that_is_named_belongs_to_the_site(folder: Path) -> None:
    (folder / "draft.md").write_text(B, "utf-8")
    assert check(folder, status=1) == BOTH
    assert check(folder, "draft.md", status=1) == ["site/same-title draft.md:2"]


def test_without_a_configuration_the_site_is_what_is_named(tmp_path: Path) -> None:
    for name, text in (("a", A), ("b", B)):
        (tmp_path / f"{name}.md").write_text(text, "utf-8")
    assert check(tmp_path, "--no-config", "a.md", status=0) == []
    assert len(check(tmp_path, "--no-config", "a.md", "b.md", status=1)) == 2


def test_every_report_has_the_other_places(folder: Path) -> None:
    out = run_cli("check", SELECT, "--output-format", "json", cwd=folder).stdout
    for jobs in ("1", "2"):
        more = ("--jobs", jobs, "--no-cache", "--output-format", "json")
        assert run_cli("check", SELECT, *more, cwd=folder).stdout == out
    first, second = json.loads(out)["findings"]
    place = {"start": {"line": 2, "column": 8, "offset": 11}, "end": {"line": 2, "column": 11, "offset": 14}}  # fmt: skip
    assert first["related"] == [{"path": "posts/b.md", **place}]
    assert second["related"] == [{"path": "posts/a.md", **place}]
    done = run_cli("check", SELECT, "--output-format", "sarif", cwd=folder)
    (log,) = json.loads(done.stdout)["runs"]
    places = [result["relatedLocations"][0]["physicalLocation"] for result in log["results"]]
    assert [one["artifactLocation"]["uri"] for one in places] == ["posts/b.md", "posts/a.md"]
    rich = run_cli("check", SELECT, cwd=folder).stdout.decode()
    assert "title: ONE" in rich


def test_standard_input_takes_the_place_of_its_file(folder: Path) -> None:
    def stdin(text: str, *more: str, status: int, name: str = "posts/b.md") -> list[str]:
        return check(folder, "-", f"--stdin-filename={name}", *more, status=status, stdin=text.encode())  # fmt: skip

    assert stdin(B, status=1) == BOTH[1:]
    assert stdin(C, status=1) == ["site/same-title posts/b.md:2"]
    assert stdin(C.replace("Two", "Three"), status=0) == []
    assert stdin(C, name="posts/c.md", status=0) == []
    assert stdin(A, name="posts/new.md", status=1) == ["site/same-title posts/new.md:2"]
    done = run_cli("check", SELECT, "-", cwd=folder, stdin=A.encode())
    assert done.returncode == 0
    assert b"Rules over the whole site were left out." in done.stdout
    fixed = run_cli("check", SELECT, "-", "--stdin-filename=posts/b.md", "--fix", "--output-format=concise",
                    cwd=folder, stdin=(B + "GITHUB\n").encode())  # fmt: skip
    assert fixed.stdout.decode() == B + "GitHub\n"
    assert "posts/b.md:2:8: warning site/same-title" in fixed.stderr.decode()


def test_a_fixed_text_on_standard_input_is_reviewed_as_it_is_then(folder: Path) -> None:
    text = "---\nexcerpt: All of Git Hub, Git Hub alone\ntitle: ONE\n---\n"
    done = run_cli("check", SELECT, "-", "--stdin-filename=posts/b.md", "--fix", "--output-format=json",
                   cwd=folder, stdin=text.encode())  # fmt: skip
    fixed = done.stdout.decode()
    assert fixed == text.replace("Git Hub", "GitHub")
    (finding,) = json.loads(done.stderr)["findings"]
    assert (finding["rule"], finding["start"]["offset"]) == ("site/same-title", fixed.index("ONE"))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "3 posts checked, nothing to fix. Rules over the whole site were left out."),
        (
            "ja",
            "3本の記事を検査しました。指摘はありません。サイト全体を見るルールは検査していません。",
        ),
    ],
)
def test_no_site(folder: Path, lang: str, text: str) -> None:
    (folder / "posts" / "a.md").write_text(A + "\n<!-- lintpost-disable-file site/same-title -->\n", "utf-8")  # fmt: skip
    for more in ([], ["--no-cache"], []):
        done = run_cli("check", SELECT, "--no-site", "--lang", lang, *more, cwd=folder)
        assert (done.returncode, done.stdout.decode().strip()) == (0, text)
    done = run_cli("check", SELECT, "--no-site", "--output-format", "json", cwd=folder)
    assert json.loads(done.stdout)["summary"]["site_left_out"] is True
    # Where no such rule is on nothing is left out.
    done = run_cli("check", "--select", "names", "--no-site", cwd=folder)
    assert done.stdout.decode() == "3 posts checked, nothing to fix.\n"


def test_no_site_takes_options_of_rules_that_it_leaves_out(folder: Path) -> None:
    (folder / "lintpost.yml").write_text(CONFIG.replace("}", ", site/same-title: {allow: [x]}}"), "utf-8")  # fmt: skip
    done = run_cli("check", "--no-site", cwd=folder)
    assert (done.returncode, done.stderr) == (0, b"")


def test_suppressions(folder: Path) -> None:
    off = "<!-- lintpost-disable-file site/same-title -->\n"
    (folder / "posts" / "b.md").write_text(B + off, "utf-8")
    (folder / "posts" / "c.md").write_text(C + off, "utf-8")
    unused = "meta/unused-suppression posts/c.md:6"
    for _ in range(2):
        assert check(folder, status=1) == [*BOTH[:1], unused]
        assert check(folder, "posts/b.md", status=0) == []
    assert check(folder, "posts/b.md", "posts/c.md", status=1) == [unused]
    assert check(folder, "--no-site", status=0) == []
    assert check(folder, "--fix", status=1) == BOTH[:1]
    assert (folder / "posts" / "b.md").read_text("utf-8") == B + off
    assert (folder / "posts" / "c.md").read_text("utf-8") == C


def test_suppressions_are_written(folder: Path) -> None:
    done = run_cli("check", "--select", "site", "--add-suppressions", "meant", "posts/b.md", cwd=folder)  # fmt: skip
    assert done.stdout == b"1 finding switched off by comments.\n"
    assert check(folder, status=1) == BOTH[:1]


def test_baseline(folder: Path) -> None:
    done = run_cli("baseline", "create", "--select", "site", cwd=folder)
    assert done.stdout.decode().endswith("\n2 entries: 2 new, 0 gone.\n")
    assert check(folder, status=0) == []
    (folder / "posts" / "d.md").write_text(A, "utf-8")
    assert check(folder, status=1) == ["site/same-title posts/d.md:2"]
    assert check(folder, "--no-site", "--baseline-strict", status=0) == []
    (folder / "posts" / "d.md").unlink()
    (folder / "posts" / "b.md").write_text(C.replace("Two", "Three"), "utf-8")
    assert len(check(folder, "--baseline-strict", status=1)) == 2
    assert b"2 gone" in run_cli("baseline", "update", "--select", "site", cwd=folder).stdout


def test_changed(folder: Path) -> None:
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "old")
    assert check(folder, "--changed", status=0) == []
    (folder / "posts" / "c.md").write_text(A, "utf-8")
    new = ["site/same-title posts/c.md:2"]
    assert check(folder, "--changed", status=1) == new
    assert check(folder, "--changed-lines", status=1) == new
    (folder / "posts" / "c.md").write_text(C, "utf-8")
    (folder / "posts" / "b.md").write_text(B + "More.\n", "utf-8")
    assert check(folder, "--changed", status=1) == BOTH[1:]
    assert check(folder, "--changed-lines", status=0) == []


def test_fixes_and_findings_of_the_site(folder: Path) -> None:
    """A title that a fix changes is reviewed as it is then."""
    for name in "ab":
        title = "GITHUB in use" if name == "a" else "Github in use"
        text = f"---\ntitle: {title}\n---\n\nAbout GITHUB.\n"
        (folder / "posts" / f"{name}.md").write_text(text, "utf-8")
    (folder / "posts" / "c.md").write_text("---\ntitle: GitHub  in use\n---\n\nAbout GITHUB.\n", "utf-8")  # fmt: skip
    left = [f"site/same-title posts/{name}.md:2" for name in "abc"]
    assert check(folder, "--diff", status=1)
    assert check(folder, "--fix", status=1) == left
    assert "About GitHub" in (folder / "posts" / "c.md").read_text("utf-8")
    assert check(folder, "--fix", "--no-cache", "posts/c.md", status=1) == left[2:]


def test_an_unreadable_post_does_not_stop_the_review(folder: Path) -> None:
    (folder / "posts" / "bad.md").write_bytes(b"\xff\xfe\x00")
    assert check(folder, "posts/a.md", status=1) == BOTH[:1]
    done = run_cli("check", SELECT, "--output-format=concise", cwd=folder)
    assert done.returncode == 2
    assert done.stdout.decode().count("site/same-title") == 2


def test_severity_by_path(folder: Path) -> None:
    more = "overrides: [{posts: [posts/b.md], rules: {site/same-title: error}}, {posts: [posts/c.md], rules: {site/same-title: off}}]\n"  # fmt: skip
    (folder / "lintpost.yml").write_text(CONFIG + more, "utf-8")
    (folder / "posts" / "c.md").write_text(A, "utf-8")
    done = run_cli("check", "--output-format", "concise", cwd=folder)
    lines = [line for line in done.stdout.decode().splitlines() if " site/" in line]
    assert [line.split(" site/")[0] for line in lines] == [
        "posts/a.md:2:8: warning",
        "posts/b.md:2:8: error",
    ]


def test_the_rule_says_what_it_looks_at(folder: Path) -> None:
    page = run_cli("rule", "site/same-title", cwd=folder).stdout.decode()
    assert "looks over the whole site" in page
    assert "With `b.md`:" in page
    table = run_cli("rules", "--select", "site", "--lang", "ja", cwd=folder).stdout.decode()
    rows = sum(line.startswith("site/") for line in table.splitlines())
    assert table.replace("\n", "").count("サイト全体を見る") == rows > 3


def test_other_runs_import_nothing_of_it(folder: Path) -> None:
    code = (
        "import sys; from lintpost.cli.main import main; main(sys.argv[1:]);"
        "print([m for m in sys.modules if m.startswith(('lintpost.engine.review.', 'lintpost.checks.site'))])"
    )

    def imported(*more: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", code, "check", "--no-cache", *more],
            cwd=folder, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        return done.stdout.splitlines()[-1]

    # `open_reviews` itself looks whether there is anything to import.
    assert imported("--ignore", "site,links") == "[]"
    assert imported("--no-site") == "[]"
    assert imported("--ignore", "site,links", "--fix") == "['lintpost.engine.review.open_reviews']"
    assert "lintpost.checks.site.same_title" in imported()
