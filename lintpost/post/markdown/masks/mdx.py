"""MDX: imports, exports and expressions; and tags that only JSX and Vue know as such."""

from collections.abc import Iterator

from lintpost.post.lazy import lazy_bytes
from lintpost.post.markdown.masks.searched_text import SearchedText
from lintpost.post.markdown.masks.spans import Mask

_MODULE = lazy_bytes(rb"\n(?:import|export)(?=[ \t{*'\"])")
_BRACKETS = lazy_bytes(rb"[{}()\[\]\n]")
_OPENING = frozenset((b"{", b"(", b"["))
_BRACES = lazy_bytes(rb"[{}]")
_TAG_START = lazy_bytes(rb"<(?=/?[A-Za-z>])")
_BRACED = rb"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*+\})*+\})*+\}"
_VALUE = rb"(?:\"[^\"]*+\"|'[^']*+'|" + _BRACED + rb"|[^\s\"'=<>`{}]++)"
_NAME = rb"[@:#A-Za-z_][\w.:@#\[\]-]*+"
TAG = lazy_bytes(
    rb"</?(?:[A-Za-z][\w.:-]*+)?(?:\s++(?:"
    + _NAME + rb"(?:\s*+=\s*+" + _VALUE + rb")?|" + _BRACED + rb"))*+\s*+/?>"
)  # fmt: skip
LONGEST_TAG = 4000


def masks(text: SearchedText) -> Iterator[Mask]:
    """What is code in MDX."""
    yield from _modules(text)
    yield from _expressions(text)
    yield from tags(text)


def _modules(text: SearchedText) -> Iterator[Mask]:
    """Imports and exports: to the end of the line on which their last bracket closes."""
    data = b"\n" + text.data
    starts = [match.start() for match in _MODULE.finditer(data)]
    for start, limit in zip(starts, [*starts[1:], len(data)], strict=False):
        depth = 0
        end = limit
        for match in _BRACKETS.finditer(data, start + 1, limit):
            if match[0] == b"\n":
                if depth <= 0:
                    end = match.start()
                    break
            else:
                depth += 1 if match[0] in _OPENING else -1
        else:
            blank = data.find(b"\n\n", start + 1, limit)  # a bracket that is never closed
            end = blank if depth > 0 and blank >= 0 else limit
        yield Mask(start, end - 1, "markup")


def _expressions(text: SearchedText) -> Iterator[Mask]:
    """Text in braces, the outermost pairs."""
    opened: list[int] = []
    for match in _BRACES.finditer(text.data):
        at = match.start()
        if not text.is_text(at):
            continue
        if match[0] == b"{":
            opened.append(at)
        elif opened:
            start = opened.pop()
            is_word = not (text.data.startswith(b"{/*", start) or text.is_alone(start, at + 1))
            yield Mask(start, at + 1, "word" if is_word else "markup")


def may_hold_tags(data: bytes) -> bool:
    """Whether a body may hold a tag that CommonMark takes for text."""
    return b"<" in data and (b"{" in data or b"@" in data)


def tags(text: SearchedText) -> Iterator[Mask]:
    """Tags with attributes that CommonMark does not know (``icon={…}``, ``@click="…"``)."""
    after = 0
    for match in _TAG_START.finditer(text.data):
        at = match.start()
        if at < after or not text.is_text(at):
            continue
        tag = TAG.match(text.data, at, at + LONGEST_TAG)
        if tag is not None:
            after = tag.end()
            yield Mask(at, after, "markup")
