"""The same words at the beginnings of many sentences."""

from collections.abc import Iterator

from lintpost.checks.common.sentences.prose import CODE, nodes, plains
from lintpost.checks.common.span_set import SpanSet
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit, Related
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.post.prose.sentence_tree import Plain
from lintpost.site.site import Site

# What stands before the first comma, or in English the first three words.
# A topic or a subject: texts come back to what they are about.
_TOPIC = lazy("(?<=[一-鿿ァ-ヺーA-Za-z0-9ら])[はが]\\Z")
_OPENING = lazy("([^、，。「」（）\\s]{2,12})[、，]|([A-Z][a-z']+ [a-z']+ [a-z']+) ")


class Options(CheckOptions):
    """`max`: sentences of a post that may begin alike. A sentence that comes again whole counts once, and
    what a text is about (`製品は`) may open it as often as it likes.
    `allow`: openings that may come as often as they like.
    """

    max: int = 4
    allow: tuple[str, ...] = ()


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at the first sentence of each opening that is used too often.

    The items of a list (steps, clauses of a contract) may well begin alike.
    """
    found: dict[str, dict[str, Plain]] = {}
    items = SpanSet((node.start, node.end) for node in nodes(post, "ListItem", compat=False))
    for paragraph, row in plains(post, CODE, compat=False):
        if items.holds_at(paragraph.start):
            continue
        for _, read in row:
            match = _OPENING.match(read.text)
            opening = (match[1] or match[2]) if match else ""
            if opening and not _TOPIC.search(opening):
                found.setdefault(opening, {}).setdefault(read.text, read)
    for opening, sentences in found.items():
        if len(sentences) > options.max and opening not in options.allow:
            first, *others = (read.span(0, len(opening)) for read in sentences.values())
            related = tuple(Related(*span) for span in others)
            yield Hit(*first, "", {"text": opening, "count": len(sentences)}, related=related)


CHECK = Check(
    name="sentence-opening",
    options=Options,
    messages={"": ("count", "text")},
    run=run,
    reads=("tree",),
)
