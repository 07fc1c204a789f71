"""`lintpost check --today`: the day that dates are held against, for one run."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import run_cli

POST = "---\ntitle: 題\ndate: 2026-06-10\nexpires: 2026-06-20\n---\n\n本文です。\n"
CONFIG = "posts: ['*.md']\nrules: {facts/expired: on, front-matter/required: off}\n"


@pytest.fixture
def folder(site: Callable[..., Path]) -> Path:
    return site(lintpost_yml=CONFIG, a_md=POST)


def found(folder: Path, *arguments: str) -> list[str]:
    select = "--select=front-matter/date,facts/expired"
    done = run_cli("check", select, "--output-format", "concise", *arguments, cwd=folder)
    assert done.returncode in (0, 1), done.stderr.decode()
    return [line.split()[2] for line in done.stdout.decode().splitlines()[:-1]]


@pytest.mark.parametrize(
    ("day", "rules"),
    [
        ("2026-06-08", ["front-matter/date"]),
        ("2026-06-10", []),
        ("2026-06-20", []),
        # The day has ended everywhere on earth twelve hours after it has in UTC.
        ("2026-06-22", ["facts/expired"]),
    ],
)
def test_the_day_of_the_run(folder: Path, day: str, rules: list[str]) -> None:
    assert found(folder, "--today", day) == rules
    assert found(folder, "--today", day) == rules  # from the cache


def test_a_cached_result_is_of_its_own_day(folder: Path) -> None:
    assert found(folder) == ["front-matter/date"]  # the tests' own day is 2026-06-01
    assert found(folder, "--today", "2026-07-01") == ["facts/expired"]
    assert found(folder) == ["front-matter/date"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "--today needs a day in the form 2026-04-02, not `tomorrow`"),
        ("ja", "--today には 2026-04-02 の形の日付を指定してください（「tomorrow」は使えません）"),
    ],
)
def test_what_is_no_day(folder: Path, lang: str, text: str) -> None:
    done = run_cli("check", "--today", "tomorrow", cwd=folder, LINTPOST_LANG=lang)
    assert done.returncode == 2
    assert text in done.stderr.decode()
