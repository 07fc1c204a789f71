"""The built site: every page is there in both languages, nothing is dead, nothing is wider than the window."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lintpost.packs.builtin import load_pack, rules_folder
from tests.conftest import browser_tests

if TYPE_CHECKING:
    from playwright.sync_api import Page

needs_zensical = pytest.mark.slow
PAGES = (
    "index.html", "guide-newsroom/index.html", "tags/index.html", "comparison/index.html", "commands/index.html",
    "settings/index.html", "checks/index.html", "rules/index.html", "rules/ja/redundant/index.html",
    "rules/bold/unrendered/index.html", "changelog/index.html",
)  # fmt: skip
WIDER = """() => [...document.querySelectorAll("body *")].filter((one) => {
  const box = one.getBoundingClientRect();
  for (let outer = one; outer; outer = outer.parentElement)
    if (/auto|scroll|hidden|clip/.test(getComputedStyle(outer).overflowX) || outer.matches(".md-sidebar, .md-visually-hidden")) return false;
  return box.width && box.right > innerWidth + 1;
}).map((one) => `${one.tagName}.${one.className} ${one.textContent.trim().slice(0, 40)}`)"""
CONTRAST = """() => {
  const part = (value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const numbers = (color) => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = ([r, g, b, a], [x, y, z]) => [r * a + x * (1 - a), g * a + y * (1 - a), b * a + z * (1 - a)];
  const back = (one) => one ? over(numbers(getComputedStyle(one).backgroundColor), back(one.parentElement)) : [255, 255, 255];
  return [...document.querySelectorAll("article *, header *, #lp-search *")].filter((one) => one.getClientRects().length
    && !one.closest(".headerlink, kbd") && getComputedStyle(one).visibility === "visible"
    && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim())).map((one) => {
    const ground = back(one), ink = over(numbers(getComputedStyle(one).color), ground);
    const [high, low] = [light(ink), light(ground)].sort((a, b) => b - a);
    return [(high + 0.05) / (low + 0.05), `${one.tagName}.${one.className} ${one.textContent.trim().slice(0, 30)}`];
  }).filter(([ratio]) => ratio < 4.5).map(([ratio, text]) => `${ratio.toFixed(2)} ${text}`);
}"""


@needs_zensical
def test_both_languages_have_the_same_pages_and_every_rule_has_one(built_site: Path) -> None:
    pages = {
        lang: {
            str(path.relative_to(built_site / lang)) for path in (built_site / lang).rglob("*.html")
        }
        for lang in ("en", "ja")
    }
    assert pages["en"] == pages["ja"]
    assert {f"rules/{name}/index.html" for name in load_pack(rules_folder())} <= pages["en"]


@needs_zensical
def test_the_switch_leads_to_the_same_page(built_site: Path) -> None:
    for lang, other in (("en", "ja"), ("ja", "en")):
        for path in (built_site / lang).rglob("index.html"):
            [link] = re.findall(
                r'<a class="lp-button" href="([^"]*)"', path.read_text(encoding="utf-8")
            )
            folder = path.parent.relative_to(built_site / lang)
            assert (path.parent / link).resolve() == (built_site / other / folder).resolve()


@needs_zensical
def test_no_page_loads_anything_from_another_host(built_site: Path) -> None:
    from docs_site.built_links import foreign_addresses

    assert foreign_addresses(built_site) == []
    for path in [*built_site.rglob("site.css"), *built_site.rglob("site.js")]:
        assert "//" not in re.sub(
            r"/\*.*?\*/|^ *//.*| // .*", "", path.read_text("utf-8"), flags=re.S | re.M
        )


@needs_zensical
def test_dead_links_and_anchors_are_found(tmp_path: Path) -> None:
    from docs_site.built_links import dead_links

    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text(
        '<h1 id="top"></h1><a href="a/">1</a><a href="a/#there">2</a><a href="a/#gone">3</a>'
        '<a href="b/">4</a><img src="c.png"><a href="#top">5</a><a href="#no">6</a><a href="https://x.example/">7</a>',
        encoding="utf-8",
    )
    (tmp_path / "a" / "index.html").write_text('<h1 id="there"></h1>', encoding="utf-8")
    assert dead_links(tmp_path) == [
        "index.html: #no", "index.html: a/#gone", "index.html: b/", "index.html: c.png",
    ]  # fmt: skip


@needs_zensical
def test_llms_txt_lists_every_page(built_site: Path) -> None:
    text = (built_site / "llms.txt").read_text(encoding="utf-8")
    assert text.startswith("# lintpost\n\n> ")
    listed = re.findall(r"^- \[[^\]]+\]\(([^)]+)\): \S.*$", text, re.M)
    assert len(listed) == len(re.findall("^- ", text, re.M)) == len(set(listed))
    assert [one for one in listed if not (built_site / one / "index.html").exists()] == []
    pages = {
        f"{path.parent.relative_to(built_site)}/" for path in built_site.glob("en/**/index.html")
    }
    assert {one for one in pages - set(listed) if not one.startswith("en/rules/")} <= {"en/"}


@browser_tests[0]
@browser_tests[1]
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_pages_can_be_read(open_page: "Callable[..., Page]", width: int, scheme: str) -> None:
    for lang in ("en", "ja"):
        for address in PAGES:
            page = open_page(
                f"{lang}/{address}", viewport={"width": width, "height": 900}, color_scheme=scheme
            )
            at = f"{lang}/{address}"
            shown = page.get_attribute("body", "data-md-color-scheme")
            assert shown == {"light": "default", "dark": "slate"}[scheme]
            assert page.evaluate("document.documentElement.scrollWidth") <= width, at
            assert page.evaluate(WIDER) == [], at
            assert page.evaluate(CONTRAST) == [], at
