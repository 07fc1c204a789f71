"""Each bold span of a post as its author meant it and as every renderer shows it."""

from typing import NamedTuple

from lintpost.config.layer import RENDERERS
from lintpost.engine.finding import Location
from lintpost.post.markdown.emphasis import Bold
from lintpost.post.post import Post
from lintpost.site.site import Renderer


class BoldSpan(NamedTuple):
    """A span with its marks. `rendered` says which renderer shows it, `instead` what one that does
    not makes bold in its place: spans that overlap it or begin in its paragraph and were not meant.
    """

    start: Location
    end: Location
    text: str
    meant: bool
    rendered: dict[Renderer, bool]
    instead: dict[Renderer, list[str]]


def bold_spans(post: Post) -> list[BoldSpan]:
    """What was meant and what is shown, in the order of the text."""
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
            if not rendered[renderer] and (texts := _in_place(post, bold, sets[renderer] - meant))
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


def _in_place(post: Post, bold: Bold, others: set[Bold]) -> list[str]:
    """The texts of spans that share a mark or a letter with one."""
    return [
        post.text[other.inner_start : other.inner_end]
        for other in sorted(others)
        if other.start < bold.end and bold.start < other.end
    ]
