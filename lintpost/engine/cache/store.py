"""The cache of results: one SQLite file, which costs time when it is gone and nothing else."""

import os
import sqlite3
import time
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lintpost.engine.cache.stamp import Stamp

NAME = "results.sqlite"
MAX_BYTES = 200_000_000
"""The size above which the oldest runs are dropped."""
_MOST_RUNS = 20
_MOST_HEADS = 50
_FORMAT = 2
_WAIT = 5.0
"""Seconds to wait while another run writes."""
_BATCH = 500
_DAY = 86_400
_TABLES = """
CREATE TABLE heads (key TEXT PRIMARY KEY, value TEXT NOT NULL, used INTEGER NOT NULL);
CREATE TABLE runs (id INTEGER PRIMARY KEY, fingerprint TEXT UNIQUE NOT NULL, used INTEGER NOT NULL);
CREATE TABLE posts (
    run INTEGER NOT NULL, path TEXT NOT NULL, size INTEGER NOT NULL, mtime INTEGER NOT NULL,
    digest TEXT NOT NULL, answers TEXT NOT NULL, result TEXT NOT NULL, PRIMARY KEY (run, path)
) WITHOUT ROWID;
"""


class Row(NamedTuple):
    """One post as it is kept; `path` is relative to its configuration's folder. `answers` (JSON, "" for
    none) are what its checks were told by the disk and the clock.
    """

    path: str
    stamp: Stamp
    answers: str
    result: str


