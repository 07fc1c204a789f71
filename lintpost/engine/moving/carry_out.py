"""Makes a planned move: all of it, or nothing."""

import os
from collections.abc import Callable

from lintpost.engine.edits.write_post import write_post
from lintpost.engine.moving.plan import FileChange, MovePlan
from lintpost.language import Text


class MoveFailed(Exception):
    """A step that failed. `text` says which, and whether everything is as it was."""

    def __init__(self, text: Text) -> None:
        super().__init__(text)
        self.text = text


def carry_out(plan: MovePlan, root: str) -> None:
    """Move and write. What was done is undone where a step fails, or the run is interrupted.

    Raises `MoveFailed`.
    """
    undo: list[Callable[[], None]] = []
    try:
        _move(plan, root, undo)
        for change in plan.changes:
            if change.before != change.after:
                _write(change, root, undo)
    except BaseException as error:
        failed = _undone(undo)
        if not isinstance(error, MoveFailed | OSError):
            raise
        text = error.text if isinstance(error, MoveFailed) else _of_system(error)
        raise MoveFailed(_with_end(text, failed)) from None


def _move(plan: MovePlan, root: str, undo: list[Callable[[], None]]) -> None:
    old, new = (os.path.join(root, path) for path in (plan.moves.old, plan.moves.new))
    for change in plan.changes:
        path = os.path.join(root, change.old)
        with open(path, "rb") as file:
            if file.read() != change.before.encode():
                raise MoveFailed(Text(f"{change.old}: changed by someone else meanwhile", f"{change.old}：ほかで変更されました"))  # fmt: skip
    _make_folders(os.path.dirname(new), undo)
    if os.path.lexists(new):
        raise MoveFailed(Text(f"{plan.moves.new}: is there already", f"{plan.moves.new}：すでにあります"))  # fmt: skip
    os.rename(old, new)
    undo.append(lambda: os.rename(new, old))


def _make_folders(folder: str, undo: list[Callable[[], None]]) -> None:
    missing = []
    while not os.path.isdir(folder):
        missing.append(folder)
        folder = os.path.dirname(folder)
    for one in reversed(missing):
        os.mkdir(one)
        undo.append(lambda one=one: os.rmdir(one))  # type: ignore[misc]


def _write(change: FileChange, root: str, undo: list[Callable[[], None]]) -> None:
    path = os.path.join(root, change.new)

    def put_back() -> None:
        with open(path, "rb") as file:
            if file.read() == change.before.encode():
                return  # it was not written
        problem = write_post(path, root, change.after, change.before)
        if problem is not None:
            raise OSError(problem.en)

    undo.append(put_back)
    problem = write_post(path, root, change.before, change.after)
    if problem is not None:
        raise MoveFailed(Text(f"{change.new}: {problem.en}", f"{change.new}：{problem.ja}"))


def _undone(undo: list[Callable[[], None]]) -> int:
    """Undo every step, the last first; returns how many could not be."""
    failed = 0
    for step in reversed(undo):
        try:
            step()
        except OSError:
            failed += 1
    return failed


def _of_system(error: OSError) -> Text:
    what = error.strerror or str(error)
    return Text(f"{error.filename or ''}: {what}".lstrip(": "), f"{error.filename or ''}：{what}".lstrip("："))  # fmt: skip


def _with_end(text: Text, failed: int) -> Text:
    if failed:
        return Text(f"{text.en}; {failed} of the steps before it could not be undone: look at the site's folder", f"{text.ja}。それまでの変更のうち{failed}件は元に戻せませんでした。フォルダーを確かめてください")  # fmt: skip
    return Text(f"{text.en}; nothing was changed", f"{text.ja}。何も変更していません")
