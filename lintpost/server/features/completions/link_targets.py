"""Completion of links: the pages of the site as the link would name them, and the anchors of the page it names."""

from collections.abc import Iterator
from functools import cache
from os.path import basename, dirname, relpath, splitext

from lintpost.checks.common.links.body_links import BodyLink
from lintpost.post.post import Post
from lintpost.server.documents.positions import Positions
from lintpost.server.features.completions.item import Item, item
from lintpost.server.features.links.site_links import Destination, SiteLinks
from lintpost.server.features.links.typed_link import TypedLink
from lintpost.server.workspace.site_settings import SiteSettings
from lintpost.server.workspace.workspace import Workspace
from lintpost.site.addresses.address import written_address
from lintpost.site.addresses.generator import Generator
from lintpost.site.addresses.resolution import target_of

_MOST = 500
"""Posts that are offered; the client asks anew while more is typed."""
_AT_ONCE = 0.3
"""Seconds for which a request reads posts; the others are read when there is time."""
_TAGS = {"post_url": ("jekyll", "dated"), "file": ("jekyll", "dated"), "ref": ("hugo",)}
"""The generators that read the tags of a kind."""


def link_items(
    workspace: Workspace, settings: SiteSettings, post: Post, typed: TypedLink, positions: Positions
) -> list[Item]:
    """What may follow in a link that is being typed: nothing that would lead elsewhere, or nowhere."""
    links = SiteLinks(workspace, settings, post, _AT_ONCE)
    if typed.fragment is not None:
        return _anchor_items(links, typed, positions)
    span = typed.start, typed.end
    found: list[Item] = []
    for file, target in _targets(links, typed):
        leads_to = links.destination(BodyLink(typed.kind, target, *span, is_exact=True))
        if leads_to == Destination(file, ""):
            page = links.page(file)
            title = page.note.title if page is not None else ""
            found.append(item("value", target, span, positions, detail=title))
        if len(found) == _MOST:
            break
    return found


def _anchor_items(links: SiteLinks, typed: TypedLink, positions: Positions) -> list[Item]:
    """The anchors of the page that the path names, each by the id that its renderer most likely makes."""
    link = BodyLink(typed.kind, f"{typed.path}#x", typed.start, typed.end, is_exact=True)
    page = links.destination(link)
    if page is None or typed.fragment is None:
        return []
    span = typed.end - len(typed.fragment) - 1, typed.end
    ids = dict.fromkeys(place.ids[0] for place in links.anchors(page.file))
    return [item("value", f"#{written_address(id, typed.fragment)}", span, positions) for id in ids]


def _targets(links: SiteLinks, typed: TypedLink) -> Iterator[tuple[str, str]]:
    """The posts of the site whose targets hold what is typed, each with its target."""
    wanted = typed.path.lstrip("@./").casefold()
    for file, target in _all_targets(links, typed):
        if file != links.name and wanted in target.casefold():
            yield file, target


def _all_targets(links: SiteLinks, typed: TypedLink) -> Iterator[tuple[str, str]]:
    """Every post of the site with its target in the form that is being typed."""
    generator = links.generator
    if typed.kind == "link":
        yield from _link_targets(links, typed.path, generator)
    elif generator is None or generator.name not in _TAGS[typed.kind]:
        return
    elif typed.kind == "post_url":
        yield from ((file, splitext(basename(file))[0]) for file in _files(links, ("",)))
    elif typed.kind == "file":
        yield from _from_roots(links, generator.content_roots[:1], "")
    else:
        sign = "/" if typed.path.startswith("/") else ""
        yield from _from_roots(links, generator.content_roots, sign)


def _link_targets(
    links: SiteLinks, path: str, generator: Generator | None
) -> Iterator[tuple[str, str]]:
    """Targets of Markdown links: addresses where one is being typed, Zola's paths on its sites, else relative files."""
    is_rooted = path.startswith(("/", "{{")) or "://" in path
    if is_rooted and generator is not None:
        yield from _addresses(links, path, generator)
    elif is_rooted:
        return
    elif generator is not None and generator.name == "zola" and not path.startswith("."):
        yield from _from_roots(links, generator.content_roots, "@/")
    elif not path.startswith("@"):
        folder = dirname(links.name)
        way = cache(lambda below: relpath(below or ".", folder or "."))
        for file in map(links.pages.name_of, links.pages.paths()):
            to = way(dirname(file))
            name = basename(file) if to == "." else f"{to}/{basename(file)}"
            yield file, written_address(name, path)


def _addresses(links: SiteLinks, path: str, generator: Generator) -> Iterator[tuple[str, str]]:
    """The addresses of the pages, behind the host or the Liquid that is typed already."""
    if not generator.is_whole or links.resolver is None:
        return
    start, base = "", generator.base
    if path.startswith("{{"):
        start, base = path[: path.index("}}") + 2], ""
    elif "://" in path:
        host = target_of(path).host
        if host not in generator.hosts:
            return
        start = "/".join(path.split("/", 3)[:3])
    for page in links.resolver.pages.posts.values():
        if page.generator is generator and page.addresses.own:
            yield page.path, start + written_address(base + page.addresses.own, path)


def _from_roots(links: SiteLinks, roots: tuple[str, ...], sign: str) -> Iterator[tuple[str, str]]:
    for file in _files(links, roots):
        root = next(one for one in roots if file.startswith(one))
        yield file, sign + file.removeprefix(root)


def _files(links: SiteLinks, roots: tuple[str, ...]) -> Iterator[str]:
    return (
        file for file in map(links.pages.name_of, links.pages.paths()) if file.startswith(roots)
    )
