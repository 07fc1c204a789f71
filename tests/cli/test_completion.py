"""Completion in the shells themselves, where they are installed; and the manual page."""

import os
import pty
import select
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from lintpost.cli.commands import COMMANDS
from lintpost.cli.full_parser import full_parser
from lintpost.cli.man import manual
from tests.conftest import ROOT, run_cli

LINES = {
    "lintpost nothing": None,
    "lintpost ch": "check",
    "lintpost check --sel": "--select",
    "lintpost check --select bold/emph": "bold/emphasis-style",
    "lintpost rule names/mi": "names/mixed",
    "lintpost check --output-format jun": "junit",
    "lintpost tags dr": "drift",
    "lintpost completion z": "zsh",
}
SCRIPTS = ROOT / "lintpost" / "cli" / "completion"


def needs(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_printed(shell: str) -> None:
    done = run_cli("completion", shell)
    assert (done.stdout, done.stderr) == ((SCRIPTS / f"lintpost.{shell}").read_bytes(), b"")


def test_another_shell_is_not_known() -> None:
    done = run_cli("completion", "tcsh")
    assert done.returncode == 2
    assert b"(bash, zsh, fish)" in done.stderr


@needs("bash")
def test_bash() -> None:
    script = f"""source {SCRIPTS}/lintpost.bash
complete -p lintpost
try() {{
  COMP_WORDS=("$@"); COMP_CWORD=$(($#-1)); COMPREPLY=()
  _shtab_lintpost lintpost "${{COMP_WORDS[COMP_CWORD]}}" "${{COMP_WORDS[COMP_CWORD-1]}}"
  echo "${{COMPREPLY[*]}}"
}}
"""
    script += "\n".join(f"try {line}" for line in LINES)
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
    first, *found = done.stdout.splitlines()
    assert first.endswith("-F _shtab_lintpost lintpost")
    assert found == [word or "" for word in LINES.values()]


@needs("fish")
def test_fish(tmp_path: Path) -> None:
    script = f"source {SCRIPTS}/lintpost.fish\n"
    script += "\n".join(f"complete -C '{line}'; echo =" for line in LINES if LINES[line])
    done = subprocess.run(
        ["fish", "-c", script], capture_output=True, text=True, check=True,
        env={**os.environ, "HOME": str(tmp_path)},
    )  # fmt: skip
    found = [part.strip().split("\t")[0] for part in done.stdout.split("=\n")[:-1]]
    assert found == [word for word in LINES.values() if word]


@needs("zsh")
def test_zsh(tmp_path: Path) -> None:
    """In a terminal: there is no other way to ask zsh."""
    shutil.copy(SCRIPTS / "lintpost.zsh", tmp_path / "_lintpost")
    setup = f"fpath=({tmp_path} $fpath); autoload -U compinit; compinit -u -d {tmp_path}/dump; PS1='$ '\n"
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(tmp_path)
        os.environ["TERM"] = "dumb"
        os.execvp("zsh", ["zsh", "-f", "-i"])
    try:
        os.write(terminal, setup.encode())
        _read_until(terminal, "$ ")
        for line, word in LINES.items():
            if word is None:
                continue
            os.write(terminal, f"{line}\t".encode())
            seen = _read_until(terminal, word)
            assert word in seen, (line, seen)
            os.write(terminal, b"\x15\n")  # empty the line
            _read_until(terminal, "$ ")
    finally:
        os.close(terminal)
        os.waitpid(pid, 0)


def _read_until(terminal: int, word: str, seconds: float = 20) -> str:
    """What the terminal shows, up to a word or the end of the time."""
    seen, end = "", time.monotonic() + seconds
    while word not in seen and time.monotonic() < end:
        if select.select([terminal], [], [], 0.2)[0]:
            seen += os.read(terminal, 4096).decode(errors="replace")
    return seen


def test_the_parser_is_whole() -> None:
    """The commands, actions and options are those that a run parses."""
    help_of = full_parser("en").format_help()
    assert [
        name
        for name in COMMANDS
        if f"    {name} " not in help_of and f"    {name}\n" not in help_of
    ] == []
    page = manual("en")
    for text in (
        '.SS "lintpost check"',
        '.SS "lintpost tags drift"',
        "\\fB\\-\\-output\\-format\\fR",
    ):
        assert text in page


@needs("groff")
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_manual_page_is_clean(lang: str) -> None:
    page = run_cli("man", "--lang", lang).stdout
    done = subprocess.run(
        ["groff", "-man", "-Kutf8", "-Tutf8", "-ww"], input=page, capture_output=True, check=True
    )
    shown = done.stdout.decode()
    assert done.stderr == b""
    assert "LINTPOST(1)" in shown
