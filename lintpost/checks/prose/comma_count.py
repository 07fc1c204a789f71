"""Many commas in one sentence (textlint's max-comma and max-ten)."""

from collections.abc import Iterator

from lintpost.checks.common.sentences.prose import ModeOptions, nodes
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.post.markdown.tree import QUOTE
from lintpost.post.post import Post
from lintpost.post.prose.sentence_tree import plain, split
from lintpost.site.site import Site


class Options(ModeOptions):
    """`max`: commas (`mark`) in one sentence. In ``compat`` quotations are looked at too, as textlint's max-comma does."""

    max: int = 4
    mark: str = ","


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at the last comma of each sentence with too many."""
    mark = options.mark
    if post.text.count(mark) <= options.max:
        return
    without = 0 if options.compat else QUOTE
    for paragraph in nodes(post, "Paragraph", compat=options.compat, without=without):
        if post.text.count(mark, paragraph.start, paragraph.end) <= options.max:
            continue
        for sentence in split(paragraph.children):
            read = plain(sentence.pieces, "_")
            count = read.text.count(mark)
            if count > options.max:
                at = read.text.rindex(mark)
                yield Hit(*read.span(at, at + 1), "", {"count": count, "max": options.max})


CHECK = Check(
    name="comma-count",
    options=Options,
    messages={"": ("count", "max")},
    run=run,
    reads=("tree",),
    block_alone=True,
)
