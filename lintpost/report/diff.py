"""A change of a file as a unified diff."""

import difflib
import os


def unified_diff(path: str, before: str, after: str) -> str:
    """A diff that `git apply` and `patch` take, its paths relative to the working folder."""
    name = os.path.relpath(path).replace(os.sep, "/")
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), f"a/{name}", f"b/{name}"
    )
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )
