"""The gate in a scratch repository: old debt passes, new findings do not, whatever git does to the posts."""

import json
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT, run_cli

CONFIG = "lang: en\nnames: names.yml\nposts: ['posts/**']\nrules: {front-matter/missing: off, bold/*: off}\n"
NAMES = "names: [GitHub, MindSpore]\n"
OLD = "githubの古い記事。\n\nMind Sporeもgithubも出る。\n"
BASE = "baseline: lintpost-baseline.jsonl\n"


def git(folder: Path, *arguments: str) -> str:
    config = ["-c", "user.email=a@example.com", "-c", "user.name=a", "-c", "commit.gpgsign=false"]
    done = subprocess.run(
        ["git", *config, *arguments], cwd=folder, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


@pytest.fixture
def repo(site: Callable[..., Path]) -> Path:
    """A repository with old findings on file."""
    folder = site(
        lintpost_yml=CONFIG, names_yml=NAMES, posts__old_md=OLD, posts__b_md="GitHubの話。\n"
    )
    git(folder, "init", "-q", "-b", "main")
    (folder / ".gitattributes").write_text(
        "lintpost-baseline.jsonl merge=union\n", encoding="utf-8"
    )
    done = run_cli("baseline", "create", cwd=folder)
    assert done.returncode == 0, done.stderr.decode()
    assert (folder / "lintpost.yml").read_text(encoding="utf-8") == CONFIG + BASE
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "old")
    return folder


def check(folder: Path, *arguments: str, status: int) -> list[str]:
    """The findings of a run, as rule and place."""
    done = run_cli("check", "--output-format", "concise", *arguments, cwd=folder)
    assert done.returncode == status, (done.stdout + done.stderr).decode()
    lines = done.stdout.decode().splitlines()
    return [re.sub(r"^(.+?):(\d+):\d+: \w+ (\S+).*", r"\3 \1:\2", line) for line in lines[:-1]]


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_old_debt_passes_and_one_new_finding_does_not(repo: Path) -> None:
    assert check(repo, status=0) == []
    assert len(check(repo, "--no-baseline", status=1)) == 3
    write(repo, "posts/b.md", "GitHubの話。\n\nここにgithub。\n")
    assert check(repo, status=1) == ["names/spelling posts/b.md:3"]
    write(repo, "posts/b.md", "GitHubの話。\n\nここにGitHub。\n")
    assert check(repo, status=0) == []


def test_moved_lines_and_edits_beside(repo: Path) -> None:
    write(
        repo,
        "posts/old.md",
        "新しい段落。\n\nもう一つ。\n\n" + OLD.replace("古い記事", "書き直した記事"),
    )
    assert check(repo, status=0) == []
    write(repo, "posts/old.md", OLD + "\nまたgithub。\n")
    assert check(repo, status=1) == ["names/spelling posts/old.md:5"]


FAR = "十六文字より長い文章がここに並んでいる。"


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        # The same text twice: the entry goes to the one whose surroundings are the same too.
        (f"{FAR}github{FAR}\n\n{FAR}\n\n一方、githubは{FAR}\n", [1]),
        (f"{FAR}\n\n一方、githubは{FAR}\n\n{FAR}github{FAR}\n", [5]),
        # Other surroundings: the text tells that it is the same finding.
        (f"{FAR}\n\n他方、githubが{FAR}\n", []),
        # Another text: the surroundings tell.
        (f"{FAR}\n\n一方、GITHUBは{FAR}\n", []),
        # The text goes before the surroundings.
        (f"{FAR}\n\n一方、GITHUBは{FAR}\n\n{FAR}他方、githubが{FAR}\n", [3]),
        (f"{FAR}github{FAR}\n\n一方、GITHUBは{FAR}\n", [3]),
    ],
)
def test_which_finding_an_entry_is_for(repo: Path, text: str, reported: list[int]) -> None:
    write(repo, "posts/b.md", f"{FAR}\n\n一方、githubは{FAR}\n")
    assert run_cli("baseline", "update", cwd=repo).returncode == 0
    write(repo, "posts/b.md", text)
    expected = [f"names/spelling posts/b.md:{line}" for line in reported]
    assert check(repo, status=1 if reported else 0) == expected


