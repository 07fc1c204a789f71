"""Compares the run time of lintpost and other linters on the same posts, with similar rules.

    python bench/others.py [CORPUS] [--rounds N]

Installs the others into build/others (npm and a virtual environment) unless they are there. Measures
whole processes with one worker and without a result cache; the fastest of N runs counts.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile

from inputs import posts_of
from measure import ROOT, best_in_turns, lintpost

_FOLDER = os.path.join(ROOT, "build", "others")
_NPM = (
    "textlint@15", "textlint-rule-preset-ja-technical-writing@12", "prh@5", "markdownlint-cli2", "remark-cli",
    "remark-frontmatter", "@julian_cataldo/remark-lint-frontmatter-schema", "autocorrect-node",
)  # fmt: skip
_PRH = """version: 1
rules:
  - {expected: サーバー, patterns: [/サーバ(?!ー)/]}
  - {expected: ユーザー, patterns: [/ユーザ(?!ー)/]}
  - {expected: GitHub, patterns: [/Github/, /github(?!\\.)/]}
  - {expected: JavaScript, patterns: [/Javascript/, /javascript/]}
  - {expected: できる, patterns: [/出来る/]}
"""
_SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["title"],
    "properties": {"title": {"type": "string"}},
}


def install() -> None:
    """Install the other linters unless they are installed."""
    os.makedirs(_FOLDER, exist_ok=True)
    if not os.path.isdir(os.path.join(_FOLDER, "node_modules", "textlint")):
        subprocess.run(["npm", "init", "-y"], cwd=_FOLDER, check=True, stdout=subprocess.DEVNULL)
        quiet = ("--silent", "--no-fund", "--no-audit")
        subprocess.run(["npm", "install", *quiet, *_NPM], cwd=_FOLDER, check=True)
    if not os.path.isdir(os.path.join(_FOLDER, "venv")):
        subprocess.run([sys.executable, "-m", "venv", os.path.join(_FOLDER, "venv")], check=True)
        subprocess.run(
            [os.path.join(_FOLDER, "venv", "bin", "pip"), "install", "-q", "rumdl"], check=True
        )


def pairs(folder: str, paths: list[str]) -> dict[str, tuple[list[str], list[str]]]:
    """The commands of another linter and of lintpost, by the name of the other."""

    def write(name: str, text: str) -> str:
        path = os.path.join(folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def ours(name: str, settings: str, *arguments: str) -> list[str]:
        options = (
            "--no-cache",
            "-j1",
            "--output-format",
            "concise",
            "--config",
            write(name, settings),
        )
        return lintpost("check", *options, *arguments, *paths)

    npm = os.path.join(_FOLDER, "node_modules", ".bin")
    prh = write("prh.yml", _PRH)
    textlint = write("textlintrc.json", '{"rules": {"preset-ja-technical-writing": true}}')
    schema = write("schema.json", json.dumps(_SCHEMA))
    package = f"{_FOLDER}/node_modules/@julian_cataldo/remark-lint-frontmatter-schema"
    remark = write(
        "remarkrc.mjs",
        "import frontmatter from 'remark-frontmatter'\n"
        f"import schema from '{package}/dist/index.js'\n"
        "export default {plugins: [[frontmatter, ['yaml']],\n"
        f"  [schema, {{schemas: {{'{schema}': ['**/*.md']}}}}]]}}\n",
    )
    os.symlink(os.path.join(_FOLDER, "node_modules"), os.path.join(folder, "node_modules"))
    rumdl = os.path.join(_FOLDER, "venv", "bin", "rumdl")
    modules = os.path.join(_FOLDER, "node_modules")
    spacing = "rules: {ja/latin-space: {space: always}}\n"
    everything = ours("all.yml", "lang: ja\n")
    return {
        "textlint, preset-ja-technical-writing": (
            [f"{npm}/textlint", "--config", textlint, "--rules-base-directory", modules, *paths],
            ours("technical.yml", "extends: ja-technical\n", "--select", "ja"),
        ),
        "prh": (
            [f"{npm}/prh", "--rules", prh, *paths],
            ours("terms.yml", f"terms: {prh}\n", "--select", "terms"),
        ),
        "autocorrect --lint": (
            [f"{npm}/autocorrect", "--lint", *paths],
            ours("space.yml", spacing, "--select", "ja/latin-space,typography/full-width"),
        ),
        "remark-lint-frontmatter-schema": (
            [f"{npm}/remark", "--rc-path", remark, "--no-config", "--quiet", "--no-stdout", *paths],
            ours("schema.yml", f"front-matter: {schema}\n", "--select", "front-matter/schema"),
        ),
        "markdownlint-cli2 (other rules)": ([f"{npm}/markdownlint-cli2", *paths], everything),
        "rumdl (other rules)": ([rumdl, "check", "--no-cache", *paths], everything),
    }


def main() -> None:
    """Install, measure, print."""
    parser = argparse.ArgumentParser(description="Compare lintpost with other linters.")
    parser.add_argument("corpus", nargs="?", default=os.path.join(ROOT, "examples", "posts"))
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    install()
    paths = list(map(os.path.abspath, posts_of(options.corpus)))
    print(f"{len(paths)} posts, {sum(map(os.path.getsize, paths)) / 1e6:.1f} MB")
    with tempfile.TemporaryDirectory() as folder:
        for name, (other, own) in pairs(folder, paths).items():
            best = best_in_turns({"other": other, "lintpost": own}, options.rounds, cwd=folder)
            theirs, own_time = best["other"], best["lintpost"]
            times = f"{theirs:8.2f} s   lintpost {own_time:6.2f} s"
            print(f"{name:40} {times}   {theirs / own_time:7.1f} x", flush=True)


if __name__ == "__main__":
    main()
