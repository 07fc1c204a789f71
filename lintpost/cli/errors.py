"""Messages on standard error, and those that several commands share."""

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from lintpost.language import Lang, Text

if TYPE_CHECKING:
    from lintpost.engine.finding import PostError

NO_NAMES = Text(
    "there is no names.yml: name one in lintpost.yml (`names: names.yml`), or run `lintpost init`",
    "names.yml がありません。lintpost.yml に `names: names.yml` と書くか、"
    "`lintpost init` で作ってください",
)
NO_VOCABULARY = Text(
    "there is no tags.yml: name one in lintpost.yml (`tags: tags.yml`), or run `lintpost init`",
    "tags.yml がありません。lintpost.yml に `tags: tags.yml` と書くか、"
    "`lintpost init` で作ってください",
)


def warn(message: str) -> None:
    """Print a message on standard error."""
    print(f"lintpost: {message}", file=sys.stderr)


def print_errors(errors: "Iterable[PostError]", lang: Lang) -> None:
    """Print why posts could not be checked; the fault of a configuration once for all its posts."""
    printed: set[str] = set()
    for error in errors:
        text = error.text[lang]
        if not error.of_settings:
            warn(f"{error.path}: {text}")
        elif text not in printed:
            printed.add(text)
            warn(text)


def print_unreadable(paths: Iterable[str], lang: Lang) -> None:
    """Print the posts that a survey could not read."""
    for path in paths:
        warn(f"{path}: {Text('cannot be read', '読めません')[lang]}")
