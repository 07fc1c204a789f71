"""The checks of this plug-in: every `Check` in this module is one."""

import re
from collections.abc import Iterator

from lintpost.plugin import Check, CheckOptions, Edit, Fix, Hit, Post, Site, matches_in

_MARKS = re.compile("[!！]+")


class Options(CheckOptions):
    """`max`: exclamation marks that a post may have. `where`: the kind of place that is looked at."""

    max: int = 1
    where: str = "body"


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each run of marks after the first ones."""
    seen = 0
    for match in matches_in(post, options.where, _MARKS):
        seen += len(match.text)
        if seen <= options.max:
            continue
        params = {"text": match.text, "max": options.max}
        if len(match.text) > 1:
            fix = Fix("unsafe", (Edit(match.start, match.end, match.text[0]),))
            yield Hit(match.start, match.end, "several", params, fix if match.can_replace else None)
        else:
            yield Hit(match.start, match.end, "one", params)


EXCLAMATIONS = Check(
    name="exclamations",
    options=Options,
    messages={"one": ("text", "max"), "several": ("text", "max")},
    run=run,
    reads=("markdown",),
    changes=("text",),
)
