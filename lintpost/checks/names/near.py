"""Words that are not in the dictionary and one slip away from a name that is."""

from collections.abc import Iterator

from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.name import FIELDS
from lintpost.site.name_forms import goes_on, is_part_of_longer_word
from lintpost.site.site import Site

_PLAIN = lazy(r"[A-Z][a-z]+")


class Options(CheckOptions):
    """`ignore`: words that are no slip."""

    ignore: tuple[str, ...] = ()


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """The first place of each such word in the body and in each field."""
    if site.names is None:
        return
    slips = site.names.slips
    text = post.text
    for field, start, end in _spans(post):
        seen: set[str] = set()
        for match in slips.words(text, start, end):
            word = match[0]
            name = slips.nearest(word)
            if name is None or word in seen or word in options.ignore:
                continue
            if not _is_name_like(word, text) or goes_on(text, *match.span()):
                continue
            if is_part_of_longer_word(text, *match.span(), False, False):
                continue
            if not field and not post.markdown.is_prose(*match.span()):
                continue
            seen.add(word)
            fix = Fix("unsafe", (Edit(match.start(), match.end(), name),))
            yield Hit(match.start(), match.end(), "", {"text": word, "name": name}, fix)


def _spans(post: Post) -> Iterator[tuple[str, int, int]]:
    for key in FIELDS:
        entry = post.front_matter.get(key) if post.front_matter else None
        node = entry.node if entry is not None else None
        if node is not None and node.inner is not None and isinstance(node.value, str):
            yield key, node.inner, node.inner + len(node.value)
    yield "", post.body, len(post.text)


def _is_name_like(word: str, text: str) -> bool:
    """Whether a Latin word is written as a name is: with a capital, and not in small letters elsewhere."""
    if not word.isascii():
        return True
    if word.islower():
        return False
    return not (_PLAIN.fullmatch(word) and word.lower() in text)


CHECK = Check(
    name="name-near",
    options=Options,
    messages={"": ("name", "text")},
    run=run,
    subject="name",
    reads=("front-matter", "markdown"),
    site=("names",),
    requires="names",
    changes=("text",),
)
