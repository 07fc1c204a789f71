"""Whether a Japanese paragraph whose last mark is missing ends in a whole sentence, or was cut off."""

from lintpost.post.lazy import lazy

_WHOLE = lazy(
    r"(?:です|ます|ました|ません|でした|ましょう|でしょう|だろう|だった|である|した|する|ない|いる|ある|なる|れる|せる|できる|よう"
    r"|[かねよぞわさ]|くださいませ|ください|下さい|不明|可能|必要|不要|完了|終了|、、)\Z"
)
_PLAIN = lazy(r"(?:だった|である|(?<!ま)した|する|ない|いる|ある|なる|れる|せる|できる)\Z")
_LONGEST = 10
"""Letters of the longest of them, and more."""
_POLITE = lazy("(?:です|ます|でした|ました|ません|でしょう|ましょう)[ねよか]{0,2}。")


def ends_whole(text: str) -> bool:
    """Whether a paragraph ends in a predicate, or in a word that asks or trails off.

    A plain verb behind sentences in ですます is no end: it went on to describe a noun (…とは異なる).
    """
    end = text[-_LONGEST:]
    if not _WHOLE.search(end):
        return False
    return not (_PLAIN.search(end) and _POLITE.search(text))
