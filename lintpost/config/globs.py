"""Path patterns of the configuration.

A run over one post needs a pattern or two, and importing pathspec takes longer than checking the
post, so only the walk over folders, which reads ``.gitignore``, uses it.
"""

import re
from functools import cache


@cache
def pattern(glob: str) -> re.Pattern[str]:
    """A glob as a regular expression for a relative path with ``/``.

    ``*`` and ``?`` stay within a folder, ``**`` crosses folders, ``{a,b}`` matches either; a pattern
    without ``/`` matches a file name in any folder, one that ends in ``/`` everything below a folder.
    """
    if glob.endswith("/"):
        glob += "**"
    if "/" not in glob.rstrip("/"):
        glob = f"**/{glob}"
    out = []
    at = 0
    depth = 0
    glob = glob.removeprefix("./")
    while at < len(glob):
        if glob.startswith("**/", at):
            out.append("(?:[^/]+/)*")
            at += 3
            continue
        char = glob[at]
        at += 1
        if glob.startswith("**", at - 1):
            out.append(".*")
            at += 1
        elif char == "*":
            out.append("[^/]*")
        elif char == "?":
            out.append("[^/]")
        elif char == "{" and "}" in glob[at:]:
            depth += 1
            out.append("(?:")
        elif char == "}" and depth:
            depth -= 1
            out.append(")")
        elif char == "," and depth:
            out.append("|")
        else:
            out.append(re.escape(char))
    return re.compile("".join(out))


@cache
def any_of(globs: tuple[str, ...]) -> re.Pattern[str]:
    """One regular expression for several globs, to be used with `fullmatch`."""
    return re.compile("|".join(f"(?:{pattern(glob).pattern})" for glob in globs))


def matches(path: str, globs: tuple[str, ...]) -> bool:
    """Whether a relative path with ``/`` matches one of the globs."""
    return bool(globs) and any_of(globs).fullmatch(path) is not None
