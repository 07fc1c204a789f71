"""`lintpost fix`: at once, as a diff, and one at a time."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import run_cli

A = "githubの話。Mind Sporeの話。\n\nまたgithub。\n"
B = "githubの話。Bardの話。\n"


@pytest.fixture
def folder(site: Callable[..., Path]) -> Path:
    return site(
        lintpost_yml="lang: en\nnames: names.yml\nrules: {bold/*: off, front-matter/*: off}\n",
        names_yml="names: [GitHub, MindSpore, Gemini, {name: Bard, until: 2024-02-08, renamed-to: Gemini}]\n",
        a_md=A, b_md=B,
    )  # fmt: skip


def texts(folder: Path) -> list[str]:
    return [(folder / name).read_text(encoding="utf-8") for name in ("a.md", "b.md")]


def fix(folder: Path, *arguments: str, answers: str = "", status: int = 0) -> str:
    done = run_cli("fix", *arguments, cwd=folder, stdin=answers.encode())
    assert done.returncode == status, done.stderr.decode()
    return done.stdout.decode()


def test_at_once(folder: Path) -> None:
    assert fix(folder, "--diff", status=1).count("\n+") == 5
    assert texts(folder) == [A, B]
    assert fix(folder) == "4 findings fixed.\n"
    assert texts(folder)[1] == "GitHubの話。Bardの話。\n"
    assert fix(folder, "--unsafe-fixes") == "1 finding fixed.\n"
    assert texts(folder)[1] == "GitHubの話。Geminiの話。\n"


def test_one_at_a_time(folder: Path) -> None:
    shown = fix(folder, "--interactive", answers="y\nn\n?\ny\nn\ny\n")
    assert texts(folder) == [
        "GitHubの話。Mind Sporeの話。\n\nまたGitHub。\n",
        "githubの話。Geminiの話。\n",
    ]
    assert shown.endswith("3 findings fixed.\n")
    assert (
        "\na.md:1:1  names/spelling  1 of 3\n  “github” is written “GitHub”.\n"
        "  -githubの話。Mind Sporeの話。\n   ^^^^^^\n  +GitHubの話。Mind Sporeの話。\n   ^^^^^^\n"
        in shown
    )
    assert "  y  apply this fix\n  n  skip it\n" in shown
    assert "b.md:1:10  names/renamed (look closely)  2 of 2\n" in shown


def test_all_of_a_rule_and_none_of_another(folder: Path) -> None:
    assert fix(folder, "-i", answers="a\ns\ns\n").endswith("3 findings fixed.\n")
    assert texts(folder) == [
        "GitHubの話。Mind Sporeの話。\n\nまたGitHub。\n",
        "GitHubの話。Bardの話。\n",
    ]


@pytest.mark.parametrize("answers", ["y\nq\n", "y\n"])
def test_what_was_said_is_written_when_it_ends(folder: Path, answers: str) -> None:
    assert fix(folder, "-i", answers=answers).endswith("1 finding fixed.\n")
    assert texts(folder) == [A.replace("githubの", "GitHubの"), B]


def test_contradictions(folder: Path) -> None:
    done = run_cli("fix", "-i", "--diff", cwd=folder)
    assert (done.returncode, "choose one" in done.stderr.decode()) == (2, True)
