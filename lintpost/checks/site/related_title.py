"""Links in the front matter that name another post by a title that it no longer has."""

from collections.abc import Iterator, Mapping

from lintpost.checks.common.noted_text import place_of
from lintpost.checks.contract.check import Check, Facts
from lintpost.checks.contract.hit import Place, SiteHit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.front_matter.value_node import ValueNode
from lintpost.post.post import Post
from lintpost.site.files import page_stem
from lintpost.site.fold import fold
from lintpost.site.site import Site

_MOST = 20
"""Links of a post that are noted: facts are small."""


class Options(CheckOptions):
    """`keys` hold one link or a list of them: mappings with a post's `slug` (the name of its file, its `slug`
    or the end of its address) and its `title`.
    """

    keys: tuple[str, ...] = ("related_articles", "related_posts", "related", "pillar_article")
    slug: str = "slug"
    title: str = "title"


def facts(post: Post, options: Options, site: Site) -> Facts | None:
    """The post's title, its slug and what it links to."""
    front = post.front_matter
    if front is None:
        return None
    title = front.text("title")
    links = [
        (slug, node.value, place_of(post, node.start, node.end))
        for key in options.keys
        if (entry := front.get(key)) is not None
        for slug, node in _links(entry.node, options)
    ]
    noted: Facts = {"title": title, "slug": front.text("slug"), "links": links[:_MOST]}
    return noted if title or links else None


def _links(node: ValueNode, options: Options) -> Iterator[tuple[str, ValueNode]]:
    for link in node.each():
        slug, title = link.get(options.slug), link.get(options.title)
        if slug is None or title is None:
            continue
        if isinstance(slug.node.value, str) and isinstance(title.node.value, str):
            yield slug.node.value, title.node


def review(facts: Mapping[str, Facts], options: Options, site: Site) -> Iterator[SiteHit]:
    """One hit at each title that is not that of the post which the slug names."""
    posts: dict[str, str | None] = {}
    for path, noted in facts.items():
        for name in {page_stem(path), noted["slug"]} - {None, ""}:
            posts[name] = None if name in posts else path  # two posts of one name: no telling
    for path, noted in facts.items():
        for slug, title, place in noted["links"]:
            target = posts.get(slug.strip("/").rpartition("/")[2])
            now = facts[target]["title"] if target is not None else None
            if now and target != path and _bare(now) != _bare(title):
                yield SiteHit(path, Place(*place), "", {"title": title, "now": now})


def _bare(title: str) -> str:
    return fold(title).replace(" ", "")


CHECK = Check(
    name="related-title",
    options=Options,
    messages={"": ("now", "title")},
    run=None,
    reads=("front-matter",),
    facts=facts,
    review=review,
)
