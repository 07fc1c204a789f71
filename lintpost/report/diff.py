"""A change of a file as a unified diff."""

import difflib
import io
import os
from typing import TextIO

from lintpost.post.lazy import lazy
from lintpost.report.terminal import line_width
from lintpost.report.visible import visible_lines

_UNSAFE_IN_NAME = lazy(r'[\x00-\x1f\x7f-\x9f"\\]')
_CI = ("GITHUB_ACTIONS", "TF_BUILD")
"""Variables of CI systems that look for commands in what a job prints."""


def write_diff(out: TextIO, path: str, before: str, after: str, new_path: str = "") -> None:
    """Write the diff of a file: as it is for `git apply` and `patch`; on a terminal with the changed words
    marked and long lines cut around them. Control characters are made visible where people see it, on a
    terminal or in the log of a CI job. With `new_path` the file moves there, which `git apply` alone can do.
    """
    diff = (
        moved_diff(path, new_path, before, after) if new_path else unified_diff(path, before, after)
    )
    if diff and out.isatty():
        from lintpost.report.drawing.line_changes import drawn_diff

        lines = (line.removesuffix("\r") for line in diff.removesuffix("\n").split("\n"))
        diff = "".join(f"{line}\n" for line in drawn_diff(lines, line_width(out)))
    elif any(map(os.environ.get, _CI)):
        diff = visible_lines(diff)
    out.write(diff)


def unified_diff(path: str, before: str, after: str) -> str:
    """A diff that `git apply` and `patch` take, its paths relative to the working folder."""
    return _unified(_shown(path), _shown(path), before, after)


def moved_diff(old: str, new: str, before: str, after: str) -> str:
    """A diff of a file that moves, as git writes it."""
    old, new = _shown(old), _shown(new)
    head = (
        f"diff --git {_quoted(f'a/{old}')} {_quoted(f'b/{new}')}\n"
        f"rename from {_quoted(old)}\nrename to {_quoted(new)}\n"
    )
    return head + _unified(old, new, before, after)


def _shown(path: str) -> str:
    return os.path.relpath(path).replace(os.sep, "/")


def _unified(old: str, new: str, before: str, after: str) -> str:
    lines = difflib.unified_diff(
        _lines(before), _lines(after), _quoted(f"a/{old}"), _quoted(f"b/{new}")
    )
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _lines(text: str) -> list[str]:
    """The lines of a text as git has them: only a line feed ends one (`str.splitlines` knows ten others)."""
    return list(io.StringIO(text, newline="\n"))


def _quoted(name: str) -> str:
    """A name as git writes it: in quotes, with octal escapes, where it holds what is not plain."""
    if not _UNSAFE_IN_NAME.search(name):
        return name
    plain = bytes(range(0x20, 0x7F)).translate(None, b'"\\')
    escaped = [chr(byte) if byte in plain else f"\\{byte:03o}" for byte in os.fsencode(name)]
    return f'"{"".join(escaped)}"'
