"""The site, built once in a test session."""

import fcntl
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT

sys.path.insert(0, str(ROOT / "tools"))

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder with both languages. Workers of one session share it."""
    pytest.importorskip("zensical")
    from docs_site.build import build

    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "docs-site"
    with (folder.parent / "docs-site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "site" / "llms.txt").exists():
            assert build(folder) == 0
    return folder / "site"


@pytest.fixture
def open_page(browser: "Browser", built_site: Path) -> "Iterator[Callable[..., Page]]":
    """Opens a file of the site. At the end nothing may have failed, nor been asked of the network."""
    pages: list[Page] = []
    faults: list[str] = []

    def opened(address: str, **options: object) -> "Page":
        page = browser.new_page(**options)  # type: ignore[arg-type]
        pages.append(page)
        page.on("console", lambda message: faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("requestfailed", lambda request: faults.append(request.url))
        page.on(
            "request",
            lambda request: (
                None if request.url.startswith(("file:", "data:")) else faults.append(request.url)
            ),
        )
        page.goto((built_site / address).as_uri())
        return page

    yield opened
    for page in pages:
        page.close()
    assert faults == []
