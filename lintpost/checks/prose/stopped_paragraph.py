"""Japanese paragraphs that stop in the middle of a phrase."""

from collections.abc import Iterator

from lintpost.checks.common.sentences.brackets import CLOSER, MarkCounts, unmatched
from lintpost.checks.common.sentences.whole_sentences import ends_whole
from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy
from lintpost.post.markdown.blocks import Leaf
from lintpost.post.post import Post
from lintpost.site.site import Site

_MARKS = b" \t\r\n*_~"
"""What may stand behind the last letter: emphasis that closes, and line ends."""
_SENTENCE_END = "。".encode()
_LAST = lazy("[\u3005\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u9fff、，A-Za-z0-9]")
_ENDS = "。．！？!?"
# What a paragraph may end in without being a sentence: who said it, when, where it is from.
_LABEL = lazy(
    r"[:：――—–※©|]|\A\s*[-‐]\s|(?:著|訳|編|より|参照|引用|氏|さん|先生|以上|敬具|草々|続く|つづく|了|完|略)\Z"
)
_LEAD = lazy(r"\A\s*(?:すると|つまり|例えば|たとえば|具体的には|すなわち|なお|また)、\Z")
_JAPANESE = lazy("[\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff]")
_PARTICLE = lazy("(?:[、，・]|(?<=[ァ-ヺー\u3400-\u9fff])(?:の|が|や|および|または))\\Z")
_LEADS_TO = lazy(
    r"\A(?:!?\[|<|https?:|\$\$|\\\[|\{[{%]|@\[|:::|>|\||[-*+]\s|\d+[.)]\s|[・●■◆▼①-⑳]|[A-Za-z]+:\s)"
)
"""How what a paragraph leads up to begins, where it is no block of another kind."""
_SHOWN = 12


class Options(CheckOptions):
    """None."""


def run(post: Post, options: Options, site: Site) -> Iterator[Hit]:
    """At the last letters of each paragraph that has a sentence and then stops, or stops at the very end."""
    markdown = post.markdown
    leaves = markdown.leaves
    data, body = post.source.data, post.body_byte
    for index, leaf in enumerate(leaves):
        if leaf[2] != "Paragraph":
            continue
        piece = data[body + leaf[0] : body - leaf[1]].rstrip(_MARKS)
        if piece.endswith(_SENTENCE_END):
            continue
        is_last = index + 1 == len(leaves)
        if not (is_last or _SENTENCE_END in piece):
            continue
        clause = _stopped(piece.decode(), is_last=is_last)
        if clause is None or (not is_last and _leads_up(post, leaf, leaves[index + 1])):
            continue
        if _is_open(post, leaf):
            continue
        end = markdown.point(leaf[0] + len(piece))
        text = clause[-_SHOWN:].lstrip()
        if not markdown.is_masked(end - 1, end):
            yield Hit(end - len(text), end, "", {"text": text})


def _stopped(text: str, *, is_last: bool) -> str | None:
    """The last clause of a paragraph, where it is the beginning of a sentence and no more."""
    if not _LAST.match(text[-1:]) or ends_whole(text):
        return None
    line = text[text.rfind("\n") + 1 :]
    clause = line[max(map(line.rfind, _ENDS)) + 1 :]
    if not _JAPANESE.search(clause) or _LABEL.search(clause) or _LEAD.match(clause):
        return None
    # A line of its own may be a verse or a signature; one that goes on behind a sentence is neither.
    if "。" in line[: len(line) - len(clause)]:
        return clause
    return clause if is_last and "\n" not in text and _PARTICLE.search(clause) else None


def _is_open(post: Post, leaf: Leaf) -> bool:
    """Whether a bracket of the paragraph is never closed, which is the finding then (`unmatched-pair`)."""
    if MarkCounts(post.text, post.body).are_even:
        return False
    text = post.markdown.leaf_text(leaf)
    return any(text[at] in CLOSER for at in unmatched(text).lone)


def _leads_up(post: Post, leaf: Leaf, following: Leaf) -> bool:
    """Whether a list, code, a table, a picture or a quotation comes next, which the sentence may end in."""
    if following[2] != "Paragraph":
        return following[2] != "Heading"
    data, body = post.source.data, post.body_byte
    between = data[body - leaf[1] : body + following[0]].strip().decode()
    begin = data[body + following[0] : body - following[1]][:80].decode(errors="ignore")
    return bool(between and _LEADS_TO.match(between + " ")) or _LEADS_TO.match(begin) is not None


CHECK = Check(
    name="stopped-paragraph",
    options=Options,
    messages={"": ("text",)},
    run=run,
    reads=("markdown",),
)
