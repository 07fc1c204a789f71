"""What is written with slashes or backslashes and is no list of alternatives: paths, repositories,
packages, types of media, ``GET /messages``.

Most slashes in prose part words (and/or, CI/CD, 東京/大阪): only what the signs of a path give away
is taken, and pairs in small letters, which are repositories far more often than words.
"""

from collections.abc import Iterator

from lintpost.post.lazy import lazy, lazy_bytes
from lintpost.post.markdown.masks.dotted_names import FILE_ENDINGS
from lintpost.post.markdown.masks.searched_text import SearchedText
from lintpost.post.markdown.masks.slash_words import WORDS
from lintpost.post.markdown.masks.spans import Mask

# A slash and the rest of its word, in which asterisks are those of a pattern (`src/**/*.ts`), not of
# bold; or a slash alone behind a space (`GET / を`), or at the end of a word (`src/ を`).
_SLASH = lazy_bytes(
    rb"/(?:(?=[0-9A-Za-z_.@:{$*~\[-]|\([a-z.-]+\)/)"
    rb"(?:[0-9A-Za-z_.~@$%+#/:!?=&{}\[\]-]++|\*{1,2}(?=[/.])|(?<=/)\*(?![*0-9A-Za-z_\x80-\xff])"
    rb"|(?<=/)\([a-z.-]+\)(?=/))*+"
    rb"|(?<= /)(?!/)|(?<=[0-9A-Za-z_-]/)(?![0-9A-Za-z*]))"
)
_LEFT = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.~@$%+#-/"
_LONGEST = 200
_TRAILING = ":.,;!?-"
_METHOD = lazy_bytes(rb"\b(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) +\Z")
_ENDS_WORD = lazy("[\\w)\\]`\u300d\u300f\u3011\uff09]\\Z")
_LATIN_WORD = lazy("[0-9A-Za-z][ \u3000]+\\Z")

_ROOTED = lazy(r"/(?:[.a-z_@:{$*~\[-][^/]*(?:/|$)|[^/]+/[^/])")
_DEEP_ROOTED = lazy(r"/[.a-z_][\w.-]*/[\w.@{}:*\[\]-]")
_EXTENSION = lazy(r"[0-9A-Za-z_\-\]})]\.[a-z][a-z0-9]{0,9}$")
_SNAKE = lazy(r"[0-9A-Za-z]_[0-9A-Za-z]|^_[a-z]|^__[a-z]+__$")
_RELATIVE = lazy(r"\.{1,2}/|~/|\$[A-Za-z_{]|@[\w-]+/|//\w|\.[a-z]|\*{1,2}[/.]")
_OWNER = lazy(r"[A-Za-z0-9][\w-]*/[\w.-]+$")
_SMALL_PAIR = lazy(r"[a-z][a-z0-9-]+/[a-z][a-z0-9.-]+$")
_NUMBERED = lazy(r"#[0-9]+$|@v?[0-9][\w.-]*$")
_ARITY = lazy(r"[A-Za-z][\w.]*[._][\w!?]+/[0-9]$")
_IDENTIFIER = lazy(r"10\.[0-9]{4,}/\S|[ru]/[A-Za-z]\w+$")
_VARIABLE = lazy_bytes(rb"\$\{[A-Za-z_]\w*\}\Z")
# Not 配下, 内, 以下, 直下.
_NEXT_WORD = lazy(
    "[ \u3000]*(?![\u914d\u5185\u4ee5\u4e0b\u76f4])[0-9A-Za-z\u30a1-\u30ff\u3400-\u9fff]"
)
_VERSIONED = lazy(r"(?:[a-z]{0,3}[0-9.]+[a-z]?)$")
_FOLDER_NAMES = """
    src lib libs app apps bin dist build docs doc test tests spec specs public static assets content
    components pages posts node_modules packages config scripts usr var etc home tmp opt dev proc srv mnt
    images img css js api hooks utils vendor themes layouts partials data i18n locales examples templates
    """