def test_a_renamed_post_keeps_its_debt(repo: Path) -> None:
    git(repo, "mv", "posts/old.md", "posts/new.md")
    assert check(repo, status=0) == []
    write(repo, "posts/third.md", OLD)  # a copy is new
    assert len(check(repo, status=1)) == 3


def test_what_was_mended_is_stale(repo: Path) -> None:
    write(repo, "posts/old.md", OLD.replace("Mind Spore", "MindSpore"))
    stale = ["meta/stale-baseline lintpost-baseline.jsonl:1"]
    assert check(repo, status=0) == stale
    assert check(repo, "--baseline-strict", status=1) == stale
    assert check(repo, "posts/b.md", "--baseline-strict", status=0) == []  # not looked at
    assert check(repo, "--ignore", "names/spacing", "--baseline-strict", status=0) == []
    done = run_cli("baseline", "prune", cwd=repo)
    assert done.stdout.decode() == "Written: lintpost-baseline.jsonl\n2 entries: 0 new, 1 gone.\n"
    assert check(repo, "--baseline-strict", status=0) == []
    os.unlink(repo / "posts/old.md")
    assert len(check(repo, "--baseline-strict", status=1)) == 2


def test_stale_entries_are_shown_where_they_stand(repo: Path) -> None:
    write(repo, "posts/old.md", OLD.replace("github", "GitHub"))
    entry = (repo / "lintpost-baseline.jsonl").read_text(encoding="utf-8").splitlines()[2]
    shown = run_cli("check", cwd=repo, COLUMNS="400").stdout.decode()
    assert f"    3 │ {entry}\n" in shown
    for name in ("sarif", "rdjson", "gitlab", "junit", "markdown", "github"):
        assert run_cli("check", "--output-format", name, cwd=repo).returncode == 0


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "2 findings (2 notes) in the baseline, none in 2 posts. 1 in the baseline."),
        (
            "ja",
            "ベースライン（2本の記事には指摘なし）に2件の指摘があります（参考2件）。"
            "ベースラインにある指摘が1件あります。",
        ),
    ],
)
def test_stale_entries_are_in_no_post(repo: Path, lang: str, line: str) -> None:
    write(repo, "posts/old.md", OLD.replace("github", "GitHub"))
    done = run_cli("check", "--output-format", "concise", "--lang", lang, cwd=repo)
    assert (done.stdout + done.stderr).decode().splitlines()[-1] == line


def test_lines_that_were_there_are_not_mended(repo: Path) -> None:
    """--changed-lines holds findings back; their entries in the baseline are not stale for it."""
    git(repo, "checkout", "-q", "-b", "work")
    write(repo, "posts/old.md", OLD + "\nまたgithub。\n")
    assert check(repo, "--changed-lines", "--baseline-strict", status=1) == [
        "names/spelling posts/old.md:5"
    ]


def test_fixing_pays_debt(repo: Path) -> None:
    assert check(repo, "--fix", status=0) == [f"meta/stale-baseline lintpost-baseline.jsonl:{n}" for n in (1, 2, 3)]  # fmt: skip
    assert (repo / "posts/old.md").read_text(encoding="utf-8") == OLD.replace("github", "GitHub").replace("Mind Spore", "MindSpore")  # fmt: skip


