"""Sections that every post must have."""

from collections.abc import Iterator

from lintpost.checks.common.blocks.outline import outline
from lintpost.checks.common.front_values import fence
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.fold import letters
from lintpost.site.site import Site

_NUMBER = lazy(r"\A(?:第?[0-9０-９]+[章節部]?|[0-9]+(?:\.[0-9]+)*)[.．、:：)）\s]+")
_HTML_HEADING = lazy(r"<h[1-6][\s>]", 2)


class Options(CheckOptions):
    """`sections`: headings that must be there, in this order where `ordered`. ``まとめ|おわりに`` are two that will
    do. Width, case, punctuation and a number before a heading do not matter.
    """

    sections: tuple[str, ...] = ()
    ordered: bool = False


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit for each section that is missing, at the top of the post; one at the first that is out of order."""
    if not options.sections:
        return
    headings = outline(post)
    if not headings and _HTML_HEADING.search(post.text, post.body):
        return  # what stands in HTML is not read
    places: dict[str, int] = {}
    for number, one in enumerate(headings):
        places.setdefault(_key(one.text), number)
    front = post.front_matter
    top = (
        fence(post, front) if front is not None else (post.body, min(post.body + 1, len(post.text)))
    )
    last = -1
    for section in options.sections:
        found = [places[key] for key in map(_key, section.split("|")) if key in places]
        if not found:
            yield Hit(*top, "missing", {"section": section})
        elif options.ordered and min(found) < last:
            yield Hit(*headings[min(found)].span(post), "order", {"section": section})
            return
        else:
            last = min(found)


def _key(text: str) -> str:
    return letters(_NUMBER.sub("", text.strip()))


CHECK = Check(
    name="required-sections",
    options=Options,
    messages={"missing": ("section",), "order": ("section",)},
    run=run,
    reads=("markdown", "front-matter"),
    whole_post=True,
)
