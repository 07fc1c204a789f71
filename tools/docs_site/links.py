"""Links between the files of the repository, as links between the pages of the site."""

import os
import posixpath
import re
from collections.abc import Mapping
from pathlib import Path

from lintpost.language import Lang

_LINK = re.compile(r"\[((?:[^\[\]`]|`[^`]*`)*)\]\((?!https?:|mailto:|#)([^)\s#]+)(#[^)\s]*)?\)")
_FENCE = re.compile(r"^( {0,3})(```+|~~~+).*?^\1\2[`~]*[ \t]*$", re.M | re.S)


class DeadLink(Exception):
    """A link of a page that leads to no file."""


class Links:
    """Rewrites the links of the pages of one language. `pages` has the source of each page by the page's path.

    A link to a file of the repository that is no page leads nowhere on the site: its text alone stays. One to a
    guide in the other language leads to that language's site.
    """

    def __init__(self, root: Path, pages: Mapping[str, Path], lang: Lang) -> None:
        self._root = root
        self._other = "ja" if lang == "en" else "en"
        self._own = {source: page for page, source in pages.items()}
        self._foreign = {
            path: path.name.replace(".ja.md", ".md")
            for path in (root / "docs").glob("*.md")
            if path not in self._own
        }
        self._foreign |= {root / name: "index.md" for name in ("README.md", "README.ja.md")}
        for name in ("rules.md", "rules.ja.md"):
            self._own[root / "docs" / name] = "rules/index.md"

    def rewritten(self, text: str, page: str, source: Path) -> str:
        """The text of a page with its links. Raises `DeadLink`."""

        def link(match: re.Match[str]) -> str:
            text, file, anchor = match[1], match[2], match[3] or ""
            target = Path(os.path.normpath(source.parent / file))
            if not target.exists():
                raise DeadLink(f"{source.relative_to(self._root)}: {file}")
            if target in self._own:
                own = self._own[target]
                return f"[{text}]({posixpath.relpath(own, posixpath.dirname(page) or '.')}{anchor})"
            if target in self._foreign:
                return f"[{text}]({_up(page)}../{self._other}/{_address(self._foreign[target])}{anchor})"
            return text

        pieces, at = [], 0
        for fence in _FENCE.finditer(text):
            pieces += [_LINK.sub(link, text[at : fence.start()]), fence[0]]
            at = fence.end()
        return "".join([*pieces, _LINK.sub(link, text[at:])])


def _address(page: str) -> str:
    """The address of a page from the root of its site."""
    return "" if page == "index.md" else f"{page.removesuffix('index.md').removesuffix('.md')}/"


def _up(page: str) -> str:
    """The way from a page's address to the root of its site."""
    return "../" * _address(page).count("/")
