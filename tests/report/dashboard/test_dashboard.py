"""The dashboard's file: its figures are those of the JSON report, and no text of a post is HTML."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

import pytest

from lintpost.language import Text
from lintpost.report.dashboard.html import Markup, element, markup
from tests.conftest import run_cli

POST = """\
---
title: "</script><script>alert(1)</script> & 'quotes' {0}"
author: "<b>編集部</b>"
date: 2026-0{1}-05
tags: [AI, "<i>半導体</i>"]
---

これは**「太字」**の文です。次の文はどうでしょうか？ 三つ目の文です。
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "lintpost.yml").write_text("lang: ja\nposts: [posts/]\n", "utf-8")
    (tmp_path / "posts").mkdir()
    for number in range(1, 4):
        (tmp_path / "posts" / f"<{number}>.md").write_text(POST.format(number, number), "utf-8")
    return tmp_path


class Done(NamedTuple):
    returncode: int
    stdout: str
    stderr: str


def lintpost(*arguments: str, cwd: Path) -> Done:
    done = run_cli(*arguments, cwd=cwd)
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def made(site: Path, *options: str, status: int = 0) -> str:
    done = lintpost("dashboard", "--no-cache", *options, cwd=site)
    assert (done.returncode, done.stderr) == (status, "")
    assert done.stdout == "書き出し：health.html\n"
    return (site / "health.html").read_text("utf-8")


