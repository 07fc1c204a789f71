"""One pass over pulldown-cmark's events: the ranges of elements and the runs of text, in bytes."""

from collections.abc import Iterable
from typing import Any

from pyromark import Options, events_with_range

from lintpost.post.markdown.masks.spans import holds

# The extensions that both GitHub and kramdown's GFM parser support.
OPTIONS = (
    Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
)

Ranges = list[tuple[int, int]]
"""Spans in bytes of the body, half-open."""
EventRange = dict[str, Any]
"""A range as the parser gives it, ``start`` and ``end`` in bytes of the body; of a heading with its
``level``, of a link or an image with ``link`` (``link_type``, ``dest_url``, ``title``, ``id``), of a footnote
or a reference to one with its ``label``, of fenced code with its ``info``."""
Elements = dict[str, list[EventRange]]
"""The ranges of a body's elements by their kind (pulldown-cmark's names), in the order of the text."""
_STAR = ord("*")


def ranges(elements: Elements, kind: str) -> Ranges:
    """The ranges of one kind of element, in the order of their starts."""
    return [(place["start"], place["end"]) for place in elements.get(kind, ())]


def outermost(spans: Ranges) -> tuple[list[int], list[int]]:
    """The starts and the ends of those of some sorted ranges that lie in no other."""
    starts: list[int] = []
    ends: list[int] = []
    after = 0
    for first, last in spans:
        if first >= after:
            starts.append(first)
            ends.append(last)
            after = last
    return starts, ends


def strong_ranges(elements: Elements) -> Ranges:
    """The bold ranges, without those in the text of an image, where marks have no effect."""
    strong, images = ranges(elements, "Strong"), ranges(elements, "Image")
    if not images or not strong:
        return strong
    outer = list(zip(*outermost(images), strict=True))
    return [span for span in strong if not holds(outer, span[0])]


def strong_of(body: str) -> Ranges:
    """`strong_ranges` of a text, parsed for nothing else."""
    elements: Elements = {"Strong": [], "Image": []}
    strong, images = elements["Strong"], elements["Image"]
    events: Iterable[tuple[Any, Any]] = events_with_range(body, options=OPTIONS)
    for event, place in events:
        if "Start" in event:
            kind = event["Start"]
            if kind == "Strong":
                strong.append(place)
            elif "Image" in kind:
                images.append(place)
    return strong_ranges(elements)


def read(body: str, data: bytes) -> tuple[Elements, list[int], list[int], list[int]]:
    """Parse a body (`data` is the same in UTF-8), in one pass.

    Returns the ranges of every element by kind; the starts and the ends of the runs of text, where
    runs that touch are joined (the parser splits text at every special character); and where text
    begins with ``*``, as every mark without a partner does. All are bytes of the body.
    """
    elements: Elements = {}
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
                ((kind, value),) = kind.items()
                if kind == "Heading":
                    place["level"] = int(value["level"][1:])
                elif kind == "Link" or kind == "Image":
                    place["link"] = value
                elif kind == "FootnoteDefinition":
                    place["label"] = value
                elif kind == "CodeBlock" and value != "Indented":
                    place["info"] = value["Fenced"]
            if kind in elements:
                elements[kind].append(place)
            else:
                elements[kind] = [place]
        elif "End" in event:
            continue
        elif "Code" in event:
            if "Code" in elements:
                elements["Code"].append(place)
            else:
                elements["Code"] = [place]
        elif "InlineHtml" in event:
            elements.setdefault("InlineHtml", []).append(place)
        elif "FootnoteReference" in event:
            place["label"] = event["FootnoteReference"]
            elements.setdefault("FootnoteReference", []).append(place)
    return elements, starts, ends, stars
