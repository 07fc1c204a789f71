"""Compares lintpost with other linters of Markdown: ``python tools/compare_linters.py --tools FOLDER [--posts FOLDER …]``.

Prints two tables for docs/comparison.md: which faults of `FAULTS` each tool reports at their line, and, for
each folder of posts, how many findings each tool has and the seconds of processor time that takes. FOLDER has
the other tools: ``npm install textlint textlint-rule-preset-ja-technical-writing markdownlint-cli2`` and
``python -m venv v && v/bin/pip install rumdl`` were run there. Every tool runs as its manual tells a beginner.
"""

import argparse
import os
import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
_HEAD = "---\ntitle: 半導体の話\ndate: 2026-04-02\ntags: [AI]\n---\n\n"
_LINE = re.compile(r"^(?P<file>.+?\.md):(?P<line>\d+)(?::\d+)?:? ", re.M)


class Fault(NamedTuple):
    """A post with one fault. The fault stands in `line`, counted from 1."""

    name: str
    post: str
    line: int


FAULTS = (
    Fault("a heading that skips a level", f"{_HEAD}## 背景\n\n#### 詳細\n\n本文です。\n", 9),
    Fault("trailing spaces", f"{_HEAD}本文です。 \n", 7),
    Fault("no empty line around a heading", f"{_HEAD}本文です。\n## 背景\n\n本文です。\n", 8),
    Fault("a table with a cell missing", f"{_HEAD}| a | b |\n|---|---|\n| 1 |\n", 9),
    Fault("two styles of list markers", f"{_HEAD}- りんご\n\n本文です。\n\n* みかん\n", 11),
    Fault("a link without an address", f"{_HEAD}[資料]()を見ます。\n", 7),
    Fault("a relative link to a file that is not there", f"{_HEAD}[資料](none.md)を見ます。\n", 7),
    Fault("an image without alternative text", f"{_HEAD}![](https://example.com/a.png)\n", 7),
    Fault("bold that CommonMark leaves as asterisks", f"{_HEAD}これは**「新機能」**です。\n", 7),
    Fault("the same particle twice", f"{_HEAD}会議室で資料室で本を読みました。\n", 7),
    Fault("ら抜き言葉", f"{_HEAD}肉はもう食べれる。\n", 7),
    Fault("a sentence of 150 characters", f"{_HEAD}{'本日は会議の資料を読み、' * 12}帰ります。\n", 7),
    Fault("a doubled English word", f"{_HEAD}This is the the report.\n", 7),
    Fault("a product's name in the wrong case", f"{_HEAD}今日はGithubの話です。\n", 7),
    Fault("a tag outside the vocabulary", _HEAD.replace("[AI]", "[人工知能]") + "本文です。\n", 4),
    Fault("a date that does not exist", _HEAD.replace("04-02", "04-31") + "本文です。\n", 3),
    Fault("a front-matter key twice", _HEAD.replace("tags:", "title: 別\ntags:") + "本文です。\n", 4),
    Fault("a machine's answer left in the post", f"{_HEAD}もちろんです。以下に記事を作成しました。\n", 7),
)  # fmt: skip
_CONFIG = """\
extends: [jekyll, ja-editorial, en-editorial, ai-draft, PRESET]
renderer: commonmark
posts: ["**/*.md"]
names: [GitHub]
tags: [{name: AI, aliases: [人工知能]}]
"""

_PROSE = "extends: [ja-editorial, en-editorial, ai-draft]\n"
"""For real posts: rules of prose, without anybody's vocabulary."""


class Tool(NamedTuple):
    """A tool by name, and its command for a folder."""

    name: str
    command: Callable[[str], list[str]]
    version: list[str]


def _lintpost(name: str, *options: str) -> Tool:
    lintpost = [sys.executable, "-m", "lintpost"]
    check = [*lintpost, "check", "--no-cache", "--output-format", "concise", *options]
    return Tool(name, lambda posts: [*check, posts], [*lintpost, "--version"])


