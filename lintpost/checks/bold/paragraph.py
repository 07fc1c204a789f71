"""Paragraphs that are bold from end to end."""

from collections.abc import Iterator

from lintpost.checks.common.blocks.questions import interview_questions
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.site import Site

_SENTENCE = lazy(r"[。．！？!?]|\.(?:\s|$)")


class Options(CheckOptions):
    """`min`: how many characters make a paragraph; a shorter bold line is a heading in disguise."""

    min: int = 60


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit for each paragraph whose whole text lies in one bold span."""
    text = post.text
    long = [bold for bold in post.markdown.bold if bold.end - bold.start - 4 >= options.min]
    if not long:
        return
    questions: frozenset[int] | None = None
    for bold in long:
        index = post.markdown.block_at(bold.start)
        block = post.markdown.block(index)
        if block.kind != "Paragraph" or block.start != bold.start:
            continue
        if text[bold.end : block.end].strip():
            continue
        inner = text[bold.inner_start : bold.inner_end]
        if not _SENTENCE.search(inner):
            continue
        if questions is None:
            questions = interview_questions(post)
        if index not in questions:
            yield Hit(bold.start, bold.end, "", {"count": len(inner)})


CHECK = Check(
    name="bold-paragraph",
    options=Options,
    messages={"": ("count",)},
    run=run,
    reads=("markdown",),
)
