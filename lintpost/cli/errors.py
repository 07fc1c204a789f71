"""Messages on standard error, and those that several commands share."""

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from lintpost.language import Lang, Text, plural
from lintpost.report.visible import visible

if TYPE_CHECKING:
    from lintpost.engine.finding import PostError

NO_NAMES = Text(
    "there is no names.yml: write one with the line `names: []`, and name it in lintpost.yml "
    "(`names: names.yml`)",
    "names.yml がありません。`names: []` とだけ書いた names.yml を作り、"
    "lintpost.yml に `names: names.yml` と書いてください",
)
NO_VOCABULARY = Text(
    "there is no tags.yml: name one in lintpost.yml (`tags: tags.yml`), or run `lintpost init`",
    "tags.yml がありません。lintpost.yml に `tags: tags.yml` と書くか、"
    "`lintpost init` で作ってください",
)


def warn(message: str) -> None:
    """Print a message on standard error, on one line; it may quote posts and names of files."""
    print(f"lintpost: {visible(message)}", file=sys.stderr)


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


def print_refused(path: str, refused: Iterable[tuple[str, int]], lang: Lang) -> None:
    """Print which fixes of a post could not be proved safe, and so were not written."""
    for rule, count in refused:
        was = "was" if count == 1 else "were"
        text = Text(
            f"{plural(count, 'fix', 'fixes')} of {rule} {was} not safe here and {was} not written",
            f"{rule} の修正{count}件は、この記事では安全と確かめられないため書き込みませんでした",
        )
        warn(f"{path}: {text[lang]}")
