"""Front matter that is no valid YAML, TOML or JSON."""

from collections.abc import Iterator

from lintpost.checks.hit import Hit
from lintpost.checks.options import CheckOptions
from lintpost.post.post import Post
from lintpost.site.site import Site

_NAMES = {"yaml": "YAML", "toml": "TOML", "json": "JSON"}


class Options(CheckOptions):
    """None."""


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """The place at which the parser gave up."""
    front = post.front_matter
    if front is None:
        return
    for problem in front.problems:
        params = {"format": _NAMES[front.format], **problem.params}
        yield Hit(problem.start, problem.end, problem.key, params)
