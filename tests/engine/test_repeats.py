"""What is found in the copy of a paragraph is said once, fixed twice, and counted."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import fix_text, run_cli

CONFIG = """\
lang: en
posts: ['*.md']
rules: {front-matter/*: off, ja/*: off, ja/auxiliary-kana: warning, ai-writing/repeated-paragraph: warning}
"""
FIRST = "この機能を使うと、記事を検索することが出来る。設定は、管理画面から変更することが出来る。"
AT = [FIRST.index("出来る"), FIRST.rindex("出来る")]
ABLE, COPY = "ja/auxiliary-kana", "ai-writing/repeated-paragraph"


def check(folder: Path, *arguments: str, status: int = 1) -> tuple[list[tuple[str, int]], Any]:
    """The findings as rules and offsets, and the summary."""
    done = run_cli("check", "--output-format", "json", *arguments, cwd=folder)
    assert done.returncode == status, (done.stdout + done.stderr).decode()
    data = json.loads(done.stdout)
    return [(f["rule"], f["start"]["offset"]) for f in data["findings"]], data["summary"]


@pytest.fixture
def folder(site: Callable[..., Path]) -> Path:
    return site(lintpost_yml=CONFIG)


def able(*starts: int) -> list[tuple[str, int]]:
    return [(ABLE, start + at) for start in starts for at in AT]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_copy_is_not_told_again(folder: Path, end: str) -> None:
    text = f"{FIRST}\n\n間。\n\n{FIRST}\n".replace("\n", end)
    (folder / "a.md").write_bytes(text.encode())
    second = text.rindex(FIRST)
    found, summary = check(folder)
    assert found == [*able(0), (COPY, second)]
    assert (summary["findings"], summary["repeated"]) == (3, 2)
    assert summary["by_rule"] == {COPY: 1, ABLE: 2}


@pytest.mark.parametrize("arguments", [[], ["--jobs", "2"], ["--no-cache"]])
def test_runs_of_every_kind_agree(folder: Path, arguments: list[str]) -> None:
    for name in "abc":
        (folder / f"{name}.md").write_text(f"{FIRST}\n\n{FIRST}\n", "utf-8")
        os.utime(folder / f"{name}.md", (1_000_000_000, 1_000_000_000))
    runs = [
        check(folder, *arguments) for _ in range(2)
    ]  # the second from the cache, where there is one
    assert runs[0] == runs[1]
    assert runs[0][0] == [*able(0), (COPY, len(FIRST) + 2)] * 3
    assert runs[0][1]["repeated"] == 6


@pytest.mark.parametrize(
    ("text", "starts", "repeated"),
    [
        # one letter, or one mark, is another
        (f"{FIRST}\n\n{FIRST.replace('、', '，')}\n", [0, 46], 0),
        (f"{FIRST}\n\n{FIRST.replace('管理', '設定')}\n", [0, 46], 0),
        # a copy of a copy
        (f"{FIRST}\n\n{FIRST}\n\n{FIRST}\n", [0], 4),
        # too short to be called a copy, unless beside one
        ("検索することが出来る。\n\n検索することが出来る。\n", None, 0),
        # a list is no paragraph, but belongs to the part that is there twice
        (f"- {FIRST}\n\n- {FIRST}\n", [2, 50], 0),
        (f"- {FIRST}\n\n{FIRST}\n\n文。\n\n- {FIRST}\n\n{FIRST}\n", [2, 48], 4),
        # the same in another order
        (f"- {FIRST}\n\n{FIRST}\n\n文。\n\n{FIRST}\n\n- {FIRST}\n", [2, 48, 146], 2),
    ],
)  # fmt: skip
def test_what_is_a_copy(folder: Path, text: str, starts: list[int] | None, repeated: int) -> None:
    (folder / "a.md").write_text(text, "utf-8")
    found, summary = check(folder)
    expected = able(*starts) if starts is not None else [(ABLE, 7), (ABLE, 20)]
    assert [one for one in found if one[0] == ABLE] == expected
    assert summary["repeated"] == repeated


def test_both_are_fixed(folder: Path) -> None:
    fixed = FIRST.replace("出来る", "できる")
    after = fix_text(f"{FIRST}\n\n{FIRST}\n", folder / "lintpost.yml", ABLE, COPY, unsafe=True)
    assert after == f"{fixed}\n\n{fixed}\n"


def test_without_the_rule_or_its_finding_there_is_no_copy(folder: Path) -> None:
    (folder / "a.md").write_text(f"{FIRST}\n\n{FIRST}\n", "utf-8")
    assert check(folder, "--ignore", COPY)[0] == able(0, 46)
    wanted = f"{FIRST}\n\n<!-- lintpost-disable {COPY} -->\n\n{FIRST}\n"
    (folder / "a.md").write_text(wanted, "utf-8")
    assert check(folder)[0] == able(0, wanted.rindex(FIRST))


def test_a_copy_of_what_the_gate_holds_back_is_told(folder: Path) -> None:
    """The first paragraph was there before: its findings are not reported, those of the copy are."""
    path = folder / "a.md"
    path.write_text(f"{FIRST}\n\n終わり。\n", "utf-8")
    for arguments in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-qm", "old"]):
        config = ["-c", "user.email=a@example.com", "-c", "user.name=a"]
        subprocess.run(["git", *config, *arguments], cwd=folder, check=True, capture_output=True)
    path.write_text(f"{FIRST}\n\n終わり。\n\n{FIRST}\n", "utf-8")
    found, summary = check(folder, "--changed=HEAD", "--changed-lines")
    assert found == [(COPY, 52), *able(52)]
    assert summary["repeated"] == 0


def test_a_baseline_knows_both(folder: Path) -> None:
    (folder / "a.md").write_text(f"{FIRST}\n\n{FIRST}\n", "utf-8")
    assert run_cli("baseline", "create", cwd=folder).returncode == 0
    found, summary = check(folder, status=0)
    assert (found, summary["baseline"], summary["repeated"]) == ([], 5, 0)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", " 2 more in repeated paragraphs."),
        ("ja", "ほかに、繰り返しの段落に同じ指摘が2件あります。"),
    ],
)
def test_the_summary_counts_them(folder: Path, lang: str, words: str) -> None:
    (folder / "a.md").write_text(f"{FIRST}\n\n{FIRST}\n", "utf-8")
    (folder / "lintpost.yml").write_text(CONFIG.replace("en", lang, 1), "utf-8")
    out = run_cli(
        "check", "--output-format", "concise", cwd=folder, LINTPOST_LANG=lang
    ).stdout.decode()
    assert words in out


def test_a_baseline_says_how_many_of_its_entries_are_repeats(folder: Path) -> None:
    """It has them, for they are findings once the first paragraph is gone; `check` counts them apart."""
    (folder / "a.md").write_text(f"{FIRST}\n\n間。\n\n{FIRST}\n", "utf-8")
    done = run_cli("baseline", "create", cwd=folder)
    said = done.stdout.decode().splitlines()[-1]
    assert said == (
        "5 entries: 5 new, 0 gone."
        " 2 of the new ones are in repeated paragraphs, where `check` does not count them."
    )
    assert check(folder, status=0)[0] == []
