"""Front matter that is no valid YAML, TOML or JSON."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.front_matter.block import FrontMatter
from lintpost.post.front_matter.value_node import Problem
from lintpost.post.post import Post
from lintpost.site.site import Site

if TYPE_CHECKING:
    from lintpost.checks.common.yaml.repair import Repair

_NAMES = {"yaml": "YAML", "toml": "TOML", "json": "JSON"}
# These say by themselves what is wrong with a value that wants quotes.
_SAID = ("colon", "reserved", "undefined-alias", "too-many-digits")


class Options(CheckOptions):
    """None."""


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """The place at which the parser gave up; each line at fault where mending them lets it go on."""
    front = post.front_matter
    if front is None:
        return
    for problem in front.problems:
        found: list[Repair] = []
        if front.format == "yaml" and problem.key != "unclosed":
            from lintpost.checks.common.yaml.repair import repairs

            found = repairs(post.text, front.inner_start, front.inner_end, problem, site.yaml)
        if not found:
            yield _plain(front, problem)
        yield from (_mended(front, repair) for repair in found)


def _plain(front: FrontMatter, problem: Problem) -> Hit:
    params = {"format": _NAMES[front.format], **problem.params}
    return Hit(problem.start, problem.end, problem.key, params)


def _mended(front: FrontMatter, found: "Repair") -> Hit:
    fix = Fix("safe", (found.edit,))
    problem = found.problem
    said = (found.kind == "quote" and problem.key in _SAID) or found.kind == "close"
    if said or problem.key == found.kind:
        return _plain(front, problem)._replace(fix=fix)
    return Hit(found.start, found.end, found.kind, {}, fix)


CHECK = Check(
    name="front-matter-syntax",
    options=Options,
    messages={
        "colon": ("format",),
        "unclosed-quote": ("format", "quote"),
        "unclosed-bracket": ("bracket",),
        "tab": (),
        "reserved": ("char", "format"),
        "undefined-alias": (),
        "recursive-alias": (),
        "structure": ("format",),
        "control-character": ("code",),
        "too-deep": ("max",),
        "too-many-values": ("max",),
        "too-many-digits": ("max",),
        "unknown-tag": ("tag",),
        "tag-value": ("tag",),
        "repeated-key": ("format", "key", "line"),
        "surrogate": ("code",),
        "not-a-mapping": (),
        "unclosed": ("fence", "format"),
        "space": (),
        "indent": (),
        "wide-colon": (),
        "quote": (),
        "dash": (),
        "hash": (),
        "other": ("detail", "format"),
    },
    run=run,
    reads=("front-matter",),
    site=("yaml",),
    changes=("front-matter",),
)
