"""Characters that look like others or like nothing."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Literal
from unicodedata import name as name_of
from unicodedata import normalize

from lintpost.checks.common.front_values import strings
from lintpost.checks.common.names.normal_width import normal_width
from lintpost.checks.common.sentences.quoted_titles import trust_at
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Applicability, Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.markdown.body import EMPHASIS, IMAGE, LINK, QUOTE
from lintpost.post.post import Post
from lintpost.site.site import Site

if TYPE_CHECKING:
    from lintpost.post.markdown.node import MarkdownNode

# Cyrillic and Greek letters that are drawn as Latin ones (Unicode's confusables.txt).
_ALIKE = "АВЕЅІЈКМНОРСТХУаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
# Letters of scripts that no Japanese or English word is written in: Cyrillic, Hebrew, Arabic, Devanagari, Thai, Hangul.
_FOREIGN = "\u0400-\u052f\u0590-\u06ff\u0900-\u097f\u0e00-\u0e7f\uac00-\ud7a3"
_JAPANESE = "\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff"
# For each kind: what it begins with in UTF-8, so that most posts need no closer look; the pattern of
# `compat`, textlint's; and that of `precise`.
_KINDS: dict[str, tuple[tuple[bytes, ...], str, str]] = {
    "control": (
        (*(bytes([code]) for code in (*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F)),
         *(b"\xc2" + bytes([code]) for code in range(0x80, 0xA0)), *(b"\xe2\x80" + bytes([code]) for code in range(0xAA, 0xAF))),
        "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0080-\u009f\u202a-\u202e]",
        "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0080-\u009f\u202a-\u202e]",
    ),
    "zero-width": (
        (b"\xe2\x80\x8b", b"\xe2\x80\x8c", b"\xe2\x81\xa0", b"\xef\xbb\xbf"),
        "\u200b",
        # The joiners of Persian, Indic scripts and emoji (U+200C beside them, U+200D) are needed.
        "[\u200b\u2060\ufeff]|(?<![\u0600-\u0dff])\u200c(?![\u0600-\u0dff])",
    ),
    "decomposed": (
        (b"\xe3\x82\x99", b"\xe3\x82\x9a", b"\xe3\x82\x9b", b"\xe3\x82\x9c"),
        ".[\u3099-\u309c]",
        ".[\u3099\u309a]|[\u304b-\u307b\u30ab-\u30db\u30a6][\u309b\u309c]",
    ),
    "half-width-kana": (
        (*(b"\xef\xbd" + bytes([code]) for code in range(0xA1, 0xC0)), *(b"\xef\xbe" + bytes([code]) for code in range(0x80, 0xA0))),
        "[\uff61-\uff9f]+", "[\uff61-\uff9f]*[\uff66-\uff9d][\uff61-\uff9f]*",
    ),
    "kangxi": (
        tuple(b"\xe2" + bytes([code]) for code in range(0xBA, 0xC0)),
        "[\u2f00-\u2fd5]",
        "[\u2e80-\u2ef3\u2f00-\u2fd5]",
    ),
    "look-alike": (
        tuple(bytes([code]) for code in (0xCE, 0xCF, 0xD0, 0xD1)),
        "(?!)",
        f"(?<![\u0370-\u04ff])[{_ALIKE}](?=[A-Za-z])|(?<=[A-Za-z])[{_ALIKE}](?![\u0370-\u04ff])",
    ),
    "foreign-word": (
        (*(bytes([code]) for code in (*range(0xD0, 0xDC), *range(0xEB, 0xED))),
         *(b"\xea" + bytes([code]) for code in range(0xB0, 0xC0)), *(b"\xed" + bytes([code]) for code in range(0x80, 0x9F)),
         b"\xe0\xa4", b"\xe0\xa5", b"\xe0\xb8", b"\xe0\xb9"),
        "(?!)",
        # A word of its own in a Japanese sentence; one in quotation marks or brackets is shown, not used.
        f"(?<![{_FOREIGN}])(?:(?<=[{_JAPANESE}])|(?<=[{_JAPANESE}、。] )|(?<![^\n]))[{_FOREIGN}]{{2,}}(?= ?[{_JAPANESE}])",
    ),
}  # fmt: skip
_LATIN = str.maketrans(_ALIKE, "ABESIJKMHOPCTXYaeopcyxijsABEZHIKMNOPTYXo")
_PARTING = ("\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x1f", "\x85")
"""Control characters that part words or lines."""
_RADICALS = {
    0x2EA0: "民",
    0x2EC4: "西",
    0x2ED1: "長",
    0x2ED8: "青",
    0x2EE4: "鬼",
    0x2EE9: "黄",
    0x2EED: "歯",
}


class Options(CheckOptions):
    """`kind` of characters; `allow` lists those that may stay; `mode`: ``compat`` is textlint's."""

    kind: Literal[
        "control",
        "zero-width",
        "decomposed",
        "half-width-kana",
        "kangxi",
        "look-alike",
        "foreign-word",
    ] = "control"
    mode: Literal["precise", "compat"] = "precise"
    allow: tuple[str, ...] = ()
    fields: tuple[str, ...] = ("title", "excerpt", "description")
    code: bool = False
    images: bool = True


