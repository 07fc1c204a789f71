"""Definitions that nothing refers to.

A label that stands in brackets anywhere else, in HTML or a template's tag, may be used by it: it is left alone.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from lintpost.checks.common.links.references import key_of, references
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.site import Site

_LABEL = lazy(r"\[([^\[\]\n]{1,300})\]")


class Options(CheckOptions):
    """`of`: the definitions of ``links`` or of ``footnotes``."""

    of: Literal["links", "footnotes"] = "links"


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each definition whose label nothing else names."""
    found = references(post)
    is_footnote = options.of == "footnotes"
    definitions = found.footnotes if is_footnote else found.links
    used = found.used_footnotes if is_footnote else found.used_links
    unused = [one for one in definitions if one.key not in used and not _is_comment(one.label)]
    if not unused:
        return
    written = Counter(key_of(match[1]) for match in _LABEL.finditer(post.text, post.body))
    defined = Counter(one.key for one in definitions)
    mark = "^" if is_footnote else ""
    for one in unused:
        if written[mark + one.key] <= defined[one.key]:
            start, end = post.markdown.point(one.start), post.markdown.point(one.end)
            yield Hit(start, end, "", {"label": one.label})


def _is_comment(label: str) -> bool:
    """Whether a label is that of a comment: ``[//]: # (text)``, ``[comment]: <> (text)``."""
    return not any(char.isalnum() for char in label) or label.casefold() == "comment"


CHECK = Check(
    name="unused-definition",
    options=Options,
    messages={"": ("label",)},
    run=run,
    reads=("markdown",),
)
