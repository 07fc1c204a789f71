"""pulldown-cmark's events, drained once: the ranges of elements and the runs of text, in bytes."""

from collections.abc import Iterable
from typing import Any

from pyromark import Options, events_with_range

# What GitHub and kramdown's GFM parser read beside CommonMark.
OPTIONS = (
    Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
)

Ranges = list[tuple[int, int]]
Places = dict[str, list[dict[str, int]]]
"""The parser's own ranges by kind of element; few kinds are ever asked for."""
_STAR = ord("*")


def ranges(places: Places, kind: str) -> Ranges:
    """The ranges of a kind of element, in the order of their starts."""
    return [(place["start"], place["end"]) for place in places.get(kind, ())]


def strong_ranges(places: Places) -> Ranges:
    """The bold ranges; those in the text of an image, which is shown as it is, left out."""
    strong, images = ranges(places, "Strong"), ranges(places, "Image")
    if not images or not strong:
        return strong
    return [s for s in strong if not any(first < s[0] < last for first, last in images)]


def strong_of(body: str) -> Ranges:
    """`strong_ranges` of a text of which nothing else is asked."""
    places: Places = {"Strong": [], "Image": []}
    strong, images = places["Strong"], places["Image"]
    events: Iterable[tuple[Any, Any]] = events_with_range(body, options=OPTIONS)
    for event, place in events:
        if "Start" in event:
            kind = event["Start"]
            if kind == "Strong":
                strong.append(place)
            elif "Image" in kind:
                images.append(place)
    return strong_ranges(places)


def read(body: str, data: bytes) -> tuple[Places, list[int], list[int], list[int]]:
    """Drain the parser once: the ranges of every element by kind, and the runs of text.

    Bytes of the body. Runs that touch are one: the parser splits text at every special character.
    Last come the places of the text that begins with ``*``, as every mark without a partner does.
    """
    places: Places = {}
    starts: list[int] = []
    ends: list[int] = []
    stars: list[int] = []
    add_start, add_end, add_star = starts.append, ends.append, stars.append
    last = -1
    events: Iterable[tuple[Any, Any]] = events_with_range(body, options=OPTIONS)
    for event, place in events:
        if "Text" in event:
            first = place["start"]
            if data[first] == _STAR:
                add_star(first)
            if first == last:
                ends[-1] = last = place["end"]
            else:
                add_start(first)
                last = place["end"]
                add_end(last)
        elif "Start" in event:
            kind = event["Start"]
            if kind.__class__ is dict:
                kind = next(iter(kind))
            if kind in places:
                places[kind].append(place)
            else:
                places[kind] = [place]
    return places, starts, ends, stars
