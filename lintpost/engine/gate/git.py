"""Asks git which files changed since a commit, and which lines were added."""

import os
import re
import subprocess
from typing import NamedTuple

from lintpost.language import Text
from lintpost.post.lazy import lazy_bytes

_HUNK = lazy_bytes(rb"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_DIFF = (
    "-c", "diff.renameLimit=1000", "diff", "--find-renames", "-O/dev/null", "--no-color", "--no-ext-diff",
    "--no-textconv", "--text", "--submodule=short", "--src-prefix=a/", "--dst-prefix=b/",
    "--inter-hunk-context=0", "--diff-algorithm=myers", "--indent-heuristic",
)  # fmt: skip
"""``git diff`` as it is parsed here, whatever the configuration and the attributes of the user say."""
_DEFAULTS = ("origin/HEAD", "origin/main", "origin/master", "main", "master")


class GitError(Exception):
    """Why git cannot say what changed, in both languages."""

    def __init__(self, text: Text) -> None:
        super().__init__(text)
        self.text = text


class Changes(NamedTuple):
    """The files that differ from a commit: committed since, staged, in the working tree, or untracked.

    `base` is the merge base with `ref`; paths are absolute.
    """

    root: str
    ref: str
    base: str
    files: tuple[str, ...]


def changes(folder: str, ref: str | None) -> Changes:
    """What changed since the merge base with `ref` (None: the main branch). Raises `GitError`."""
    root = _text(folder, "rev-parse", "--show-toplevel").strip()
    ref = ref or main_branch(root)
    base = merge_base(root, ref)
    # Against the working tree: what was committed, staged and edited since, renames followed.
    listed = git(root, *_DIFF, "--name-status", "-z", base, "--").split(b"\0")
    files: list[str] = []
    at = 0
    while at < len(listed) and listed[at]:
        renamed = listed[at][:1] in (b"R", b"C")
        if listed[at][:1] != b"D":
            files.append(os.fsdecode(listed[at + 1 + renamed]))
        else:
            files.append(os.fsdecode(listed[at + 1]))
        at += 2 + renamed
    untracked = git(root, "ls-files", "--others", "--exclude-standard", "-z", "--full-name")
    files += [os.fsdecode(name) for name in untracked.split(b"\0") if name]
    absolute = (os.path.join(root, *name.split("/")) for name in files)
    return Changes(root, ref, base, tuple(sorted(dict.fromkeys(absolute))))


def is_commit(folder: str, ref: str) -> bool:
    """Whether a word names a commit. Raises `GitError` where there is no git."""
    return _run(folder, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}").returncode == 0


def added_lines(found: Changes) -> dict[str, list[range] | None]:
    """The lines (from 1) that were added to each file since the commit, by the file's real path; None for
    a new file. Raises `GitError`.
    """
    diff = git(found.root, *_DIFF, "--unified=0", found.base, "--")
    lines: dict[str, list[range] | None] = {os.path.realpath(path): None for path in found.files}
    for part in re.split(rb"^diff --git ", diff, flags=re.MULTILINE)[1:]:
        header = part.partition(b"\n@@")[0]
        # A file that was only renamed has no hunks, and so no "+++".
        names = [
            line[len(lead) :]
            for line in _unquoted(header)
            for lead in (b"+++ b/", b"rename to ")
            if line.startswith(lead)
        ]
        if not names:
            continue
        path = os.path.join(found.root, *os.fsdecode(names[0]).split("/"))
        hunks = [(int(m[1]), int(m[2] or 1)) for m in _HUNK.finditer(part)]
        new = b"\nnew file mode" in header
        lines[os.path.realpath(path)] = (
            None if new else [range(first, first + count) for first, count in hunks if count]
        )
    return lines


def _unquoted(header: bytes) -> list[bytes]:
    """The lines of a header. git quotes a path with unusual bytes, and ends one with spaces in a tab."""
    lines = []
    for line in (raw.rstrip(b"\t") for raw in header.splitlines()):
        lead, quote, path = line.partition(b'"')
        if quote and lead in (b"+++ ", b"rename to "):
            line = lead + path[:-1].decode("unicode_escape").encode("latin-1")
        lines.append(line)
    return lines


def main_branch(root: str) -> str:
    """The first of the usual names of a main branch that there is; HEAD without any."""
    for ref in _DEFAULTS:
        if is_commit(root, ref):
            return ref
    return "HEAD"


def merge_base(root: str, ref: str) -> str:
    """The commit where HEAD and `ref` part. Raises `GitError`."""
    if not is_commit(root, ref):
        name = ref.removeprefix("origin/")
        text = Text(
            f"git does not know {ref}; try: git fetch origin {name}",
            f"gitに {ref} がありません。`git fetch origin {name}` を試してください",
        )
        raise GitError(text)
    done = _run(root, "merge-base", ref, "HEAD")
    if done.returncode == 0:
        return done.stdout.decode().strip()
    if _text(root, "rev-parse", "--is-shallow-repository").strip() == "true":
        text = Text(
            f"this clone is shallow and does not reach back to {ref}; try: git fetch --unshallow "
            "(in GitHub Actions: fetch-depth: 0)",
            f"履歴が途中までしかなく（shallow clone）、{ref} との分岐点が分かりません。"
            "`git fetch --unshallow` を試してください（GitHub Actionsなら fetch-depth: 0）",
        )
        raise GitError(text)
    raise GitError(
        Text(f"HEAD and {ref} have no commit in common", f"HEAD と {ref} に共通の履歴がありません")
    )


def git(root: str, *arguments: str) -> bytes:
    """What git prints. Raises `GitError` with what it says is wrong."""
    done = _run(root, *arguments)
    if done.returncode:
        detail = done.stderr.decode(errors="replace").strip().splitlines()
        what = detail[0].removeprefix("fatal: ") if detail else " ".join(["git", *arguments])
        raise GitError(Text(f"git: {what}", f"git：{what}"))
    return done.stdout


def _text(root: str, *arguments: str) -> str:
    return os.fsdecode(git(root, *arguments))


def _run(root: str, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    # It would override the number of context lines on the command line.
    environment = {name: value for name, value in os.environ.items() if name != "GIT_DIFF_OPTS"}
    try:
        return subprocess.run(
            ["git", *arguments], cwd=root, env=environment, capture_output=True, check=False
        )
    except FileNotFoundError:
        raise GitError(Text("git is not installed", "gitがインストールされていません")) from None