class Store:
    """The file in a folder. Every method does without it where it cannot be read or written; one that is
    damaged, or of another lintpost, is begun anew. Two runs may use it at once.
    """

    def __init__(self, folder: str) -> None:
        self.path = os.path.join(folder, NAME)
        self._connection: sqlite3.Connection | None = None
        self._wrote = False
        try:
            os.makedirs(folder, exist_ok=True)
            self._open()
        except (sqlite3.OperationalError, OSError):
            self._drop_connection()
        except sqlite3.DatabaseError:
            self._begin_anew()

    def head(self, key: str) -> str | None:
        """The settings that were kept under a key."""
        rows = self._read("SELECT value FROM heads WHERE key = ?", (key,))
        return rows[0][0] if rows else None

    def keep_head(self, key: str, value: str) -> None:
        """Keep settings under a key."""
        statement = "INSERT OR REPLACE INTO heads VALUES (?, ?, ?)"
        self._write(statement, [(key, value, int(time.time()))])

    def run(self, fingerprint: str) -> int:
        """The number of all results under settings with this fingerprint; 0 where nothing can be kept."""
        rows = self._read("SELECT id, used FROM runs WHERE fingerprint = ?", (fingerprint,))
        now = int(time.time())
        if not rows or now - rows[0][1] > _DAY:
            statement = (
                "INSERT INTO runs (fingerprint, used) VALUES (?, ?)"
                " ON CONFLICT (fingerprint) DO UPDATE SET used = excluded.used"
            )
            self._write(statement, [(fingerprint, now)])
            rows = self._read("SELECT id, used FROM runs WHERE fingerprint = ?", (fingerprint,))
        return int(rows[0][0]) if rows else 0

    def stamps(self, run: int, paths: Sequence[str]) -> dict[str, tuple[Stamp, str]]:
        """The stamps and answers of those of some posts that are kept."""
        found: dict[str, tuple[Stamp, str]] = {}
        for rows in self._batches("path, size, mtime, digest, answers", run, paths):
            found |= {row[0]: (Stamp(*row[1:4]), row[4]) for row in rows}
        return found

    def results(self, run: int, paths: Sequence[str]) -> dict[str, str]:
        """The results of those of some posts that are kept."""
        found: dict[str, str] = {}
        for rows in self._batches("path, result", run, paths):
            found.update(rows)
        return found

    def keep(self, run: int, rows: Iterable[Row]) -> None:
        """Keep results, in place of older ones of the same posts."""
        values = [(run, row.path, *row.stamp, row.answers, row.result) for row in rows]
        self._write("INSERT OR REPLACE INTO posts VALUES (?, ?, ?, ?, ?, ?, ?)", values)

    def touch(self, run: int, stamps: dict[str, Stamp]) -> None:
        """Keep that files whose bytes are the same have another size or time now."""
        values = [(stamp.mtime, run, path) for path, stamp in stamps.items()]
        self._write("UPDATE posts SET mtime = ? WHERE run = ? AND path = ?", values)

    def close(self) -> None:
        """End; where something was written, keep the file below its size."""
        if self._connection is None:
            return
        try:
            if self._wrote:
                self._prune(self._connection)
        except sqlite3.Error:
            pass  # the next run tries again
        self._drop_connection()

    def _open(self) -> None:
        connection = sqlite3.connect(self.path, timeout=_WAIT, isolation_level=None)
        self._connection = connection
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version == _FORMAT:
            return
        if version:
            raise sqlite3.DatabaseError("of another lintpost")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("BEGIN IMMEDIATE")
        # Another run may have made the tables while this one waited.
        if not connection.execute("PRAGMA user_version").fetchone()[0]:
            for statement in _TABLES.split(";")[:-1]:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {_FORMAT}")
        connection.execute("COMMIT")

    def _begin_anew(self) -> None:
        self._drop_connection()
        try:
            remove(os.path.dirname(self.path))
            self._open()
        except (sqlite3.Error, OSError):
            self._drop_connection()

    def _drop_connection(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _batches(self, columns: str, run: int, paths: Sequence[str]) -> Iterable[list[tuple]]:  # type: ignore[type-arg]
        for at in range(0, len(paths), _BATCH):
            batch = paths[at : at + _BATCH]
            marks = ", ".join("?" * len(batch))
            statement = f"SELECT {columns} FROM posts WHERE run = ? AND path IN ({marks})"
            yield self._read(statement, (run, *batch))

    def _read(self, statement: str, values: Sequence[object]) -> list[tuple]:  # type: ignore[type-arg]
        if self._connection is None:
            return []
        try:
            return self._connection.execute(statement, values).fetchall()
        except sqlite3.OperationalError:
            self._drop_connection()
        except sqlite3.DatabaseError:
            self._begin_anew()
        return []

    def _write(self, statement: str, values: Sequence[Sequence[object]]) -> None:
        if self._connection is None or not values:
            return
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany(statement, values)
            self._connection.execute("COMMIT")
            self._wrote = True
        except (
            sqlite3.OperationalError
        ):  # locked for long, a full disk, a folder that may not be written
            self._drop_connection()
        except sqlite3.DatabaseError:
            self._begin_anew()

    def _prune(self, connection: sqlite3.Connection) -> None:
        for table, most in (("heads", _MOST_HEADS), ("runs", _MOST_RUNS)):
            connection.execute(
                f"DELETE FROM {table} WHERE rowid NOT IN"
                f" (SELECT rowid FROM {table} ORDER BY used DESC, rowid DESC LIMIT {most})"
            )
        connection.execute("DELETE FROM posts WHERE run NOT IN (SELECT id FROM runs)")
        if _size(connection) <= MAX_BYTES:
            return
        while _size(connection) > MAX_BYTES:
            oldest = "SELECT id FROM runs ORDER BY used, id LIMIT 1"
            if not connection.execute(oldest).fetchall():
                break
            connection.execute(f"DELETE FROM posts WHERE run = ({oldest})")
            connection.execute(f"DELETE FROM runs WHERE id = ({oldest})")
        connection.execute("VACUUM")


def _size(connection: sqlite3.Connection) -> int:
    """Bytes in use."""
    pages, free, size = (
        connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("page_count", "freelist_count", "page_size")
    )
    return int((pages - free) * size)


def remove(folder: str) -> int:
    """Remove the file and what SQLite keeps beside it; returns the bytes that they took."""
    taken = 0
    for ending in ("", "-wal", "-shm", "-journal"):
        path = os.path.join(folder, NAME + ending)
        try:
            taken += os.path.getsize(path)
            os.remove(path)
        except FileNotFoundError:
            continue
    return taken
