"""The same slug on posts with different addresses."""

from collections.abc import Iterator, Mapping
from itertools import islice
from os.path import join, split, splitext

from lintpost.checks.common.links.path_editions import edition_name
from lintpost.checks.common.noted_text import place_of
from lintpost.checks.contract.check import Check, Facts
from lintpost.checks.contract.hit import Place, SiteHit
from lintpost.checks.contract.options import CheckOptions
from lintpost.language import Text
from lintpost.post.post import Post
from lintpost.site.addresses.slugs import without_date
from lintpost.site.files import page_stem
from lintpost.site.fold import fold
from lintpost.site.site import Site

_MOST_RELATED = 5


class Options(CheckOptions):
    """None."""


def facts(post: Post, options: Options, site: Site) -> Facts | None:
    """The slug that the post has in its front matter or in the name of its file, and where."""
    front = post.front_matter
    entry = front.get("slug") if front is not None else None
    slug = front.text("slug") if front is not None else None
    if entry is not None and slug:
        return {"slug": slug.strip("/"), "place": place_of(post, entry.node.start, entry.node.end)}
    title = front.get("title") if front is not None else None
    place = (title.node.start, title.node.end) if title is not None else (post.body, post.body)
    folder, file = split(post.path)
    name = without_date(page_stem(join(folder, edition_name(file))))
    return {"slug": name, "place": place_of(post, *place)} if name else None


def review(facts: Mapping[str, Facts], options: Options, site: Site) -> Iterator[SiteHit]:
    """One hit in each post whose slug another post has, but for editions of it and the pages of sections."""
    posts: dict[str, list[str]] = {}
    for path, fact in facts.items():
        if not path.rpartition("/")[2].startswith("_index."):
            posts.setdefault(fold(fact["slug"]), []).append(path)
    for same in posts.values():
        pages = {path: splitext(edition_name(path))[0] for path in same}
        for path in same:
            elsewhere = (other for other in same if pages[other] != pages[path])
            others = list(islice(elsewhere, _MOST_RELATED))
            if others:
                params = {"slug": facts[path]["slug"], "path": Text(others[0], others[0])}
                related = tuple((other, Place(*facts[other]["place"])) for other in others)
                yield SiteHit(path, Place(*facts[path]["place"]), "", params, related=related)


CHECK = Check(
    name="same-slug",
    options=Options,
    messages={"": ("path", "slug")},
    run=None,
    reads=("front-matter",),
    facts=facts,
    review=review,
)
