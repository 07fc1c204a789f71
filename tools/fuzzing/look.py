"""A second look at a text before and after its fixes, with other parsers than the engine's own.

The bodies are rendered by comrak and by markdown-it and held against each other tag by tag, and places that
a fix may never touch are found by plain patterns in the source. `front_matter` looks at the rest.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache

import comrak
from markdown_it import MarkdownIt

_PART = re.compile(
    r"(?s)(<pre>.*?</pre>|<pre [^>]*>.*?</pre>|<code>.*?</code>|<!--.*?-->|<[^<>]*>)"
)
_ALT = re.compile(r' alt="([^"]*)"')
_IGNORED = {
    "strong": r"</?strong>",
    "emphasis": r"</?(?:em|strong)>",
    "link": r"</?a\b[^>]*>",
    "comment": r"<!--.*?-->\s*",
}
_MARKS = {"strong": "*_", "emphasis": "*_", "link": "[]()"}
"""Characters that are text while they are no marks."""
_UNTOUCHED = {
    "address": r"\b(?:https?|ftp)://[!-)+-;=?-Z\\^_a-~]*[A-Za-z0-9/#=&-]",
    "mail address": r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    "emoji code": r"(?<![\w:]):(?=[a-z0-9_+-]*[a-z])[a-z0-9_+-]+:(?![\w:])",
    "identifier": r"(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+(?![A-Za-z0-9])",
    "file": r"(?<![\w./-])[\w-]+\.(?:md|py|ts|json|ya?ml|html|css|png|jpe?g|svg|sh|rb|go|rs|toml)(?!\w)",
    "path": r"(?<![\w./Ͱ-ӿ-])(?:\.{0,2}/)?[a-z0-9_.-]+(?:/[a-z0-9_.-]*[a-z0-9_]){1,9}(?![\w/-])",
    "formula": r"(?<![\w$])\$(?=\S)[^$\n<>\"]*[\\^_=][^$\n<>\"]*(?<=\S)\$(?![\w$])",
    "template": r"\{\{[^{}\n]*\}\}|\{%[^{}%\n]*%\}",
    "attributes": r"\{:?[ ]?[.#][A-Za-z][^}\n]*\}",
    "embed": r"@\[[\w-]*\]\([^()\n]*\)",
    "wiki link": r"\[\[[^\[\]|\n]+(?=[^\[\]\n]*\]\])",
    "footnote": r"\[\^[\w-]+\]",
    "HTML": r"</?[A-Za-z][\w-]*(?:\s[ -;=?-~]*)?/?>",
    "version": r"(?<![\w.])v?[0-9]+(?:\.[0-9]+){2,}(?![\w.])",
}
_PATTERNS = {name: re.compile(pattern, re.ASCII) for name, pattern in _UNTOUCHED.items()}


_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200d\u2060\ufeff]")
_UNSEEN_QUOTED = re.compile(r"%(?:0[0-8BCEF]|1.|7F|C2%[89].|E2%80%8[BCD]|E2%81%A0|EF%BB%BF)")
"""Characters that nobody sees: an address without them is the address that was meant."""
_INDENTED = re.compile(r"(?m)^(?: {4}| {0,3}\t)")
_SWALLOWED = re.compile(r'href="[^"]*(?:%5[BD]|%60|\*\*)')
"""An address that GitHub's parser goes on with through the marks behind it; those of the sites do not."""
_MAIL = re.compile(r'(?s)<a href="mailto:[^"]*">(.*?)</a>')


def body_differences(
    before: str, after: str, changes: frozenset[str], edits: int, style: str
) -> Iterator[str]:
    """What differs between two bodies that the `changes` their fixes declare do not allow.

    `changes` are those of `Check.changes`, with "strong" where no renderer is CommonMark; `edits` is the
    number of places that were edited. `style` is ``mdx``, ``bare`` where the renderer makes no links of bare
    addresses, or "".
    """
    if before == after or "block" in changes:
        return
    # MDX has no indented code, and these renderers have.
    is_other = style == "mdx" and _INDENTED.search(before)
    for name, render in _RENDERERS.items() if not is_other else ():
        pages = [render(body, style) for body in (before, after)]
        if _SWALLOWED.search(pages[0]):
            continue
        old, new = (_page(page, changes) for page in pages)
        yield from (f"{name}: {text}" for text in _page_differences(old, new, edits))
    if "comment" in changes:
        before, after = (re.sub(_IGNORED["comment"], "", text) for text in (before, after))
    before, after = _UNSEEN.sub("", before), _UNSEEN.sub("", after)
    for name, pattern in _PATTERNS.items():
        lost = Counter(pattern.findall(before)) - Counter(pattern.findall(after))
        yield from (f"{name} {text!r} is gone" for text in lost)


def _page(html: str, changes: frozenset[str]) -> tuple[list[str], list[str]]:
    """The tags and code of a page, and the texts around them, one more than tags."""
    ignored = [_IGNORED[change] for change in sorted(changes & _IGNORED.keys())]
    if ignored:
        html = re.sub("|".join(ignored), "", html, flags=re.DOTALL)
    html = _UNSEEN_QUOTED.sub("", _UNSEEN.sub("", html))
    html = _MAIL.sub(r"\1", _ALT.sub("", html))  # the text of an image is text
    parts = _PART.split(html)
    strip = str.maketrans("", "", "".join(_MARKS.get(change, "") for change in changes))
    return parts[1::2], [text.translate(strip).strip() for text in parts[::2]]


def _page_differences(
    old: tuple[list[str], list[str]], new: tuple[list[str], list[str]], edits: int
) -> Iterator[str]:
    if old[0] != new[0]:
        ends = (["the end"], ["the end"])
        pairs = zip(old[0] + ends[0], new[0] + ends[1], strict=False)
        one, other = next((a, b) for a, b in pairs if a != b)
        yield f"{one!r} became {other!r}"
        return
    differing = sum(a != b for a, b in zip(old[1], new[1], strict=True))
    if differing > edits:
        yield f"{differing} texts differ after {edits} edits"


@cache
def _comrak_options(style: str) -> comrak.ExtensionOptions:
    options = comrak.ExtensionOptions()
    for name in ("table", "strikethrough", "tasklist", "footnotes", "autolink"):
        setattr(options, name, name != "autolink" or style != "bare")
    return options


@cache
def _render_options() -> comrak.RenderOptions:
    options = comrak.RenderOptions()
    options.unsafe_ = True
    return options


def _comrak(body: str, style: str) -> str:
    return comrak.render_markdown(
        body,
        extension_options=_comrak_options(style),
        render_options=_render_options(),
    )


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def _markdown_it(body: str, style: str) -> str:
    # It knows no footnotes, and takes them for references.
    return str(_parser().render(body.replace("[^", "^")))


_RENDERERS: dict[str, Callable[[str, str], str]] = {
    "comrak": _comrak,
    "markdown-it": _markdown_it,
}
