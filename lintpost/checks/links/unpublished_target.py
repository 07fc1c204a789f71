"""Links to drafts and to posts that are not out yet."""

from collections.abc import Iterator, Mapping

from lintpost.checks.common.links.internal_links import note_links
from lintpost.checks.common.links.site_resolver import note_page, resolved_links, resolver_of
from lintpost.checks.contract.check import Check, Facts
from lintpost.checks.contract.hit import SiteHit
from lintpost.checks.contract.options import CheckOptions
from lintpost.language import Text
from lintpost.post.post import Post
from lintpost.site.site import Site


class Options(CheckOptions):
    """None."""


def facts(post: Post, options: Options, site: Site) -> Facts | None:
    """What the post's addresses depend on, and its links that may be internal."""
    return {"page": note_page(post), "links": note_links(post)}


def review(facts: Mapping[str, Facts], options: Options, site: Site) -> Iterator[SiteHit]:
    """One hit at each link of a published post to a page that is not published."""
    resolver = resolver_of(facts, site)
    if resolver is None:
        return
    for one in resolved_links(facts, resolver, site):
        page = one.resolution.page
        if one.link.kind == "image" or one.target.host:
            continue
        if page is None or page.path == one.page.path or not one.page.generator.is_whole:
            continue
        state = page.generator.state(page.path, page.note, site.now)
        if state and not one.page.generator.state(one.page.path, one.page.note, site.now):
            path = Text(page.path, page.path)
            params = {
                "target": one.link.target,
                "path": path,
                "date": page.note.publish or page.note.date,
            }
            yield SiteHit(one.page.path, one.link.place, state, params)


CHECK = Check(
    name="unpublished-target",
    options=Options,
    messages={
        "draft": ("path", "target"),
        "future": ("date", "path", "target"),
        "expired": ("path", "target"),
    },
    run=None,
    reads=("front-matter", "markdown"),
    site=("files", "clock", "yaml"),
    facts=facts,
    shares=("page", "links"),
    review=review,
)
