"""Keeps the result cache below its largest size."""

import sqlite3

MAX_BYTES = 200_000_000
"""The size above which the results under the settings not used for longest are dropped."""
_MOST_FINGERPRINTS = 20
_MOST_SETTINGS = 50
_TABLES = ("manifests", "posts", "reviews")
"""The tables whose rows belong to a fingerprint."""


def prune(connection: sqlite3.Connection) -> None:
    """Drop what was not used for longest. Raises `sqlite3.Error`."""
    for table, most in (("settings", _MOST_SETTINGS), ("fingerprints", _MOST_FINGERPRINTS)):
        connection.execute(
            f"DELETE FROM {table} WHERE rowid NOT IN"
            f" (SELECT rowid FROM {table} ORDER BY used DESC, rowid DESC LIMIT {most})"
        )
    for table in _TABLES:
        connection.execute(
            f"DELETE FROM {table} WHERE settings_id NOT IN (SELECT id FROM fingerprints)"
        )
    if _size(connection) <= MAX_BYTES:
        return
    while _size(connection) > MAX_BYTES:
        oldest = "SELECT id FROM fingerprints ORDER BY used, id LIMIT 1"
        if not connection.execute(oldest).fetchall():
            break
        for table in _TABLES:
            connection.execute(f"DELETE FROM {table} WHERE settings_id = ({oldest})")
        connection.execute(f"DELETE FROM fingerprints WHERE id = ({oldest})")
    connection.execute("VACUUM")


def _size(connection: sqlite3.Connection) -> int:
    """Bytes in use."""
    pages, free, size = (
        connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("page_count", "freelist_count", "page_size")
    )
    return int((pages - free) * size)
