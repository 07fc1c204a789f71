"""Where the anchors of a page stand: its headings, and the ids that are written out."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lintpost.checks.common.links.anchor_notes import (
    WrittenHeading,
    html_ids,
    is_template,
    written_headings,
    written_ids,
)
from lintpost.checks.common.links.unrendered import is_unrendered
from lintpost.post.memo import MemoKey
from lintpost.post.post import Post
from lintpost.site.anchors.rules import AnchorRule, Heading, ids_of_each

_PLACES = MemoKey[list["AnchorPlace"]]("anchor-places")


class AnchorPlace(NamedTuple):
    """A part of a page that links can lead to by any of its ids, the most likely one first.

    `start` and `end` enclose the first line of a heading, or an id that is written out.
    """

    ids: tuple[str, ...]
    start: int
    end: int


def anchor_places(post: Post, rule: AnchorRule) -> list[AnchorPlace]:
    """The anchors of a post under the rule of its renderer: the headings in the order of the text, then other ids.

    A heading whose id the rule cannot say, or that a template fills in, has none. Ids in code and comments are
    left out, though `links/dead-anchor` lets links to them pass.
    """
    return post.memo.get_or_make(_PLACES, lambda: list(_found(post, rule)), rule)


def html_anchor_places(text: str) -> list[AnchorPlace]:
    """The anchors of an HTML page."""
    return [AnchorPlace((match["id"],), *match.span("id")) for match in html_ids(text)]


def by_id(places: Iterable[AnchorPlace]) -> dict[str, AnchorPlace]:
    """The anchors by id. A heading that most likely has an id goes before one that may have it."""
    places = list(places)
    found: dict[str, AnchorPlace] = {}
    for place in places:
        found.setdefault(place.ids[0], place)
    for place in places:
        for id in place.ids:
            found.setdefault(id, place)
    return found


def _found(post: Post, rule: AnchorRule) -> Iterator[AnchorPlace]:
    headings = list(written_headings(post))
    unnamed = [one for one in headings if not one.id]
    made = iter(ids_of_each(rule, [Heading(one.source, one.shown) for one in unnamed]))
    known: set[str] = set()
    for one in headings:
        ids = (one.id,) if one.id else next(made)
        if ids and not is_template(one.source):
            known.add(ids[0])
            yield AnchorPlace(ids, *_first_line(post, one))
    for match in written_ids(post):
        if match["id"] not in known and not is_unrendered(post, match.start("id")):
            known.add(match["id"])
            yield AnchorPlace((match["id"],), *match.span("id"))


def _first_line(post: Post, heading: WrittenHeading) -> tuple[int, int]:
    start, end = post.markdown.points([heading.start, heading.end])
    line = post.text[start:end].partition("\n")[0].rstrip()
    return start, start + len(line)
