"""The anchors of a post as facts: its headings, and the ids that are written out."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from pyromark import events_with_range

from lintpost.post.lazy import lazy, lazy_bytes
from lintpost.post.markdown.events import OPTIONS
from lintpost.post.post import Post
from lintpost.site.anchors.rules import AnchorRule, Heading, ids_of

_UNDERLINE = lazy(r"\n[ \t]{0,3}(?:=+|-+)[ \t]*\Z")
_EXPLICIT = lazy(r"(?<![ \t])[ \t]*\{(?:/\*[ \t]*)?:?[ \t]*#(?P<id>[^\s{}*]+)[^{}]*\}[ \t]*\Z")
_ATTRIBUTE_LIST = lazy(r"\{:?[ \t]*(?:[.\w][^{}\n#]{0,200})?#(?P<id>[^\s{}.\"']+)[^{}\n]*\}")
_ATTRIBUTE = lazy(r"(?i)<[a-z][^<>]{0,1000}?[\s\"'](?:id|name)\s*=\s*[\"']?(?P<id>[^\"'\s<>{}]+)")
_MAKERS = lazy(
    r"\{\{[<%]\s*/?\s*(?!(?:ref|relref|figure|highlight|youtube|tweet|x|vimeo|gist|param|instagram|/)\b)\w"
    r"|\{%-?\s*(?!(?:end)?(?:raw|highlight|comment|if|unless|for|case)\b|(?:else|elsif|when|assign|post_url|link|break)\b)\w"
    r"|\{\{-?\s*\w+\("  # Zola's shortcodes
    r"|(?i:\{\{-?\s*(?:content|include)\b)"
)
_COMPONENT = lazy(r"<[A-Z]\w*|\bid=\{")
_MARKS = lazy(r"[*_`<\[\]&\\~!:]")
# Searched for from a line end, which is much faster than from the start of a line.
_TERM = lazy_bytes(rb"\n[ ]{0,3}:[ \t]")
_FIRST = 5
"""Bytes of a term's mark with its spaces, as far as it may reach."""
_MOST = 120
"""Headings that are noted; a post with more is unknown: facts are small."""


class Anchors(NamedTuple):
    """The anchors of a page. `is_open`: a shortcode, an include or a component may make others. `has_terms`: it has
    definition lists, whose terms have ids under some generators.
    """

    headings: tuple[Heading, ...]
    written: frozenset[str]
    is_open: bool
    has_terms: bool = False

    @classmethod
    def of_fact(cls, fact: dict[str, Any]) -> "Anchors":
        """The anchors of `note_anchors`, from JSON or not."""
        headings = tuple(
            Heading(one, one) if isinstance(one, str) else Heading(*one) for one in fact["headings"]
        )
        return cls(headings, frozenset(fact["ids"]), fact["open"], fact["terms"])

    def ids(self, rule: AnchorRule) -> frozenset[str] | None:
        """Every id under a rule; None where there may be others."""
        made = None if self.is_open else ids_of(rule, self.headings)
        return made | self.written if made is not None else None


class WrittenHeading(NamedTuple):
    """A heading of a body: its place (bytes of the body), its content as it is written, and its explicit id, "" for
    none.
    """

    start: int
    end: int
    source: str
    id: str

    @property
    def shown(self) -> str:
        """The content as a reader sees it."""
        return _shown(self.source)


def written_headings(post: Post) -> Iterator[WrittenHeading]:
    """The headings of a body, in the order of the text."""
    data = post.body_data
    for place in post.markdown.elements("Heading"):
        start, end = place["start"], place["end"]
        yield WrittenHeading(start, end, *_content(data[start:end].decode()))


def written_ids(post: Post) -> Iterator[re.Match[str]]:
    """The ids that attributes of HTML and attribute lists write out: each match's ``id``."""
    if "<" in post.text:
        yield from _ATTRIBUTE.finditer(post.text, post.body)
    if "{" in post.text:
        yield from _ATTRIBUTE_LIST.finditer(post.text, post.body)


def is_template(source: str) -> bool:
    """Whether a template fills in a part of what is written."""
    return "{{" in source or "{%" in source


def note_anchors(post: Post) -> dict[str, Any]:
    """The headings of a post (those whose text is as it is written as one string) and its written ids."""
    headings: list[Any] = []
    sources: list[str] = []
    text = post.text
    data = post.body_data
    written = {match["id"] for match in written_ids(post)}
    for one in written_headings(post):
        sources.append(one.source)
        if one.id:
            written.add(one.id)
        else:
            shown = one.shown
            headings.append(one.source if shown == one.source else [one.source, shown])
    is_open = (
        len(headings) > _MOST
        or any(map(is_template, sources))
        or ((b"{{" in data or b"{%" in data) and _MAKERS.search(text, post.body) is not None)
    )
    is_open = is_open or (
        post.path.endswith(".mdx") and _COMPONENT.search(text, post.body) is not None
    )
    return {
        "headings": [] if is_open else headings,
        "ids": sorted(written),
        "open": is_open,
        "terms": _TERM.search(data) is not None or _TERM.match(b"\n" + data[:_FIRST]) is not None,
    }


def html_anchors(text: str) -> Anchors:
    """The anchors of an HTML page or layout."""
    found = frozenset(match["id"] for match in html_ids(text))
    return Anchors((), found, is_template(text))


def html_ids(text: str) -> Iterator[re.Match[str]]:
    """The ids that the elements of an HTML page have: each match's ``id``."""
    return _ATTRIBUTE.finditer(text)


def _content(source: str) -> tuple[str, str]:
    """What is written in a heading, and its explicit id, "" for none."""
    source = source.rstrip()
    if "\n" in source:
        content = _UNDERLINE.sub("", source).strip()
    else:
        content = source.lstrip("#").strip()
        bare = content.rstrip("#")
        content = bare.rstrip() if not bare or bare[-1] in " \t" else content
    explicit = _EXPLICIT.search(content)
    return (content[: explicit.start()], explicit["id"]) if explicit else (content, "")


def _shown(source: str) -> str:
    """What a reader sees of a heading's Markdown."""
    if _MARKS.search(source) is None:
        return source
    parts = []
    depth = 0
    events: Any = events_with_range(f"# {source}", options=OPTIONS)
    for event, _ in events:
        if "Text" in event:
            parts.append("" if depth else event["Text"])
        elif "Code" in event:
            parts.append(event["Code"])
        elif event == "SoftBreak":
            parts.append("\n")
        elif isinstance(event, dict) and "Start" in event and "Image" in event["Start"]:
            depth += 1
        elif isinstance(event, dict) and event.get("End") == "Image":
            depth -= 1
    return "".join(parts)
