"""The links and images of a body with the places of their targets: Markdown, HTML, Liquid tags, shortcodes."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from lintpost.checks.common.links.unrendered import is_unrendered
from lintpost.post.lazy import lazy, lazy_bytes
from lintpost.post.memo import MemoKey
from lintpost.post.post import Post

LinkKind = Literal["link", "image", "post_url", "file", "ref"]
"""``post_url`` is Jekyll's tag, ``file`` its tag ``link``, ``ref`` Hugo's ``ref`` and ``relref``."""

_HTML = lazy(
    r"<(?P<tag>a|img)\b[^<>]{0,500}?[\s\"'](?P<name>href|src)\s*=\s*(?P<mark>[\"'])(?P<target>[^\"'<>\n]{1,500})(?P=mark)",
    re.IGNORECASE,
)
_LIQUID_TAG = lazy(
    r"\{%-?\s*(?P<tag>post_url|link)\s+(?P<target>[^\s%{}]{1,300})\s*-?%\}(?P<rest>[#?][^\s()\"'<>]{0,200})?"
)
_LIQUID_LINK = lazy(
    r"(?P<image>!?)\[[^\[\]\n]{0,300}\]\((?P<target>(?:\{\{[^{}\n]{1,200}\}\})+[^\s(){}\n]{0,300})[\s)]"
)
_REF = lazy(
    r"\{\{[<%]\s*(?:ref|relref)\s+(?:path\s*=\s*)?(?P<mark>[\"`]?)(?P<target>[^\s\"`<>%{}$]{1,300})(?P=mark)\s*[>%]\}\}"
    r"(?P<rest>#[^\s()\"'<>]{0,200})?"
)
_SIZED_IMAGE = lazy(r"!\[[^\[\]\n]{0,300}\]\((?P<target>[^\s()]{1,300})[ ]+=[0-9]*x[0-9]*\)")
_SIZE = lazy_bytes(rb" =[0-9]*x[0-9]*\)")
_FIGURE = lazy(r"\{\{<\s*figure\s[^{}]{0,300}?\bsrc\s*=\s*\"(?P<target>[^\"\n]{1,300})\"")
_DEFINITION = lazy(r"(?m)^[ ]{0,3}\[[^\[\]\n]{1,300}\]:[ \t]*<?(?P<target>[^\s<>]{1,500})")
_STAND_IN = lazy("[\ue000-\uf8ff]")

_LINKS: "MemoKey[list[BodyLink]]" = MemoKey("body-links")


class BodyLink(NamedTuple):
    """A link or an image: `target` as its renderer reads it; `start` and `end` enclose it where it is written, or
    the whole link where it is written in other characters (`is_exact` is False).
    """

    kind: LinkKind
    target: str
    start: int
    end: int
    is_exact: bool


def body_links(post: Post) -> list[BodyLink]:
    """Every link and image outside code and comments, in the order of the text, each place once."""
    return post.memo.get_or_make(_LINKS, lambda: _found(post))


def _target_at(text: str, target: str, start: int, end: int) -> int:
    """Where the target of a link stands in its source: its text and its title may say the same. -1 where it does not."""
    opening = text.rfind("](", start, end)
    at = text.find(target, opening, end) if opening >= 0 else -1
    return at if at >= 0 else text.rfind(target, start, end)


def _found(post: Post) -> list[BodyLink]:
    reader = _Reader(post)
    found: dict[int, BodyLink] = {}
    for one in (*reader.markdown(), *reader.patterns()):
        found.setdefault(one.start, one)
    return [found[start] for start in sorted(found)]


class _Reader:
    """Reads one body."""

    def __init__(self, post: Post) -> None:
        self._post = post
        self._text = post.text
        self._markdown = post.markdown

    def markdown(self) -> Iterator[BodyLink]:
        """What the parser calls links and images."""
        definitions: dict[str, tuple[int, int]] | None = None
        for kind, target, link_type, start, end in self._markdown.targets():
            if not target or link_type == "Email":
                continue
            if not target.isascii() and _STAND_IN.search(target):
                continue
            if link_type in ("Inline", "Autolink"):
                at = _target_at(self._text, target, start, end)
                place = (at, at + len(target))
            else:
                if definitions is None:
                    matches = _DEFINITION.finditer(self._text, self._post.body)
                    definitions = {match["target"]: match.span("target") for match in matches}
                place = definitions.get(target, (-1, -1))
            exact = place[0] >= 0
            shown: LinkKind = "link" if kind == "Link" else "image"
            yield BodyLink(shown, target, *(place if exact else (start, end)), exact)

    def patterns(self) -> Iterator[BodyLink]:
        """What generators read before Markdown is: tags, shortcodes, and HTML."""
        text, data = self._text, self._post.source.data
        if b"<" in data:
            for match in _HTML.finditer(text, self._post.body):
                is_link = match["tag"].lower() == "a"
                if is_link == (match["name"].lower() == "href"):
                    yield from self._one("link" if is_link else "image", match)
        has_braces = b"{" in data
        if has_braces and b"{%" in data:
            for match in _LIQUID_TAG.finditer(text, self._post.body):
                yield from self._one(
                    "post_url" if match["tag"] == "post_url" else "file", match, match["rest"] or ""
                )
        if has_braces and b"{{" in data:
            if b"]({{" in data:
                for match in _LIQUID_LINK.finditer(text, self._post.body):
                    yield from self._one("image" if match["image"] else "link", match)
            for match in _REF.finditer(text, self._post.body):
                yield from self._one("ref", match, match["rest"] or "")
            for match in _FIGURE.finditer(text, self._post.body):
                yield from self._one("image", match)
        if b" =" in data and _SIZE.search(data):
            for match in _SIZED_IMAGE.finditer(text, self._post.body):
                yield from self._one("image", match)

    def _one(self, kind: LinkKind, match: re.Match[str], rest: str = "") -> Iterator[BodyLink]:
        start, end = match.span("target")
        if not is_unrendered(self._post, match.start()):
            yield BodyLink(kind, match["target"] + rest, start, end, True)
