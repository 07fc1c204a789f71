"""The status of every kind of end, and that no colour reaches a pipe or a file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import run_cli

POST = "---\ntitle: 題\n---\nこれは****です。\n"
CASES: list[tuple[int, str, dict[str, str]]] = [
    (0, "check good.md", {}),
    (1, "check bad.md", {}),
    (1, "check .", {}),
    (0, "check bad.md --fail-on error", {}),
    (0, "check bad.md --fail-on never", {}),
    (0, "check bad.md --exit-zero", {}),
    (2, "check missing.md", {}),
    (2, "check bad.md missing.md --exit-zero", {}),
    (2, "check missing.md --exit-zero", {}),
    (2, "check nothing/*.md", {}),
    (2, "check good.md --no-such-option", {}),
    (2, "check good.md --output-format ritch", {}),
    (2, "check good.md --select bold/empti", {}),
    (2, "check good.md --config none.yml", {}),
    (2, "check good.md", {"lintpost_yml": "rules: {bold/empti: off}\n"}),
    (2, "check bad.md --exit-zero", {"lintpost_yml": "rules: [\n"}),
    (2, "check good.md", {"lintpost_yml": "names: none.yml\n"}),
    (2, "check good.md", {"lintpost_yml": "extends: nobody\n"}),
    (2, "check good.md", {"lintpost_yml": "baseline: none.jsonl\n"}),
    (2, "check good.md", {"lintpost_yml": "terms: prh.yml\n", "prh_yml": "rules: [{expected: a, specs: [{from: b, to: c}]}]\n"}),
    (2, "check good.md --baseline-strict", {}),
    (2, "check good.md --output-file none/report.txt", {}),
    (2, "check good.md --report sarif:none/report.txt", {}),
    (1, "check bad.md --output-file report.txt", {}),
    (1, "check bad.md --output-format sarif --output-file report.txt", {}),
    (1, "check bad.md --report junit:report.txt", {}),
    (2, "check binary.md", {}),
    (2, "check --fix --diff good.md", {}),
    (2, "check --changed-lines --fix good.md", {}),
    (2, "check --max-findings -1 good.md", {}),
    (2, "chekc good.md", {}),
    (2, "", {}),
    (2, "rule bold/empti", {}),
    (2, "baseline prune", {}),
    (2, "names list good.md", {}),
    (0, "rules", {}),
    (0, "check --help", {}),
    (0, "--version", {}),
]  # fmt: skip


@pytest.mark.parametrize(("status", "line", "files"), CASES, ids=[f"{case[1]} {' '.join(case[2])}" for case in CASES])  # fmt: skip
def test_status(site: Callable[..., Path], status: int, line: str, files: dict[str, str]) -> None:
    folder = site(good_md="---\ntitle: 題\n---\n本文\n", bad_md=POST, **files)
    (folder / "binary.md").write_bytes(b"---\ntitle: \xff\xfe\n---\n")
    words = line.replace(" .", "").split() if line == "check ." else line.split()
    if line == "check .":
        (folder / "binary.md").unlink()
    done = run_cli(*words, cwd=folder)
    shown = done.stdout + done.stderr
    assert done.returncode == status, shown.decode()
    assert b"Traceback" not in shown
    assert b"\x1b" not in shown
    if status == 2:
        assert done.stderr.startswith(b"lintpost: ")
    report = folder / "report.txt"
    if report.exists():
        assert b"\x1b" not in report.read_bytes()


def test_a_report_is_whole_or_not_there(site: Callable[..., Path]) -> None:
    folder = site(bad_md=POST, lintpost_yml="rules: {bold/empti: off}\n")
    (folder / "report.txt").write_text("old", encoding="utf-8")
    assert run_cli("check", "bad.md", "--report", "json:report.txt", cwd=folder).returncode == 2
    assert (folder / "report.txt").read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize(("variables", "arguments", "colour"), [
    ({}, [], False),
    ({"NO_COLOR": "1"}, [], False),
    ({"FORCE_COLOR": "1"}, [], False),
    ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, [], False),
    ({"NO_COLOR": "1"}, ["--color", "always"], True),
    ({}, ["--color", "always"], True),
    ({}, ["--color", "never"], False),
])  # fmt: skip
def test_colour_in_a_pipe(
    site: Callable[..., Path], variables: dict[str, str], arguments: list[str], colour: bool
) -> None:
    folder = site(bad_md=POST)
    done = run_cli("check", "bad.md", *arguments, cwd=folder, **variables)
    assert (b"\x1b[" in done.stdout) is colour
