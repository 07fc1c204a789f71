"""A site on the disk: what the command finds in it, whatever part of it is checked, and what its fixes write."""

from pathlib import Path

import pytest

from tests.conftest import run_cli

SITE = {
    "lintpost.yml": "extends: jekyll\nlang: en\nrules: {front-matter/*: off}\n",
    "_config.yml": "permalink: pretty\nurl: https://site.example\n",
    "index.md": "---\ntitle: Home\n---\n",
    "about.md": "---\ntitle: About\npermalink: /company/\n---\n## 会社概要\n",
    "assets/pump.png": "",
    "_layouts/post.html": '<div id="part-of-all">',
    "_posts/2026-01-02-cooling.md": "---\ntitle: A\n---\n## By water\n\n[x](/company/#会社概要) [y](#part-of-all)\n",
    "_posts/2026-01-03-pumps.md": "---\ntitle: B\npermalink: /2026/01/02/cooling\n---\n[x](/2026/01/02/coolin/) [y](/company/#会社) ![z](/assets/pmup.png)\n",
    "_posts/2100-01-01-later.md": "---\ntitle: C\n---\n[x](/2026/01/02/cooling/#by-watr)\n",
    "_posts/2026-01-04-links.md": "---\ntitle: D\n---\n[x](/2100/01/01/later/)\n",
}  # fmt: skip
FOUND = {
    "_posts/2026-01-02-cooling.md": ["2:8 site/same-address"],
    "_posts/2026-01-03-pumps.md": ["3:12 site/same-address", "5:5 links/dead-link", "5:30 links/dead-anchor", "5:49 links/missing-image"],
    "_posts/2026-01-04-links.md": ["4:5 links/unpublished-target"],
    "_posts/2100-01-01-later.md": ["4:5 links/dead-anchor"],
}  # fmt: skip


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in SITE.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def found(site: Path, *arguments: str) -> dict[str, list[str]]:
    command = ["check", "--output-format", "concise", "--select", "links,site/same-address"]
    done = run_cli(*command, *arguments, cwd=site)
    rows: dict[str, list[str]] = {}
    for line in done.stdout.decode().splitlines():
        path, _, rest = line.partition(":")
        if path.endswith(".md"):
            place, _, words = rest.partition(": ")
            rows.setdefault(path, []).append(f"{place} {words.split()[1]}")
    return rows


def test_the_whole_site(site: Path) -> None:
    assert found(site) == FOUND
    assert found(site) == FOUND  # from the cache


@pytest.mark.parametrize("path", sorted(FOUND))
def test_one_post(site: Path, path: str) -> None:
    assert found(site, path) == {path: FOUND[path]}


def test_a_page_that_goes_leaves_dead_links(site: Path) -> None:
    assert found(site, "_posts/2026-01-02-cooling.md") == {"_posts/2026-01-02-cooling.md": ["2:8 site/same-address"]}  # fmt: skip
    (site / "about.md").unlink()
    rows = found(site, "_posts/2026-01-02-cooling.md")
    assert rows["_posts/2026-01-02-cooling.md"] == ["2:8 site/same-address", "6:5 links/dead-link"]


def test_another_configuration_makes_other_addresses(site: Path) -> None:
    found(site)
    (site / "_config.yml").write_text("permalink: /:title/\n", encoding="utf-8")
    assert found(site, "_posts/2026-01-04-links.md") == {"_posts/2026-01-04-links.md": ["4:5 links/dead-link"]}  # fmt: skip


def test_unsafe_fixes_take_what_is_near(site: Path) -> None:
    path = site / "_posts/2026-01-03-pumps.md"
    run_cli("check", "--fix", "--unsafe-fixes", "--select", "links", str(path), cwd=site)
    text = path.read_text(encoding="utf-8")
    assert text.endswith("[x](/2026/01/02/cooling/) [y](/company/#会社) ![z](/assets/pump.png)\n")
