"""Bold texts of a post that may be names: those that stand in a sentence, not as its label."""

from lintpost.post.lazy import lazy
from lintpost.post.markdown.body import HEADING, IMAGE, LINK, QUOTE, TABLE
from lintpost.post.post import Post
from lintpost.surveys.common_words import is_acronym

_WORD = r"[A-Za-z0-9]+(?:[.+\-][A-Za-z0-9]+)*\+?"
_NAME = lazy(rf"{_WORD}(?: {_WORD}){{0,3}}")
_CAPITAL = lazy(r"[A-Z]")
_MARKS = "*_ \t\u3000"
_ITEM = lazy(r"[\s>]*(?:[-*+•・]|\d+[.)])?[\s*_]*(?:\[[ xX]\])?\s*")
_WRITTEN = lazy(r"[\u3041-\u30ff\u4e00-\u9fff0-9A-Za-z]")
_PARTICLE = lazy(r"(?:[はがをにでともの]|から|より|など|という|による|では|への|[、。,])")
_VERB = lazy(
    r" (?:is|was|has|can|will|provides|offers|lets|allows|helps|supports|announced|released|uses|makes)\b"
)
_BUTTON_BEHIND = lazy(
    r"[」』”\"]?\s*(?:(?:ボタン|タブ|メニュー|欄|項目|画面|アイコン|リンク|フィールド|キー|チェック|オプション|列)"
    r"|を(?:クリック|押|選択|選ん|選び|選ぶ|タップ|開|チェック|オン|オフ|入力|有効|無効)"
    r"|(?i:buttons?|tabs?|menus?|options?|links?|fields?|checkbox(?:es)?|panels?|dialogs?|pages?|sections?|icons?"
    r"|keys?|columns?|screens?|settings?)\b)"
    r"|\s*(?:→|->|>|＞|»)"
)
_BUTTON_BEFORE = lazy(
    r"(?i:\b(?:clicks?|clicking|press|pressing|selects?|selecting|choose|choosing|taps?|hit|check|uncheck|toggle"
    r"|under|named|called|label(?:led|ed)?)(?: on)?(?: the)?\s*[\"“]?)\Z|(?:→|->|>|＞|»|クリック[:：]?)\s*[「『]?\Z"
)


def marked_names(post: Post) -> set[str]:
    """The bold texts of a post that may be names."""
    found = set()
    text = post.text
    for bold in post.markdown.bold:
        inner = text[bold.inner_start : bold.inner_end].strip()
        if len(inner) < 3 or inner in found or not _NAME.fullmatch(inner):
            continue
        if not _CAPITAL.search(inner) or is_acronym(inner):
            continue
        if post.markdown.flags_at(bold.start) & (HEADING | TABLE | LINK | IMAGE | QUOTE):
            continue
        if _stands_in_sentence(text, bold.start, bold.end):
            found.add(inner)
    return found


def is_button(before: str, behind: str) -> bool:
    """Whether the texts before and behind a word make it the label of something to click or fill in."""
    return bool(_BUTTON_BEHIND.match(behind) or _BUTTON_BEFORE.search(before))


def _stands_in_sentence(text: str, start: int, end: int) -> bool:
    """Whether a bold text is part of a sentence: text before it, or a particle or verb behind it.

    "**Note:** …", "- **Speed** – …" and a line of its own are labels; "click **Save**" is a button.
    """
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    before, behind = text[line_start:start], text[end : line_end if line_end >= 0 else len(text)]
    behind = behind.lstrip("*_")
    if is_button(before, behind):
        return False
    lead = _ITEM.match(before)
    if lead is not None and lead.end() == len(before):
        return bool(_PARTICLE.match(behind) or _VERB.match(behind))
    return bool(_WRITTEN.search(before.rstrip(_MARKS)[-2:]) or _PARTICLE.match(behind))
