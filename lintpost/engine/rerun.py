"""What of a run that was kept still holds."""

import os
from binascii import crc32
from collections.abc import Iterable
from time import time_ns
from typing import Any, NamedTuple

from lintpost.engine.configurations import Configurations
from lintpost.engine.kept_run import KeptRun, detail_of
from lintpost.engine.stamp import Stamp, compared, settled
from lintpost.site.files import SiteFiles, own_addresses
from lintpost.site.questions import PAGE, now, still_hold

MOST_CHANGED = 50
"""Changed posts above which a run is worth its workers, and begins anew; and posts that have another
time alone, above which the run is worth being written again.
"""


class Standing(NamedTuple):
    """What holds of a run: the posts whose stamps alone are others now; those that must be checked; and
    whether all of it can be said as it is written. `pages` are those of its `Grounds` that are the same.
    """

    touched: dict[str, Stamp]
    changed: list[str]
    whole: bool
    pages: dict[str, list[Any]]


def standing(kept: KeptRun, paths: list[str], configurations: Configurations) -> Standing | None:
    """What of a run holds for these posts; None where it is no use: other settings, an image that came
    or went, too many changes. The configurations know the run's heads already. Raises ValueError where
    the run cannot be read.
    """
    if any(
        kept.grounds.folders.get(folder, "") != configurations.config_for(os.path.abspath(folder))
        for folder in folders_of(paths)
    ):
        return None
    touched: dict[str, Stamp] = {}
    changed: list[str] = []
    posts, stat = kept.grounds.posts, os.stat
    for path in paths:
        fields = posts.get(path)
        if fields is not None:
            try:
                seen = stat(path)
            except OSError:
                return None
            if seen.st_size == fields[0] and seen.st_mtime_ns == fields[1]:
                continue
            found = compared(path, Stamp(*fields))
            if found is not None:
                touched[path] = found
                continue
        changed.append(path)
        if len(changed) > MOST_CHANGED:
            return None
    same = len(paths) == len(posts) and all(path in posts for path in changed)
    pages = _as_told(kept, paths, changed if same else None)
    if pages is None:
        return None
    whole = same and not changed and len(touched) <= MOST_CHANGED
    return Standing(touched, changed, whole, pages)


def _as_told(
    kept: KeptRun, paths: list[str], changed: list[str] | None
) -> dict[str, list[Any]] | None:
    """The pages that are the same, where the disk and the clock would tell the checks what they told
    them, else None; `changed` is None where posts came or went.
    """
    time = now()
    same: dict[str, list[Any]] = {}
    for root, answers in kept.grounds.asked.items():
        files = SiteFiles(root)
        pages = kept.grounds.pages.get(root)
        # To look for pages is to read the beginning of every post, which is the same in the same posts.
        if (
            pages is not None
            and changed is not None
            and pages == pages_of(files, paths)
            and (not changed or _same_addresses(kept, changed))
        ):
            answers = [answer for answer in answers if answer[0] != PAGE]
            same[root] = pages
        if not still_hold(answers, files, time):
            return None
    return same


def _same_addresses(kept: KeptRun, paths: list[str]) -> bool:
    parts = kept.parts()
    return all(own_addresses(path) == detail_of(parts[path]).addresses for path in paths)


def pages_of(files: SiteFiles, paths: Iterable[str]) -> list[Any]:
    """Tells whether a site has the same posts as before: how many, a checksum of their names, and size
    and time of those that are none of `paths`.
    """
    before = {folder: os.path.join(os.path.abspath(folder), "") for folder in folders_of(paths)}
    names = ((path, path.rfind(os.sep) + 1) for path in paths)
    own = {before[path[:at]] + path[at:] for path, at in names}
    found = sorted(files.posts())
    others = []
    for path in sorted(set(found) - own):
        try:
            stat = os.stat(path)
        except OSError:
            continue
        # A file that may still change without its time changing is never the same.
        others.append([path, stat.st_size, settled(stat.st_mtime_ns) or time_ns()])
    return [len(found), crc32("\0".join(found).encode("utf-8", "surrogatepass")), others]


def folders_of(paths: Iterable[str]) -> set[str]:
    """The folders of some paths, as they stand there, with what parts them from a name."""
    return {path[: path.rfind(os.sep) + 1] for path in paths}
