"""The sources of the documentation site: every link leads to a page, every rule has one."""

import re
import tomllib
from pathlib import Path

import pytest
from docs_site.build import write_sources
from docs_site.configuration import settings
from docs_site.links import DeadLink, Links

from lintpost.language import Lang
from lintpost.packs.builtin import load_pack, rules_folder
from tests.conftest import ROOT

LANGUAGES: tuple[Lang, ...] = ("en", "ja")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_is_in_the_navigation_once_and_every_rule_has_a_page(
    tmp_path: Path, lang: Lang
) -> None:
    pages = write_sources(lang, tmp_path)
    nav = re.findall(r'"([^"]+\.md)"', next(
        line for line in settings(lang, pages).splitlines() if line.startswith("nav = ")
    ))  # fmt: skip
    assert sorted(nav) == sorted(pages)
    assert {f"rules/{name}.md" for name in load_pack(rules_folder())} <= set(pages)
    tomllib.loads(settings(lang, pages))


@pytest.mark.parametrize(
    ("page", "link", "expected"),
    [
        ("tags.md", "names.md#keys", "names.md#keys"),
        ("tags.md", "names.ja.md", "names.md"),
        ("index.md", "docs/names.md", "names.md"),
        ("index.md", "README.ja.md", "index.md"),
        ("tags.md", "rules.md#boldspan", "rules/index.md#boldspan"),
        ("index.md", "https://example.com/a.md", "https://example.com/a.md"),
        ("tags.md", "#here", "#here"),
    ],
)
def test_links_lead_to_pages(page: str, link: str, expected: str) -> None:
    docs = ROOT / "docs"
    pages = {
        "index.md": ROOT / "README.md",
        "tags.md": docs / "tags.md",
        "names.md": docs / "names.md",
    }
    links = Links(ROOT, pages)
    code = f"```md\n[a]({link})\n```\n"
    text = f"[a]({link})\n\n{code}"
    assert links.rewritten(text, page, pages[page]) == f"[a]({expected})\n\n{code}"


def test_a_dead_link_is_named_and_one_to_no_page_is_text() -> None:
    pages = {"tags.md": ROOT / "docs" / "tags.md"}
    links = Links(ROOT, pages)
    assert (
        links.rewritten("see [this](../pyproject.toml)", "tags.md", pages["tags.md"]) == "see this"
    )
    with pytest.raises(DeadLink, match=r"docs/tags\.md: none\.md"):
        links.rewritten("[a](none.md)", "tags.md", pages["tags.md"])
