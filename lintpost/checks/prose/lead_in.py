"""What leads over to a list, a quotation, a table or code (textlint's no-ai-colon-continuation)."""

import itertools
from collections.abc import Iterator
from typing import Literal, get_args

from lintpost.checks.common.patterns.allowed import any_in
from lintpost.checks.common.patterns.phrase_options import refuse_bad_patterns
from lintpost.checks.common.sentences.prose import ModeOptions
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit, Related
from lintpost.post.lazy import lazy
from lintpost.post.markdown.tree import MarkdownNode
from lintpost.post.post import Post
from lintpost.post.prose.sentence_tree import plain, whole
from lintpost.post.prose.words import words
from lintpost.site.site import Site

Kind = Literal["code", "list", "quote", "table"]
_KINDS: dict[Kind, str] = {
    "code": "CodeBlock",
    "list": "List",
    "quote": "BlockQuote",
    "table": "Table",
}
_COLON = lazy(r"[:：]\s*$")
_PREDICATE = lazy(
    "(?:です|ます|でした|ました|ません|でしょう|ましょう|ください|する|した|ある|いる|なる|できる|れる|せる|よう|例えば|たとえば|である|だ)$"
)
"""Ends that are no noun, told without words."""
_LATIN = lazy(r"[\x00-\x7f]*")


class Options(ModeOptions):
    """`before`: what follows the lead-in. `ends`: patterns of its end (empty: a colon behind anything but a noun,
    or a Latin text). `allow`: patterns of lead-ins that are well.
    """

    before: tuple[Kind, ...] = get_args(Kind)
    ends: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()

    def validate(self) -> None:
        """Every pattern can be read."""
        refuse_bad_patterns("ends", self.ends)
        refuse_bad_patterns("allow", self.allow)


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each colon, or at the whole paragraph where `ends` is given; ``precise`` has one a post, at the
    first colon: whoever leads in so does it throughout, and mends all of them or none.
    """
    colons: list[Hit] = []
    for paragraph in _lead_ins(post, options):
        if options.ends:
            if any_in(plain(whole(paragraph.children)).text, options.ends):
                shown = {"text": post.text[paragraph.start : paragraph.end]}
                yield Hit(paragraph.start, paragraph.end, "", shown)
            continue
        at = _colon(post.text, paragraph, options)
        if at is not None:
            shown = {"text": post.text[paragraph.start : at + 1].split("\n")[-1]}
            colons.append(Hit(at, at + 1, "", shown))
    if options.compat:
        yield from colons
    elif colons:
        first, *others = colons
        related = tuple(Related(other.start, other.end) for other in others)
        yield Hit(first.start, first.end, "", first.params, related=related)


def _lead_ins(post: Post, options: Options) -> Iterator[MarkdownNode]:
    """The paragraphs with one of the kinds wanted right behind them."""
    kinds = {_KINDS[name] for name in options.before}
    blocks = post.tree(meant=not options.compat).children
    for paragraph, after in itertools.pairwise(blocks):
        if paragraph.kind == "Paragraph" and after.kind in kinds:
            yield paragraph


def _colon(text: str, paragraph: MarkdownNode, options: Options) -> int | None:
    source = text[paragraph.start : paragraph.end]
    match = _COLON.search(source)
    if match is None:
        return None
    before = source[: match.start()]
    if options.compat:
        before = _COLON.sub("", plain(whole(paragraph.children)).text)
    if len(before) <= 2 or _LATIN.fullmatch(before) or any_in(source, options.allow):
        return None
    if options.compat:
        is_noun = words(before)[-1].features.pos == "名詞"
    else:
        is_noun = _PREDICATE.search(before) is None
    return None if is_noun else paragraph.start + match.start()


CHECK = Check(
    name="lead-in",
    options=Options,
    messages={"": ("text",)},
    run=run,
    package=lambda options: "MeCab" if options.compat else "",  # words are made in compat alone
    reads=("tree", "words"),
)
