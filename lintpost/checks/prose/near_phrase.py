"""Set phrases with one slip of the fingers: a letter that is missing, stands twice, or has changed places."""

from collections.abc import Iterator

from lintpost.checks.common.patterns.scopes import scope_of
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Fix, Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.edit import Edit
from lintpost.post.memo import MemoKey
from lintpost.post.post import Post
from lintpost.site.site import Site

_SCOPES = ("title", "excerpt", "description", "body")


class Options(CheckOptions):
    """`phrases`: as they are written; `allow`: slips of them that are words."""

    phrases: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()


_SLIPS = MemoKey[dict[int, tuple[str, str]]]("slips of set phrases")


def _numbered(options: Options, site: Site) -> dict[int, tuple[str, str]]:
    """Every slip with the phrase that is meant, by the slip's number among the site's literals."""

    def make() -> dict[int, tuple[str, str]]:
        everything = "\n".join(options.phrases)
        slips = {
            slip: phrase
            for phrase in options.phrases
            for slip in _slips(phrase)
            if slip not in everything and slip not in options.allow
        }
        numbers = site.literals.numbers(tuple(slips))
        return dict(zip(numbers, slips.items(), strict=True))

    return site.memo.get_or_make(_SLIPS, make, options.phrases, options.allow)


def _slips(phrase: str) -> Iterator[str]:
    for at in range(len(phrase)):
        if "\u4e00" <= phrase[at] <= "\u9fff":
            continue
        missing = phrase[:at] + phrase[at + 1 :]
        if missing not in phrase:
            yield missing
        twice = phrase[:at] + phrase[at] + phrase[at:]
        if phrase not in twice:
            yield twice
        swapped = phrase[:at] + phrase[at + 1 : at + 2] + phrase[at] + phrase[at + 2 :]
        if swapped != phrase:
            yield swapped


def prepare(options: Options, site: Site) -> None:
    """Let the slips be looked for from the first post on."""
    _numbered(options, site)


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each slip."""
    slips = _numbered(options, site)
    found = [slips[number] for number in sorted(site.literals.in_post(post).keys() & slips.keys())]
    if not found:
        return
    for name in _SCOPES:
        scope = scope_of(post, name)
        for piece, (begin, end) in enumerate(scope.spans):
            last = begin
            # The longer one of two that overlap: ございすま, not ございす.
            for at, size, slip, phrase in sorted(_found(scope.text, begin, end, found)):
                if at >= last:
                    last = at - size
                    place = scope.source(piece, at, last)
                    whole = scope.is_whole(piece, at, last)
                    fix = Fix("unsafe", (Edit(*place, phrase),)) if whole else None
                    yield Hit(*place, "", {"text": slip, "name": phrase}, fix)


def _found(
    text: str, begin: int, end: int, slips: list[tuple[str, str]]
) -> Iterator[tuple[int, int, str, str]]:
    """Where slips stand, each with its size below zero, and the phrase that is meant."""
    for slip, phrase in slips:
        at = text.find(slip, begin, end)
        while at >= 0:
            yield at, -len(slip), slip, phrase
            at = text.find(slip, at + 1, end)


CHECK = Check(
    name="near-phrase",
    options=Options,
    messages={"": ("name", "text")},
    run=run,
    reads=("front-matter", "markdown"),
    changes=("text",),
    prepare=prepare,
)
