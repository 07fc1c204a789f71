"""The guides by task: what they show is run, in the order in which it stands, on a small site."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lintpost.config.active import active_rules
from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from tests.conftest import ROOT

GUIDES = [
    path
    for pattern in ("guide-*.md", "from-*.md", "own-checks*.md")
    for path in sorted((ROOT / "docs").glob(pattern))
    if not path.name.endswith(".ja.md")
]
FILES = {
    ".textlintrc.json": None,  # what the guide shows
    "prh.yml": "version: 1\nrules:\n  - expected: jQuery\n",
    ".vale.ini": "StylesPath = styles\nMinAlertLevel = suggestion\nVocab = House\n[*.md]\nBasedOnStyles = Vale, House\nHouse.Terms = error\n",
    "styles/House/Terms.yml": "extends: substitution\nmessage: Use '%s', not '%s'.\nlevel: error\nswap:\n  utilise: use\n",
    "styles/config/vocabularies/House/accept.txt": "lintpost\n",
    "styles/config/vocabularies/House/reject.txt": "leverage\n",
}
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site under version control, with posts where Jekyll and Hugo have them."""
    for posts in ("_posts", "content/posts"):
        shutil.copytree(ROOT / "examples" / "posts", tmp_path / posts)
    shutil.copytree(ROOT / "examples" / "house-rules", tmp_path / "house-rules")
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is not None:
            path.write_text(text, encoding="utf-8")
    (tmp_path / "_config.yml").touch()
    for command in (("init", "-q", "-b", "main"), ("add", "."), ("commit", "-qm", "posts")):
        user = ("-c", "user.name=a", "-c", "user.email=a@example.com")
        subprocess.run(["git", *user, *command], cwd=tmp_path, check=True)
    return tmp_path


@pytest.mark.slow
@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name)
def test_a_guide_can_be_followed(folder: Path, path: Path) -> None:
    """A block that begins with the comment of a file's name is that file; each line for the shell is a command."""
    (folder / "bin").mkdir()
    command = folder / "bin" / "lintpost"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m lintpost "$@"\n', "utf-8")
    command.chmod(0o755)
    environment = {
        **os.environ, "PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    ran: list[str] = []
    for language, text in _BLOCK.findall(path.read_text(encoding="utf-8")):
        named = re.match(r"# (\S+\.ya?ml)\n", text)
        if named:
            (folder / named[1]).write_text(text, encoding="utf-8")
        elif language == "json":
            (folder / ".textlintrc.json").write_text(text, encoding="utf-8")
        elif language == "sh":
            for line in text.splitlines():
                if "--watch" in line:  # it stays
                    continue
                done = subprocess.run(
                    ["sh", "-c", line], cwd=folder, env=environment, capture_output=True, text=True, check=False,
                )  # fmt: skip
                assert done.returncode in (0, 1), (line, done.stdout[-2000:], done.stderr[-2000:])
                assert "Traceback" not in done.stderr
                if ran[-1:] == ["lintpost baseline create"]:  # the guides say that nothing is new
                    assert done.returncode == 0
                ran.append(line)
    assert len(ran) >= 2


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name)
def test_both_languages_show_the_same_commands_and_valid_settings(
    path: Path, tmp_path: Path
) -> None:
    found = {}
    (tmp_path / "house-rules").symlink_to(ROOT / "examples" / "house-rules")
    for one in (path, path.with_name(f"{path.stem}.ja.md")):
        blocks = _BLOCK.findall(one.read_text(encoding="utf-8"))
        found[one] = [text for language, text in blocks if language == "sh"]
        for language, text in blocks:
            if language == "yaml" and text.startswith(("# lintpost.yml", "# compat.yml", "rules:")):
                config = tmp_path / "lintpost.yml"
                config.write_text(re.sub(r"^(tags|baseline):.*\n", "", text, flags=re.M), "utf-8")
                assert active_rules(load_settings(str(config), CliOverrides()))
    english, japanese = found.values()
    assert english == japanese