_FOLDERS = frozenset(_FOLDER_NAMES.split())
_DRIVE = lazy_bytes(
    rb":[\\/](?:(?:Program Files(?: \(x86\))?|Documents and Settings)(?=\\))?[^\x00-\x20<>\"|?*`\x80-\xff]*"
)
# The backslash stands between two letters: no escape, and no \n alone.
_BACKSLASHES = lazy_bytes(rb"\\(?=[0-9A-Za-z_.%-])[0-9A-Za-z_.%\\-]*")
_FOLDER = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.%-"
_SERVER = lazy_bytes(rb"\\\\[A-Za-z0-9.-]+\\[A-Za-z0-9$_.\\-]+")


def may_hold(data: bytes) -> bool:
    """Whether a body may hold a path."""
    return b"/" in data or b"\\" in data


def masks(text: SearchedText) -> Iterator[Mask]:
    """Every path and its like."""
    if b"/" in text.data:
        yield from _with_slashes(text)
    yield from _with_drives(text)


def _with_slashes(text: SearchedText) -> Iterator[Mask]:
    data = text.data
    after = 0
    for match in _SLASH.finditer(data):
        at, end = match.span()
        if not text.is_text(at):
            continue
        before = data[max(at - _LONGEST, after) : at]
        # **/*.ts is no bold, but **/*.ts** is.
        is_glob = data.startswith(b"/*", at) and not data.startswith(b"**", end)
        start = _left_end(text, at, before, is_glob=is_glob)
        if data.startswith(b"...", start):
            start += len(data[start:at]) - len(data[start:at].lstrip(b"."))
        after = text.text_end(at, end)
        if not (is_glob and data.startswith(b"**/", start)):
            start, after = text.without_marks(start, after)
        token = _unopened(data[start:after].decode().rstrip(_TRAILING))
        if start + len(token) <= at:
            continue
        method = _METHOD.search(data, max(start - 12, 0), start) if token[0] == "/" else None
        last = start + len(token)
        behind = data[last : last + 12].decode("utf-8", "ignore")
        if method or (token != "/" and is_path(token, _before(data, start), behind)):
            begin = method.start() if method else start
            yield Mask(begin, last, "word")


def _left_end(text: SearchedText, at: int, before: bytes, *, is_glob: bool) -> int:
    """Where the word before a slash begins; a variable (``${HOME}/bin``) and asterisks may begin it."""
    start = at - len(before) + len(before.rstrip(_LEFT))
    if text.data[start - 1 : start] == b"}":
        variable = _VARIABLE.search(before, 0, len(before) - at + start)
        return at - len(before) + variable.start() if variable else start
    is_glob = is_glob and start == at
    while start and text.data[start - 1 : start] == b"*" and (is_glob or text.is_text(start - 1)):
        start -= 1
    return start


def _before(data: bytes, at: int) -> str:
    """What stands before a byte, marks of emphasis passed over."""
    before = data[max(at - 12, 0) : at].decode("utf-8", "ignore")
    return before.rstrip("*_")


def _unopened(token: str) -> str:
    """A token without brackets at its end that it did not open."""
    for opener, closer in ("[]", "{}"):
        unopened = token.count(closer) - token.count(opener)
        closing = len(token) - len(token.rstrip(closer))
        token = token[: len(token) - max(min(unopened, closing), 0)]
    return token


def is_path(token: str, before: str, behind: str = "") -> bool:
    """Whether a token with a slash is no list of words; `before` and `behind` are the text around it."""
    if token.startswith("/"):
        # 東京/tokyo, `a`/b and struct /enum are lists; は/var/www and cd /tmp are none.
        if _DEEP_ROOTED.match(token):
            return True
        if _ENDS_WORD.search(before):
            return False
        is_alone = token.count("/") == 1 and _LATIN_WORD.search(before) is not None
        return _ROOTED.match(token) is not None and (not is_alone or token[1:] in _FOLDERS)
    if _RELATIVE.match(token):
        return True
    parts = [part for part in token.split("/") if part]
    if not any(char.islower() for char in token) or not parts:
        return False
    if len(parts) == 1 and token.endswith("/"):
        return _is_folder(parts[0], behind)
    if _is_marked(token, parts):
        return True
    return len(parts) == 2 and _is_repository(token, *parts)


