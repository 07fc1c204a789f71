"""The figures of earlier runs, one line of JSON a run, as a file that git merges line by line."""

import json
import os
import subprocess
from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from lintpost.engine.summary import Summary

VERSION = 1
_NUMBERS = ("posts", "clean", "errors", "warnings", "infos", "fixable", "baseline", "characters")


class HistoryEntry(NamedTuple):
    """One run. `date` is in ISO 8601 with a time zone, `commit` "" outside of git; `clean` are posts without errors,
    `by_rule` the findings of each rule.
    """

    date: str
    commit: str
    posts: int
    clean: int
    errors: int
    warnings: int
    infos: int
    fixable: int
    baseline: int
    characters: int
    by_rule: Mapping[str, int]

    @property
    def findings(self) -> int:
        """All findings that count."""
        return self.errors + self.warnings + self.infos

    @property
    def clean_share(self) -> float:
        """Posts without errors, 0 to 1."""
        return self.clean / self.posts if self.posts else 1.0

    def line(self) -> str:
        """The entry as a line of the file."""
        data = {"version": VERSION, **self._asdict(), "by_rule": dict(self.by_rule)}
        return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


class History(NamedTuple):
    """The entries of a file, by date, and the numbers (from 1) of the lines that could not be read."""

    entries: list[HistoryEntry]
    damaged: list[int]


def entry_of(summary: Summary, clean: int, now: datetime, commit: str) -> HistoryEntry:
    """The entry of a run; `clean` are its posts without errors, `now` has a time zone."""
    counts = summary.by_severity
    return HistoryEntry(
        now.isoformat(timespec="seconds"),
        commit,
        summary.posts,
        clean,
        counts["error"],
        counts["warning"],
        counts["info"],
        summary.fixable,
        summary.known,
        summary.characters,
        dict(sorted(summary.by_rule.items())),
    )


def read_history(path: str) -> History:
    """Read a history; a file that is not there is an empty one. Raises `OSError` for one that cannot be read.

    Entries are in the order of their dates, since a merge of two branches may not be; one that is there twice
    counts once.
    """
    entries: dict[str, HistoryEntry] = {}
    damaged = []
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            for number, line in enumerate(file, 1):
                entry = _entry(line)
                if entry is not None:
                    entries[line] = entry
                elif line.strip():
                    damaged.append(number)
    except FileNotFoundError:
        pass
    return History(sorted(entries.values(), key=_moment), damaged)


def append_entry(path: str, entry: HistoryEntry) -> None:
    """Add a line to a history, with one system call: of two runs at once neither breaks the other's line."""
    with open(path, "ab") as file:
        before = b"\n" if _lacks_line_end(path) else b""
        file.write(before + entry.line().encode())


def current_commit(folder: str) -> str:
    """The commit that is checked out, abbreviated; "" outside of git."""
    command = ["git", "-C", folder, "rev-parse", "--short=12", "HEAD"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def _lacks_line_end(path: str) -> bool:
    """Whether the last line of a file was cut off; appended to it, a whole entry would be lost as well."""
    if not os.path.getsize(path):
        return False
    with open(path, "rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) != b"\n"


def _moment(entry: HistoryEntry) -> datetime:
    return datetime.fromisoformat(entry.date)


def _entry(line: str) -> HistoryEntry | None:
    try:
        data: Any = json.loads(line)
        moment = datetime.fromisoformat(data["date"])
        numbers = [data[name] for name in _NUMBERS]
        by_rule = data["by_rule"]
        commit = data["commit"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    is_sound = (
        moment.tzinfo is not None
        and isinstance(commit, str)
        and all(type(number) is int and number >= 0 for number in numbers)
        and isinstance(by_rule, dict)
        and all(type(count) is int and count >= 0 for count in by_rule.values())
    )
    if not is_sound:
        return None
    named = dict(zip(_NUMBERS, numbers, strict=True))
    return HistoryEntry(date=data["date"], commit=commit, by_rule=by_rule, **named)
