"""The figures of one post."""

from datetime import date
from typing import NamedTuple

from lintpost.checks.common.front_values import strings
from lintpost.checks.common.patterns.scopes import scope_of
from lintpost.checks.front_matter.reading_time import Options, minutes
from lintpost.post.post import Post
from lintpost.surveys.health.readability import kanji_share, reading_ease
from lintpost.surveys.tag_usage import day_of

_AUTHORS = ("author", "authors", "writer")
_QUESTIONS = ("?", "？", "?」", "？」")


class PostFigures(NamedTuple):
    """One post in figures. `day` is its date (None: it has none), `keys` those of its front matter.

    `characters` are those of its prose without white space, `sentences` the sentences of its paragraphs and
    list items, `sentence_characters` all their characters; `kanji` is a share of letters, 0 to 1, and `ease` the
    reading ease (`reading_ease`), None where there are too few sentences.
    """

    path: str
    title: str
    author: str
    day: date | None
    keys: tuple[str, ...]
    minutes: int
    characters: int
    sentences: int
    sentence_characters: int
    questions: int
    kanji: float
    ease: float | None

    @property
    def month(self) -> str:
        """``2026-05``, or "" for a post without a date."""
        return self.day.strftime("%Y-%m") if self.day else ""


def post_figures(post: Post) -> PostFigures:
    """The figures of a post."""
    scope = scope_of(post, "sentence")
    texts = [scope.text[start:end] for start, end in scope.spans]
    joined = "".join(texts)
    rates = Options()
    front = post.front_matter
    return PostFigures(
        post.path,
        next((one.value for one in strings(post, ("title",))), ""),
        ", ".join(one.value for one in strings(post, _AUTHORS)),
        day_of(post),
        tuple(front.values) if front else (),
        minutes(post.markdown.prose, rates.japanese, rates.english),
        len("".join(joined.split())),
        len(texts),
        sum(map(len, texts)),
        sum(text.rstrip().endswith(_QUESTIONS) for text in texts),
        kanji_share(joined),
        reading_ease(texts),
    )
