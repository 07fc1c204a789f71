"""である beside です・ます (textlint's no-mix-dearu-desumasu)."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from lintpost.checks.common.blocks.questions import interview_questions
from lintpost.checks.common.sentences.prose import CODE, ModeOptions, nodes, plains
from lintpost.checks.common.sentences.style import (
    TAIL,
    ending_of,
    start_by_letters,
    style_by_letters,
    style_of,
)
from lintpost.checks.common.span_set import SpanSet
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.post.lazy import lazy
from lintpost.post.markdown.tree import FOOTNOTE, ITEM, QUOTE, MarkdownNode
from lintpost.post.post import Post
from lintpost.post.prose.sentence_tree import Plain
from lintpost.post.prose.words import Word, words
from lintpost.site.site import Site

_OTHER = {"ですます": "である", "である": "ですます"}
_FINAL = "。!?！？"
_HALVES, _SHARE = 5, 0.2
"""From how many sentences, and what part of the text, it is two halves and no slips."""
_HIDDEN = frozenset(["Link", "Code", "Image", "Emphasis"])


class Options(ModeOptions):
    """`body`, `headings`, `lists`: the style of each, or "" for the one that is more frequent.

    ``precise`` judges sentences of the body by their ends. ``compat`` looks for the words です, ます and である,
    at the ends of sentences unless `strict` is on.
    """

    body: Literal["", "\u3067\u3059\u307e\u3059", "\u3067\u3042\u308b"] = ""
    headings: Literal["", "\u3067\u3059\u307e\u3059", "\u3067\u3042\u308b"] = ""
    lists: Literal["", "\u3067\u3059\u307e\u3059", "\u3067\u3042\u308b"] = ""
    strict: bool = False


class _Use(NamedTuple):
    style: str
    start: int
    end: int
    hidden: bool
    text: str
    copula: bool = False
    """Whether a plain sentence ends in だ, である, だった, だろう."""


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """One hit at each place of the style that is not wanted there."""
    if not options.compat:
        if not interview_questions(post):  # who asks and who answers each have a style
            yield from _precise(list(_ends(post)), options.body)
        return
    for kind, wanted in (
        ("Paragraph", options.body),
        ("Heading", options.headings),
        ("ListItem", options.lists),
    ):
        uses: list[_Use] = []
        for node in nodes(post, kind, compat=True, without=ITEM if kind == "Paragraph" else 0):
            uses += _uses(post, node, options.strict)
        yield from _judged(uses, wanted)


def _weighed(uses: list[_Use], body: str) -> Iterator[Hit]:
    """The sentences of the rarer style; one hit for a text in two halves, which no single sentence mends.

    A verb as it stands between です and ます is a figure of style as long as it is rare (…を模索する。).
    """
    # A plain text may turn to its reader and ask (どう思いますか？).
    asked = [use for use in uses if use.style == "ですます" and _ASKS.search(use.text)]
    polite = [use for use in uses if use.style == "ですます"]
    if body == "である" or (not body and len(uses) - len(polite) > len(polite)):
        uses = [use for use in uses if use not in asked]
        polite = [use for use in polite if use not in asked]
    plain = [use for use in uses if use.style == "である"]
    wanted = body or ("である" if len(plain) > len(polite) else "ですます")
    wrong = polite if wanted == "である" else plain
    others = len(uses) - len(wrong)
    if not wrong or (not others and not body):
        return
    if len(wrong) >= _HALVES and len(wrong) >= _SHARE * len(uses):
        first = wrong[0]
        params = {
            "text": first.text,
            "name": wanted,
            "count": others,
            "wrong": len(wrong),
            "other": first.style,
        }
        yield Hit(first.start, first.end, "halves", params)
        return
    for use in wrong:
        if use.style == "ですます" or use.copula:
            yield _slip(use, wanted, others)


def _slip(use: _Use, wanted: str, others: int) -> Hit:
    params = {"text": use.text, "name": wanted, "count": others}
    return Hit(use.start, use.end, "sentence", params)


def _judged(uses: list[_Use], wanted: str) -> Iterator[Hit]:
    counts = {style: sum(use.style == style for use in uses) for style in _OTHER}
    if not wanted:
        if not all(counts.values()):
            return
        wanted = "である" if counts["である"] > counts["ですます"] else "ですます"
    wrong = _OTHER[wanted]
    seen: set[int] = set()
    for use in uses:
        # An item within an item counts twice, and is reported once.
        if use.style == wrong and not use.hidden and use.start not in seen:
            seen.add(use.start)
            params = {"text": use.text, "name": wanted, "count": counts[wanted]}
            yield Hit(use.start, use.end, "sentence", params)


def _uses(post: Post, node: MarkdownNode, strict: bool) -> Iterator[_Use]:
    """The words of a node's source, as textlint finds them."""
    text = post.text[node.start : node.end]
    tokens = words(text)
    hidden = SpanSet((one.start, one.end) for one in node.walk() if one.kind in _HIDDEN)
    for index, word in enumerate(tokens):
        style, size = _style(tokens, index)
        if style and (strict or _is_final(tokens, index + size)):
            start = node.start + word.start
            last = tokens[index + size - 1]
            end = node.start + last.start + len(last.surface)
            is_hidden = bool(node.flags & QUOTE) or hidden.holds_at(start)
            is_hidden = is_hidden and node.kind == "Paragraph"
            yield _Use(style, start, end, is_hidden, post.text[start:end])