def own_tools() -> list[Tool]:
    """lintpost as a site may have it, and with every rule, for `faults`."""
    return [
        _lintpost("lintpost", "--config", "ai-draft.yml"),
        _lintpost("lintpost, `strict`", "--config", "strict.yml"),
    ]


def _others(folder: Path) -> list[Tool]:
    npm, rumdl = folder / "node_modules" / ".bin", str(folder / "v" / "bin" / "rumdl")
    textlint = [str(npm / "textlint"), "--preset", "ja-technical-writing", "-f", "unix"]
    textlint += ["--rules-base-directory", str(folder / "node_modules")]
    markdownlint = str(npm / "markdownlint-cli2")
    return [
        Tool("textlint", lambda posts: [*textlint, f"{posts}/**/*.md"], [*textlint, "--version"]),
        Tool(
            "markdownlint-cli2",
            lambda posts: [markdownlint, f"{posts}/**/*.md"],
            [markdownlint, "--help"],
        ),
        Tool("rumdl", lambda posts: [rumdl, "check", "--no-cache", posts], [rumdl, "--version"]),
    ]


def _run(command: list[str], cwd: Path) -> tuple[str, float]:
    """What a command prints, and the processor time it takes, in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return done.stdout + "\n" + done.stderr, spent


def faults(tools: list[Tool], cwd: Path) -> list[str]:
    """The table of what each tool finds in `FAULTS`: ● where something is reported at the line."""
    folder = cwd / "faults"
    folder.mkdir()
    for preset in ("ai-draft", "strict"):
        config = _CONFIG.replace("PRESET", preset)
        (cwd / f"{preset}.yml").write_text(config, encoding="utf-8")
    (cwd / "prose.yml").write_text(_PROSE, encoding="utf-8")
    for number, fault in enumerate(FAULTS):
        (folder / f"2026-04-02-post-{number}.md").write_text(fault.post, encoding="utf-8")
    found = []
    for tool in tools:
        printed, _ = _run(tool.command("faults"), cwd)
        found.append(
            {(Path(one["file"]).name, int(one["line"])) for one in _LINE.finditer(printed)}
        )
    lines = ["| fault | " + " | ".join(tool.name for tool in tools) + " |"]
    lines.append("|---|" + ":-:|" * len(tools))
    for number, fault in enumerate(FAULTS):
        at = (f"2026-04-02-post-{number}.md", fault.line)
        lines.append(
            f"| {fault.name} | " + " | ".join("●" if at in one else "" for one in found) + " |"
        )
    return lines


def posts(tools: list[Tool], folders: list[Path], cwd: Path) -> list[str]:
    """The table of findings and processor time over folders of posts."""
    lines = ["| posts | " + " | ".join(tool.name for tool in tools) + " |"]
    lines.append("|---|" + "--:|" * len(tools))
    for folder in folders:
        (cwd / folder.name).symlink_to(folder)
        cells = []
        for tool in tools:
            printed, spent = _run(tool.command(f"{folder.name}/."), cwd)
            cells.append(f"{len(_LINE.findall(printed)):,} ({spent:.1f} s)")
        count = sum(1 for _ in folder.rglob("*.md"))
        lines.append(f"| {folder.name} ({count}) | " + " | ".join(cells) + " |")
    return lines


def main() -> int:
    """Parse the command line and print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tools", type=Path, required=True)
    parser.add_argument("--posts", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    folder = options.tools.resolve()
    others = _others(folder)
    with tempfile.TemporaryDirectory() as work:
        cwd = Path(work)
        plain = _lintpost("lintpost", "--no-config")
        for tool in (plain, *others):
            print(f"- {tool.name}: {_run(tool.version, cwd)[0].strip().splitlines()[0]}")
        print("", *faults([*own_tools(), *others], cwd), sep="\n")
        if options.posts:
            folders = [one.resolve() for one in options.posts]
            prose = _lintpost("lintpost with prose", "--config", "prose.yml")
            print("", *posts([plain, prose, *others], folders, cwd), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
