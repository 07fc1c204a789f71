"""What the tags and shortcodes of generators name: ``post_url``, ``link``, ``ref``, ``relref``, Zola's ``@/``."""

from posixpath import basename, dirname, normpath, splitext

from lintpost.post.lazy import lazy
from lintpost.site.addresses.resolution import FILE, UNKNOWN, Resolution
from lintpost.site.addresses.site_pages import Page, SitePages

_LANGUAGE = lazy(r"\.[a-z]{2}(?:-[A-Za-z]{2,4})?$")


def post_url_target(pages: SitePages, name: str) -> Resolution:
    """Jekyll's ``{% post_url 2026-01-02-name %}``, with or without the folder above ``_posts``."""
    wanted = basename(name)
    found = [
        page for page in pages.named(wanted) if "_posts/" in page.path and _stem(page) == wanted
    ]
    return Resolution("found", found[0]) if found else Resolution("missing", None, name)


def file_target(pages: SitePages, page: Page, path: str) -> Resolution:
    """Jekyll's ``{% link _posts/2026-01-02-name.md %}``: a file from the site's source."""
    full = normpath(page.generator.content_roots[0] + path.lstrip("/"))
    if not pages.files.has(full):
        return Resolution("missing", None, path)
    return Resolution("found", pages.at_path(full))


def ref_target(pages: SitePages, page: Page, path: str) -> Resolution:
    """Hugo's ``ref`` (gohugo.io/functions/urls/ref) and Zola's ``@/``: a page by its file, from the root of the
    content, from the page's folder, or anywhere by its name.
    """
    roots = page.generator.content_roots
    is_rooted = path.startswith(("/", "@/"))
    inner = path.removeprefix("@").strip("/")
    folders = list(roots) if is_rooted else [f"{dirname(page.path)}/", *roots]
    for folder in folders:
        found = _content(pages, normpath(folder + inner))
        if found is not None:
            return found
    stem = _without_ending(inner).lower()
    if path.startswith("@/") or not stem:
        return Resolution("missing", None, inner) if stem else UNKNOWN
    for one in pages.named(basename(stem)):
        logical = (
            _LANGUAGE.sub("", _without_ending(one.path))
            .lower()
            .removesuffix("/index")
            .removesuffix("/_index")
        )
        if logical == stem or logical.endswith(f"/{stem}"):
            return Resolution("found", one)
    if any(pages.files.has(normpath(root + inner)) for root in roots):
        return FILE
    if pages.has_folder(f"/{stem}"):
        return FILE
    return Resolution("missing", None, inner)


def _content(pages: SitePages, path: str) -> Resolution | None:
    stem = _without_ending(path)
    for candidate in (
        path,
        f"{stem}.md",
        f"{stem}/index.md",
        f"{stem}/_index.md",
        f"{stem}.html",
        f"{stem}.markdown",
    ):
        page = pages.at_path(candidate)
        if page is not None:
            return Resolution("found", page)
    return None


def _without_ending(path: str) -> str:
    stem, ending = splitext(path)
    return stem if ending.lower() in (".md", ".html", ".markdown", ".mdx") else path


def _stem(page: Page) -> str:
    return splitext(basename(page.path))[0]
