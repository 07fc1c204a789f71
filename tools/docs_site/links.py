"""Links between the files of the repository, as links between the pages of the site."""

import os
import posixpath
import re
from collections.abc import Mapping
from pathlib import Path

_LINK = re.compile(r"(!?)\[((?:[^\[\]`]|`[^`]*`)*)\]\((?!https?:|mailto:|#)([^)\s#]+)(#[^)\s]*)?\)")
_FENCE = re.compile(r"^( {0,3})(```+|~~~+).*?^\1\2[`~]*[ \t]*$", re.M | re.S)
_SWITCH = re.compile(r"^\[(?:日本語|English)\]\([\w.-]+\.md\)\n+", re.M)
"""The line that leads to the other language: every page of the site has a button for that."""


class DeadLink(Exception):
    """A link of a page that leads to no file."""


class Links:
    """Rewrites the links of the pages of one language. `pages` has the source of each page by the page's path.

    A link to a guide in either language leads to its page in this one. A link to a file of the repository that
    is no page leads nowhere on the site: its text alone stays.
    """

    def __init__(self, root: Path, pages: Mapping[str, Path]) -> None:
        self._root = root
        self.pictures: dict[str, Path] = {}
        """The files of the pictures that the pages show, by their paths in the site."""
        self._pages = {source: page for page, source in pages.items()}
        for page, source in pages.items():
            stem = source.name.removesuffix(".md").removesuffix(".ja")
            for name in (f"{stem}.md", f"{stem}.ja.md"):
                self._pages[source.with_name(name)] = page
        for name in ("docs/rules.md", "docs/rules.ja.md", "rules/README.md", "rules/README.ja.md"):
            self._pages[root / name] = "rules/index.md"

    def rewritten(self, text: str, page: str, source: Path) -> str:
        """The text of a page with its links. Raises `DeadLink`."""

        def link(match: re.Match[str]) -> str:
            mark, text, file, anchor = match[1], match[2], match[3], match[4] or ""
            target = Path(os.path.normpath(source.parent / file))
            if not target.exists():
                raise DeadLink(f"{source.relative_to(self._root)}: {file}")
            folder = posixpath.dirname(page) or "."
            if target in self._pages:
                return f"[{text}]({posixpath.relpath(self._pages[target], folder)}{anchor})"
            if mark:
                self.pictures[f"pictures/{target.name}"] = target
                return f"![{text}]({posixpath.relpath(f'pictures/{target.name}', folder)})"
            return text

        text = _SWITCH.sub("", text, count=1)
        pieces, at = [], 0
        for fence in _FENCE.finditer(text):
            pieces += [_LINK.sub(link, text[at : fence.start()]), fence[0]]
            at = fence.end()
        return "".join([*pieces, _LINK.sub(link, text[at:])])
