"""The history of a site: what is written is read, and damage is named."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lintpost.surveys.health.history import HistoryEntry, append_entry, read_history

ENTRY = HistoryEntry(
    "2026-11-23T09:00:00+09:00", "abc", 5, 3, 10, 21, 1, 18, 2, 2045, {"bold/first-mention": 3}
)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = str(tmp_path / "history.jsonl")
    assert read_history(path) == ([], [])
    later = ENTRY._replace(date="2026-11-24T09:00:00+09:00", errors=4)
    append_entry(path, later)
    append_entry(path, ENTRY)
    assert read_history(path) == ([ENTRY, later], [])
    assert (ENTRY.findings, ENTRY.clean_share) == (32, 0.6)


def test_entries_are_in_the_order_of_their_moments(tmp_path: Path) -> None:
    """Two time zones, and a line that a merge left twice."""
    path = tmp_path / "history.jsonl"
    tokyo = ENTRY._replace(date="2026-11-23T09:00:00+09:00", commit="first")
    london = ENTRY._replace(date="2026-11-23T00:30:00+00:00", commit="second")
    path.write_text(london.line() + tokyo.line() + london.line(), "utf-8")
    assert [entry.commit for entry in read_history(str(path)).entries] == ["first", "second"]


@pytest.mark.parametrize(
    "change",
    [
        {"date": "2026-11-23"}, {"date": "soon"}, {"date": 3}, {"posts": -1}, {"posts": "5"}, {"posts": True},
        {"by_rule": []}, {"by_rule": {"a/b": "1"}}, {"commit": None}, {"errors": 1.5},
    ],
)  # fmt: skip
def test_a_damaged_line_is_named(tmp_path: Path, change: dict[str, object]) -> None:
    path = tmp_path / "history.jsonl"
    damaged = json.dumps({**json.loads(ENTRY.line()), **change})
    path.write_text(f"{ENTRY.line()}{damaged}\n\n{ENTRY.line()[:40]}\n[1]\n", "utf-8")
    assert read_history(str(path)) == ([ENTRY], [2, 4, 5])


def test_an_entry_begins_a_line_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "history.jsonl"
    path.write_text('{"date": "20', "utf-8")
    append_entry(str(path), ENTRY)
    assert read_history(str(path)) == ([ENTRY], [1])


def test_a_line_has_no_more_than_its_fields() -> None:
    assert json.loads(ENTRY.line()) == {
        "version": 1, "date": "2026-11-23T09:00:00+09:00", "commit": "abc", "posts": 5, "clean": 3, "errors": 10,
        "warnings": 21, "infos": 1, "fixable": 18, "baseline": 2, "characters": 2045,
        "by_rule": {"bold/first-mention": 3},
    }  # fmt: skip
    assert datetime.fromisoformat(ENTRY.date).astimezone(UTC).hour == 0
