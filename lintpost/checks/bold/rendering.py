"""Bold that the site's renderer does not show as its author meant it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Literal

from lintpost.checks.common.bold.operator_stars import is_operator
from lintpost.checks.common.bold.repair import repair
from lintpost.checks.common.bold.spans import bold_around, empty_pairs, stray_runs
from lintpost.checks.contract.check import Check, by_option
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.markdown.body import Markdown
from lintpost.post.markdown.emphasis import Bold, kind_of
from lintpost.post.post import Post
from lintpost.site.site import Site


class Options(CheckOptions):
    """`report`: the bold that is lost (``unrendered``) or that lands elsewhere (``wrong-text``)."""

    report: Literal["unrendered", "wrong-text"] = "unrendered"


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """Meant spans that a renderer does not show, or spans that it shows and nobody meant.

    kramdown renders what was meant, so for it only marks that pair with nothing are left. Where the
    site has several renderers, a span that they show differently says so.
    """
    markdown = post.markdown
    shown = {renderer: markdown.rendered(renderer) for renderer in site.renderers}
    if options.report == "wrong-text":
        wrong = {bold for spans in shown.values() if spans is not markdown.bold for bold in spans}
        used = {at for bold in markdown.bold for at in (bold.start, bold.inner_end)}
        for bold in _unlike(post, wrong, markdown.bold):
            if markdown.is_all_masked(bold.start, bold.end):
                continue  # __init__ is an identifier, whatever a renderer makes of it
            # Marks that belong to nothing else are its author's: **Array<String>**.
            if used.intersection((bold.start, bold.inner_end)) and not _is_nested(markdown, bold):
                text = post.text[bold.inner_start : bold.inner_end]
                yield Hit(bold.start, bold.end, "", {"text": text})
        return
    lost: dict[Bold, list[str]] = {}
    for renderer, spans in shown.items():
        if spans is not markdown.bold:
            for bold in _unlike(post, markdown.bold, spans):
                lost.setdefault(bold, []).append(renderer)
    for bold in sorted(lost):
        if _is_between_long_runs(post.text, bold):
            continue
        marks = [(bold.start, bold.inner_start), (bold.inner_end, bold.end)]
        code = [is_operator(post.text, *mark) for mark in marks]
        if any(code):
            if not all(code):
                yield Hit(*marks[code.index(False)], "unpaired", {})
            continue
        text = post.text[bold.inner_start : bold.inner_end]
        params = {"text": text, "without": ", ".join(lost[bold])}
        kept = [renderer for renderer in site.renderers if renderer not in lost[bold]]
        key = "differs" if kept else _cause(post.text, bold.start, bold.end)
        fix = repair(post, bold, site.renderers)
        yield Hit(bold.start, bold.end, key, {**params, "with": ", ".join(kept)}, fix)
    yield from _stray(post, shown.values())


def _unlike(post: Post, spans: Iterable[Bold], others: Iterable[Bold]) -> list[Bold]:
    """The spans that bold other letters than all of the others, sorted: ``****x****`` is bold twice."""
    same = set(others)
    other = set(spans) - same
    if not other:
        return []
    letters = {_letters(post.text, bold) for bold in same}
    return sorted(bold for bold in other if _letters(post.text, bold) not in letters)


def _letters(text: str, bold: Bold) -> tuple[int, int]:
    """The span of what is bold, without stars at its ends."""
    start, end = bold.inner_start, bold.inner_end
    while start < end and text[start] == "*":
        start += 1
    while start < end and text[end - 1] == "*":
        end -= 1
    return start, end


def _is_nested(markdown: Markdown, bold: Bold) -> bool:
    """Whether a span lies in one that was meant, and so is for bold/nested."""
    return bold_around(markdown, bold.start, bold.end) is not None


def _is_between_long_runs(text: str, bold: Bold) -> bool:
    """Whether a span lies between ``****x****`` and ``****y****``, whose marks pair on both sides."""
    return text[bold.start - 2 : bold.start] == "**" == text[bold.end : bold.end + 2]


def _stray(post: Post, shown: Iterable[list[Bold]]) -> Iterator[Hit]:
    """Marks that belong to nothing that was meant; two with a space inside are one mistake.

    Those that bold a text twice show no stars, and the marks of bold in bold are for bold/nested.
    """
    text, strays = post.text, stray_runs(post)
    if not strays:
        return
    meant = {_letters(text, bold) for bold in post.markdown.bold}
    marks = [
        {
            at
            for bold in spans
            if _letters(text, bold) in meant
            for at in (bold.start, bold.inner_end)
        }
        for spans in shown
    ]
    used = set.intersection(*marks) if marks else set()
    used.update(
        at
        for bold in post.markdown.rendered("cjk-friendly")
        if _is_nested(post.markdown, bold)
        for at in (bold.start, bold.inner_end)
    )
    empty = empty_pairs(post)  # sorted, and apart
    starts = [start for start, _ in empty]
    runs = [
        (start, end)
        for start, end in strays
        if (not (index := bisect_right(starts, start)) or end > empty[index - 1][1])
        and used.isdisjoint(range(start, end))
        and not is_operator(text, start, end)
    ]
    at = 0
    while at < len(runs):
        start, end = runs[at]
        at += 1
        if at < len(runs):
            other_start, other_end = runs[at]
            inner = text[end:other_start]
            around = text[start - 1 : start] + text[other_end : other_end + 1]
            spaced = inner[:1].isspace(), inner[-1:].isspace()
            if "\n\n" not in inner and any(spaced) and not (all(spaced) and around.isspace()):
                at += 1
                yield Hit(start, other_end, "space-inside", {"text": inner.strip()})
                continue
        before, after = text[start - 1 : start].strip(), text[end : end + 1].strip()
        if before or after:
            yield Hit(start, end, "unpaired", {})
        elif post.source.line_span(post.source.location(start)[0]) == (start, end):
            yield Hit(start, end, "alone", {})


def _cause(text: str, start: int, end: int) -> str:
    """Which side of the span keeps CommonMark from reading it."""
    if kind_of(text[end - 3]) == "punctuation" and kind_of(text[end : end + 1]) == "letter":
        return "closing"
    if kind_of(text[start + 2]) == "punctuation" and kind_of(text[start - 1 : start]) == "letter":
        return "opening"
    return "neighbour"


CHECK = Check(
    name="bold-rendering",
    options=Options,
    messages=by_option(
        "report",
        {
            "unrendered": {
                "closing": ("text", "with", "without"),
                "opening": ("text",),
                "differs": ("text", "with", "without"),
                "neighbour": ("text",),
                "space-inside": ("text",),
                "unpaired": (),
                "alone": (),
            },
            "wrong-text": {"": ("text",)},
        },
    ),
    run=run,
    reads=("markdown",),
    site=("renderers",),
    changes=("strong",),
    block_alone=True,
)
