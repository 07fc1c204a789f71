"""Path patterns of the configuration.

Not pathspec's: a run over one post needs a pattern or two, and importing pathspec takes longer
than checking the post. (The walk over folders, which reads ``.gitignore``, does use it.)
"""

import re
from functools import cache


@cache
def pattern(glob: str) -> re.Pattern[str]:
    """A glob as a regular expression over a path with ``/``.

    ``*`` and ``?`` stay within a folder, ``**`` crosses them, ``{a,b}`` is either; a pattern
    without ``/`` matches the file's name anywhere, one that ends in ``/`` all below a folder.
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
    """One pattern for several globs, to be matched in full."""
    return re.compile("|".join(f"(?:{pattern(glob).pattern})" for glob in globs))


def matches(path: str, globs: tuple[str, ...]) -> bool:
    """Whether a path (relative, with ``/``) matches any of the globs in full."""
    return bool(globs) and any_of(globs).fullmatch(path) is not None
