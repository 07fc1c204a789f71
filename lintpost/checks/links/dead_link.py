"""Links in the body to pages and files of the site that are not there."""

from collections.abc import Iterator, Mapping
from posixpath import basename, splitext

from lintpost.checks.common.links.fixes import with_address, with_file, with_name
from lintpost.checks.common.links.internal_links import note_links
from lintpost.checks.common.links.site_resolver import (
    ResolvedLink,
    note_page,
    resolved_links,
    resolver_of,
)
from lintpost.checks.common.links.whole_areas import in_whole_areas
from lintpost.checks.contract.check import Check, Facts
from lintpost.checks.contract.hit import Fix, SiteHit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.post import Post
from lintpost.site.addresses.site_pages import SitePages
from lintpost.site.addresses.slugs import without_date
from lintpost.site.addresses.suggest import nearest_address, nearest_name
from lintpost.site.files import EXTENSIONS
from lintpost.site.site import Site


class Options(CheckOptions):
    """None."""


def facts(post: Post, options: Options, site: Site) -> Facts | None:
    """What the post's addresses depend on, and its links that may be internal."""
    return {"page": note_page(post), "links": note_links(post)}


def review(facts: Mapping[str, Facts], options: Options, site: Site) -> Iterator[SiteHit]:
    """One hit at each link that leads nowhere."""
    resolver = resolver_of(facts, site)
    if resolver is None:
        return
    links = (one for one in resolved_links(facts, resolver, site) if one.link.kind != "image")
    for one in in_whole_areas(links, resolver.pages):
        key, known, fix = _advice(one, resolver.pages)
        params = {"target": one.link.target, "known": known}
        yield SiteHit(one.page.path, one.link.place, key, params, fix)


def _advice(one: ResolvedLink, pages: SitePages) -> tuple[str, str, Fix | None]:
    """The message, what is there in its place ("" for nothing), and the fix that takes it."""
    target, resolution = one.target, one.resolution
    if resolution.state == "letters" and resolution.page is not None:
        known = resolution.page.addresses.own
        return "letters", known, with_address(one, known)
    if one.link.kind != "link" or target.path.startswith("@/"):
        name = _nearest_tag(one, pages)
        return ("nearest", name, with_name(one, name)) if name else ("missing", "", None)
    if not target.host and not target.path.startswith("/") and target.path.endswith(EXTENSIONS):
        file = _nearest_file(target.path, pages)
        return ("nearest", file, with_file(one, file)) if file else ("missing", "", None)
    address = nearest_address(pages, resolution.key)
    return ("nearest", address, with_address(one, address)) if address else ("missing", "", None)


def _nearest_tag(one: ResolvedLink, pages: SitePages) -> str:
    """What the tag would name: a post's file without its ending, or a path from the content's root."""
    if one.link.kind == "post_url":
        names = [splitext(basename(page.path))[0] for page in pages.all() if "_posts/" in page.path]
        return nearest_name(one.target.path, names) or ""
    root = one.page.generator.content_roots[0]
    prefix = next((sign for sign in ("@/", "/") if one.target.path.startswith(sign)), "")
    paths = [page.path.removeprefix(root) for page in pages.all()]
    wanted = one.target.path.removeprefix("@").strip("/")
    same = [path for path in paths if _bare(path) == _bare(wanted)]
    found = same[0] if len(same) == 1 else nearest_name(wanted, paths)
    return f"{prefix}{found}" if found else ""


def _bare(path: str) -> str:
    """The name of a file without its ending and its date."""
    return without_date(splitext(basename(path))[0]).lower()


def _nearest_file(path: str, pages: SitePages) -> str:
    """The page whose file has the name that is most similar, by its path from the root."""
    by_stem: dict[str, list[str]] = {}
    for page in pages.all():
        by_stem.setdefault(splitext(basename(page.path))[0], []).append(page.path)
    stem = splitext(basename(path))[0]
    found = stem if stem in by_stem else nearest_name(stem, list(by_stem))
    paths = by_stem.get(found or "", [])
    return paths[0] if len(paths) == 1 else ""


CHECK = Check(
    name="dead-link",
    options=Options,
    messages={
        "missing": ("target",),
        "nearest": ("known", "target"),
        "letters": ("known", "target"),
    },
    run=None,
    reads=("front-matter", "markdown"),
    site=("files", "yaml"),
    changes=("link",),
    facts=facts,
    shares=("page", "links"),
    review=review,
)
