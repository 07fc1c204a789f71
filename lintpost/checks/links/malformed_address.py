"""Addresses of links that no browser can follow: a slip in the scheme, full-width signs, a mark that got in.

Looks at the addresses of links, images and definitions. What a template makes (``{{ … }}``) is not known, and
passed over.
"""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from lintpost.checks.common.links.references import references
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.site import Site

_FINE = lazy(r"(?:https?://(?!https?:?//)\w|[/.]|#)[!-~]*\Z")
"""What nearly every address is like: a look that spares it the others."""
_DOUBLED = lazy(r"https?://(?=https?:?//)", 2)
_FULL_WIDTH = lazy(r"(?:https?|ｈｔｔｐｓ?)[:：][/／]{1,2}[^/?#]*", 2)
_WIDE = lazy(r"[！-～]")
_SLASHES = lazy(r"(https?)(?::/?(?![/\\])|://(?=/)|;//|//)", 2)
_SCHEME = lazy(r"(?!https?:)(?=[hps]*t)(?=[hts]*p)[htps]{3,8}:/{0,2}(?=\w)", 2)
_HOSTLESS = lazy(r"https?:/*\Z", 2)
_SWALLOWED = lazy(r"[。、，．」』】〉》）]+\Z")
_SPACE = lazy(r"[\u3000\u00a0]")
_PAIRS = {"）": "（", "」": "「", "』": "『", "】": "【", "〉": "〈", "》": "《"}
_TEMPLATE = ("{{", "{%", "<%", "${")
_IN_TEXT = (
    "htp://", "htps://", "htpp://", "htpps://", "httpp://", "httpps://", "htttp://", "htttps://", "hhttp://", "hhttps://",
    "hppt://", "hppts://", "http;//", "https;//", "https//", "http：／／", "https：／／", "https://http", "http://http",
)  # fmt: skip
"""What addresses in the text begin with that are looked at; others may be meant (ttp://)."""
_TOKEN = lazy(r"[^\s<>\"'（）()、。「」『』`]+\w/?")
_LONGEST = 4000
"""Bytes before the end of a link in which its address is looked for."""


class _Slip(NamedTuple):
    """What is wrong with an address, and how it was meant (None: who knows)."""

    key: str
    meant: str | None


def prepare(options: CheckOptions, site: Site) -> None:
    """Let the slips be looked for from the first post on."""
    site.literals.numbers(_IN_TEXT)


def run(post: Post, options: CheckOptions, site: Site) -> Iterator[Hit]:
    """One hit at each address; the fix, always unsafe, writes what was probably meant."""
    yield from _bare(post, site)
    markdown = post.markdown
    found = [(one.content, one.content_start, one.content_start) for one in references(post).links]
    found += (
        (one["link"]["dest_url"], one["start"], one["end"])
        for kind in ("Link", "Image")
        for one in markdown.elements(kind)
        if one["link"]["link_type"] in ("Inline", "Autolink")
    )
    slips = [
        (start, end, address, slip) for address, start, end in found if (slip := _slip(address))
    ]
    if not slips:
        return
    data = post.body_data
    for start, end, address, slip in sorted(slips):
        written = address.encode()
        at = start if end == start else data.rfind(written, max(start, end - _LONGEST), end)
        is_exact = at >= 0 and data.startswith(written, at)  # else it has escapes or entities
        first, last = (at, at + len(written)) if is_exact else (start, end)
        span = markdown.point(first), markdown.point(last)
        fix = (
            Fix("unsafe", (Edit(*span, slip.meant),))
            if is_exact and slip.meant is not None
            else None
        )
        yield Hit(*span, slip.key, {"address": address, "meant": slip.meant or ""}, fix)


def _bare(post: Post, site: Site) -> Iterator[Hit]:
    """Addresses that stand in the text as they are, as far as their beginning is a slip for certain."""
    occurrences = site.literals.in_post(post)
    numbers = site.literals.numbers(_IN_TEXT)
    places = sorted({place for number in numbers for place in occurrences.get(number, ())})
    starts, ends = post.markdown.prose_runs.shown
    after = 0
    for place in places:
        index = bisect_right(starts, place - post.body_byte) - 1
        if index < 0 or place - post.body_byte >= ends[index]:
            continue
        start = post.markdown.point(place - post.body_byte)
        before = post.text[start - 1 : start]
        if start < after or (before.isascii() and before.isalnum()):
            continue
        match = _TOKEN.match(post.text, start)
        after = match.end() if match else start
        if match and (slip := _slip(match[0])):
            fix = Fix("unsafe", (Edit(*match.span(), slip.meant),)) if slip.meant else None
            params = {"address": match[0], "meant": slip.meant or ""}
            yield Hit(*match.span(), slip.key, params, fix)


def _slip(address: str) -> _Slip | None:
    if not address or _FINE.match(address) or any(mark in address for mark in _TEMPLATE):
        return None
    if _HOSTLESS.match(address):
        return _Slip("host", None)
    if doubled := _DOUBLED.match(address):
        return _Slip("doubled", address[doubled.end() :])
    wide = _FULL_WIDTH.match(address)
    if wide and (_WIDE.search(wide[0]) or "。" in wide[0].rstrip("。")):
        narrow = "".join(chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else c for c in wide[0])
        return _Slip("wide", narrow.replace("。", ".") + address[wide.end() :])
    if slashes := _SLASHES.match(address):
        return _Slip("slashes", f"{slashes[1]}://{address[slashes.end() :].lstrip('/')}")
    if scheme := _SCHEME.match(address):
        return _Slip(
            "scheme",
            f"https://{address[scheme.end() :]}"
            if "s" in scheme[0].lower()
            else f"http://{address[scheme.end() :]}",
        )
    if (
        "://" in address[:10]
        and (swallowed := _SWALLOWED.search(address))
        and _is_swallowed(address, swallowed[0])
    ):
        return _Slip("swallowed", address[: swallowed.start()])
    if _SPACE.search(address):
        return _Slip("space", None)
    return None


def _is_swallowed(address: str, marks: str) -> bool:
    """Whether the marks at the end belong to the sentence; names of pages in a wiki may end in them."""
    if "wiki" in address:
        return False
    opening = _PAIRS.get(marks[-1])
    return opening is None or address.count(opening) < address.count(marks[-1])


CHECK = Check(
    name="malformed-address",
    options=CheckOptions,
    messages=dict.fromkeys(
        ("doubled", "wide", "slashes", "scheme", "host", "swallowed", "space"), ("address", "meant")
    ),
    run=run,
    reads=("markdown",),
    changes=("link", "text"),
    prepare=prepare,
)
