"""Text that four spaces or a tab turn into code.

Such a block holds sentences, list items, a heading or a fence, and no sign of a program; nothing before it leads
in an example.
"""

from collections.abc import Iterator
from typing import Literal

from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy
from lintpost.post.markdown.events import EventRange
from lintpost.post.post import Post
from lintpost.site.site import Site

_CODE = lazy(
    r"[{};<>$\\=]|\(\)|::|->|\w\(|^\s*(?:#(?!#)|//|--|%|>>>|\w+:(?:\s|$)|[|+]{2}|[├└│┌])|[├└│]", 8
)
_JAPANESE = lazy(r"[\u3041-\u3096][^。\n]{0,200}[。！？]")
_HIRAGANA = lazy(r"[\u3041-\u3096]{2}|[ァ-ヺー]{3}")
_ENGLISH = lazy(r"(?m)^[ \t]*[A-Z][a-z'’]*(?: [\w'’,\"“”-]+){5,60}[.!?]$")
_ITEM = lazy(r"(?:[-*+]|\d{1,3}[.)])[ \t]+\S")
_HEADING = lazy(r"#{2,6}[ \t]+\S")
_FENCE = lazy(r"(?s)(?P<marks>`{3,}+|~{3,}+)[^\n]*\n.*\n[ \t]*(?P=marks)[ \t]*(?:\n|\Z)")
_LEAD_IN = lazy(
    r"[:：]\s*\Z|以下|次の|下記|例え?ば|のように|example|following|e\.g\.|output|出力|プロンプト|prompt",
    2,
)
_OWNER = lazy(r"(?m)^[ \t]{0,3}(?::[ \t]|!!!|\?\?\?|\{\{|\{%)")
_LONGEST_LEAD_IN = 400


class Options(CheckOptions):
    """`indent`: blocks whose first line begins with ``spaces`` or with a ``tab``."""

    indent: Literal["spaces", "tab"] = "spaces"


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each block."""
    if post.path.endswith(".mdx"):  # which has no indented code
        return
    blocks = [one for one in post.markdown.elements("CodeBlock") if "info" not in one]
    if not blocks:
        return
    data = post.body_data
    for block in blocks:
        start = block["start"]
        indent = data[data.rfind(b"\n", 0, start) + 1 : start]
        if (b"\t" in indent) is not (options.indent == "tab"):
            continue
        text = data[start : block["end"]].decode().rstrip().replace("\r\n", "\n")
        start += len(text) - len(text.lstrip())
        if _is_text(text) and not _is_led_in(data, block):
            end = start + len(text.lstrip().split("\n")[0].rstrip().encode())
            yield Hit(post.markdown.point(start), post.markdown.point(end))


def _is_text(text: str) -> bool:
    """Whether a block is Markdown, and no code."""
    if _FENCE.match(text):
        return True
    if _CODE.search(text):
        return False
    if _JAPANESE.search(text) or _ENGLISH.search(text):
        return True
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    are_items = all(_ITEM.match(line) for line in lines) and _HIRAGANA.search(text) is not None
    return are_items or _HEADING.match(text) is not None


def _is_led_in(data: bytes, block: EventRange) -> bool:
    """Whether the paragraph before announces an example, or has this one for a part: a definition (``: text``), an
    admonition, a template's tag.
    """
    start = data.rfind(b"\n", 0, block["start"]) + 1
    before = data[max(start - _LONGEST_LEAD_IN, 0) : start].decode("utf-8", "ignore").rstrip()
    paragraph = before.replace("\r\n", "\n").split("\n\n")[-1]
    return (
        _OWNER.search(paragraph) is not None
        or _LEAD_IN.search(paragraph.split("\n")[-1]) is not None
    )


CHECK = Check(
    name="code-paragraph",
    options=Options,
    messages={"": ()},
    run=run,
    reads=("markdown",),
)
