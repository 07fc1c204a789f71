"""Images without an alternative text, or with a file name for one.

In HTML an empty ``alt`` says that an image is there for its looks; only one without any is reported.
"""

from collections.abc import Iterator
from urllib.parse import unquote

from lintpost.checks.common.links.parts import LinkPart, link_parts
from lintpost.checks.common.span_set import SpanSet
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy, lazy_bytes
from lintpost.post.post import Post
from lintpost.site.fold import fold
from lintpost.site.site import Site

_ALT = lazy(r"!\[(?P<alt>[^\]]*)\]")
_TAG = lazy_bytes(rb"<img\s[^<>]{0,2000}>", 2)
_HAS_ALT = lazy_bytes(rb"\salt(?:[\s=>/])", 2)
_FILE = lazy(r"[\w %().～〜:-]{1,100}\.(?:png|jpe?g|gif|svg|webp|avif|heic|bmp|tiff?)", 2)
_NAME = lazy(r"[\d_-]")
"""What tells a name from a word."""
_CAMERA = lazy(
    r"(?:img|dsc[fn]?|image|pxl|screenshot|スクリーンショット|名称未設定|unnamed|untitled)[ _-]?[\d _.:()-]*",
    2,
)


def run(post: Post, options: CheckOptions, site: Site) -> Iterator[Hit]:
    """One hit at each image."""
    data = post.body_data
    if b"![" not in data and b"<img" not in data and b"<IMG" not in data:
        return
    point = post.markdown.point
    for image in link_parts(post, "Image"):
        key, alt = _slip(image)
        if key:
            yield Hit(point(image.start), point(image.end), key, {"alt": alt})
    if b"<img" in data or b"<IMG" in data:
        yield from _tags(post, data)


def _tags(post: Post, data: bytes) -> Iterator[Hit]:
    """The tags of images without the attribute, in no code."""
    markdown = post.markdown
    tags = [
        one.span()
        for one in _TAG.finditer(data)
        if not _HAS_ALT.search(one[0]) and b"{" not in one[0]
    ]
    if not tags:
        return
    blocks = zip(*markdown.outermost("CodeBlock"), strict=True)
    code = SpanSet(
        [
            *((markdown.point(first), markdown.point(last)) for first, last in blocks),
            *markdown.code_spans(),
        ]
    )
    for start, end in tags:
        span = markdown.point(start), markdown.point(end)
        if not code.holds_at(span[0]):
            yield Hit(*span, "missing", {"alt": ""})


def _slip(image: LinkPart) -> tuple[str, str]:
    """The key of the message, "" for none, and the text that there is."""
    match = _ALT.match(image.source)
    if match is None:
        return "", ""
    alt = match["alt"].strip()
    if not alt:
        return "missing", ""
    name = fold(unquote(image.address).split("?")[0].rsplit("/", 1)[-1])
    stem = name.rsplit(".", 1)[0]
    is_stem = fold(alt) == stem and _NAME.search(stem) is not None
    is_name = fold(alt) == name or is_stem or _FILE.fullmatch(alt) or _CAMERA.fullmatch(alt)
    return ("file", alt) if is_name else ("", "")


CHECK = Check(
    name="image-alt",
    options=CheckOptions,
    messages={"missing": ("alt",), "file": ("alt",)},
    run=run,
    reads=("markdown",),
)
