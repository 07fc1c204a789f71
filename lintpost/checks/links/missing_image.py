"""Images in the body that the site does not have."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from posixpath import basename, dirname, normpath

from lintpost.checks.common.links.fixes import with_name
from lintpost.checks.common.links.internal_links import note_links
from lintpost.checks.common.links.site_resolver import (
    ResolvedLink,
    note_page,
    resolved_links,
    resolver_of,
)
from lintpost.checks.common.links.whole_areas import SAMPLE
from lintpost.checks.contract.check import Check, Facts
from lintpost.checks.contract.hit import SiteHit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.addresses.resolve import Resolver
from lintpost.site.addresses.suggest import nearest_name
from lintpost.site.site import Site

_IMAGE = lazy(r"(?i)\.(?:png|jpe?g|gif|webp|svg|avif|bmp|tiff?|heic|ico)$")
_FEW = 3
"""So many images in a folder that is not there, or has none, are kept elsewhere."""


class Options(CheckOptions):
    """None."""


def facts(post: Post, options: Options, site: Site) -> Facts | None:
    """What the post's addresses depend on, and its images that may be the site's."""
    return {"page": note_page(post), "links": note_links(post)}


def review(facts: Mapping[str, Facts], options: Options, site: Site) -> Iterator[SiteHit]:
    """One hit at each image that is not there, but for those of folders that the checkout lacks."""
    resolver = resolver_of(facts, site)
    if resolver is None:
        return
    missing: list[tuple[ResolvedLink, str]] = []
    gone: dict[str, set[str]] = defaultdict(set)
    there: set[str] = set()
    images = (one for one in resolved_links(facts, resolver, site) if one.link.kind == "image")
    for one in images:
        if _is_lost(resolver, one):
            folder = _folder(resolver, one)
            missing.append((one, folder))
            gone[folder or dirname(one.target.path)].add(one.target.path)
        elif one.resolution.state == "found":
            there.add(one.target.path)
    lost = sum(map(len, gone.values()))
    if not missing or (lost >= SAMPLE and lost > len(there)) or not _has_images(resolver):
        return
    for one, folder in missing:
        few = len(gone[folder or dirname(one.target.path)]) < _FEW
        if not few and not _images_in(resolver, folder):
            continue
        name = basename(one.target.path)
        near = nearest_name(name, _images_in(resolver, folder)) if folder else None
        if near is None:
            yield SiteHit(one.page.path, one.link.place, "missing", {"target": one.link.target})
            continue
        path = one.link.target.partition("#")[0].partition("?")[0]
        known = path[: len(path) - len(path.rpartition("/")[2])] + near
        params = {"target": one.link.target, "known": known}
        yield SiteHit(one.page.path, one.link.place, "nearest", params, with_name(one, known))


def _is_lost(resolver: Resolver, one: ResolvedLink) -> bool:
    """Whether an image is found neither from the post's file nor from its address. It must be one by its ending."""
    target, page = one.target, one.page
    is_own = not target.host or target.host in page.generator.hosts
    if not page.generator.is_whole or not is_own or _IMAGE.search(target.path) is None:
        return False
    if one.resolution.state in ("found", "letters"):
        return False
    if target.path.startswith("/"):
        return not resolver.has_file(page.generator, _without_base(one))
    return (
        not target.path.startswith(("@", "#")) and one.resolution.state != "unknown"
    ) or _is_beside(one)


def _is_beside(one: ResolvedLink) -> bool:
    """Whether an image's path is one from the post's own folder."""
    steps = ("./", "../") if one.page.generator.images_are_beside else ("./",)
    return one.target.path.startswith(steps)


def _without_base(one: ResolvedLink) -> str:
    base = one.page.generator.base
    path = one.target.path
    return path.removeprefix(base) if base and path.startswith(f"{base}/") else path


def _folder(resolver: Resolver, one: ResolvedLink) -> str:
    """The folder in which the image should be, by its path from the root; "" where there is no such folder."""
    files = resolver.pages.files
    folder = dirname(_without_base(one))
    if folder.startswith("/"):
        roots = one.page.generator.static_roots
        places = [normpath(root + folder.strip("/")) for root in roots if root + folder.strip("/")]
    else:
        places = [normpath(f"{dirname(one.page.path)}/{folder}".strip("/"))]
    return next((place for place in places if files.names_in(place)), "")


def _images_in(resolver: Resolver, folder: str) -> list[str]:
    names = resolver.pages.files.names_in(folder) if folder else ()
    return [name for name in names if _IMAGE.search(name)]


def _has_images(resolver: Resolver) -> bool:
    """Whether the checkout has any image at all."""
    generators = {page.generator for page in resolver.pages.posts.values()}
    roots = {root for one in generators for root in (*one.static_roots, *one.content_roots)}
    return any(_IMAGE.search(path) for root in roots for path in resolver.pages.files.below(root))


CHECK = Check(
    name="missing-image",
    options=Options,
    messages={"missing": ("target",), "nearest": ("known", "target")},
    run=None,
    reads=("front-matter", "markdown"),
    site=("files", "yaml"),
    changes=("link",),
    facts=facts,
    shares=("page", "links"),
    review=review,
)
