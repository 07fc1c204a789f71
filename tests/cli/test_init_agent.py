"""`lintpost init --agent`: one section of a file, and nothing else."""

from pathlib import Path

import pytest

from tests.conftest import run_cli

BEGIN, END = "<!-- lintpost:begin -->", "<!-- lintpost:end -->"


def _run(folder: Path, *arguments: str, lang: str = "en") -> str:
    done = run_cli("init", "--agent", *arguments, "--lang", lang, cwd=folder)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


@pytest.mark.parametrize(
    ("lang", "parts", "said"),
    [
        ("en", ["## Posts: lintpost", "house_style", "Never:", "no `lintpost-disable` comments"], "Written"),
        ("ja", ["## 記事の検査：lintpost", "house_style", "してはいけないこと", "指摘を無効にすること"], "作成"),
    ],
)  # fmt: skip
def test_a_new_file(tmp_path: Path, lang: str, parts: list[str], said: str) -> None:
    assert said in _run(tmp_path, lang=lang)
    text = (tmp_path / "AGENTS.md").read_text("utf-8")
    assert text.startswith(f"{BEGIN}\n")
    assert text.endswith(f"\n{END}\n")
    assert [part for part in parts if part not in text] == []
    assert [path.name for path in tmp_path.iterdir()] == ["AGENTS.md"]


@pytest.mark.parametrize(
    ("before", "gap"),
    [
        ("# Agents\n\nOurs.\n", "\n"),
        ("# Agents", "\n\n"),
        ("", ""),
        ("\ufeff# 😀\r\n\r\nOurs.\r\n", "\r\n"),
    ],
)
def test_the_section_is_added_and_replaced(tmp_path: Path, before: str, gap: str) -> None:
    """What stands around it stays to the byte, and writing it again changes nothing."""
    path = tmp_path / "docs" / "CLAUDE.md"
    path.parent.mkdir()
    path.write_bytes(before.encode())
    _run(tmp_path, "docs/CLAUDE.md")
    once = path.read_bytes()
    assert once.startswith(f"{before}{gap}{BEGIN}".encode())
    assert (b"\r\n" in once) is ("\r\n" in before)
    assert once.count(b"\n") == once.count(b"\r\n") or "\r\n" not in before
    assert "Unchanged" in _run(tmp_path, "docs/CLAUDE.md")
    assert path.read_bytes() == once
    path.write_bytes(once + b"More. <!-- lintpost:end -->\n")
    _run(tmp_path, "docs/CLAUDE.md", lang="ja")
    changed = path.read_bytes().decode()
    assert "記事の検査" in changed
    assert "Never" not in changed
    assert changed.startswith(f"{before}{gap}{BEGIN}")
    assert changed.endswith("More. <!-- lintpost:end -->\n")
    _run(tmp_path, "docs/CLAUDE.md")
    assert path.read_bytes() == once + b"More. <!-- lintpost:end -->\n"


def test_a_skill(tmp_path: Path) -> None:
    _run(tmp_path, "skills/lintpost/SKILL.md")
    text = (tmp_path / "skills" / "lintpost" / "SKILL.md").read_text("utf-8")
    assert text.startswith("---\nname: lintpost\ndescription: Write and edit posts")
    assert "Unchanged" in _run(tmp_path, "skills/lintpost/SKILL.md")


@pytest.mark.parametrize(
    "text", [f"{BEGIN}\n", f"a\n{END}\n{BEGIN}\n", f"{BEGIN}\n{END}\n{BEGIN}\n{END}\n"]
)
def test_marks_that_are_no_pair(tmp_path: Path, text: str) -> None:
    (tmp_path / "AGENTS.md").write_text(text)
    done = run_cli("init", "--agent", cwd=tmp_path, LINTPOST_LANG="en")
    assert done.returncode == 2
    line = 2 if text.startswith("a") else 1
    assert f"AGENTS.md:{line}: {BEGIN} and {END}" in done.stderr.decode()
    assert (tmp_path / "AGENTS.md").read_text() == text


@pytest.mark.parametrize("content", [b"\xff\xfe", None])
def test_a_file_that_cannot_be_read(tmp_path: Path, content: bytes | None) -> None:
    if content is None:
        (tmp_path / "AGENTS.md").mkdir()
    else:
        (tmp_path / "AGENTS.md").write_bytes(content)
    done = run_cli("init", "--agent", cwd=tmp_path, LINTPOST_LANG="en")
    assert done.returncode == 2
    assert b"AGENTS.md" in done.stderr
    assert b"Traceback" not in done.stderr


def test_it_is_in_the_language_of_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "lintpost.yml").write_text("lang: ja\n", "utf-8")
    done = run_cli("init", "--agent", cwd=tmp_path, LINTPOST_LANG="en")
    assert "作成：AGENTS.md" in done.stdout.decode()
    job = run_cli("init", "--ci", "gitlab", cwd=tmp_path, LINTPOST_LANG="en")
    assert "作成：.gitlab-ci.yml" in job.stdout.decode()
