"""The result cache: one SQLite file, which may be deleted at any time at no cost but a slower next run.

It holds run settings by what they were read from; the results and facts of posts by the fingerprint of their
settings and their path, each with what it depends on; and the last reviews of the rules over the whole site.
Each row has checksums of its key and values: what is damaged counts as missing, and is replaced when it has been
made again.
"""

import os
import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lintpost.engine.cache.columns import (
    bound,
    checksum_of,
    head_of,
    queries_of,
    queries_text,
    unbound,
)
from lintpost.engine.cache.entry import Dependencies, Entry
from lintpost.engine.cache.place import NAME, remove
from lintpost.engine.cache.prune import prune
from lintpost.engine.cache.tables import FORMAT, TABLES
from lintpost.files.stamp import FileStamp

_WAIT = 5.0
"""Seconds to wait while another run writes."""
_UNAVAILABLE = frozenset({
    sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_PROTOCOL,
})  # fmt: skip
"""SQLite's errors that say nothing about what is in the file; all others mean that it is damaged."""
_ERRORS = (sqlite3.Error, UnicodeDecodeError)
"""What the `sqlite3` module raises; UnicodeDecodeError for a message that quotes what is damaged."""
_BATCH = 500
_DAY = 86_400


class Store:
    """The file in a folder. Where it cannot be read or written every method works as on an empty one; a
    file that is damaged, or of another version, is replaced. Two runs may use it at once.

    Paths of posts are relative to the folder of their configuration.
    """

    def __init__(self, folder: str) -> None:
        self.path = os.path.join(folder, NAME)
        self._connection: sqlite3.Connection | None = None
        self._wrote = False
        self._fingerprints: dict[int, str] = {}
        try:
            os.makedirs(folder, exist_ok=True)
            self._open()
        except _ERRORS as error:
            self._recover(error)
        except OSError:
            self._drop_connection()

    def settings(self, key: str) -> str | None:
        """The run settings stored under a key."""
        rows = self._read("SELECT value, checksum FROM settings WHERE key = ?", (key,))
        for value, checksum in rows:
            if checksum == checksum_of(f"{key}\0{value}"):
                return str(value)
        return None

    def save_settings(self, key: str, value: str) -> None:
        """Store run settings under a key."""
        statement = "INSERT OR REPLACE INTO settings VALUES (?, ?, ?, ?)"
        self._write(statement, [(key, value, int(time.time()), checksum_of(f"{key}\0{value}"))])

    def settings_id(self, fingerprint: str) -> int:
        """The id of the settings with a fingerprint, made at first use; 0 where nothing can be stored."""
        now = int(time.time())
        statement = "SELECT id, used BETWEEN ? AND ? FROM fingerprints WHERE fingerprint = ?"
        rows = self._read(statement, (now - _DAY, now, fingerprint))
        if not rows or not rows[0][1]:
            statement = (
                "INSERT INTO fingerprints (fingerprint, used) VALUES (?, ?)"
                " ON CONFLICT (fingerprint) DO UPDATE SET used = excluded.used"
            )
            self._write(statement, [(fingerprint, now)])
            rows = self._read("SELECT id FROM fingerprints WHERE fingerprint = ?", (fingerprint,))
        if not rows:
            return 0
        self._fingerprints[rows[0][0]] = fingerprint
        return int(rows[0][0])

    def dependencies(self, settings_id: int, paths: Sequence[str]) -> dict[str, Dependencies]:
        """What the stored results of posts depend on; those of which the facts alone are stored are left out."""
        found: dict[str, Dependencies] = {}
        columns = "path, size, mtime, inode, ctime, digest, queries, result <> x''"
        for rows in self._batches(columns, settings_id, paths):
            for path, size, mtime, inode, ctime, digest, text, is_whole in rows:
                queries = queries_of(text) if text else ()
                if queries is not None and is_whole:
                    found[path] = Dependencies((size, mtime, inode, ctime), digest, queries)
        return found

    def facts_dependencies(
        self, settings_id: int, paths: Sequence[str]
    ) -> dict[str, tuple[Dependencies, bool]]:
        """What the stored facts of posts depend on, which is no query; and whether there are any."""
        columns = "path, size, mtime, inode, ctime, digest, length(facts)"
        return {
            path: (Dependencies((size, mtime, inode, ctime), digest), bool(length))
            for rows in self._batches(columns, settings_id, paths)
            for path, size, mtime, inode, ctime, digest, length in rows
        }

    def facts(self, settings_id: int, paths: Sequence[str]) -> dict[str, bytes]:
        """The stored facts of posts, but for damaged ones."""
        found: dict[str, bytes] = {}
        seed = self._seed(settings_id)
        columns = "path, size, digest, facts, facts_checksum"
        for rows in self._batches(columns, settings_id, paths):
            for path, size, digest, facts, checksum in rows:
                if type(facts) is bytes and checksum == checksum_of(
                    head_of(path, size, digest), seed, facts
                ):
                    found[path] = facts
        return found

    def results(self, settings_id: int, paths: Sequence[str]) -> dict[str, tuple[bytes, bytes]]:
        """The stored results and facts of posts, without those whose rows are damaged."""
        found: dict[str, tuple[bytes, bytes]] = {}
        seed = self._seed(settings_id)
        columns = "path, size, digest, facts, facts_checksum, queries, result, checksum"
        for rows in self._batches(columns, settings_id, paths):
            for path, size, digest, facts, facts_checksum, queries, result, checksum in rows:
                if (
                    type(result) is type(facts) is bytes
                    and checksum == checksum_of(head_of(path, size, digest, queries), seed, result)
                    and facts_checksum == checksum_of(head_of(path, size, digest), seed, facts)
                ):
                    found[path] = result, facts
        return found

    def save(self, settings_id: int, entries: Mapping[str, Entry]) -> None:
        """Store the entries of posts by their paths, in place of older ones."""
        seed = self._seed(settings_id)
        rows = []
        for path, ((stamp, digest, queries), result, facts, _) in entries.items():
            size, text = stamp[0], queries_text(queries) if queries else ""
            facts_checksum = checksum_of(head_of(path, size, digest), seed, facts)
            checksum = checksum_of(head_of(path, size, digest, text), seed, result)
            row = (path, *stamp, digest, facts, facts_checksum, text, result, checksum)
            rows.append((settings_id, *row))
        marks = ", ".join("?" * 12)
        self._write(f"INSERT OR REPLACE INTO posts VALUES ({marks})", rows)

    def save_manifest(self, settings_id: int, common: str, manifest: bytes) -> None:
        """Store the manifest of some settings with the digest that it is looked for by."""
        checksum = checksum_of(common, self._seed(settings_id), manifest)
        statement = "INSERT OR REPLACE INTO manifests VALUES (?, ?, ?, ?)"
        self._write(statement, [(settings_id, common, manifest, checksum)])

    def manifests(self, settings_id: int) -> dict[int, bytes]:
        """The manifest of some settings and those with the same digest, by the ids of their settings, newest first."""
        statement = (
            "SELECT id, fingerprint, common, manifest, checksum FROM manifests JOIN fingerprints ON id = settings_id"
            " WHERE common = (SELECT common FROM manifests WHERE settings_id = ?) ORDER BY id DESC"
        )
        found = {}
        for number, fingerprint, common, manifest, checksum in self._read(
            statement, (settings_id,)
        ):
            seed = checksum_of(str(fingerprint))
            if type(manifest) is bytes and checksum == checksum_of(str(common), seed, manifest):
                self._fingerprints[number] = fingerprint
                found[number] = manifest
        return found

    def drop(self, settings_id: int, paths: Sequence[str]) -> None:
        """Forget the results and facts of posts."""
        values = [(settings_id, path) for path in paths]
        self._write("DELETE FROM posts WHERE settings_id = ? AND path = ?", values)

    def reviews(self, settings_id: int) -> tuple[str, str]:
        """The stored reviews under some settings with the state of the site that they are of; "" for none, or
        damaged ones.
        """
        statement = "SELECT state, reviews, checksum FROM reviews WHERE settings_id = ?"
        for state, reviews, checksum in self._read(statement, (settings_id,)):
            if checksum == checksum_of(f"{state}\0{reviews}", self._seed(settings_id)):
                return state, reviews
        return "", ""

    def save_reviews(self, settings_id: int, state: str, reviews: str) -> None:
        """Store reviews in place of the last ones."""
        checksum = checksum_of(f"{state}\0{reviews}", self._seed(settings_id))
        statement = "INSERT OR REPLACE INTO reviews VALUES (?, ?, ?, ?)"
        self._write(statement, [(settings_id, state, reviews, checksum)])

    def touch(self, settings_id: int, stamps: Mapping[str, FileStamp]) -> None:
        """Store the stamps of files whose content is the same as before."""
        values = [(*stamp[1:], settings_id, path) for path, stamp in stamps.items()]
        self._write(
            "UPDATE posts SET mtime = ?, inode = ?, ctime = ? WHERE settings_id = ? AND path = ?",
            values,
        )

    def close(self) -> None:
        """Close the file; where something was written, first bring it below its largest size."""
        if self._connection is None:
            return
        try:
            if self._wrote:
                prune(self._connection)
        except _ERRORS as error:
            self._recover(error)
        self._drop_connection()

    def _open(self) -> None:
        connection = sqlite3.connect(self.path, timeout=_WAIT, isolation_level=None)
        self._connection = connection
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version == FORMAT:
            return
        if version:
            raise sqlite3.DatabaseError("of another version")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("BEGIN IMMEDIATE")
        # Another run may have made the tables while this one waited.
        if not connection.execute("PRAGMA user_version").fetchone()[0]:
            for statement in TABLES.split(";")[:-1]:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {FORMAT}")
        connection.execute("COMMIT")

    def _recover(self, error: Exception) -> None:
        """Do without the file, or replace it where it is damaged."""
        # Some errors of Python's module, such as for text that is not UTF-8, have no code.
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
        if code & 0xFF in _UNAVAILABLE:
            self._drop_connection()
        else:
            self._replace()

    def _replace(self) -> None:
        self._drop_connection()
        try:
            remove(os.path.dirname(self.path))
            self._open()
            if self._connection is not None:
                known = [(id_, text, int(time.time())) for id_, text in self._fingerprints.items()]
                self._connection.executemany("INSERT INTO fingerprints VALUES (?, ?, ?)", known)
        except (*_ERRORS, OSError):
            self._drop_connection()

    def _drop_connection(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _batches(
        self, columns: str, settings_id: int, paths: Sequence[str]
    ) -> Iterator[list[tuple[Any, ...]]]:
        for at in range(0, len(paths), _BATCH):
            batch = paths[at : at + _BATCH]
            marks = ", ".join("?" * len(batch))
            statement = f"SELECT {columns} FROM posts WHERE settings_id = ? AND path IN ({marks})"
            yield self._read(statement, (settings_id, *batch))

    def _read(self, statement: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        if self._connection is None:
            return []
        try:
            rows = self._connection.execute(statement, [*map(bound, values)]).fetchall()
            return [tuple(map(unbound, row)) for row in rows]
        except (*_ERRORS, ValueError) as error:
            self._recover(error)
        return []

    def _write(self, statement: str, values: Sequence[Sequence[object]]) -> None:
        for _ in range(2):  # once more where the file was damaged and has been replaced
            if self._connection is None or not values:
                return
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                self._connection.executemany(statement, [[*map(bound, row)] for row in values])
                self._connection.execute("COMMIT")
                self._wrote = True
                return
            except _ERRORS as error:
                self._recover(error)

    def _seed(self, settings_id: int) -> int:
        """What the checksums of a post's row begin with: its settings count by their fingerprint, which
        the id only stands for. The file's times and inode do not count: they are compared with the file.
        """
        return checksum_of(self._fingerprints.get(settings_id, ""))
