"""Front-matter keys that every post must have."""

from collections.abc import Iterator

from lintpost.checks.hit import Hit
from lintpost.checks.options import CheckOptions
from lintpost.post.post import Post
from lintpost.site.site import Site


class Options(CheckOptions):
    """`fields` are required beside those of the schema's own ``required``."""

    fields: tuple[str, ...] = ()


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at the opening fence for each key that is missing."""
    front = post.front_matter
    if front is None or front.problems:
        return
    schema = site.schema.data.get("required", []) if site.schema else []
    for key in dict.fromkeys([*options.fields, *schema]):
        if front.get(key) is None:
            end = post.source.line_span(1)[1] if front.format != "json" else front.start + 1
            yield Hit(front.start, end, "", {"key": key})
