"""What the tests share."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from lintpost.config.run_settings import CliOverrides
from lintpost.config.settings import load_settings
from lintpost.engine.check_post import Checker
from lintpost.engine.edits.fix import fix_source
from lintpost.engine.finding import Finding
from lintpost.post.source import Source

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# A slow machine is no failure, and CI tries the same examples each time; at home they vary.
settings.register_profile(
    "lintpost",
    deadline=None,
    derandomize="CI" in os.environ,
    max_examples=int(os.environ.get("HYPOTHESIS_EXAMPLES", "100")),
)
settings.load_profile("lintpost")

# A shell starts background jobs deaf to these, as does nohup, and children inherit that: tests send them to theirs.
signal.signal(signal.SIGINT, signal.default_int_handler)
if hasattr(signal, "SIGHUP"):
    signal.signal(signal.SIGHUP, signal.SIG_DFL)

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
browser_tests = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="needs Debian's chromium"),
]
NOW = int(datetime(2026, 6, 1, tzinfo=UTC).timestamp())


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A fixed day, language and width, and a cache of the tests' own."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(NOW))
    monkeypatch.setenv("LINTPOST_LANG", "en")
    monkeypatch.setenv("LINTPOST_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "cache"))
    monkeypatch.setenv("LINTPOST_DEBUG", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("COLUMNS", raising=False)


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """Debian's chromium. While it is open the thread has a running event loop, and neither a second one nor a test
    with a loop of its own can start: no wider scope than a module.
    """
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def corpus() -> Path:
    """The shared corpus of real posts, where there is one."""
    folder = SHARED / "corpus"
    if not folder.is_dir():
        pytest.skip("the shared corpus is not here")
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Callable[..., Path]:
    """Writes the files of a small site and returns its folder."""

    def write(**files: str) -> Path:
        for name, text in files.items():
            path = tmp_path / name.replace("__", "/").replace("_yml", ".yml").replace("_md", ".md")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        return tmp_path

    return write


def check_text(
    text: str, config: Path | None = None, path: str = "post.md", **overlay: object
) -> list[Finding]:
    """The findings in one text."""
    loaded = load_settings(str(config) if config else None, CliOverrides(lang="en", **overlay))
    result = Checker(loaded).check_source(Source(path, text))
    assert not result.errors
    return list(result.findings)


def fix_text(text: str, config: Path, *rules: str, unsafe: bool = False) -> str:
    """A text with the fixes of some rules applied, the safe ones or all."""
    loaded = load_settings(str(config), CliOverrides(lang="en", select=rules))
    return fix_source(Checker(loaded), Source("post.md", text), unsafe=unsafe).after


def brief(text: str, findings: list[Finding]) -> list[tuple[str, str]]:
    """Each finding as its rule and the text at its span."""
    return [(f.rule, text[f.start.offset : f.end.offset]) for f in findings]


def run_cli(
    *arguments: str, cwd: Path | None = None, stdin: bytes | None = None, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own, as a user runs it."""
    variables = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    variables.pop("LINTPOST_DEBUG", None)
    return subprocess.run(
        [sys.executable, "-m", "lintpost", *arguments],
        cwd=cwd, input=stdin, capture_output=True, env=variables, check=False,
    )  # fmt: skip
