"""Packages as `pip install --target` leaves them, in a folder on the search path."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Install = Callable[..., Path]

RULE = """rule: acme/{name}
check: {check}
severity: warning
title: {{en: A word, ja: 語}}
message: {{en: "Found {{text}}.", ja: "「{{text}}」があります。"}}
why: {{en: Because., ja: そのため。}}
examples:
  - good: fine
"""
CHECK = """
import re
from lintpost.plugin import Check, CheckOptions, Hit, matches_in

class Options(CheckOptions):
    word: str = "acme"

def run(post, options, site):
    for match in matches_in(post, "body", re.compile(options.word)):
        yield Hit(match.start, match.end, "", {"text": match.text})

WORD = Check(name="word", options=Options, messages={"": ("text",)}, run=run, reads=("markdown",))
"""


@pytest.fixture
def install(tmp_path_factory: pytest.TempPathFactory) -> Install:
    """Installs a package: its entry points by group, and its files. Returns the folder of packages."""
    folder = tmp_path_factory.mktemp("packages")

    def write(
        package: str = "lintpost-acme", version: str = "1.0", *, points: str, **files: str
    ) -> Path:
        name = package.replace("-", "_")
        metadata = folder / f"{name}-{version}.dist-info"
        metadata.mkdir(exist_ok=True)
        (metadata / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {package}\nVersion: {version}\n"
        )
        (metadata / "entry_points.txt").write_text(points)
        for path, text in files.items():
            file = folder / path.replace("__", "/").replace("_py", ".py").replace("_yml", ".yml")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        return folder

    return write


def lintpost(
    *arguments: str, cwd: Path, packages: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run lintpost in a folder, with a folder of packages on the search path."""
    variables = {key: value for key, value in os.environ.items() if key != "LINTPOST_DEBUG"}
    if packages is not None:
        variables["PYTHONPATH"] = str(packages)
    return subprocess.run(
        [sys.executable, "-m", "lintpost", *arguments],
        cwd=cwd, env={**variables, **environment}, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


def acme(install: Install, **more: str) -> Path:
    """A package with a check, and a pack whose rule uses it."""
    points = "[lintpost.checks]\nacme = acme_checks\n[lintpost.packs]\nacme = acme_rules\n"
    files = {
        "acme_checks_py": CHECK,
        "acme_rules__acme__word_yml": RULE.format(name="word", check="acme/word"),
    }
    return install(points=points, **{**files, **more})


def site(folder: Path, config: str = "extends: acme\n", text: str = "acme here\n") -> Path:
    """A site of one post."""
    (folder / "lintpost.yml").write_text(config, "utf-8")
    (folder / "post.md").write_text(f"---\ntitle: A\n---\n\n{text}", "utf-8")
    return folder
