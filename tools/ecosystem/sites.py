"""The sites to run over: posts and the configuration that they are checked with."""

import json
import shutil
from pathlib import Path
from typing import Any, NamedTuple

import yaml


class Trouble(Exception):
    """The comparison cannot be made; the text says why."""


class Site(NamedTuple):
    """Posts that share one configuration; paths are absolute."""

    name: str
    posts: list[Path]
    config: Path

    def copied_to(self, folder: Path) -> "Site":
        """The same site with copies of its posts below `folder`."""
        copies = []
        for number, path in enumerate(self.posts):
            copy = folder / self.name / str(number) / path.name
            copy.parent.mkdir(parents=True)
            if path.is_dir():
                shutil.copytree(path, copy, copy_function=_copy)
            else:
                _copy(path, copy)
            copies.append(copy)
        return self._replace(posts=copies)


def one_site(posts: list[str], extends: list[str], config: str | None, folder: Path) -> list[Site]:
    """All posts under one configuration: `config`, or one made of presets in `folder`.

    Raises `Trouble` for a path that does not exist.
    """
    if config:
        return [Site("posts", _existing(posts, Path()), _existing([config], Path())[0])]
    return [_site("posts", _existing(posts, Path()), {"extends": extends}, folder)]


def suite_sites(suite: str, roots: list[str], folder: Path) -> list[Site]:
    """The sites that a suite file lists, their posts below the only one of `roots`.

    The file is a YAML list. `posts` of an entry names files and folders; its other keys are the
    content of a lintpost.yml. Raises `Trouble` for a bad file or path.
    """
    if len(roots) != 1:
        raise Trouble("--suite takes one folder: the one that its posts are in")
    try:
        entries = yaml.safe_load(Path(suite).read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise Trouble(f"{suite}: {error}") from None
    if not isinstance(entries, list) or not entries:
        raise Trouble(f"{suite}: expected a list of entries with `posts`")
    sites = []
    for number, entry in enumerate(entries, 1):
        posts = entry.get("posts") if isinstance(entry, dict) else None
        if not isinstance(posts, list) or not all(isinstance(name, str) for name in posts):
            raise Trouble(f"{suite}: entry {number}: `posts` must be a list of paths")
        config = {key: value for key, value in entry.items() if key != "posts"}
        paths = _existing(posts, Path(roots[0]))
        sites.append(_site(f"{number}-{paths[0].stem}", paths, config, folder))
    return sites


def _site(name: str, posts: list[Path], config: dict[str, Any], folder: Path) -> Site:
    path = folder / "sites" / name / "lintpost.yml"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(config), encoding="utf-8")
    return Site(name, posts, path)


def _existing(names: list[str], root: Path) -> list[Path]:
    paths = [(root / name).resolve() for name in names]
    for name, path in zip(names, paths, strict=True):
        if not path.exists():
            raise Trouble(f"{name}: no such file or folder")
    return paths


def _copy(source: str | Path, copy: str | Path) -> None:
    """Copy the content alone: posts of a read-only folder can be written in the copy."""
    shutil.copyfile(source, copy)
