"""How a Japanese sentence ends: polite (です・ます) or plain (だ・である and verbs as they stand)."""

from collections.abc import Sequence

from lintpost.post.prose.words import Word

_POLITE = ("特殊・デス", "特殊・マス")
_PLAIN = ("特殊・ダ", "特殊・タ", "五段・ラ行アル", "特殊・ナイ", "特殊・タイ")
_POLITE_WORDS = ("ください", "下さい", "ましょ", "でしょ", "くださる", "なさい")

_MARKS = "。！？!?"
_POLITE_ENDS = ("です", "ます", "でした", "ました", "ません", "でしょう", "ましょう", "ください")
# Of two that a sentence ends in the longer comes first.
_PLAIN_ENDS = (
    "であった", "であろう", "なかった", "である", "だった", "だろう", "する", "いる", "ある", "れる", "せる", "なる", "いく",
    "った", "した", "いた", "れた", "ない", "たい",
)  # fmt: skip
_PLAIN_LETTERS = tuple("るうくすつぬぶむぐいただん")
_AFTER_POLITE, _AFTER_PLAIN = "ねよか", "ねよかわ"
_MOST_AFTER = 2
_BY_STYLE: dict[str, tuple[str, tuple[str, ...]]] = {
    "ですます": (_AFTER_POLITE, _POLITE_ENDS),
    "である": ("", _PLAIN_ENDS),
    "?": (_AFTER_PLAIN, _PLAIN_LETTERS),
}
"""What may follow a style's end, and the ends."""
TAIL = 20
"""How far from its end a sentence shows its style."""


def ending_of(text: str) -> str:
    """What stands before the marks that end a sentence, at most `TAIL` characters with them; nothing
    where no mark ends it.
    """
    tail = text[-TAIL:].rstrip()
    ending = tail.rstrip(_MARKS)
    return ending if len(ending) < len(tail) else ""


def style_by_letters(ending: str) -> str:
    """The style where the letters of `ending_of` tell it; ``?`` where words must."""
    bare = ending.rstrip(_AFTER_POLITE)
    if len(ending) - len(bare) <= _MOST_AFTER and bare.endswith(_POLITE_ENDS):
        return "ですます"
    if ending.endswith(_PLAIN_ENDS):
        return "である"
    bare = ending.rstrip(_AFTER_PLAIN)
    if len(ending) - len(bare) <= _MOST_AFTER and bare.endswith(_PLAIN_LETTERS):
        return "?"
    return ""  # a noun or a particle


def start_by_letters(text: str, style: str) -> int:
    """Where what tells the style of `style_by_letters` begins."""
    after, ends = _BY_STYLE[style]
    ending = text.rstrip().rstrip(_MARKS).rstrip(after)
    return len(ending) - next(len(end) for end in ends if ending.endswith(end))


def style_of(tokens: Sequence[Word]) -> tuple[str, int]:
    """``ですます``, ``である`` or "" (a noun, a particle: neither), and where the deciding word begins."""
    index = len(tokens) - 1
    while index >= 0 and _is_tail(tokens[index]):
        index -= 1
    if index < 0:
        return "", 0
    last = tokens[index]
    # …でした, …ませんでした, …でしょう: the polite word stands before た, ん or う.
    start = index
    while start >= 0 and tokens[start].features.pos == "助動詞":
        if tokens[start].features.conjugation in _POLITE or tokens[start].surface in _POLITE_WORDS:
            return "ですます", tokens[start].start
        start -= 1
    if last.surface in _POLITE_WORDS or last.features.conjugation in _POLITE:
        return "ですます", last.start
    features = last.features
    if features.pos == "助動詞" and features.form == "基本形" and features.conjugation in _PLAIN:
        return "である", tokens[start + 1].start
    if features.pos in ("動詞", "形容詞") and features.form == "基本形":
        return "である", last.start
    return "", 0


def _is_tail(word: Word) -> bool:
    features = word.features
    return (
        features.pos == "記号"
        or features.pos1 == "終助詞"
        or word.surface.isspace()
        or (features.pos == "名詞" and features.pos1 == "サ変接続" and not word.surface.isalnum())
    )