class Page(HTMLParser):
    """Collects ids, scripts, and what is written to the reader."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.tags.append(tag)
        self.ids += [named["id"] or ""] if "id" in named else []
        self.addresses += [value or "" for key, value in attrs if key in ("href", "src")]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_figures_are_those_of_the_json_report(site: Path) -> None:
    text = made(site)
    done = lintpost("check", "--no-cache", "--output-format", "json", cwd=site)
    report = json.loads(done.stdout)
    for key, value in report["summary"].items():
        if key != "by_rule":
            shown = str(value).lower() if isinstance(value, bool) else f"{value:,}"
            assert f"<dt><code>{key}</code></dt><dd>{shown}</dd>" in text
    for rule, count in report["summary"]["by_rule"].items():
        assert f"<code>{rule}</code> <strong>{count:,}</strong>" in text
    data = json.loads(re.findall(r'id="data">(.*?)</script>', text)[0])
    found = [
        (path, data["rules"][rule], line, column, data["messages"][message])
        for path, _, _, _, findings, _ in data["posts"]
        for rule, _, line, column, message in findings
    ]
    assert sorted(found) == sorted(
        (f["path"], f["rule"], f["start"]["line"], f["start"]["column"], f["message"])
        for f in report["findings"]
    )
    assert len(found) == 3


def test_no_text_of_a_post_is_html_and_nothing_is_loaded(site: Path) -> None:
    page = Page(made(site))
    assert page.tags.count("script") == 2
    assert not {"b", "i", "img", "iframe", "link"} & set(page.tags)
    assert "</script><script>alert(1)</script> & 'quotes' 1" in page.texts
    assert "<b>編集部</b>" in page.texts
    assert len(set(page.ids)) == len(page.ids)
    targets = [address[1:] for address in page.addresses if address.startswith("#")]
    assert len(targets) == len(page.addresses)
    assert set(targets) <= set(page.ids)


def test_every_place_is_a_link_where_an_address_is_given(site: Path) -> None:
    text = made(site, "--link", "https://git.example/{path}#L{line}")
    assert (
        '<a href="https://git.example/posts/%3C1%3E.md#L8"><code>posts/&lt;1&gt;.md:8</code></a>'
        in text
    )
    local = made(site, "--link", "vscode://file{path}:{line}:{column}")
    assert f'href="vscode://file{site}/posts/%3C1%3E.md:8:4"' in local


def test_minutes_that_are_one_number_are_no_range(site: Path) -> None:
    text = made(site)
    assert '>0 <span lang="en">' in text
    assert "0–0" not in text
    assert "1–1" not in text


def test_a_history_shows_what_changed(site: Path) -> None:
    first = made(site, "--history", "h.jsonl")
    assert "同じファイルを --history に指定して実行すると、2回目から推移をここに示します。" in first
    path = site / "posts" / "<1>.md"
    path.write_text(path.read_text("utf-8").replace("**", ""), "utf-8")
    text = made(site, "--history", "h.jsonl")
    assert "2回目から推移" not in text
    assert '<small> <span lang="en">-1 since last time</span>' in text
    assert len((site / "h.jsonl").read_text("utf-8").splitlines()) == 2
    shown = lintpost("trend", "h.jsonl", "--lang", "en", "--rule", "bold/unrendered", cwd=site)
    assert [line.split()[-1] for line in shown.stdout.splitlines()[1:]] == ["3", "-1"]


def test_the_same_page_wherever_it_is_made(site: Path) -> None:
    pages = []
    for zone in ("Asia/Tokyo", "America/New_York"):
        run_cli(
            "dashboard", "--output", "p.html", cwd=site, TZ=zone, SOURCE_DATE_EPOCH="1767261600"
        )
        pages.append((site / "p.html").read_text("utf-8"))
    assert pages[0] == pages[1]
    assert "2026-01-01 10:00" in pages[0]


def test_a_damaged_line_of_the_history_is_named(site: Path) -> None:
    (site / "h.jsonl").write_text("{\n", "utf-8")
    for command in (("dashboard", "--history", "h.jsonl"), ("trend", "h.jsonl", "--lang", "ja")):
        done = lintpost(*command, cwd=site)
        assert done.returncode == 0
        assert done.stderr.startswith("lintpost: h.jsonl:1: 履歴として読めない行")
    missing = lintpost("trend", "none.jsonl", "--lang", "en", cwd=site)
    assert (missing.returncode, missing.stderr) == (2, "lintpost: none.jsonl: no such file\n")


def test_what_the_baseline_knows_counts_apart(site: Path) -> None:
    with (site / "lintpost.yml").open("a", encoding="utf-8") as file:
        file.write("baseline: baseline.json\n")
    assert lintpost("baseline", "create", cwd=site).returncode == 0
    text = made(site)
    assert "<dt><code>findings</code></dt><dd>0</dd>" in text
    assert re.search(r"<strong>\d+</strong> <span lang=\"en\">in the baseline</span>", text)


def test_an_unreadable_post_is_on_top_and_the_status_is_2(site: Path) -> None:
    (site / "posts" / "b.md").write_bytes(b"\xff\xfe\xfa")
    done = lintpost("dashboard", "--no-cache", cwd=site)
    assert done.returncode == 2
    assert done.stderr.startswith("lintpost: posts/b.md: ")
    text = (site / "health.html").read_text("utf-8")
    assert '<div class="alarm">' in text
    assert "<li><code>posts/b.md</code>" in text


def test_no_posts_and_no_file_that_can_be_written(site: Path) -> None:
    assert lintpost("dashboard", "none/", cwd=site).returncode == 2
    done = lintpost("dashboard", "--output", "none/health.html", cwd=site)
    assert (done.returncode, done.stdout) == (2, "")
    assert "none/health.html" in done.stderr
    assert not (site / "health.html").exists()


def test_an_element_escapes_what_is_not_markup() -> None:
    made_ = element(
        "p", "a < b", 1234, None, [element("br")], Text("x", "y"), title='"&', hidden=True, for_="z"
    )
    assert made_ == (
        '<p title="&quot;&amp;" hidden for="z">a &lt; b1,234<br/>'
        '<span lang="en">x</span><span lang="ja">y</span></p>'
    )
    assert markup(Markup("<b>")) == "<b>"
    with pytest.raises(TypeError, match="no child"):
        markup(1.5)
