"""The search of the documentation, in a real browser, over files: what an editor types finds its page."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import browser_tests
from tests.docs_site.test_built_site import CONTRAST

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = browser_tests
QUERIES = (
    ("ja", "太字が表示されない", "rules/bold/unrendered"),
    ("ja", "タグを統一", "tags"),
    ("ja", "二重助詞", "rules/ja/doubled-particle"),
    ("ja", "ベースライン", "gate"),
    ("ja", "過去の記事の指摘を無視する", "gate"),
    ("ja", "リンク切れ", "rules/links/dead-link"),
    ("ja", "製品名の表記ゆれ", "names"),
    ("ja", "日付の形式", "rules/front-matter/date"),
    ("ja", "ら抜き言葉", "rules/ja/ra-dropped"),
    ("ja", "一文が長い", "rules/ja/sentence-length"),
    ("ja", "CIで検査する", "guide-ci"),
    ("ja", "この記事だけ指摘を抑える", "guide-blog"),
    ("ja", "独自ルールの書き方", "own-rules"),
    ("ja", "textlintから移行", "from-textlint"),
    ("ja", "VS Codeで使う", "editors"),
    ("ja", "自動修正", "gate"),
    ("ja", "AIが書いた文章", "guide-newsroom"),
    ("ja", "画像の代替テキスト", "rules/structure/image-alt"),
    ("ja", "記事のURLを変えたい", "moving"),
    ("ja", "です・ますとである の混在", "rules/ja/style-mix"),
    ("en", "baseline", "gate"),
    ("en", "front matter date", "rules/front-matter/date"),
    ("en", "dead links", "rules/links/dead-link"),
    ("en", "bold shows asterisks", "rules/bold/unrendered"),
    ("en", "merge two tags", "tags"),
    ("en", "product name spelling", "names"),
    ("en", "turn off a rule in one post", "guide-blog"),
    ("en", "github actions", "guide-ci"),
    ("en", "write my own rule", "own-rules"),
    ("en", "vale styles", "from-vale"),
    ("en", "vs code", "editors"),
    ("en", "exit code", "gate"),
    ("en", "duplicate titles", "rules/site/same-title"),
    ("en", "missing alt text", "rules/structure/image-alt"),
    ("en", "sentence too long", "rules/en/sentence-length"),
    ("en", "rename a post", "moving"),
    ("en", "pre-commit hook", "gate"),
    ("en", "json output", "json"),
    ("en", "heading levels", "rules/structure/skipped-level"),
    ("en", "ignore a folder", "configuration"),
)
HITS = """rows => rows.map(row => row.href.split("/site/").slice(1).join("/site/").split("#")[0].replace("index.html", ""))"""


@pytest.fixture
def search(open_page: "Callable[..., Page]") -> "Callable[[str, str], list[str]]":
    """Gives the addresses that a query finds in a language, best first."""
    pages: dict[str, Page] = {}

    def found(lang: str, query: str) -> list[str]:
        if lang not in pages:
            pages[lang] = open_page(f"{lang}/tags/index.html")
            pages[lang].keyboard.press("/")
            pages[lang].wait_for_function("window.lintpostPages")
        pages[lang].fill("#lp-query", query)
        hits: list[str] = pages[lang].eval_on_selector_all("#lp-results a", HITS)
        return hits

    return found


def test_every_query_finds_its_page_among_the_first_three(
    search: Callable[[str, str], list[str]],
) -> None:
    missed = {}
    for lang, query, page in QUERIES:
        first = search(lang, query)[:3]
        if f"{lang}/{page}/" not in first:
            missed[query] = first
    assert missed == {}


def test_there_are_twenty_queries_of_each_language() -> None:
    assert [sum(lang == one for lang, _, _ in QUERIES) for one in ("ja", "en")] == [20, 20]


def test_nothing_is_said_of_what_is_nowhere(open_page: "Callable[..., Page]") -> None:
    page = open_page("ja/index.html")
    page.keyboard.press("Control+k")
    page.wait_for_function("window.lintpostPages")
    page.fill("#lp-query", "鯨波")
    assert page.inner_text("#lp-count") == "見つかりませんでした。"
    assert page.get_attribute("#lp-query", "aria-expanded") == "false"


def test_the_keyboard_is_enough(open_page: "Callable[..., Page]", built_site: Path) -> None:
    page = open_page("en/index.html")
    page.keyboard.press("/")
    page.wait_for_function("window.lintpostPages")
    page.keyboard.type("bold/span")
    assert page.evaluate("document.activeElement.id") == "lp-query"
    assert page.get_attribute("#lp-query", "aria-activedescendant") == "lp-result-0"
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#lp-query", "aria-activedescendant") == "lp-result-1"
    selected = page.eval_on_selector_all(
        "#lp-results a", "rows => rows.map(row => row.getAttribute('aria-selected'))"
    )
    assert selected[:3] == ["false", "true", "false"]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url("**/rules/bold/span/index.html*")
    page.keyboard.press("/")
    page.keyboard.press("Escape")
    assert not page.is_visible("#lp-search")


def test_a_screen_reader_is_told(open_page: "Callable[..., Page]") -> None:
    page = open_page("en/index.html")
    page.get_by_role("button", name="Search").click()
    page.wait_for_function("window.lintpostPages")
    box = page.get_by_role("combobox", name="Words to look for")
    box.fill("dead links")
    assert page.get_by_role("dialog", name="Search").is_visible()
    assert page.get_by_role("status").filter(has_text="pages were found").is_visible()
    options = page.get_by_role("listbox", name="Pages that were found").get_by_role("option")
    assert options.count() == 12
    assert page.get_by_role("option", selected=True).count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_results_can_be_read(open_page: "Callable[..., Page]", width: int, scheme: str) -> None:
    page = open_page(
        "ja/tags/index.html", viewport={"width": width, "height": 800}, color_scheme=scheme
    )
    page.keyboard.press("/")
    page.wait_for_function("window.lintpostPages")
    page.fill("#lp-query", "太字が表示されない")
    box = page.locator("#lp-search").bounding_box()
    assert box is not None
    assert 0 <= box["x"] <= box["x"] + box["width"] <= width
    assert page.evaluate(CONTRAST.replace("article *, header *, ", "")) == []


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_navigation_of_a_phone_opens_with_the_keyboard(
    open_page: "Callable[..., Page]", key: str
) -> None:
    page = open_page("en/index.html", viewport={"width": 390, "height": 800})
    page.get_by_role("button", name="Navigation").focus()
    page.keyboard.press(key)
    assert page.is_checked("#__drawer")


def test_a_query_is_text_and_not_markup(open_page: "Callable[..., Page]") -> None:
    page = open_page("en/index.html")
    page.keyboard.press("/")
    page.wait_for_function("window.lintpostPages")
    for query in ("<b>tags</b>", "c++ (tags) [x] \\\\ .*", "**太字**"):
        page.fill("#lp-query", query)
        assert page.locator("#lp-results b").count() == 0
    assert page.locator("#lp-results a").count() > 0
