"""A post without a front-matter block."""

from collections.abc import Iterator

from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.post import Post
from lintpost.post.source import BOM
from lintpost.site.site import Site


class Options(CheckOptions):
    """`late`: report a block behind blank lines, which Hugo, Zola and Astro read all the same."""

    late: bool = True


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """The first line, where a block should have begun."""
    start = len(BOM) if post.text.startswith(BOM) else 0
    front = post.front_matter
    if front is not None:
        blanks = post.text[start : front.start]
        if blanks and (options.late or not blanks.isascii()):
            line = post.source.location(front.start)[0]
            fix = Fix("unsafe", (Edit(start, front.start, ""),))
            yield Hit(start, front.start, "late", {"line": line}, fix)
        return
    if not post.text[start:].strip():
        yield Hit(start, start, "empty-file")
        return
    end = post.source.line_span(1)[1]
    yield Hit(start, max(start, end), "missing")


CHECK = Check(
    name="front-matter-missing",
    options=Options,
    messages={"missing": (), "empty-file": (), "late": ("line",)},
    run=run,
    reads=("front-matter",),
    changes=("front-matter",),
    whole_post=True,
)
