"""Front-matter texts that are too short or too long."""

from collections.abc import Iterator

from lintpost.checks.common.front_values import strings
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.post import Post
from lintpost.site.site import Site


class Options(CheckOptions):
    """`limits` by key, in characters (code points): ``title: {min: 10, max: 60}``."""

    limits: dict[str, dict[str, int]] = {}


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit for each text outside its limits."""
    for field in strings(post, tuple(options.limits)):
        limits = options.limits[field.key]
        count = len(field.value.strip())
        params = {"key": field.key, "count": count}
        if count > limits.get("max", count):
            start, end = field.span(limits["max"], len(field.value))
            yield Hit(start, end, "long", {**params, "max": limits["max"]})
        elif count < limits.get("min", 0):
            yield Hit(*field.content, "short", {**params, "min": limits["min"]})


def _reported(options: Options) -> set[str]:
    limits = {name for limit in options.limits.values() for name in limit}
    return {key for key, name in (("long", "max"), ("short", "min")) if name in limits}


CHECK = Check(
    name="text-length",
    options=Options,
    messages={"long": ("key", "count", "max"), "short": ("key", "count", "min")},
    reported=_reported,
    run=run,
    reads=("front-matter",),
)
