"""Whether a file is below a folder once links are followed."""

import os


def is_inside(path: str, folder: str) -> bool:
    """Whether a path lies below a folder. Links are followed in both."""
    return os.path.realpath(path).startswith(os.path.join(os.path.realpath(folder), ""))
