"""Summaries that were cut, or taken over with what stood around them."""

from collections.abc import Iterator

from lintpost.checks.common.front_values import Field, strings
from lintpost.checks.common.repeated_title import repeats_title
from lintpost.checks.common.sentences.brackets import CLOSER, unmatched
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit, Related
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.fold import letters
from lintpost.site.site import Site

_CUT = lazy(r"(?:[、，,]|…+|\.{3,}|・・・+)[」』）)\s]*\Z")
_MARKUP = lazy(r"(?<![^\s。！？])(#{1,6}) (?=\S)|(\*\*)(?=\S[^*]*\*\*)")
_SHORTEST = 8
"""Letters from which on a title or headline at the front of a summary is no chance."""
_LONGEST_LINE = 120
"""Letters up to which the first line of a body may be a headline or a lead, and not a paragraph."""
_LIMIT = " \t\u3000\n|｜:：/／–—―-~〜。．.!！、,，」』）)】"
"""What parts a title from what follows it."""


class Options(CheckOptions):
    """`fields` that summarise the post."""

    fields: tuple[str, ...] = ("excerpt", "description", "summary")


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit a field: the first of its faults."""
    for field in strings(post, options.fields):
        hit = _headline(post, field) or _markup(field) or _cut(field)
        if hit is not None:
            yield hit


def _headline(post: Post, field: Field) -> Hit | None:
    """The title where the summary runs on from it, or the headline that opens the body. A summary that is
    the title and no more is boilerplate (`front-matter/placeholder`).
    """
    title = next(strings(post, ("title",)), None)
    if title is not None:
        related = (Related(*title.content),)
        hit = _glued(field, title.value, related)
        if hit is not None:
            return hit
    line = _first_line(post)
    if line is None:
        return None
    text, start, end = line
    related = (Related(start, end),)
    if letters(text) == letters(field.value) and not (title and repeats_title(field.value, title)):
        return Hit(*field.content, "first-line", {"key": field.key}, related=related)
    return _glued(field, text, related)


def _glued(field: Field, headline: str, related: tuple[Related, ...]) -> Hit | None:
    """Where a summary begins with a headline and goes on with the next letter, as if it were a sentence."""
    headline, summary = headline.strip(), field.value.strip()
    rest = summary.removeprefix(headline)
    if len(letters(headline)) < _SHORTEST or not rest or rest == summary:
        return None
    if rest[0] in _LIMIT or headline[-1] in _LIMIT or not _ends(headline, rest):
        return None
    start = field.value.index(headline)
    params = {"key": field.key, "text": rest[:12]}
    return Hit(*field.span(start, start + len(headline)), "glued", params, related=related)


def _ends(headline: str, rest: str) -> bool:
    """Whether a headline has an end of its own: 「AI投資」 before 「の行方」 has none, and 「AI」 in "AIs" neither."""
    if headline[-1] in "？?！!…":
        return True
    return "\u4e00" <= rest[0] <= "\u9fff" or rest[0] in "「『（(" or "A" <= rest[0] <= "Z"


def _first_line(post: Post) -> tuple[str, int, int] | None:
    """The text and span of the headline that opens the body: a heading, or a line that is no sentence."""
    leaf = post.markdown.first_leaf
    if leaf is None or leaf[2] not in ("Heading", "Paragraph"):
        return None
    text = post.markdown.leaf_text(leaf).strip()
    if not text or "\n" in text or len(text) > _LONGEST_LINE or text[-1] in "。.．":
        return None
    return text, post.markdown.point(leaf[0]), post.markdown.point(-leaf[1])


def _markup(field: Field) -> Hit | None:
    found = _MARKUP.search(field.value)
    if found is None:
        return None
    start, end = found.span(found.lastindex or 0)
    return Hit(*field.span(start, end), "markup", {"key": field.key, "text": found[0].strip()})


def _cut(field: Field) -> Hit | None:
    found = _CUT.search(field.value.rstrip())
    if found is None or any(field.value[at] in CLOSER for at in unmatched(field.value).lone):
        return None  # cut within a bracket: that one is the finding (`unbalanced`)
    return Hit(*field.span(*found.span()), "cut", {"key": field.key, "text": found[0]})


CHECK = Check(
    name="summary",
    options=Options,
    messages={
        "first-line": ("key",),
        "glued": ("key", "text"),
        "markup": ("key", "text"),
        "cut": ("key", "text"),
    },
    run=run,
    reads=("front-matter", "markdown"),
)
