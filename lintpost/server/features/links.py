"""Links between posts: where one leads, and what one may lead to."""

import os
from typing import NamedTuple
from urllib.parse import quote, unquote

from lintpost.post.lazy import lazy
from lintpost.post.post import Post

_TARGET = lazy(r"\]\(<?([^()\s<>]*)")
_TYPED = lazy(r"\]\(<?([^()\s<>]*)\Z")
_NO_SLUG = lazy(r"[^\w\- ]")
_UNWRITTEN = lazy(r"[\s()<>%#?\"]")
"""Characters that would end or change a target."""
_EXPLICIT = lazy(r"[ \t]*\{:?[ \t]*#(?P<id>[^\s{}]+)[^{}]*\}\Z")
_MARKUP = lazy(r"[*`]|!?\[([^\]]*)\]\([^)]*\)")


class LinkTarget(NamedTuple):
    """The target of an inline link as it is written, with its span."""

    written: str
    start: int
    end: int


def target_at(post: Post, offset: int) -> LinkTarget | None:
    """The target of the inline link at an offset of the body; those in code are none."""
    first, last = post.source.line_span(post.source.location(offset)[0])
    for match in _TARGET.finditer(post.text, max(first, post.body), last):
        if match.start(1) <= offset <= match.end(1) and not _in_code(post, match.start(1)):
            return LinkTarget(match[1], *match.span(1))
    return None


def typed_target(post: Post, offset: int) -> LinkTarget | None:
    """What is typed of the target of an inline link; None where none is being typed."""
    first = post.source.line_span(post.source.location(offset)[0])[0]
    match = _TYPED.search(post.text, max(first, post.body), offset)
    if match is None or _in_code(post, match.start(1)):
        return None
    return LinkTarget(match[1], *match.span(1))


def file_of(written: str, path: str, root: str) -> str | None:
    """The file that a target leads to, from a post: relative to it, or from the root with a slash in front.

    The extension of a post may be left out. None where there is no such file, as for an address.
    """
    name = unquote(written.partition("#")[0].partition("?")[0])
    if not name or "://" in name:
        return None
    base = (
        os.path.join(root, name.lstrip("/"))
        if name.startswith("/")
        else os.path.join(os.path.dirname(path), name)
    )
    found = os.path.normpath(base)
    candidates = (found, f"{found}.md", f"{found}.mdx", os.path.join(found, "index.md"))
    return next((one for one in candidates if os.path.isfile(one)), None)


def written_path(target: str, path: str) -> str:
    """A file as a link from a post leads to it: relative, with slashes."""
    relative = os.path.relpath(target, os.path.dirname(path)).replace(os.sep, "/")
    return _UNWRITTEN.sub(lambda found: quote(found[0]), relative)


def anchors(post: Post) -> dict[str, tuple[int, int]]:
    """The anchors of the headings, with the spans of their first lines.

    They are GitHub's: small letters, punctuation left out, hyphens for spaces, a number behind those that come
    again (https://github.com/Flet/github-slugger). One that is written out (``{#id}``) goes before.
    """
    found: dict[str, tuple[int, int]] = {}
    for block in post.markdown.blocks("Heading"):
        line = post.text[block.start : block.end].partition("\n")[0].rstrip()
        text = _MARKUP.sub(lambda part: part[1] or "", line.strip("# \t"))
        explicit = _EXPLICIT.search(text)
        if explicit is not None:
            found.setdefault(explicit["id"].lower(), (block.start, block.start + len(line)))
            continue
        slug = anchor = _NO_SLUG.sub("", text.lower()).strip().replace(" ", "-")
        count = 0
        while anchor in found:
            count += 1
            anchor = f"{slug}-{count}"
        found[anchor] = (block.start, block.start + len(line))
    return found


def _in_code(post: Post, offset: int) -> bool:
    block = post.markdown.block_at(offset)
    if block >= 0 and post.markdown.block(block).kind == "CodeBlock":
        return True
    return any(start < offset < end for start, end in post.markdown.code_spans())