def test_update_and_no_new_debt(repo: Path) -> None:
    before = (repo / "lintpost-baseline.jsonl").read_text(encoding="utf-8")
    write(repo, "posts/b.md", "githubの話。\n")
    done = run_cli("baseline", "update", "--no-new-debt", cwd=repo)
    assert done.returncode == 1
    assert done.stdout.decode().startswith("posts/b.md:1:1: names/spelling ")
    assert (repo / "lintpost-baseline.jsonl").read_text(encoding="utf-8") == before
    done = run_cli("baseline", "update", cwd=repo)
    assert done.stdout.decode().endswith("4 entries: 1 new, 0 gone.\n")
    lines = (repo / "lintpost-baseline.jsonl").read_text(encoding="utf-8").splitlines()
    assert lines == sorted(lines)
    assert set(before.splitlines()) < set(lines)
    data = json.loads(run_cli("baseline", "show", "--output-format", "json", cwd=repo).stdout)
    assert data["rules"] == [
        {"rule": "names/spelling", "findings": 3, "posts": 2},
        {"rule": "names/spacing", "findings": 1, "posts": 1},
    ]
    assert run_cli("baseline", "create", cwd=repo).returncode == 2


def test_two_branches_with_debt_of_their_own(repo: Path) -> None:
    for name in ("one", "two"):
        git(repo, "checkout", "-q", "-b", name, "main")
        write(repo, f"posts/{name}.md", f"{name}のgithub。\n")
        assert run_cli("baseline", "update", cwd=repo).returncode == 0
        git(repo, "add", "-A")
        git(repo, "commit", "-qm", name)
    git(repo, "merge", "-q", "-m", "both", "one")
    assert check(repo, "--baseline-strict", status=0) == []
    git(repo, "checkout", "-q", "-b", "three", "main")
    write(repo, "posts/three.md", "本文\n")
    git(repo, "add", "-A")
    git(repo, "commit", "-qm", "three")
    git(repo, "rebase", "-q", "two")
    assert check(repo, "--baseline-strict", status=0) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<<<<<<< ours\n", "lintpost-baseline.jsonl:1: a merge was not finished here; keep the lines of both sides"),
        ("\n{\"path\": 1}\n", "lintpost-baseline.jsonl:2: no entry of a baseline; `lintpost baseline update` writes the file anew"),
    ],
)  # fmt: skip
def test_a_broken_baseline(repo: Path, text: str, message: str) -> None:
    write(repo, "lintpost-baseline.jsonl", text)
    done = run_cli("check", cwd=repo)
    assert done.returncode == 2
    assert done.stderr.decode().strip().endswith(message)


def test_no_baseline_yet(repo: Path) -> None:
    os.unlink(repo / "lintpost-baseline.jsonl")
    done = run_cli("check", cwd=repo)
    assert (done.returncode, "there is no baseline yet" in done.stderr.decode()) == (2, True)


def test_changed_posts_and_lines(repo: Path) -> None:
    assert check(repo, "--changed", "--no-baseline", status=0) == []
    git(repo, "checkout", "-q", "-b", "work")
    write(repo, "posts/old.md", OLD + "\nまたgithub。\n")  # in the working tree
    write(repo, "posts/new file.md", "githubの新しい記事。\n")  # untracked
    write(repo, "posts/staged.md", "githubの記事。\n")
    git(repo, "add", "posts/staged.md")
    write(repo, "posts/done.md", "githubの記事。\n")
    git(repo, "add", "posts/done.md")
    git(repo, "commit", "-qm", "done", "posts/done.md")
    found = check(repo, "--changed", "--no-baseline", status=1)
    assert len(found) == 7
    assert check(repo, "--changed", "main", "--changed-lines", "--no-baseline", status=1) == [
        "names/spelling posts/done.md:1",
        "names/spelling posts/new file.md:1",
        "names/spelling posts/old.md:5",
        "names/spelling posts/staged.md:1",
    ]
    assert check(repo, "--changed", "posts/b.md", "--no-baseline", status=0) == []


def test_rules_over_the_whole_post_count_where_it_changed(repo: Path) -> None:
    write(repo, "posts/old.md", "---\ntitle: MindSporeの話\n---\nGitHub\n\ngithub\n")
    git(repo, "add", "-A")
    git(repo, "commit", "-qm", "more")
    git(repo, "checkout", "-q", "-b", "work")
    write(repo, "posts/old.md", "---\ntitle: MindSporeの話\n---\nGitHub\n\ngithub\n\n追記。\n")
    assert check(repo, "--changed-lines", "--no-baseline", status=1) == ["names/title-body posts/old.md:2"]  # fmt: skip


