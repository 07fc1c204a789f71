"""Replaces a file as a whole, or not at all."""

import os
import stat
import time

from lintpost.language import Text

TEMPORARY_PREFIX = ".lintpost-"
"""How the names of temporary files begin; the number of their process and a hyphen follow."""
_ORPHANED = 2
"""Age in seconds after which an orphaned temporary file is removed."""


def write_atomically(path: str, before: str, after: str) -> Text | None:
    """Replace a file's text; its mode and owner stay, and of a link the target is written.

    Returns why the file was left alone, or None: it is not `before` any more, or cannot be written.
    """
    import tempfile  # takes as long as several posts, and most runs write none

    target = os.path.realpath(path)
    folder = os.path.dirname(target)
    temporary = None
    try:
        with open(target, "rb") as file:
            if file.read() != before.encode():
                return Text(
                    "changed by someone else meanwhile; left as it is",
                    "検査中にほかで変更されたため、書き換えませんでした",
                )
        status = os.stat(target)
        if not os.access(target, os.W_OK):
            raise PermissionError(13, "Permission denied")
        prefix = f"{TEMPORARY_PREFIX}{os.getpid()}-"
        handle, temporary = tempfile.mkstemp(dir=folder, prefix=prefix)
        with os.fdopen(handle, "wb") as file:
            file.write(after.encode())
            file.flush()
            os.fsync(file.fileno())
        keep_mode_and_owner(temporary, status)
        os.replace(temporary, target)
    except OSError as error:
        if temporary is not None and os.path.exists(temporary):
            os.unlink(temporary)
        return Text(
            f"could not be written: {error.strerror}",
            f"書き込めませんでした（{error.strerror}）",
        )
    return None


def keep_mode_and_owner(path: str, before: os.stat_result) -> None:
    """Give a file the mode and the owner of the one that it replaces."""
    if os.name == "posix" and (before.st_uid, before.st_gid) != (os.geteuid(), os.getegid()):
        os.chown(path, before.st_uid, before.st_gid)
    os.chmod(path, stat.S_IMODE(before.st_mode))


def remove_orphans(folder: str) -> None:
    """Remove the temporary files that killed processes left in a folder ("": the working folder)."""
    for name in os.listdir(folder or "."):
        pid, dash, _ = name.removeprefix(TEMPORARY_PREFIX).partition("-")
        if not name.startswith(TEMPORARY_PREFIX) or not dash or not pid.isdigit():
            continue
        path = os.path.join(folder, name)
        if not _is_alive(int(pid)) and time.time() - os.stat(path).st_mtime >= _ORPHANED:
            os.unlink(path)


def _is_alive(pid: int) -> bool:
    if os.name != "posix":
        return True  # os.kill would end the process there
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True  # another user's
    return True
