"""Bold spans of a post: what the author meant, and what each renderer shows."""

from typing import NamedTuple

from lintpost.config.layer import RENDERERS
from lintpost.engine.finding import Location
from lintpost.post.markdown.emphasis import Bold
from lintpost.post.post import Post
from lintpost.site.site import Renderer


class BoldSpan(NamedTuple):
    """One span, its marks included.

    `meant` tells whether the author wrote it as bold, `rendered` whether each renderer shows it as
    bold. `instead` has, for renderers that do not, the overlapping texts that they make bold and
    the author did not mean.
    """

    start: Location
    end: Location
    text: str
    meant: bool
    rendered: dict[Renderer, bool]
    instead: dict[Renderer, list[str]]


def bold_spans(post: Post) -> list[BoldSpan]:
    """Every span that was meant or that a renderer shows, in text order."""
    markdown = post.markdown
    shown = {renderer: markdown.rendered(renderer) for renderer in RENDERERS}
    meant = set(markdown.bold)
    sets = {renderer: set(spans) for renderer, spans in shown.items()}
    found = []
    for bold in sorted(meant.union(*sets.values())):
        rendered = {renderer: bold in sets[renderer] for renderer in RENDERERS}
        instead = {
            renderer: texts
            for renderer in RENDERERS
            if not rendered[renderer]
            and (texts := _overlapping(post, bold, sets[renderer] - meant))
        }
        locate = post.source.location
        found.append(
            BoldSpan(
                Location(*locate(bold.start), bold.start),
                Location(*locate(bold.end), bold.end),
                post.text[bold.inner_start : bold.inner_end],
                bold in meant,
                rendered,
                instead,
            )
        )
    return found


def _overlapping(post: Post, bold: Bold, others: set[Bold]) -> list[str]:
    """Texts of the other spans that overlap one, marks included."""
    return [
        post.text[other.inner_start : other.inner_end]
        for other in sorted(others)
        if other.start < bold.end and bold.start < other.end
    ]
