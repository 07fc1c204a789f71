"""Headings that nobody meant, and headings that a paragraph ran into."""

from collections.abc import Iterator

from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.lazy import lazy
from lintpost.post.markdown.body import Block
from lintpost.post.post import Post
from lintpost.site.site import Site

_UNDERLINE = lazy(r"\n[ >]*(-{3,}|={3,})[ \t]*\n*\Z")
_SENTENCE = lazy(r"[。！？!?][」』）)*_]*\s*\Z|[a-z0-9)][.!?][*_\"”]*\s*\Z")
_GLUED = lazy(r"(?<=[。！？])[ \t]*(#{2,6})[ \t]+(?=[^\s#])")
_INSIDE = lazy(r"。(?=[^\s」』）)\]】。*_`])")
_QUOTED = lazy(r"「[^」]*」|『[^』]*』|`[^`]*`|（[^）]*）|\([^()]*\)")
_LEAST = 30
"""Letters from which on a heading of several sentences is no slogan."""
_MARK = lazy(r"\A[ >]*#{1,6}[ \t]+")
_PERIOD = "。".encode()
_PROSE = ("Paragraph", "Item")
_SHOWN = 20


class Options(CheckOptions):
    """`most`: letters of a heading, a Latin one counted as half."""

    most: int = 100


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """At the line of hyphens, at the number signs inside a line, at the 。 of a heading, at what is too long."""
    markdown, text = post.markdown, post.text
    data, body = post.source.data, post.body_byte
    for index, leaf in enumerate(markdown.leaves):
        if leaf[2] == "Heading":
            source = data[body + leaf[0] : body - leaf[1]].strip()
            if len(source) <= options.most and b"\n" not in source and _PERIOD not in source:
                continue  # too short to be at fault
            yield from _heading(text, markdown.block(index), markdown.leaf_text(leaf), options)
    if data.find(b"##", body) >= 0:
        yield from _glued(post)


def _glued(post: Post) -> Iterator[Hit]:
    """Number signs behind a sentence, with the empty line that was lost."""
    markdown, text = post.markdown, post.text
    for found in _GLUED.finditer(text, post.body):
        start, end = found.span(1)
        index = markdown.block_at(start)
        if index < 0 or not markdown.is_prose(start, end):
            continue
        block = markdown.block(index)
        if block.kind in _PROSE:
            fix = Fix("unsafe", (Edit(found.start(), start, "\n\n"),))
            yield Hit(start, end, "glued", {"text": _begin(text, found.end(), block.end)}, fix)


def _heading(text: str, block: Block, shown: str, options: Options) -> Iterator[Hit]:
    source = text[block.start : block.end]
    underline = _UNDERLINE.search(source)
    if underline is not None and _is_sentence(source[: underline.start()]):
        start, end = (block.start + at for at in underline.span(1))
        fix = Fix("unsafe", (Edit(start, start, "\n"),)) if underline[1][0] == "-" else None
        last = source[: underline.start()].rstrip()[-_SHOWN:].split("\n")[-1]
        yield Hit(start, end, "underline", {"text": last}, fix)
        return
    mark = _MARK.match(source)
    start = block.start + (mark.end() if mark else 0)
    end = block.start + (underline.start() if underline else len(source.rstrip()))
    count = _letters(shown)
    if count > options.most:
        yield Hit(start, end, "long", {"count": count, "most": options.most})
        return
    inside = _INSIDE.search(_QUOTED.sub(lambda found: " " * len(found[0]), text[start:end]))
    if inside is not None and count >= _LEAST:
        at = start + inside.start()
        yield Hit(at, at + 1, "sentence", {"text": text[start : at + 1][-_SHOWN:]})


def _letters(text: str) -> int:
    """The length of a text as it is read: a Latin letter takes half as much as a Japanese one."""
    return (len(text) + sum(not char.isascii() for char in text) + 1) // 2


def _is_sentence(text: str) -> bool:
    """Whether what stands over a line of hyphens is a sentence: no title ends in 。, and none has two lines."""
    return _SENTENCE.search(text) is not None and (
        "。" in text or "\n" in text.strip() or len(text) > 60
    )


def _begin(text: str, start: int, end: int) -> str:
    return text[start:end].split("\n")[0][:_SHOWN]


CHECK = Check(
    name="heading-seam",
    options=Options,
    messages={
        "underline": ("text",),
        "glued": ("text",),
        "long": ("count", "most"),
        "sentence": ("text",),
    },
    run=run,
    reads=("markdown",),
    changes=("block",),
)
