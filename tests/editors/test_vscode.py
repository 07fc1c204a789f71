"""The extension in VS Code, used with mouse and keyboard: what an editor does on a first morning with it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import CHROMIUM
from tests.editors.code_server import code_server, is_installed, picture

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not is_installed(), reason="needs code-server, chromium and the packed extension"
    ),
]
CONFIG = "posts: [posts/]\nnames: names.yml\ntags: tags.yml\nlang: en\n"
POST = """\
---
title: 🍣 新製品
tags: [半導体]
---

これは**「太字」**です。OpenAIの話です。
"""
DRIFTED = "---\ntitle: 三つ目\ntags: [生成ai, 半導休]\n---\n\nGithubの話です。\n"
OTHER = "---\ntitle: 別の記事\ntags: [半導体, 生成AI]\n---\n\nOpenAIとGitHubの話です。\n"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    (folder / "posts").mkdir()
    for name, text in {
        "lintpost.yml": CONFIG, "names.yml": "names: [GitHub, OpenAI]\n",
        "tags.yml": "tags: [半導体, 生成AI]\n", "posts/a.md": POST, "posts/b.md": OTHER,
        "posts/c.md": DRIFTED,
    }.items():  # fmt: skip
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory, workspace: Path) -> "Iterator[Page]":
    """The workspace, opened in a browser."""
    from playwright.sync_api import sync_playwright

    with (
        code_server(tmp_path_factory.mktemp("code-server"), workspace) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        opened = browser.new_page(viewport={"width": 1280, "height": 800})
        opened.set_default_timeout(40_000)
        opened.goto(address)
        yield opened
        browser.close()


def open_post(page: "Page", name: str) -> None:
    """Open a post in the explorer."""
    row = page.locator(f'.explorer-folders-view .monaco-list-row[aria-label^="{name}"]')
    if not row.count():
        page.locator('.explorer-folders-view .monaco-list-row[aria-label^="posts"]').click()
    row.dblclick()
    page.wait_for_selector(f'.tab.active[data-resource-name="{name}"]')


def run_command(page: "Page", name: str) -> None:
    """Run a command from the palette."""
    page.keyboard.press("F1")
    page.keyboard.type(name)
    page.wait_for_selector(f'.quick-input-list .monaco-list-row[aria-label*="{name}"]')
    page.keyboard.press("Enter")


def go_to(page: "Page", line: int, column: int) -> None:
    """Put the cursor somewhere, as by Ctrl+G."""
    page.keyboard.press("Control+G")
    page.keyboard.type(f"{line}:{column}")
    page.keyboard.press("Enter")


def save(page: "Page", path: Path, expected: str) -> None:
    """Save the open post, and wait until it is on disk."""
    page.keyboard.press("Control+S")
    page.wait_for_selector(".tab.active:not(.dirty)")
    assert path.read_text("utf-8") == expected


def test_a_finding_is_underlined_and_its_fix_applied(page: "Page", workspace: Path) -> None:
    page.wait_for_selector(".explorer-folders-view .monaco-list-row")
    open_post(page, "a.md")
    page.wait_for_selector(".squiggly-error")
    picture(page, "1-squiggle")
    page.wait_for_selector('.statusbar-item[aria-label*="1 errors"]')
    page.wait_for_selector('.codelens-decoration:has-text("半導体: 2 posts")')
    assert page.locator('.codelens-decoration:has-text("1 min to read")').count() == 1
    go_to(page, 6, 6)
    page.keyboard.press("Control+.")
    page.wait_for_selector(".action-widget .monaco-list-row.action")
    picture(page, "2-quick-fix")
    page.keyboard.press("Enter")
    page.wait_for_selector(".squiggly-error", state="detached")
    save(page, workspace / "posts" / "a.md", POST.replace("**「太字」**", "「**太字**」"))


def test_a_tag_is_completed(page: "Page", workspace: Path) -> None:
    open_post(page, "a.md")
    go_to(page, 3, 11)
    page.keyboard.type(", ")
    page.keyboard.press("Control+Space")
    page.wait_for_selector('.suggest-widget.visible .monaco-list-row[aria-label*="生成AI"]')
    picture(page, "3-completion")
    page.locator('.suggest-widget .monaco-list-row[aria-label*="生成AI"]').click()
    fixed = POST.replace("**「太字」**", "「**太字**」").replace("[半導体]", "[半導体, 生成AI]")
    save(page, workspace / "posts" / "a.md", fixed)


def test_a_name_is_renamed_in_all_posts(page: "Page", workspace: Path) -> None:
    open_post(page, "a.md")
    go_to(page, 6, 15)
    page.keyboard.press("F2")
    page.wait_for_selector(".rename-box input:focus")
    page.fill(".rename-box input", "OpenAI Inc.")
    page.keyboard.press("Control+Enter")  # look at it first
    page.wait_for_selector('.monaco-button:has-text("Apply")')
    page.wait_for_selector(".part.panel input[type=checkbox]:checked")
    assert page.locator(".part.panel input[type=checkbox]:not(:checked)").count() == 0
    picture(page, "4-preview")
    page.locator('.monaco-button:has-text("Apply")').click()
    page.wait_for_function("document.querySelector('.view-lines').innerText.includes('Inc.')")
    picture(page, "4-rename")
    run_command(page, "File: Save All")
    page.wait_for_selector(".tab.dirty", state="detached")
    assert "OpenAI Inc.の話です。" in (workspace / "posts" / "a.md").read_text("utf-8")
    assert "OpenAI Inc.とGitHub" in (workspace / "posts" / "b.md").read_text("utf-8")
    assert "OpenAI Inc." in (workspace / "names.yml").read_text("utf-8")


def test_the_rule_of_a_finding_is_explained(page: "Page") -> None:
    """That of the one at the cursor at once; elsewhere one is chosen."""
    open_post(page, "a.md")
    go_to(page, 6, 17)
    page.wait_for_selector(".squiggly-warning")
    run_command(page, "lintpost: Explain a rule")
    page.wait_for_selector('.tab[aria-label*="Preview first-mention"]')
    shown = page.frame_locator("iframe.webview.ready").frame_locator("iframe").locator("h1")
    shown.wait_for()
    assert shown.inner_text() == "bold/first-mention"
    picture(page, "5-rule")
    run_command(page, "View: Close All Editors")
    open_post(page, "a.md")
    go_to(page, 1, 1)
    run_command(page, "lintpost: Explain a rule")
    page.wait_for_selector('.quick-input-titlebar:has-text("Which rule?")')
    page.keyboard.type("bold/unrendered")
    page.wait_for_selector('.quick-input-list .monaco-list-row[aria-label*="bold/unrendered"]')
    page.keyboard.press("Enter")
    page.wait_for_selector('.tab[aria-label*="Preview unrendered"]')
    problems = page.locator(r"#status\.problems").get_attribute("aria-label")
    assert "Errors" not in (problems or ""), "a rule's page is no post"
    run_command(page, "View: Close All Editors")


def test_tags_and_names_have_a_view(page: "Page") -> None:
    """By use; those that drifted have a mark."""
    open_post(page, "c.md")
    page.wait_for_selector(".squiggly-error")
    page.locator('.activitybar [aria-label="lintpost"]').first.click()
    page.wait_for_selector('.monaco-list-row[aria-label*="半導体"]')
    page.wait_for_selector('.monaco-list-row[aria-label*="半導休"]')
    page.wait_for_selector('.monaco-list-row[aria-label*="GitHub"]')
    picture(page, "6-use")


def test_a_rule_is_switched_off_with_a_reason(page: "Page", workspace: Path) -> None:
    """The place of the reason is selected: what is typed next takes its place."""
    run_command(page, "View: Show Explorer")
    open_post(page, "b.md")
    go_to(page, 6, 2)
    page.wait_for_selector(".squiggly-warning")
    page.keyboard.press("Control+.")
    page.wait_for_selector(".action-widget .monaco-list-row.action")
    picture(page, "7-reason")
    while not page.locator('.monaco-list-row.focused:has-text("off here, with a reason")').count():
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_function(
        "document.querySelector('.editor-instance .view-lines').innerText.includes('reason')"
    )
    page.wait_for_selector(".editor-group-container.active .selected-text")
    page.keyboard.type("a quotation")
    page.keyboard.press("Control+S")
    page.wait_for_selector(".tab.active:not(.dirty)")
    written = (workspace / "posts" / "b.md").read_text("utf-8")
    assert "<!-- lintpost-disable-next-line bold/first-mention -- a quotation -->\n" in written
