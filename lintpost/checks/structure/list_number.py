"""Ordered lists that miscount.

Renderers take the number of the first item and count on (https://spec.commonmark.org/0.31.2/#start-number): what
is written and what is shown then differ. A list whose numbers are all the same leaves the counting to them.
"""

from collections.abc import Iterator

from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.lazy import lazy_bytes
from lintpost.post.markdown.events import EventRange
from lintpost.post.post import Post
from lintpost.site.site import Site

_NUMBER = lazy_bytes(rb"(\d{1,9})[.)]")


def run(post: Post, options: CheckOptions, site: Site) -> Iterator[Hit]:
    """One hit a list, at the first number that is not the next one.

    The fix counts anew. It is unsafe although no page changes: a wrong number may be all that is left of an item.
    """
    lists = post.markdown.elements("List")
    if not lists:
        return
    data = post.body_data
    for items in _items(lists, post.markdown.elements("Item")):
        numbers = [_NUMBER.match(data, one["start"]) for one in items]
        found = [(match.start(1), match[1]) for match in numbers if match is not None]
        values = [int(number) for _, number in found]
        if len(values) < 2 or len(found) < len(items) or len(set(values)) == 1:
            continue
        wanted = range(values[0], values[0] + len(values))
        wrong = next((i for i, value in enumerate(values) if value != wanted[i]), None)
        if wrong is None or (values[0] == 0 and set(values[1:]) == {1}):
            continue  # 0. 1. 1. 1. leaves the counting to the renderer, too
        at, number = found[wrong]
        point = post.markdown.point
        start = point(at)
        edits = tuple(
            Edit(point(at), point(at) + len(number), str(value))
            for (at, number), value in zip(found, wanted, strict=True)
            if int(number) != value
        )
        keeps_width = all(len(edit.text) == edit.end - edit.start for edit in edits)
        shown = (
            wrong + 1 if post.syntax.renderers == ("kramdown",) else wanted[wrong]
        )  # which begins at 1
        params = {"number": int(number), "wanted": shown}
        yield Hit(
            start, start + len(number), "", params, Fix("unsafe", edits) if keeps_width else None
        )


def _items(lists: list[EventRange], items: list[EventRange]) -> Iterator[list[EventRange]]:
    """The items of each list, without those of the lists in it."""
    found: list[list[EventRange]] = [[] for _ in lists]
    open_: list[int] = []
    following = 0
    for item in items:
        while following < len(lists) and lists[following]["start"] <= item["start"]:
            open_.append(following)
            following += 1
        while open_ and lists[open_[-1]]["end"] <= item["start"]:
            open_.pop()
        if open_:
            found[open_[-1]].append(item)
    yield from found


CHECK = Check(
    name="list-number",
    options=CheckOptions,
    messages={"": ("number", "wanted")},
    run=run,
    reads=("markdown",),
    site=("renderers",),
    changes=("block",),
)