def test_a_renamed_post_has_no_added_lines(repo: Path) -> None:
    git(repo, "checkout", "-q", "-b", "work")
    git(repo, "mv", "posts/old.md", 'posts/記事 "x".md')
    git(repo, "commit", "-qm", "moved")
    assert len(check(repo, "--changed", "--no-baseline", status=1)) == 3
    assert check(repo, "--changed-lines", "--no-baseline", status=0) == []
    write(repo, 'posts/記事 "x".md', OLD + "\nまたgithub。\n")
    assert len(check(repo, "--changed-lines", "--no-baseline", status=1)) == 1


def test_a_change_of_the_house_rules_rechecks_everything(repo: Path) -> None:
    git(repo, "checkout", "-q", "-b", "work")
    write(repo, "names.yml", "names: [GitHub]\n")
    done = run_cli("check", "--changed", "--no-baseline", "--output-format", "concise", cwd=repo)
    assert done.returncode == 1
    assert done.stderr.decode() == "lintpost: names.yml changed: every post is checked.\n"
    assert done.stdout.decode().count("names/spelling") == 2


def test_where_git_cannot_say(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    def error(folder: Path, *arguments: str) -> str:
        done = run_cli("check", *arguments, cwd=folder)
        assert done.returncode == 2
        return done.stderr.decode()

    assert "git does not know origin/nowhere; try: git fetch origin nowhere" in error(repo, "--changed=origin/nowhere")  # fmt: skip
    for number in range(3):
        git(repo, "commit", "-qm", str(number), "--allow-empty")
    git(repo, "branch", "side", "HEAD~3")
    shallow = tmp_path_factory.mktemp("shallow") / "clone"
    git(repo, "clone", "-q", "--depth", "1", "--no-single-branch", f"file://{repo}", str(shallow))
    assert "git fetch --unshallow" in error(shallow, "--changed=origin/side")
    git(repo, "checkout", "-q", "--detach")
    assert check(repo, "--changed=main", status=0) == []
    plain = tmp_path_factory.mktemp("plain")
    write(plain, "a.md", "x\n")
    assert "not a git repository" in error(plain, "--changed")


def test_thresholds(repo: Path) -> None:
    assert len(check(repo, "--no-baseline", "--max-findings", "3", status=0)) == 3
    check(repo, "--no-baseline", "--max-findings", "2", status=1)
    check(repo, "--no-baseline", "--exit-zero", status=0)
    check(repo, "--no-baseline", "--fail-on", "error", status=0)
    write(repo, "lintpost.yml", CONFIG + "fail-on: {severity: error, rules: [names/spacing]}\n")
    check(repo, status=1)
    write(
        repo,
        "lintpost.yml",
        CONFIG + "fail-on: {severity: error, rules: [tags]}\nmax-findings: 0\n",
    )
    check(repo, status=0)
    write(
        repo,
        "lintpost.yml",
        CONFIG + "overrides: [{posts: [posts/old.md], rules: {names/*: info}}]\n",
    )
    check(repo, status=0)
    check(repo, "--fix", "--exit-non-zero-on-fix", status=1)
    check(repo, "--fix", "--exit-non-zero-on-fix", status=0)


def test_promoted_and_demoted_fixes(repo: Path) -> None:
    write(repo, "lintpost.yml", CONFIG + "fixes: {names/*: unsafe, names/spacing: safe}\n")
    done = run_cli("check", "--diff", cwd=repo)
    assert (done.returncode, done.stdout.decode().count("\n+")) == (1, 2)
    assert "MindSpore" in done.stdout.decode()
    done = run_cli("check", "--fix-only", cwd=repo)
    assert (done.returncode, done.stdout.decode()) == (0, "1 finding fixed.\n")
    done = run_cli("check", "--unsafe-fixes", "--fix-only", "-q", cwd=repo)
    assert (done.returncode, done.stdout.decode()) == (0, "")
    assert "github" not in (repo / "posts/old.md").read_text(encoding="utf-8")
    write(repo, "lintpost.yml", CONFIG + "fixes: {names/spelin: off}\n")
    done = run_cli("check", cwd=repo)
    assert "lintpost.yml:5:23: unknown rule `names/spelin`; did you mean `names/spelling`?" in done.stderr.decode()  # fmt: skip


def test_several_reports(repo: Path) -> None:
    done = run_cli("check", "--no-baseline", "--output-format", "concise", "--report", "sarif:out.sarif", "--report", "junit:j.xml", cwd=repo)  # fmt: skip
    assert done.returncode == 1
    results = json.loads((repo / "out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert len(results) == done.stdout.decode().count("warning names/") == 3
    assert (repo / "j.xml").read_text(encoding="utf-8").count("<failure") == 3
    run_cli("check", "--report", "sarif:out.sarif", cwd=repo)
    states = [r["baselineState"] for r in json.loads((repo / "out.sarif").read_text("utf-8"))["runs"][0]["results"]]  # fmt: skip
    assert states == ["unchanged"] * 3
    for bad, message in (
        ("sarf:x", "unknown format `sarf`; did you mean `sarif`?"),
        ("sarif", "--report sarif: write FORMAT:FILE, such as sarif:report.txt"),
        ("sarif:none/x", "none"),
    ):
        done = run_cli("check", "--report", bad, cwd=repo)
        assert (done.returncode, message in done.stderr.decode()) == (2, True)


def test_suppressions(repo: Path) -> None:
    write(repo, "posts/b.md", "---\ntitle: githubの話\n---\n- githubの項目\n\ngithubの段落。\n")
    done = run_cli(
        "check", "posts", "--no-baseline", "--add-suppressions=昔の記事 -- <x>", cwd=repo
    )
    assert done.stdout.decode() == "6 findings switched off by comments.\n"
    assert (repo / "posts/b.md").read_text(encoding="utf-8") == (
        "---\ntitle: githubの話  # lintpost: disable names/spelling -- 昔の記事 x\n---\n"
        "- githubの項目 <!-- lintpost-disable-line names/spelling -- 昔の記事 x -->\n\n"
        "<!-- lintpost-disable-next-line names/spelling -- 昔の記事 x -->\ngithubの段落。\n"
    )  # fmt: skip
    assert (repo / "posts/old.md").read_text(encoding="utf-8").count(
        "lintpost-disable-next-line"
    ) == 2
    check(repo, "--no-baseline", "--ignore", "meta", status=0)
    listed = run_cli("suppressions", "list", cwd=repo).stdout.decode().splitlines()
    assert listed[0] == "posts/b.md:2:38: names/spelling  昔の記事 x"
    assert listed[-1] == "6 suppressions in 2 posts; 0 without a reason."
    data = json.loads(run_cli("suppressions", "list", "--output-format", "json", cwd=repo).stdout)
    assert data["suppressions"][0]["rule"] == "names/spelling"


def test_idle_suppressions_go(repo: Path) -> None:
    text = (
        "---\ntitle: a  # lintpost: disable names/spelling -- 昔\n---\n"
        "<!-- lintpost-disable-next-line names/spelling, names/spacing -- 理由 -->\ngithubの話。\n\n"
        "<!-- lintpost-disable-next-line names/spacing -->\n本文。\n"
    )
    write(repo, "posts/b.md", text)
    assert check(repo, "posts/b.md", "--fix", status=0) == []
    assert (repo / "posts/b.md").read_text(encoding="utf-8") == (
        "---\ntitle: a\n---\n<!-- lintpost-disable-next-line names/spelling -- 理由 -->\ngithubの話。\n\n本文。\n"
    )


def test_the_own_repository_is_not_touched() -> None:
    assert not (ROOT / "lintpost-baseline.jsonl").exists()
