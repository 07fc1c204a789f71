"""Builds the documentation site in both languages: ``python tools/docs_site/build.py [FOLDER]``.

FOLDER (default: build/docs-site) then has ``site/`` with ``en/``, ``ja/``, a page that leads to one of them, and
``llms.txt``. Needs zensical (extra ``docs``). Ends in status 1 where a link or an anchor of a page is dead or
zensical names a fault.
"""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]  # this checkout, whatever else is installed

from docs_site.addresses import address
from docs_site.built_links import dead_links
from docs_site.configuration import ENGLISH_ONLY, settings
from docs_site.links import DeadLink, Links
from docs_site.llms import llms_text
from docs_site.search_index import page_index
from docs_site.search_words import search_words
from docs_site.settings_page import settings_page
from docs_site.sources import command_pages, guides, rule_pages, rule_titles
from lintpost.language import Lang

THEME = Path(__file__).with_name("theme")
LANGUAGES: tuple[Lang, ...] = ("en", "ja")
_NOT_IN_JAPANESE = "このページは英語版だけです。"
_HOME = """<!doctype html>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>lintpost</title>
<script>location.replace(
  ((navigator.language || "").startsWith("ja") ? "ja/" : "en/") + (location.protocol === "file:" ? "index.html" : ""));</script>
<p><a href="ja/index.html" lang="ja">日本語</a> · <a href="en/index.html" lang="en">English</a></p>
"""


def write_sources(lang: Lang, folder: Path) -> list[str]:
    """Write the Markdown of one language into a folder; returns the paths of the pages. Raises `DeadLink`."""
    files = guides(lang)
    links = Links(ROOT, files)
    pages = {}
    for page, path in files.items():
        pages[page] = links.rewritten(path.read_text(encoding="utf-8"), page, path)
        if lang == "ja" and page in ENGLISH_ONLY:
            pages[page] = pages[page].replace("\n", f"\n\n{_NOT_IN_JAPANESE}\n", 1)
    pages |= rule_pages(lang) | command_pages(lang) | {"settings.md": settings_page(lang)}
    for page, text in pages.items():
        path = folder / page
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "pictures").mkdir(exist_ok=True)
    for name, picture in links.pictures.items():
        shutil.copy(picture, folder / name)
    return list(pages)


def build(folder: Path) -> int:
    """Build both languages; returns the exit status."""
    site = folder / "site"
    shutil.rmtree(folder, ignore_errors=True)
    pages: dict[Lang, list[str]] = {}
    runs = []
    for lang in LANGUAGES:
        work = folder / lang
        try:
            pages[lang] = write_sources(lang, work / "docs")
        except DeadLink as error:
            print(f"dead link: {error}", file=sys.stderr)
            return 1
        (work / "zensical.toml").write_text(settings(lang, pages[lang]), encoding="utf-8")
        (work / "theme").mkdir()
        shutil.copy(THEME / "main.html", work / "theme")
        runs.append(subprocess.Popen(
            [sys.executable, "-m", "zensical", "build", "--strict"],
            cwd=work, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        ))  # fmt: skip
    failed = False
    for run in runs:
        printed, _ = run.communicate()
        if run.returncode:
            print(printed, file=sys.stderr)
            failed = True
    if failed:
        return 1
    for lang in LANGUAGES:
        _finish(site / lang, folder / lang / "site", pages[lang], lang)
    (site / "index.html").write_text(_HOME, encoding="utf-8")
    (site / "llms.txt").write_text(llms_text(site, pages["en"]), encoding="utf-8")
    dead = dead_links(site)
    for one in dead:
        print(f"dead link: {one}", file=sys.stderr)
    return 1 if dead else 0


def _finish(site: Path, built: Path, pages: list[str], lang: Lang) -> None:
    """Move what zensical built to its place, and add the search."""
    shutil.rmtree(site, ignore_errors=True)
    shutil.move(built, site)
    for name in ("site.css", "site.js"):
        shutil.copy(THEME / name, site)
    words, titles = search_words(), rule_titles(lang)
    rows = [(address(page), titles.get(page, ""), words.get(page, "")) for page in pages]
    (site / "search-index.js").write_text(page_index(site, rows, lang), encoding="utf-8")


def main() -> int:
    """Parse the command line and build."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "build" / "docs-site")
    return build(parser.parse_args().folder)


if __name__ == "__main__":
    sys.exit(main())
