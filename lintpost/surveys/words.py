"""Counts the words of a site that may be names: Latin, katakana, mixed, and whole bold texts."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypedDict

from lintpost.post.lazy import lazy
from lintpost.post.markdown.body import LINK
from lintpost.post.post import Post
from lintpost.post.source import UnreadablePost, read_source

_LATIN = r"[A-Za-zÀ-ɏΑ-Ωα-ω]"
_KANA = r"[\u30A1-\u30FA\u30FC]"
_CHARS = rf"(?:{_LATIN}|[0-9]|{_KANA})+"
# A middle dot separates the words of a katakana name, but next to Latin the items of a list.
_WORD = rf"{_CHARS}(?:(?:[.+\-&]|(?<={_KANA})・(?={_KANA})){_CHARS})*\+*[®™]?"
# Two to four capitalised Latin words in a row; all but the first may be numbers: "Claude 3 Opus".
_PHRASE = lazy(
    r"(?<![0-9A-Za-z])[A-Z][0-9A-Za-z.+\-]*"
    r"(?: (?:[A-Z][0-9A-Za-z.+\-]*|[0-9]+(?:\.[0-9]+)?[A-Za-z]?)(?![0-9A-Za-z])){1,3}"
)
_TOKEN = lazy(rf"(?<![@#/_0-9A-Za-z]){_WORD}(?![_/0-9A-Za-z]|…|\.\.)")
_PART = lazy(rf"(?:{_LATIN}|[0-9])(?:{_LATIN}|[0-9]|[.+\-&])*|{_KANA}+")
_QUOTED = lazy(r"[「『“\"]([^「」『』“”\"\n]{2,30})[」』”\"]")
_NAME = lazy(rf"{_WORD}(?: {_WORD}){{0,3}}")
_HAS_LETTER = lazy(rf"{_LATIN}|{_KANA}")
_TRAILING_MARKS = ".+-・&"
_SENTENCE_END = lazy(r"[。．.!?！？]\s*$")
_CONTEXT = 60
"""Characters of context on each side of a word in its example."""


class WordUse(NamedTuple):
    """One spelling of a word and its counts.

    `times` counts occurrences, `posts` posts, `bold` and `quoted` the bold spans and the quotations
    that consist of the word alone, `inside` the posts that have it within a sentence (not only at
    its beginning). `path` is the post of the first occurrence, `at` its offset there in code points, and
    `example` the text around it, which `with_example` adds.
    """

    word: str
    times: int
    posts: int
    bold: int
    quoted: int
    inside: int
    path: str
    at: int
    example: str = ""


class WordsNote(TypedDict):
    """The words of one post. `words` has each with its number of occurrences, the offset of the first, and
    whether it stands within a sentence; `quoted` and `bold` count quotations and bold spans.
    """

    words: list[tuple[str, int, int, bool]]
    quoted: dict[str, int]
    bold: dict[str, int]


def survey_words(notes: Iterable[tuple[str, WordsNote]]) -> tuple[int, list[WordUse]]:
    """Number of posts, and every word of their prose; words in most posts first.

    `notes` are those of `note_words`, with the paths of the posts.
    """
    counts: dict[str, list[int]] = {}  # times, posts, inside
    places: dict[str, tuple[str, int]] = {}
    bold: Counter[str] = Counter()
    quoted: Counter[str] = Counter()
    total = 0
    for path, note in notes:
        total += 1
        bold.update(note["bold"])
        quoted.update(note["quoted"])
        for word, times, at, inside in note["words"]:
            found = counts.get(word)
            if found is None:
                counts[word] = [times, 1, inside]
                places[word] = path, at
            else:
                found[0] += times
                found[1] += 1
                found[2] += inside
    words = [
        WordUse(word, times, posts, bold[word], quoted[word], inside, *places[word])
        for word, (times, posts, inside) in counts.items()
    ]
    return total, sorted(words, key=lambda use: (-use.posts, -use.times, use.word))


def words_noter() -> Callable[[Post], WordsNote]:
    """`note_words`, as a survey wants it."""
    return note_words


def note_words(post: Post) -> WordsNote:
    """Note the words of one post."""
    text = post.text
    first: dict[str, int] = {}
    times: Counter[str] = Counter()
    quoted: Counter[str] = Counter()
    bold: Counter[str] = Counter()
    inside: set[str] = set()
    for start, end in post.markdown.runs:
        if end - start < 2 or post.markdown.flags_at(start) & LINK:
            continue  # link texts are often titles of other pages, and often truncated
        for word, at in _words(text, start, end):
            times[word] += 1
            first.setdefault(word, at)
            before = text[max(0, at - 3) : at]
            if before.strip() and not _SENTENCE_END.search(before):
                inside.add(word)
        for found in _QUOTED.finditer(text, start, end):
            if _NAME.fullmatch(found[1]):
                quoted[found[1]] += 1
    for span in post.markdown.bold:
        inner = text[span.inner_start : span.inner_end].strip()
        if _NAME.fullmatch(inner):
            bold[inner] += 1
    words = [(word, count, first[word], word in inside) for word, count in times.items()]
    return {"words": words, "quoted": quoted, "bold": bold}


def with_example(use: WordUse, max_bytes: int) -> WordUse:
    """The same with the text around the first occurrence; "" where its post cannot be read any more."""
    try:
        text = read_source(use.path, max_bytes).text
    except UnreadablePost:
        return use
    return use._replace(example=_context(text, use.at, use.at + len(use.word)))


def _words(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """Each word with its offset: words, the single-script parts of mixed ones, capitalised phrases."""
    for match in _TOKEN.finditer(text, start, end):
        parts = [part.span() for part in _PART.finditer(text, *match.span())]
        for first, last in dict.fromkeys([match.span(), *parts]):
            word = text[first:last].rstrip(_TRAILING_MARKS)
            if len(word) > 1 and _HAS_LETTER.search(word):
                yield word, first
    for match in _PHRASE.finditer(text, start, end):
        yield match[0].rstrip(_TRAILING_MARKS), match.start()


def _context(text: str, start: int, end: int) -> str:
    """The line around a word, at most `_CONTEXT` characters on each side, white space collapsed."""
    first = max(text.rfind("\n", 0, start) + 1, start - _CONTEXT)
    last = text.find("\n", end)
    last = min(last if last >= 0 else len(text), end + _CONTEXT)
    return " ".join(text[first:last].split())
