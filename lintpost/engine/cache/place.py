"""Where the results are: one file of SQLite, and what SQLite keeps beside it."""

import os

NAME = "results.sqlite"


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
