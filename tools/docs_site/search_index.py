"""The index of the site's search: what each page says, by its sections, as a script that sets one variable.

Read from the built pages, so that what is found is what is shown. Of the page of a rule its examples are left
out: they are about something else.
"""

import json
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path

from lintpost.language import Lang, Text

Section = tuple[str, str, str]
"""The anchor of a heading ("" for the first), the heading and the text below it."""
_EXAMPLES = (Text("Bad", "悪い例"), Text("Good", "良い例"))
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_SPACED = frozenset({"p", "li", "td", "th", "pre", "br", "dt", "dd"})
_MOST = 6_000
"""Characters of one section that are kept; the longest help of a command has fewer."""


class _Article(HTMLParser):
    """Collects the sections of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.sections: list[list[str]] = [["", "", ""]]
        self._in_heading = False
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag in _HEADINGS:
            anchor = "" if tag == "h1" else values.get("id") or ""
            self.sections.append([anchor, "", ""])
            self._in_heading = True
        elif values.get("class") == "headerlink" or tag in ("script", "style"):
            self._hidden += 1
        elif tag in _SPACED:
            self.sections[-1][2] += " "

    def handle_endtag(self, tag: str) -> None:
        if tag in _HEADINGS:
            self._in_heading = False
        elif self._hidden and tag in ("a", "script", "style"):
            self._hidden -= 1

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.sections[-1][1 if self._in_heading else 2] += data


def sections(html: str) -> list[Section]:
    """The sections of a built page, with the text before the first heading left out where there is none."""
    article = html[html.index("<article") : html.index("</article>")]
    parser = _Article()
    parser.feed(article)
    tidy = [(anchor, *map(_tidy, texts)) for anchor, *texts in parser.sections]
    return [(anchor, heading, text[:_MOST]) for anchor, heading, text in tidy if heading or text]


def page_index(site: Path, pages: Iterable[tuple[str, str, str]], lang: Lang) -> str:
    """The script for the pages of one language, each as its address from the site's root, its title ("" for its
    heading) and other words for it.
    """
    rows = list(_rows(site, pages, lang))
    return (
        f"window.lintpostPages = {json.dumps(rows, ensure_ascii=False, separators=(',', ':'))};\n"
    )


def _rows(site: Path, pages: Iterable[tuple[str, str, str]], lang: Lang) -> Iterator[list[object]]:
    examples = {one[lang] for one in _EXAMPLES}
    for address, title, words in pages:
        found = sections((site / address / "index.html").read_text(encoding="utf-8"))
        if address.startswith("rules/"):
            found = [one for one in found if one[1] not in examples]
        yield [address, title or found[0][1], words, found]


def _tidy(text: str) -> str:
    return " ".join(text.split())