def _is_folder(name: str, behind: str) -> bool:
    """Whether a name with a slash behind it is a folder, and no first word of two (css/デザイン)."""
    if name == name.lower() and _SNAKE.search(name):
        return True
    return name in _FOLDERS and not _NEXT_WORD.match(behind)


def _is_marked(token: str, parts: list[str]) -> bool:
    """Whether a sign of a path or identifier stands in a token."""
    last = parts[-1]
    if any(part[0] in ".@" or "*" in part or _SNAKE.search(part) for part in parts):
        return True
    if _NUMBERED.search(last) and _OWNER.match(_NUMBERED.sub("", token)):
        return not token.replace("/", "").isupper()
    if _ARITY.match(token) or _IDENTIFIER.match(token):
        return True
    if _EXTENSION.search(last) and (
        last == last.lower() or last.rpartition(".")[2] in FILE_ENDINGS
    ):
        return True
    if token.endswith("/"):
        return token == token.lower() and len(parts[0]) > 1
    if len(parts) == 2:
        return False
    return parts[0] in _FOLDERS or any("-" in part and part == part.lower() for part in parts)


def _is_repository(token: str, owner: str, name: str) -> bool:
    """Whether two parts are an owner and a repository, a type of media, or a package and its module."""
    if min(len(owner), len(name)) < 2 or owner.isdigit():
        return False
    words = token.replace("/", "-").split("-")
    if _SMALL_PAIR.match(token):
        is_list = all(word in WORDS or len(word) < 2 or _VERSIONED.match(word) for word in words)
        return owner == name or not is_list
    if name.lower().startswith(owner.lower()) or owner.lower().startswith(name.lower() + "-"):
        return name != owner and owner.isalnum() != name.isalnum()
    # An owner or a name in small letters with hyphens: deepseek-ai/DeepSeek-V3.
    return any(
        "-" in part and part == part.lower() and not all(word in WORDS for word in part.split("-"))
        for part in (owner, name)
    )


def _with_drives(text: SearchedText) -> Iterator[Mask]:
    """Paths of Windows: ``D:\\slack\\bin``, ``\\\\server\\share``."""
    data = text.data
    for colon in text.colons:
        at = colon - 1
        if at >= 0 and data[at : at + 1].isalpha() and not data[at - 1 : at].isalnum():
            found = _DRIVE.match(data, colon)
            if found is not None:
                end = text.text_end(colon, found.end())
                yield Mask(at, at + len(data[at:end].rstrip(b".,:;)*_~")), "word")
    for at in text.positions(b"\\"):
        server = _SERVER.match(data, at)
        if server is None and (relative := _relative(data, at)) and text.has_text(*relative):
            yield Mask(*relative, "word")
        if server and text.has_text(*server.span()):
            yield Mask(*server.span(), "word")


def _relative(data: bytes, at: int) -> tuple[int, int] | None:
    """The span of ``src\\lib\\a.ts`` or ``%APPDATA%\\Code``, whose first backslash stands at a byte."""
    before = data[max(at - _LONGEST, 0) : at]
    start = at - len(before) + len(before.rstrip(_FOLDER))
    if at - start < 2 or data[start - 1 : start] == b"\\":
        return None  # also the second backslash of a path and those behind it
    rest = _BACKSLASHES.match(data, at)
    if rest is None:
        return None
    end = start + len(data[start : rest.end()].rstrip(b".-\\"))
    return (start, end) if end - at > 2 else None
