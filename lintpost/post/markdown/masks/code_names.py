"""Names of code with dots: ``setup.ilm.enabled``, ``console.error()``, ``JSON.parse``, ``Enum.any?/2``, ``.gitignore``, ``*.md``.

Two small words with a dot between them may be two sentences without a space (he.she): a sign of code
must stand in them, or a word before the dot that only code has.
"""

from collections.abc import Iterator

from lintpost.post.lazy import lazy, lazy_bytes
from lintpost.post.markdown.masks.searched_text import SearchedText
from lintpost.post.markdown.masks.spans import Mask

_WORD = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_$.-"
_REST = lazy_bytes(rb"[0-9A-Za-z_$.-]+")
_LONGEST = 120
_NAME = lazy(r"[A-Za-z_$][\w$-]*(?:\.[A-Za-z_$][\w$-]*)+")
# Three parts or more, the first in small letters; or two of which one is written as only code is
# (innerHTML, number_of_shards), but no iPhone and no macOS.
_LONG = lazy(r"[a-z$_][\w$-]+(?:\.[A-Za-z_$][\w$-]+){2,}")
_CAMEL = r"[a-z]{2,}[A-Z](?!S$|S\.)[A-Za-z0-9]*"
_CODE = lazy(rf"(?:[\w$]+\.)+{_CAMEL}|{_CAMEL}\.[a-z][\w$]*")
_SNAKE = lazy(r"[A-Za-z0-9]_[A-Za-z0-9]|(?:^|\.)_{1,2}[a-z]")
# The brackets of a call, or the number of a function's parameters (String.ends_with?/2).
_BEHIND = lazy_bytes(rb"[?!]?(?:\(\)|/[0-9](?![0-9A-Za-z/]))")
_ROOT_NAMES = """
    Array BigInt Bun Deno Intl JSON Math Number Object Promise React Reflect RegExp String Symbol argv console ctx
    cy env fs globalThis jq nn np obj os pd plt req res std str sys tf torch
    """
_ROOTS = frozenset(_ROOT_NAMES.split())
_PRODUCT_ENDINGS = frozenset(["js", "ai", "io", "net", "dev", "co", "com", "new", "land"])
# A file whose name begins with a dot: at the start of a word, or one of those that many have.
_DOTFILE = lazy_bytes(
    rb"\.(?:(?:babel|bash|docker|eslint|git|helm|lint|npm|nv|prettier|stylelint|vim|vscode|yarn|zsh)[a-z]*"
    rb"|cache|claude|cursor|config|editorconfig|env|github|htaccess|next|nuxt|ssh)(?:[.-][0-9A-Za-z_-]+)*(?![0-9A-Za-z])"
)
_FREE_DOTFILE = lazy_bytes(rb"\.[a-z][0-9a-z_-]+(?:\.[0-9A-Za-z_-]+)*(?![0-9A-Za-z])")
_BEFORE_FREE = b" \t\n\r(\"'[|*~"


def may_hold(data: bytes) -> bool:
    """Whether a body may hold such a name; nearly every body has a dot."""
    return b"." in data


def masks(text: SearchedText) -> Iterator[Mask]:
    """Every name; of a call the empty brackets as well."""
    data = text.data
    after = 0
    for at in text.dots:
        if at < after:
            continue
        before = data[max(at - _LONGEST, after) : at]
        start = at - len(before) + len(before.rstrip(_WORD))
        rest = _REST.match(data, at)
        after = rest.end() if rest else at + 1
        if start < at:
            end = _name_end(data, start, after)
        else:
            end = _dotfile_end(data, at)
            while start and data[start - 1 : start] == b"*" and text.is_text(start - 1):
                start -= 1  # *.md
        if end:
            yield Mask(start, end, "word")


def _dotfile_end(data: bytes, at: int) -> int:
    """Where the file ends whose name begins with a dot; 0 for none."""
    is_free = at == 0 or data[at - 1] in _BEFORE_FREE
    is_bound = not is_free and data[at - 1] < 0x80 and data[at - 1 : at] not in (b"/", b":", b"=")
    found = None if is_bound else (_FREE_DOTFILE if is_free else _DOTFILE).match(data, at)
    return found.end() if found else 0


def _name_end(data: bytes, start: int, end: int) -> int:
    """Where the name of code ends that stands in a word; 0 for none."""
    shown = data[start:end].decode().rstrip(".-")
    end = start + len(shown)
    if _NAME.fullmatch(shown) is None:
        return 0
    behind = _BEHIND.match(data, end)
    if behind:
        return behind.end()
    return end if _is_code(shown) else 0


def _is_code(name: str) -> bool:
    if _LONG.fullmatch(name) or _CODE.fullmatch(name) or _SNAKE.search(name):
        return True
    root, _, rest = name.partition(".")
    return root in _ROOTS and rest not in _PRODUCT_ENDINGS and not rest[0].isupper()
