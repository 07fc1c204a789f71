"""The log of a server: standard error, which clients show to those who look for it."""

import sys


def log(text: str) -> None:
    """Write a line, or several."""
    print(f"lintpost: {text}", file=sys.stderr, flush=True)