def _style(tokens: Sequence[Word], index: int) -> tuple[str, int]:
    features = tokens[index].features
    if features.conjugation in ("特殊・デス", "特殊・マス"):
        if features.form == "基本形" and features.base != "やす":
            return "ですます", 1
    elif (
        features.conjugation == "特殊・ダ"
        and features.form == "連用形"
        and tokens[index].surface == "で"
    ):
        after = tokens[index + 1 : index + 2]
        if after and after[0].features.conjugation == "五段・ラ行アル":
            return "である", 2
    return "", 0


def _is_final(tokens: Sequence[Word], index: int) -> bool:
    """Whether the sentence ends behind these words, as textlint decides it."""
    for word in tokens[index:]:
        surface, features = word.surface, word.features
        if (
            "、" in surface
            or "。" in surface
            or features.conjugation.startswith("特殊")
            or features.pos == "名詞"
        ):
            return any(mark in surface for mark in _FINAL)
    return True


_ASKS = lazy("か[？?]?\\s*[。？?]*$")
_COPULA = lazy("(?:だ|である|だった|であった|だろう|であろう)[^\u3041-\u3096]*$")
_POLITE_STEM = lazy("で[すし]|ま[すしせ]|くださ|下さ|なさい")
_AFTER_QUOTE = _FINAL + " \t\n\r\u3000"
_CLOSING = tuple("」』）)]】")


class _End(NamedTuple):
    """How a sentence ends, as `style_by_letters` tells it."""

    style: str
    read: Plain

    @property
    def start(self) -> int:
        return start_by_letters(self.read.text, self.style)

    @property
    def text(self) -> str:
        return self.read.text[self.start :].rstrip()


def _ends(post: Post) -> Iterator[_End]:
    """The sentences of running text that end in a mark."""
    without = QUOTE | ITEM | FOOTNOTE
    for node, found in plains(post, CODE, compat=False):
        if node.flags & without:
            continue
        for _, read in found:
            ending = ending_of(read.text)
            if ending and ending.rstrip(_AFTER_QUOTE)[-1:] not in _CLOSING:
                style = style_by_letters(ending)
                if style:
                    yield _End(style, read)


def _precise(ends: list[_End], body: str) -> Iterator[Hit]:
    """What `_weighed` says of some sentences, each doubtful one costing its words.

    Where one style is in the majority whatever the doubtful ones are, most of these need not be asked:
    nothing is wrong in a plain text where nothing is polite but questions; and in a polite one whose
    others are no half of the text only what may be polite after all, or ends in a copula, counts.
    """
    polite = [end for end in ends if end.style == "ですます"]
    others = [end for end in ends if end.style != "ですます"]
    unsure = {id(end) for end in others if end.style == "?" and _may_be_polite(end.read.text)}
    plain = sum(end.style == "である" for end in others)
    share = _SHARE * (len(polite) + plain)
    if body or (
        plain <= len(polite)
        and (len(polite) <= len(others) or (len(others) >= _HALVES and len(others) >= share))
    ):
        yield from _weighed([use for end in ends if (use := _use(end))], body)
    elif plain > len(polite):
        if unsure or not all(_ASKS.search(end.text) for end in polite):
            yield from _weighed([use for end in ends if (use := _use(end))], body)
    else:
        asked = (
            end
            for end in others
            if end.style != "?" or id(end) in unsure or _COPULA.match(end.text)
        )
        uses = [use for end in asked if (use := _use(end))]
        count = len(polite) + sum(use.style == "ですます" for use in uses)
        for use in uses:
            if use.style == "である" and use.copula:
                yield _slip(use, "ですます", count)


def _may_be_polite(text: str) -> bool:
    return _POLITE_STEM.search(text, max(0, len(text) - TAIL)) is not None


def _use(end: _End) -> _Use | None:
    """A sentence by its style, its words asked where letters do not tell; None: neither style."""
    style, read = end
    if style == "?":
        style, start = style_of(words(read.text))
    else:
        start = end.start
    if not style:
        return None
    ending = read.text[start:].rstrip()
    span = read.span(start, start + len(ending))
    return _Use(style, *span, False, ending, _COPULA.match(ending) is not None)


CHECK = Check(
    name="style-mix",
    options=Options,
    messages={
        "sentence": ("count", "name", "text"),
        "halves": ("count", "name", "other", "text", "wrong"),
    },
    run=run,
    reads=("markdown", "tree", "words"),
    package="MeCab",
)
