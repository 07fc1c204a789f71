"""Builds the documentation site in both languages: ``python tools/docs_site/build.py [FOLDER]``.

FOLDER (default: build/docs-site) then has ``site/`` with ``en/``, ``ja/`` and a page that leads to one of them. Needs zensical
(extra ``docs``). Ends in status 1 where a link of a page is dead or zensical names a fault.
"""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]  # this checkout, whatever else is installed

from docs_site.configuration import settings
from docs_site.links import DeadLink, Links
from docs_site.sources import command_pages, guides, rule_pages
from lintpost.language import Lang

_HOME = """<!doctype html>
<meta charset="utf-8">
<title>lintpost</title>
<script>location.replace((navigator.language || "").startsWith("ja") ? "ja/" : "en/");</script>
<p><a href="ja/">日本語</a> · <a href="en/">English</a></p>
"""


def write_sources(lang: Lang, folder: Path) -> list[str]:
    """Write the Markdown of one language into a folder; returns the paths of the pages. Raises `DeadLink`."""
    files = guides(lang)
    links = Links(ROOT, files, lang)
    pages = {
        page: links.rewritten(path.read_text(encoding="utf-8"), page, path)
        for page, path in files.items()
    }
    pages |= rule_pages(lang) | command_pages(lang)
    for page, text in pages.items():
        path = folder / page
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return list(pages)


def build(folder: Path) -> int:
    """Build both languages; returns the exit status."""
    site = folder / "site"
    shutil.rmtree(folder, ignore_errors=True)
    languages: tuple[Lang, ...] = ("en", "ja")
    for lang in languages:
        work = folder / lang
        try:
            pages = write_sources(lang, work / "docs")
        except DeadLink as error:
            print(f"dead link: {error}", file=sys.stderr)
            return 1
        (work / "zensical.toml").write_text(settings(lang, pages), encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "zensical", "build", "--strict"],
            cwd=work, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode:
            print(done.stdout + done.stderr, file=sys.stderr)
            return 1
        shutil.copytree(work / "site", site / lang)
    (site / "index.html").write_text(_HOME, encoding="utf-8")
    return 0


def main() -> int:
    """Parse the command line and build."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "build" / "docs-site")
    return build(parser.parse_args().folder)


if __name__ == "__main__":
    sys.exit(main())
