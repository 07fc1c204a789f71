"""The picture of a report: docs/pictures/report.svg and report.ja.svg, from a run over `examples/`."""

import html
import io
import os
import re
import subprocess
import sys
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.terminal_theme import SVG_EXPORT_THEME
from rich.text import Text

from lintpost.language import Lang

ROOT = Path(__file__).resolve().parents[2]
_RULES = "bold/span,names/spelling,tags/alias,front-matter/placeholder"
_WIDTH = 100
"""Columns of the terminal."""
_CHARACTER = 12.2
"""Units of a cell's width in rich's SVG: letters of 20, 0.61 as wide."""
_EPOCH = "1780272000"
"""The day of the run, 2026-06-01, in seconds: some findings depend on it."""


def report_picture(lang: Lang) -> str:
    """The picture as SVG. It names no font from elsewhere: a browser shows it in its own monospaced one."""
    options = ["--select", _RULES, "--lang", lang, "--color", "always", "--output-format", "rich"]
    post = "posts/2026-04-02-edge-npu.md"
    environment = {
        **os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": str(_WIDTH), "SOURCE_DATE_EPOCH": _EPOCH,
    }  # fmt: skip
    environment.pop("NO_COLOR", None)
    done = subprocess.run(
        [sys.executable, "-m", "lintpost", "check", "--no-cache", *options, post],
        cwd=ROOT / "examples", env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode != 1:
        raise RuntimeError(done.stderr)
    console = Console(
        record=True, width=_WIDTH, file=io.StringIO(), force_terminal=True, legacy_windows=False
    )
    console.print(Text.from_ansi(f"$ lintpost check {post}\n\n{done.stdout.rstrip()}"))
    svg = console.export_svg(title="lintpost", theme=SVG_EXPORT_THEME, unique_id="report")
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.S)
    svg = svg.replace("Fira Code, monospace", "ui-monospace, Menlo, Consolas, monospace")
    svg = re.sub(r'textLength="[\d.]+"( clip-path="[^"]*")>(.*?)</text>', _length, svg)
    return re.sub(r"[ \t]+$", "", svg, flags=re.M).strip() + "\n"


def _length(match: re.Match[str]) -> str:
    """The length of a text in the picture by its cells: rich 15 counts its characters, and squeezes Japanese."""
    length = cell_len(html.unescape(match[2])) * _CHARACTER
    return f'textLength="{length:.1f}"{match[1]}>{match[2]}</text>'
