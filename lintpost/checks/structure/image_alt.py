"""Images without an alternative text, or with a file name for one.

In HTML an empty ``alt`` says that an image is there for its looks; only one without any is reported.
"""

from collections.abc import Iterator
from urllib.parse import unquote

from lintpost.checks.common.link_parts import LinkPart, link_parts
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
_CAMERA = lazy(
    r"(?:img|dsc[fn]?|image|pxl|screenshot|スクリーンショット|名称未設定|unnamed|untitled)[ _-]?[\d _.:()-]*",
    2,
)


def run(post: Post, options: CheckOptions, site: Site) -> Iterator[Hit]:
    """One hit at each image."""
    data = post.source.data[post.body_byte :]
    if b"![" not in data and b"<img" not in data and b"<IMG" not in data:
        return
    point = post.markdown.point
    for image in link_parts(post, "Image"):
        key, alt = _slip(image)
        if key:
            yield Hit(point(image.start), point(image.end), key, {"alt": alt})
    for kind in ("HtmlBlock", "InlineHtml"):
        for block in post.markdown.elements(kind):
            for tag in _TAG.finditer(data, block["start"], block["end"]):
                if _HAS_ALT.search(tag[0]) is None and b"{" not in tag[0]:
                    yield Hit(point(tag.start()), point(tag.end()), "missing", {"alt": ""})


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
    is_stem = fold(alt) == stem and (not stem.isalpha() or len(stem) > 20)
    is_name = fold(alt) == name or is_stem or _FILE.fullmatch(alt) or _CAMERA.fullmatch(alt)
    return ("file", alt) if is_name else ("", "")


CHECK = Check(
    name="image-alt",
    options=CheckOptions,
    messages={"missing": ("alt",), "file": ("alt",)},
    run=run,
    reads=("markdown",),
)
