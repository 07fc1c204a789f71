"""The page of ``lintpost serve`` in a real browser, by mouse and by keyboard."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import browser_tests
from tests.server.page.test_serve import FIXED, POST, Served, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

__all__ = ["served"]
pytestmark = browser_tests
UGLY = "---\ntitle: <script>alert(1)</script>\n---\n\n<img src=x onerror=alert(2)>🍣これは**「太字」**です。\n"


@pytest.fixture
def page(browser: "Browser", served: Served) -> "Iterator[Page]":
    """The page; its console and its requests must stay clean."""
    faults: list[str] = []
    opened = browser.new_page(viewport={"width": 1280, "height": 800})
    opened.on("console", lambda message: faults.append(message.text))
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("dialog", lambda dialog: dialog.accept())
    opened.goto(f"http://127.0.0.1:{served.port}/?token={served.token}")
    opened.wait_for_selector("#count:not(:empty)")
    yield opened
    opened.close()
    assert faults == []


def test_a_pasted_text_is_marked_and_fixed_by_click(page: "Page") -> None:
    page.fill("#text", UGLY)
    page.click('#shown mark >> text="**「太字」**"')
    assert page.locator("#findings li.current").count() == 1
    page.click("#findings li.current .fix")
    page.wait_for_selector("#shown strong")
    assert page.input_value("#text") == UGLY.replace("**「太字」**", "「**太字**」")
    assert page.locator("#shown img, #shown script").count() == 0


def test_a_post_is_opened_fixed_and_saved_with_the_keyboard(page: "Page", served: Served) -> None:
    path = served.folder / "posts" / "a.md"
    path.write_bytes(POST.replace("\n", "\r\n").encode())
    page.fill("#post", "posts/a.md")
    page.keyboard.press("Tab")
    page.wait_for_selector(
        "#findings >> text=太字になりません"
    )  # the empty text before it has findings of its own
    page.focus("#shown")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    selected = "(t => t.value.slice(t.selectionStart, t.selectionEnd))(document.activeElement)"
    assert page.evaluate(selected) == "**「太字」**"
    page.focus("#shown")
    page.keyboard.press("f")
    page.wait_for_selector("#save:not([disabled])")
    page.keyboard.press("Control+s")
    page.wait_for_selector("#save[disabled]")
    assert path.read_bytes() == FIXED.replace("\n", "\r\n").encode()


def test_the_other_language_and_a_narrow_window(page: "Page") -> None:
    page.fill("#text", POST)
    page.wait_for_selector("#findings >> text=太字になりません")
    page.check("input[value=en]")
    page.wait_for_selector("#findings >> text=will not be bold")
    assert page.inner_text("#fix-all") == "Apply all safe fixes"
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    folder = Path(__file__).resolve().parents[3] / "build" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.screenshot(path=folder / "serve.png")
