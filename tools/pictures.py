"""Takes the pictures of pages for the documentation: ``python tools/pictures.py``.

docs/pictures/dashboard.png and serve.png, each in English and Japanese (.ja.png), from `examples/` in Debian's
chromium. The picture of the report is made by tools/generate.py.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
_SIZE = {"width": 1200, "height": 720}
_POST = "posts/2026-04-02-edge-npu.md"
_EPOCH = "1780272000"
"""The day of the run, 2026-06-01, in seconds."""


def _command(lang: str, site: Path, *arguments: str) -> "subprocess.Popen[str]":
    environment = {
        **os.environ, "PYTHONPATH": str(ROOT), "LINTPOST_LANG": lang, "SOURCE_DATE_EPOCH": _EPOCH,
    }  # fmt: skip
    return subprocess.Popen(
        [sys.executable, "-u", "-m", "lintpost", *arguments],
        cwd=site, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip


def _shoot(browser: Browser, address: str, lang: str, file: Path, post: str = "") -> None:
    """Save a picture of a page, after a post was chosen in it."""
    page = browser.new_page(viewport=_SIZE, color_scheme="light", locale=lang)  # type: ignore[arg-type]
    page.goto(address)
    if post:
        page.fill("#post", post)
        page.keyboard.press("Tab")
        page.wait_for_selector("#findings li")
        page.focus("#shown")
        page.keyboard.press("j")
    page.screenshot(path=file)
    page.close()


def take(browser: Browser, lang: str, site: Path) -> None:
    """Both pictures in one language."""
    ending = "" if lang == "en" else f".{lang}"
    _command(lang, site, "dashboard", "--lang", lang, "--output", "health.html").communicate()
    address = (site / "health.html").as_uri()
    _shoot(browser, address, lang, PICTURES / f"dashboard{ending}.png")
    server = _command(lang, site, "serve", "--no-browser")
    assert server.stdout is not None
    try:
        line = next(line for line in server.stdout if "http" in line)
        found = re.search(r"http://\S+", line)
        assert found is not None, line
        _shoot(browser, found[0], lang, PICTURES / f"serve{ending}.png", _POST)
    finally:
        server.terminate()
        server.wait()


def main() -> int:
    """Take all pictures."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "example"
        shutil.copytree(ROOT / "examples", site)
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        for lang in ("en", "ja"):
            take(browser, lang, site)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
