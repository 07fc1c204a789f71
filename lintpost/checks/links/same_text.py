"""Links with one text and two targets."""

from collections.abc import Iterator

from lintpost.checks.common.links.parts import link_parts
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit, Related
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.fold import fold
from lintpost.site.site import Site

_TEXT = lazy(r"\[(?P<text>[^\[\]]+)\](?:[(\[]|\Z)")


def run(post: Post, options: CheckOptions, site: Site) -> Iterator[Hit]:
    """One hit at each link whose text led elsewhere before; numbers and single letters are no texts."""
    first: dict[str, tuple[str, int, int]] = {}
    point = post.markdown.point
    for link in link_parts(post, "Link"):
        match = _TEXT.match(link.source)
        text = fold(match["text"].replace("*", "").replace("`", "")) if match else ""
        if len(text) < 2 or not any(char.isalpha() for char in text):
            continue
        address = link.address.removeprefix("https://").removeprefix("http://").rstrip("/")
        before = first.setdefault(text, (address, link.start, link.end))
        if before[0] != address:
            related = (Related(point(before[1]), point(before[2])),)
            yield Hit(
                point(link.start),
                point(link.end),
                "",
                {"text": match["text"] if match else ""},
                None,
                related,
            )


CHECK = Check(
    name="same-link-text",
    options=CheckOptions,
    messages={"": ("text",)},
    run=run,
    reads=("markdown",),
)
