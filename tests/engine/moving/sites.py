"""Small sites as mappings of paths to texts."""

import os
from collections.abc import Mapping
from pathlib import Path

from tests.conftest import run_cli

Files = Mapping[str, str]
LINTPOST = {"lintpost.yml": "posts: ['**/*.md']\n"}


def write(folder: Path, files: Files) -> Path:
    """Write a site."""
    for name, text in {**LINTPOST, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder


def read(folder: Path) -> dict[str, str]:
    """The files of a site as they are now."""
    found = {}
    for base, folders, names in os.walk(folder):
        folders[:] = [one for one in folders if one != ".git"]
        for name in names:
            path = Path(base, name)
            found[path.relative_to(folder).as_posix()] = path.read_bytes().decode()
    return {path: text for path, text in found.items() if path not in LINTPOST}


def move(folder: Path, *arguments: str) -> tuple[int, list[str], list[str]]:
    """Run the command; its status, and the lines of both streams."""
    done = run_cli("move", *arguments, "--lang", "en", cwd=folder)
    return done.returncode, done.stdout.decode().splitlines(), done.stderr.decode().splitlines()
