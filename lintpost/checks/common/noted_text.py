"""Front-matter texts in the facts of checks over the whole site."""

from typing import Any, NamedTuple

from lintpost.checks.common.front_values import strings
from lintpost.checks.contract.hit import Place
from lintpost.post.post import Post

_LONGEST = 300
"""Characters of a text that is noted: a longer one is no title, and facts are small."""


class NotedText(NamedTuple):
    """A text with its place. `is_exact`: it stands there letter by letter, on one line."""

    text: str
    is_exact: bool
    place: Place

    @classmethod
    def of_fact(cls, fact: list[Any]) -> "NotedText":
        """One of the values of `note_texts`, from JSON or not."""
        text, is_exact, place = fact
        return cls(text, is_exact, Place(*place))

    def part(self, start: int, end: int) -> Place:
        """The place of a part; that of the whole text where it does not stand there letter by letter."""
        if not self.is_exact:
            return self.place
        first, line, column, *_ = self.place
        return Place(first + start, line, column + start, first + end, line, column + end)


def note_texts(post: Post, fields: tuple[str, ...]) -> dict[str, Any] | None:
    """The texts of front-matter keys as facts, by key; None where the post has none."""
    found = {
        field.key: (
            field.value,
            field.node.inner is not None and "\n" not in field.value and "\r" not in field.value,
            place_of(post, *field.content),
        )
        for field in strings(post, fields)
        if len(field.value) <= _LONGEST
    }
    return found or None


def place_of(post: Post, start: int, end: int) -> Place:
    """A span of a post as a place."""
    locate = post.source.location
    return Place(start, *locate(start), end, *locate(end))
