"""What SECURITY.md promises of checking a site that nobody has read."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

CHECK = """
import os
import sys

site = os.getcwd()
programs = {"os.system", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "subprocess.Popen"}


def watch(event, arguments):
    if event in programs or event.startswith("socket."):
        print("event:", event)
    elif event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR):
        if os.path.abspath(os.fspath(arguments[0])).startswith(site):
            print("event: write", arguments[0])


sys.addaudithook(watch)
from lintpost.cli.main import main

print("status:", main(["check", "--output-format", "concise", "-j1"]))
loaded = ((name, getattr(module, "__file__", None) or "") for name, module in sys.modules.items())
print("modules:", [name for name, path in loaded if path.startswith(site)])
"""
"""Checks the working folder; prints each connection, program and write, and the modules from there."""


def test_a_check_executes_and_fetches_nothing_and_writes_to_no_post(tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(ROOT / "examples", site)
    with (site / "lintpost.yml").open("a", encoding="utf-8") as file:
        file.write("packs: [house-rules]\n")
    for name in ("house", "lintpost", "regex", "sitecustomize", "yaml"):
        (site / f"{name}.py").write_text("raise SystemExit('executed')\n", encoding="utf-8")
    cache = str(tmp_path / "cache")
    done = subprocess.run(
        [sys.executable, "-P", "-c", CHECK], cwd=site, capture_output=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "LINTPOST_CACHE_DIR": cache},
    )  # fmt: skip
    assert done.stderr.decode() == ""
    lines = done.stdout.decode().splitlines()
    assert lines[-2:] == ["status: 1", "modules: []"]
    assert [line for line in lines if line.startswith("event:")] == []
