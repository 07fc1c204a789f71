"""Dead links in the built site: pages, files and anchors that are not there.

The pages are a program's output, so that patterns read them: attributes stand in double quotation marks, and
what looks like an element in a text is escaped.
"""

import html
import os
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

_TARGET = re.compile(r'<(?:a|link|img|script|source)\b[^>]*?\s(?:href|src)="([^"]*)"')
_ID = re.compile(r'\s(?:id|name)="([^"]*)"')


def dead_links(site: Path) -> list[str]:
    """Every link that leads nowhere, as “page: link”, sorted. Addresses of other hosts are left alone."""
    texts = {path: path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    anchors = {
        path: {html.unescape(one) for one in _ID.findall(text)} for path, text in texts.items()
    }
    dead = set()
    for path, text in texts.items():
        if path.name == "404.html":  # its links are those of the server's root
            continue
        for link in set(_TARGET.findall(text)):
            if not _leads_somewhere(path, html.unescape(link), anchors):
                dead.add(f"{path.relative_to(site)}: {html.unescape(link)}")
    return sorted(dead)


def foreign_addresses(site: Path) -> list[str]:
    """What the pages would load from another host: scripts, styles, pictures and fonts."""
    loads = re.compile(
        r'<(?:link|img|script|source|iframe)\b[^>]*?\s(?:href|src)="((?:https?:)?//[^"]*)"'
    )
    return sorted({
        one for path in site.rglob("*.html") for one in loads.findall(path.read_text("utf-8"))
    })  # fmt: skip


def _leads_somewhere(page: Path, link: str, anchors: dict[Path, set[str]]) -> bool:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return True
    target = page
    if parts.path:
        target = Path(os.path.normpath(page.parent / unquote(parts.path)))
        if parts.path.endswith("/") or target.is_dir():
            target /= "index.html"
        if not target.exists():
            return False
    fragment = unquote(parts.fragment)
    return not fragment or target not in anchors or fragment in anchors[target]
