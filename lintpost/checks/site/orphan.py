"""Posts that no other post of the site links to."""

from collections.abc import Iterator, Mapping

from lintpost.checks.common.front_values import entry_of
from lintpost.checks.common.links.names import called_names, file_names, name_hash, stated_names
from lintpost.checks.common.noted_text import place_of
from lintpost.checks.common.post_place import post_place
from lintpost.checks.contract.check import Check, Facts
from lintpost.checks.contract.hit import Place, SiteHit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.post import Post
from lintpost.site.files import INDEXES
from lintpost.site.site import Site


class Options(CheckOptions):
    """`skip` are names of files, without their endings, that menus link to."""

    skip: tuple[str, ...] = (
        "404",
        "about",
        "contact",
        "home",
        "privacy",
        "search",
        "tags",
        "README",
    )


def facts(post: Post, options: Options, site: Site) -> Facts | None:
    """What the post says that it is called (nothing for a draft, to which nobody needs to link), and what it
    links to.
    """
    noted: Facts = {"calls": sorted(map(name_hash, called_names(post)))}
    if not _is_draft(post):
        noted["names"] = sorted(map(name_hash, stated_names(post)))
        noted["place"] = place_of(post, *post_place(post))
    return noted


def _is_draft(post: Post) -> bool:
    for key, value in (("draft", True), ("published", False), ("private", True)):
        entry = entry_of(post, key)
        if entry is not None and entry.node.value is value:
            return True
    return False


def review(facts: Mapping[str, Facts], options: Options, site: Site) -> Iterator[SiteHit]:
    """One hit at each post whose names no other post mentions in a link."""
    callers: dict[str, list[str]] = {}
    for path, fact in facts.items():
        for name in fact["calls"]:
            callers.setdefault(name, []).append(path)
    for path, fact in facts.items():
        if "names" not in fact or _needs_no_link(path, options.skip):
            continue
        names = {*fact["names"], *map(name_hash, file_names(path))}
        if all(callers.get(name, [path]) == [path] for name in names):
            yield SiteHit(path, Place(*fact["place"]))


def _needs_no_link(path: str, skip: tuple[str, ...]) -> bool:
    """Whether a post is the page of a section or of the site, or one that menus link to."""
    folder, _, name = path.rpartition("/")
    stem = name.partition(".")[0]
    return stem == "_index" or stem in skip or (stem in INDEXES and not folder)


CHECK = Check(
    name="orphan",
    options=Options,
    messages={"": ()},
    run=None,
    reads=("front-matter",),
    whole_post=True,
    facts=facts,
    review=review,
)
