"""The repository as it was where a branch began, to check its posts beside the present ones."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from lintpost.engine.gate.git import git, main_branch, merge_base


@contextmanager
def base_checkout(folder: str, ref: str | None) -> Iterator[str]:
    """A checkout of the merge base of HEAD and `ref` (None: the main branch) for the block: the folder in it that
    stands for `folder`, which may not be there. Raises `GitError`.
    """
    root = os.fsdecode(git(folder, "rev-parse", "--show-toplevel")).rstrip("\n")
    base = merge_base(root, ref or main_branch(root))
    with tempfile.TemporaryDirectory(prefix="lintpost-base-") as place:
        checkout = os.path.join(place, "base")
        git(root, "worktree", "add", "--detach", "--quiet", checkout, base)
        try:
            below = os.path.relpath(os.path.realpath(folder), os.path.realpath(root))
            yield os.path.normpath(os.path.join(checkout, below))
        finally:
            git(root, "worktree", "remove", "--force", checkout)
