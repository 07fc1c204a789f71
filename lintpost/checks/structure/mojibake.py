"""Text that was read in the wrong encoding (mojibake).

Looks for what UTF-8 looks like when it is read as Windows-1252 or Shift_JIS, for Shift_JIS read as Windows-1252, and
for U+FFFD, which stands for bytes that could not be read.
"""

from collections.abc import Iterator

from lintpost.checks.contract.check import Check
from lintpost.checks.contract.hit import Hit
from lintpost.checks.contract.options import CheckOptions
from lintpost.post.lazy import lazy
from lintpost.post.post import Post
from lintpost.site.site import Site

# The characters of Windows-1252 for the bytes 0x80 to 0xBF, which continue a character of UTF-8.
_TAIL = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_HINTS = tuple(
    hint.encode() for hint in ("\ufffd", *"ãÃÂäåæçèé縺繧繝縲‚ƒ", "â€", "ï¼", "ï½", *"ｧｨｩｪｫｬｭｮｯ")
)
"""What each of them begins with or holds, so that most posts need no closer look."""
_MOJIBAKE = lazy(
    "\ufffd+"
    f"|(?:[ãäåæçèéï][{_TAIL}]{{1,2}}){{2,}}"
    f"|(?:ã[\u0080-\u0083€‚ƒ]|ï¼)[{_TAIL}]"
    "|â€[œ™˜¦“”\u0080-\u009f]|â€(?= )"
    "|Ã[\u00a0-\u00bfƒ€‚„…†‡‰Šœ“”•–—™šž](?![A-Z])|Â[\u00a0©®°·»«§](?=\\W|\\Z)|Â[£¥](?=\\d)"
    "|(?:[縺繧繝縲](?![れらりるろ])[^\\s、。縺繧繝縲]{0,2}){2,}"
    "|(?<=[一-鿿])(?:･[一-鿿][ｧ-ｯ]|[ｧ-ｯ][一-鿿][･ｧ-ｯ])"
    f"|(?:[‚ƒ][{_TAIL}À-ÿ@-~]){{3,}}"
)
_BEGINNING = lazy("[\ufffdâãäåæçèéïÃÂ縺繧繝縲･ｧ-ｯ‚ƒ]")
_SUBJECT = lazy("文字化け|文字コード|mojibake|U\\+FFFD|replacement character", 2)


def prepare(options: CheckOptions, site: Site) -> None:
    """Let what hints at it be looked for from the first post on."""
    site.literals.numbers(_HINTS)


def run(post: Post, options: CheckOptions, site: Site) -> Iterator[Hit]:
    """One hit at each stretch; none in a post that is about encodings, and none in code."""
    if not site.literals.is_any_in(post, site.literals.numbers(_HINTS)):
        return
    text = post.text
    found = _found(text)
    if not found or _SUBJECT.search(text):
        return
    for start, end in found:
        if start < post.body or post.markdown.is_prose(start, start + 1):
            yield Hit(start, end, "", {"text": text[start:end]})


def _found(text: str) -> list[tuple[int, int]]:
    """Every stretch. The characters that one may begin with are looked for first, which is much faster."""
    found: list[tuple[int, int]] = []
    after = 0
    for beginning in _BEGINNING.finditer(text):
        at = beginning.start()
        if at >= after and (match := _MOJIBAKE.match(text, at)):
            after = match.end()
            found.append((at, after))
    return found


CHECK = Check(
    name="mojibake",
    options=CheckOptions,
    messages={"": ("text",)},
    run=run,
    reads=("markdown",),
    prepare=prepare,
)
