"""The dashboard in a real browser: nothing fails or overflows, every letter can be read, and its script works."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import browser_tests, run_cli
from tests.report.dashboard.contrast import LEAST_CONTRAST

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = browser_tests
CONFIG = "lang: ja\nposts: [posts/]\nextends: [jekyll, ja-editorial, ai-draft, strict]\nnames: names.yml\ntags: tags.yml\n"
POST = """\
---
layout: post
title: 第{0}回　とても長い題名がここに入ります。折り返しを確かめるための題名です
author: 編集部{1}
date: 202{2}-0{3}-05
tags: [生成AI, 半導体, AverylongtagwithoutanyspaceinitAverylongtag{1}]
---

これは**「太字」**の文です。次の文はどうでしょうか？　三つ目の文です。OpenAIとGitHubを使うことができます。

## 見出し

[ここ](https://example.com/a-very-long-address/without-any-space/that-goes-on-and-on-and-on-and-on/{0})を見てください。
"""
SMALLEST = """() => Math.min(...[...document.querySelectorAll("body *")]
  .filter((e) => e.getClientRects().length && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
  .map((e) => parseFloat(getComputedStyle(e).fontSize) * (e.ownerSVGElement ? e.getScreenCTM().a : 1)))"""


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with a history of two runs over 60 posts."""
    site = tmp_path_factory.mktemp("site")
    (site / "lintpost.yml").write_text(CONFIG, "utf-8")
    (site / "names.yml").write_text("names: [GitHub, {name: OpenAI, bold: every}]\n", "utf-8")
    (site / "tags.yml").write_text("tags: [生成AI, {name: 半導体, retired: true}]\n", "utf-8")
    (site / "posts").mkdir()
    for number in range(60):
        text = POST.format(number, number % 3, 3 + number % 3, 1 + number % 9)
        (site / "posts" / f"202{3 + number % 3}-0{1 + number % 9}-05-{number}.md").write_text(
            text, "utf-8"
        )
    for _ in range(2):
        done = run_cli("dashboard", "--no-cache", "--history", "h.jsonl", cwd=site)
        assert done.returncode == 0, done.stderr
        (site / "posts" / "2023-01-05-0.md").write_text("---\ntitle: a\n---\n", "utf-8")
    report = run_cli("check", "--no-cache", "--output-format", "json", cwd=site)
    (site / "report.json").write_bytes(report.stdout)
    return site / "health.html"


def opened(browser: "Browser", file: Path, **options: object) -> "tuple[Page, list[str]]":
    """The page, and what went wrong in it or was asked of the network."""
    page = browser.new_page(**options)  # type: ignore[arg-type]
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "request",
        lambda request: faults.append(request.url) if request.url != file.as_uri() else None,
    )
    page.goto(file.as_uri())
    return page, faults


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_it_can_be_read(browser: "Browser", page_file: Path, width: int, scheme: str) -> None:
    page, faults = opened(
        browser, page_file, viewport={"width": width, "height": 900}, color_scheme=scheme
    )
    for details in page.query_selector_all("details"):
        details.evaluate("one => { one.open = true; }")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.evaluate(SMALLEST) >= 11
    assert page.evaluate(LEAST_CONTRAST) >= 4.5
    assert faults == []
    page.close()


def test_posts_on_a_phone_are_not_set_letter_by_letter(browser: "Browser", page_file: Path) -> None:
    page, _ = opened(browser, page_file, viewport={"width": 390, "height": 900})
    assert page.evaluate("document.querySelector('#worst tbody th').offsetWidth") >= 120
    page.close()


def test_figures_are_the_report_s(browser: "Browser", page_file: Path) -> None:
    report = json.loads((page_file.parent / "report.json").read_text("utf-8"))
    page, faults = opened(browser, page_file)
    assert (
        page.inner_text("#posts caption") == f"{report['summary']['posts_with_findings']} 本の記事"
    )
    for rule, count in report["summary"]["by_rule"].items():
        page.click(f'button[data-rule="{rule}"]')
        assert page.inner_text("#list h3") == f"{rule} ({count} 件の指摘)"
        while page.is_visible("#list > button"):
            page.click("#list > button")
        assert page.locator("#list li").count() == count
    assert faults == []
    page.close()


def test_posts_are_sorted_filtered_and_opened_with_the_keyboard(
    browser: "Browser", page_file: Path
) -> None:
    page, faults = opened(browser, page_file)
    rows = page.locator("#worst tbody tr")
    assert rows.count() == 50
    page.fill("#filter-month", "2024-")
    assert rows.count() == 20
    page.fill("#filter-rule", "no-such-rule")
    assert rows.count() == 0
    page.fill("#filter-rule", "")
    page.fill("#filter-text", "編集部1")
    assert rows.count() == 20
    page.focus("#worst thead th:first-child button")
    page.keyboard.press("Enter")
    paths = page.locator("#worst tbody th").all_inner_texts()
    assert paths == sorted(paths)
    page.keyboard.press("Enter")
    assert page.locator("#worst tbody th").all_inner_texts() == paths[::-1]
    assert page.get_attribute("#worst thead th:first-child", "aria-sort") == "descending"
    page.focus("#worst tbody tr:first-child button")
    page.keyboard.press("Enter")
    assert page.inner_text("#list h3").startswith(paths[-1].removesuffix(":1"))
    assert page.evaluate("document.activeElement.id") == "list"
    assert faults == []
    page.close()


def test_the_other_language_is_a_click_away(browser: "Browser", page_file: Path) -> None:
    page, faults = opened(browser, page_file, java_script_enabled=False)
    assert page.inner_text("#overview h2") == "サイトの状態"
    page.click("label[for=language-en]")
    assert page.inner_text("#overview h2") == "State of the site"
    assert page.is_visible("#worst tbody tr")
    assert not page.is_visible("#filters")
    assert faults == []
    page.close()
