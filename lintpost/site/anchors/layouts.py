"""Ids that layouts and themes give to parts of every page."""

from lintpost.post.lazy import lazy
from lintpost.site.files import SiteFiles

_FOLDERS = (
    "_layouts", "_includes", "layouts", "themes", "templates", "src/layouts", "src/components", "src/pages",
)  # fmt: skip
_ENDINGS = (".html", ".astro", ".liquid", ".svelte", ".vue", ".tsx", ".jsx")
_ID = lazy(r"""\b(?:id|name)\s*=\s*["']([^"'{}<>\s]+)["']""")
_COMMON = frozenset(
    ["top", "toc", "main", "content", "main-content", "comments", "comment", "footer", "header", "nav", "navigation",
     "sidebar", "search", "menu", "respond", "disqus_thread", "utterances", "giscus", "share", "related", "body",
     "skip", "page-top", "pagetop", "wrapper", "container", "article", "title", "about-author", "back-to-top",
     "contents", "table-of-contents", "markdown-toc", "_top", "notes", "footnotes"]
)  # fmt: skip
"""Ids that themes often use: a theme may be a package that the checkout does not hold."""
_NOTE = lazy(
    r"(?:user-content-)?(?:fn|fnref|footnotes?|footnote-ref|cite_note|cite_ref|cite|note|ref)(?:[-:_.]|[0-9]+$)"
)
_PROGRAM = lazy(r"^[!/:]|:~:|=|^L[0-9]+$|^page=")
"""Fragments that scripts, browsers and viewers read."""


def is_common(fragment: str) -> bool:
    """Whether a fragment is one that layouts, footnotes, scripts or browsers make or read."""
    return (
        fragment.lower() in _COMMON
        or _NOTE.match(fragment) is not None
        or _PROGRAM.search(fragment) is not None
    )


def layout_ids(files: SiteFiles, root: str) -> frozenset[str]:
    """The ids that are written out in a site's own layouts; `root` is the generator's folder."""
    prefix = f"{root}/" if root else ""
    found: set[str] = set()
    for folder in _FOLDERS:
        for path in files.below(prefix + folder):
            if path.endswith(_ENDINGS):
                found.update(_ID.findall(files.text(path) or ""))
    return frozenset(found)
