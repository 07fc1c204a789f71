"""Comments of HTML and Liquid, and the bodies of Liquid's blocks of code: what no reader sees as it is written."""

from collections.abc import Iterator

from lintpost.post.lazy import lazy

_LIQUID = lazy(r"\{%-?\s*(?P<end>end)?(?P<name>raw|comment|highlight)\b[^%{}]*%\}")

Span = tuple[int, int]


def hidden_spans(text: str, start: int) -> Iterator[Span]:
    """The spans behind `start`, each with its marks; code points. One that is never closed hides nothing."""
    at = text.find("<!--", start)
    while at >= 0:
        end = text.find("-->", at)
        if end < 0:
            break
        yield at, end + 3
        at = text.find("<!--", end)
    if "{%" not in text:
        return
    opened: tuple[str, int] | None = None
    for tag in _LIQUID.finditer(text, start):
        if opened is None and not tag["end"]:
            opened = tag["name"], tag.start()
        elif opened is not None and tag["end"] and tag["name"] == opened[0]:
            yield opened[1], tag.end()
            opened = None
