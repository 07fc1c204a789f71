"""What is typed of a link so far, before it is one."""

from typing import NamedTuple

from lintpost.checks.common.links.body_links import LinkKind
from lintpost.checks.common.links.unrendered import is_unrendered
from lintpost.post.lazy import lazy
from lintpost.post.post import Post

_MARKDOWN = lazy(
    r"(?:\]\(<?|^[ ]{0,3}\[[^\[\]\n]{1,300}\]:[ \t]*<?|<a\b[^<>\n]{0,500}?[\s\"']href\s*=\s*[\"'])"
    r"(?P<target>(?:\{\{[^{}\n]{1,200}\}\})?[^()\s<>\"'{}]*)\Z"
)
"""The target of an inline link, of a definition, or of an element of HTML."""
_LIQUID = lazy(
    r"\{%-?\s*(?P<tag>post_url|link)\s+(?P<target>[^\s%{}]*)(?:\s*-?%\}(?P<rest>#[^\s()\"'<>]*))?\Z"
)
_REF = lazy(
    r"\{\{[<%]\s*(?:ref|relref)\s+(?:path\s*=\s*)?[\"`]?(?P<target>[^\s\"`<>%{}$]*)"
    r"(?:[\"`]?\s*[>%]\}\}(?P<rest>#[^\s()\"'<>]*))?\Z"
)


class TypedLink(NamedTuple):
    """A link that is being typed: `path` begins at `start`; `fragment` is behind the ``#``, None before there is one.

    The link ends at `end`, where the cursor is.
    """

    kind: LinkKind
    path: str
    fragment: str | None
    start: int
    end: int


def typed_link(post: Post, offset: int) -> TypedLink | None:
    """The link whose target ends at an offset as yet; None where none is being typed."""
    first = max(post.source.line_span(post.source.location(offset)[0])[0], post.body)
    line = post.text[first:offset]
    for pattern in (_MARKDOWN, _LIQUID, _REF):
        match = pattern.search(line)
        if match is None:
            continue
        groups = match.groupdict()
        start = first + match.start("target")
        if is_unrendered(post, start) or _is_image(line, match.start()):
            return None
        kind: LinkKind = "ref" if pattern is _REF else "link"
        if groups.get("tag"):
            kind = "post_url" if groups["tag"] == "post_url" else "file"
        path, sign, fragment = (match["target"] + (groups.get("rest") or "")).partition("#")
        return TypedLink(kind, path, fragment if sign else None, start, offset)
    return None


def _is_image(line: str, at: int) -> bool:
    """Whether the bracket that closes at an offset is the text of an image."""
    depth = 0
    for index in range(at, -1, -1) if line.startswith("]", at) else ():
        depth += {"]": 1, "[": -1}.get(line[index], 0)
        if depth == 0:
            return line.startswith("![", index - 1)
    return False