def prepare(options: Options, site: Site) -> None:
    """Let the words of the patterns be looked for from the first post on."""
    site.literals.numbers(_KINDS[options.kind][0])


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each, in the body and in the fields; the fix writes what was meant, or nothing."""
    begins, *patterns = _KINDS[options.kind]
    if not site.literals.is_any_in(post, site.literals.numbers(begins)):
        return
    pattern = _pattern(patterns[options.mode == "precise"])
    for field in strings(post, options.fields):
        for match in pattern.finditer(field.value):
            if match[0] not in options.allow:
                place = field.span(*match.span())
                exact = field.node.inner is not None
                yield _hit(options, match, place, exact, _trust(post, options, place))
    for start, end in _spans(post, options):
        for match in pattern.finditer(post.text, start, end):
            if match[0] not in options.allow:
                yield _hit(options, match, match.span(), True, _trust(post, options, match.span()))
    yield from _outside_prose(post, options, pattern)


def _spans(post: Post, options: Options) -> list[tuple[int, int]]:
    """The prose; of `compat` without what textlint's rules pass over."""
    markdown = post.markdown
    spans = markdown.runs
    if options.kind == "control":
        spans = [(start, _with_trimmed(post.text, end)) for start, end in spans]
        return (
            spans if options.images else [s for s in spans if not markdown.flags_at(s[0]) & IMAGE]
        )
    if options.mode == "compat" and options.kind in ("decomposed", "half-width-kana"):
        skipped = LINK | IMAGE | QUOTE | EMPHASIS
        return [span for span in spans if not markdown.flags_at(span[0]) & skipped]
    return spans


def _with_trimmed(text: str, end: int) -> int:
    """The end of a run with the control characters that Markdown trims from a paragraph's."""
    while text[end : end + 1] in ("\x0b", "\x0c"):
        end += 1
    return end


def _outside_prose(post: Post, options: Options, pattern: re.Pattern[str]) -> Iterator[Hit]:
    """The control characters of code, and of the titles and addresses of images; nobody else's to mend."""
    if options.kind != "control":
        return
    spans = [(one.start, one.end) for one in _nodes(post, "Image")] if options.images else []
    if options.code:
        spans += post.markdown.code_spans()
        spans += [(one.start, one.end) for one in _nodes(post, "CodeBlock")]
    for start, end in sorted(spans):
        for match in pattern.finditer(post.text, start, end):
            if match[0] not in options.allow and not post.markdown.is_prose(*match.span()):
                yield _hit(options, match, match.span(), exact=False)


def _nodes(post: Post, kind: str) -> "list[MarkdownNode]":
    from lintpost.checks.common.sentences.prose import nodes

    return nodes(post, kind, compat=True)


def _trust(post: Post, options: Options, place: tuple[int, int]) -> Applicability:
    """Half-width kana are seen, and may be how a title is written. A tab, line or page of old between two words
    parts them.
    """
    start, end = place
    if post.text[start:end] in _PARTING:
        sides = post.text[start - 1 : start], post.text[end : end + 1]
        return "safe" if any(not side or side.isspace() for side in sides) else "unsafe"
    return trust_at(post, start, end) if options.kind == "half-width-kana" else "safe"


def _hit(
    options: Options,
    match: re.Match[str],
    place: tuple[int, int],
    exact: bool,
    trust: Applicability = "safe",
) -> Hit:
    text = match[0]
    meant = _meant(options, text)
    fix = Fix(trust, (Edit(*place, meant),)) if exact and meant != text else None
    shown = text if text.isprintable() else ""
    params = {
        "text": shown or f"U+{ord(text[0]):04X}",
        "code": f"U+{ord(text[0]):04X}",
        "name": meant,
        "letter": name_of(text[0], "").lower(),
    }
    return Hit(*place, "", params, fix)


def _meant(options: Options, text: str) -> str:
    if options.kind in ("control", "zero-width"):
        return ""
    if options.kind == "look-alike":
        return text.translate(_LATIN)
    if options.kind == "kangxi":
        return _RADICALS.get(ord(text), normalize("NFKC", text))
    if options.kind == "half-width-kana":
        return normal_width(text)
    return normalize("NFC", text.replace("゛", "\u3099").replace("゜", "\u309a"))


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source)


CHECK = Check(
    name="characters",
    options=Options,
    messages={"": ("code", "letter", "name", "text")},
    run=run,
    reads=("front-matter", "markdown", "tree"),
    changes=("text",),
    block_alone=True,
    prepare=prepare,
)
