"""What commands that count note of posts: the same from one worker, several, or the cache."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from lintpost.engine import notes
from lintpost.engine.finding import PostError
from lintpost.engine.notes import Survey, notes_of
from lintpost.post.post import Post


def noter(log: str, word: str) -> Callable[[Post], list[int]]:
    """Counts a word, and writes down which posts it was given."""
    return partial(count, log, word)


def count(log: str, word: str, post: Post) -> list[int]:
    with open(log, "a", encoding="utf-8") as file:
        file.write(f"{post.path}\n")
    return [post.text.count(word)]


@pytest.fixture
def posts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Thirty posts that are old enough for their stamps to prove something, and one that is no text."""
    monkeypatch.chdir(tmp_path)
    for number in range(30):
        (tmp_path / f"{number:02}.md").write_text("語 " * number, "utf-8")
        os.utime(tmp_path / f"{number:02}.md", (1_000_000_000, 1_000_000_000))
    (tmp_path / "15.md").write_bytes(b"\xff")
    return [f"{number:02}.md" for number in range(30)]


def survey(word: str = "語") -> Survey:
    return Survey(noter, ("log", word), 1000)


def counts(posts: list[str], wanted: Survey, cache: str | None) -> list[int | str]:
    """The counts in order; the path of a post that cannot be read."""
    found = notes_of(posts, wanted, cache)
    return [note.path if isinstance(note, PostError) else note[0] for _, note in found]


def read(tmp_path: Path) -> list[str]:
    """The posts that were noted since the last call."""
    log = tmp_path / "log"
    names = sorted(log.read_text("utf-8").split()) if log.exists() else []
    log.write_text("", "utf-8")
    return names


def test_only_what_changed_is_noted_again(
    posts: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notes, "package_stamp", lambda: "the same")
    cache = str(tmp_path / "cache")
    expected = [number if number != 15 else "15.md" for number in range(30)]
    readable = [path for path in posts if path != "15.md"]
    for again in (readable, []):
        assert counts(posts, survey(), cache) == expected
        assert read(tmp_path) == again
    (tmp_path / "03.md").write_text("語" * 70, "utf-8")
    os.utime(tmp_path / "04.md")  # touched, not changed
    expected[3] = 70
    assert counts(posts, survey(), cache) == expected
    assert read(tmp_path) == ["03.md"]
    assert counts(posts, survey("間"), cache) == [0 if n != 15 else "15.md" for n in range(30)]
    assert read(tmp_path) == readable


def test_workers_note_the_same(
    posts: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = counts(posts, survey(), None)
    monkeypatch.setattr(notes, "WORTH_A_POOL", 0)
    monkeypatch.setattr(notes.os, "cpu_count", lambda: 2)
    assert counts(posts, survey(), None) == alone
    assert counts(posts, survey(), str(tmp_path / "cache")) == alone
