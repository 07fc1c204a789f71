"""`lintpost fix`: at once, as a diff, and one at a time."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import run_cli

A = "githubの話。Mind Sporeの話。\n\nまたgithub。\n"
B = "githubの話。Bardの話。\n"


@pytest.fixture
def house(site: Callable[..., Path]) -> Path:
    return site(
        lintpost_yml="lang: en\nnames: names.yml\nrules: {bold/*: off, front-matter/*: off}\n",
        names_yml="names: [GitHub, MindSpore, Gemini, {name: Bard, until: 2024-02-08, renamed-to: Gemini}]\n",
        a_md=A, b_md=B,
    )  # fmt: skip


def texts(house: Path) -> list[str]:
    return [(house / name).read_text(encoding="utf-8") for name in ("a.md", "b.md")]


def fix(house: Path, *arguments: str, said: str = "", status: int = 0) -> str:
    done = run_cli("fix", *arguments, cwd=house, stdin=said.encode())
    assert done.returncode == status, done.stderr.decode()
    return done.stdout.decode()


def test_at_once(house: Path) -> None:
    assert fix(house, "--diff", status=1).count("\n+") == 5
    assert texts(house) == [A, B]
    assert fix(house) == "4 findings fixed.\n"
    assert texts(house)[1] == "GitHubの話。Bardの話。\n"
    assert fix(house, "--unsafe-fixes") == "1 finding fixed.\n"
    assert texts(house)[1] == "GitHubの話。Geminiの話。\n"


def test_one_at_a_time(house: Path) -> None:
    shown = fix(house, "--interactive", said="y\nn\n?\ny\nn\ny\n")
    assert texts(house) == [
        "GitHubの話。Mind Sporeの話。\n\nまたGitHub。\n",
        "githubの話。Geminiの話。\n",
    ]
    assert shown.endswith("3 findings fixed.\n")
    assert (
        "\na.md:1:1  names/spelling\n  “github” is written “GitHub”.\n  - githubの話。Mind Spore"
        in shown
    )
    assert "  + GitHubの話。Mind Spore" in shown
    assert "y: apply this fix; n: skip it" in shown
    assert "b.md:1:10  names/renamed (look closely)" in shown


def test_all_of_a_rule_and_none_of_another(house: Path) -> None:
    assert fix(house, "-i", said="a\ns\ns\n").endswith("3 findings fixed.\n")
    assert texts(house) == [
        "GitHubの話。Mind Sporeの話。\n\nまたGitHub。\n",
        "GitHubの話。Bardの話。\n",
    ]


@pytest.mark.parametrize("said", ["y\nq\n", "y\n"])
def test_what_was_said_is_written_when_it_ends(house: Path, said: str) -> None:
    assert fix(house, "-i", said=said).endswith("1 finding fixed.\n")
    assert texts(house) == [A.replace("githubの", "GitHubの"), B]


def test_contradictions(house: Path) -> None:
    done = run_cli("fix", "-i", "--diff", cwd=house)
    assert (done.returncode, "choose one" in done.stderr.decode()) == (2, True)
