"""The words of Vale's vocabularies (https://vale.sh/docs/keys/vocab): accepted and rejected ones."""

import os
import re
from collections import Counter
from typing import NamedTuple

from lintpost.config.migrate.migration import Item
from lintpost.language import Text
from lintpost.post.front_matter.scalars import in_quotes, written
from lintpost.post.lazy import lazy
from lintpost.site.js_regex import PatternError, compile_js

_FOLDERS = ("config/vocabularies", "Vocab")
"""Where Vale 3 and Vale 2 have vocabularies, below the styles."""
_EXPRESSION = lazy(r"[\\()\[\]{}*?|^$]|\.[+*?]|[A-Za-z]\+[A-Za-z]")
_ANY_CASE = "(?i)"
_IS_EXPRESSION = Text("a regular expression", "正規表現です")
_UNREADABLE = Text("an expression that cannot be read", "読めない正規表現です")
_NOTE = (
    "# The accepted words of Vale's vocabularies. From an entry marked `harvested` nothing is derived: the word\n"
    "# is known, and no other form of it is wrong.\n"
)
_RULE = """\
# The rejected words of Vale's vocabularies.
extends: existence
message: "Avoid “%s”."
level: error
tokens:
"""


class Vocabulary(NamedTuple):
    """The entries of a vocabulary's files, in their order; None for a file that is not there."""

    name: str
    accepted: list[str] | None
    rejected: list[str] | None

    @classmethod
    def merged(cls, all_of: "list[Vocabulary]") -> "Vocabulary":
        """All entries of some vocabularies, each once."""
        accepted = dict.fromkeys(word for one in all_of for word in one.accepted or ())
        rejected = dict.fromkeys(word for one in all_of for word in one.rejected or ())
        return cls("", list(accepted), list(rejected))

    def items(self, source: str) -> list[Item]:
        """What becomes of each part; every entry that is left out is named."""
        if self.accepted is None and self.rejected is None:
            why = Text(
                "no accept.txt or reject.txt was found",
                "accept.txt も reject.txt も見つかりません",
            )
            return [Item(source, self.name, "", why)]
        items = []
        left: list[Item] = []
        names = [word for word in self.accepted or () if _name(word)]
        if names:
            what = f"{self.name} accept.txt ({len(names)})"
            items.append(Item(source, what, "names: vale-names.yml"))
        rejected = [word for word in self.rejected or () if _is_readable(word)]
        if rejected:
            what = f"{self.name} reject.txt ({len(rejected)})"
            items.append(Item(source, what, "packs: vale-words"))
        for file, words, kept, why in (
            ("accept.txt", self.accepted, names, _IS_EXPRESSION),
            ("reject.txt", self.rejected, rejected, _UNREADABLE),
        ):
            for word in words or ():
                if word not in kept:
                    left.append(Item(f"{source} {self.name} {file}", word, "", why))
        return [*items, *left]

    def names_text(self, *, enforced: bool) -> str:
        """A names dictionary of the accepted words; empty without any.

        `enforced`: another case of a word with a capital is wrong (Vale.Terms). It is not where the
        word is accepted in several cases, or in any.
        """
        names = {name: word for word in self.accepted or () if (name := _name(word))}
        counted = Counter(name.casefold() for name in names)
        lines = []
        for name, word in names.items():
            strict = enforced and name != name.lower() and counted[name.casefold()] == 1
            marked = f"{{name: {written(name)}, harvested: true}}"
            lines.append(f"  - {written(name) if strict and name == word else marked}\n")
        head = f"{_NOTE}defaults: {{kind: other, bold: any}}\nnames:\n"
        return head + "".join(lines) if lines else ""

    def rule_texts(self) -> dict[str, str]:
        """The files of a style, with the rejected words: those of one case, and those of any."""
        words = [word for word in self.rejected or () if _is_readable(word)]
        files = {
            "vale-words/Reject.yml": [word for word in words if not word.startswith(_ANY_CASE)],
            "vale-words/RejectAnyCase.yml": [word for word in words if word.startswith(_ANY_CASE)],
        }
        return {
            name: _RULE + "".join(f"  - {in_quotes(token)}\n" for token in tokens)
            for name, tokens in files.items()
            if tokens
        }


def read_vocabularies(styles: str, name: str) -> Vocabulary:
    """The vocabulary of a name, from the folder of the styles."""
    found: dict[str, list[str] | None] = {"accept.txt": None, "reject.txt": None}
    for folder in _FOLDERS:
        for file in found:
            path = os.path.join(styles, folder, name, file)
            if os.path.isfile(path):
                found[file] = [*(found[file] or []), *_entries(path)]
    return Vocabulary(name, found["accept.txt"], found["reject.txt"])


def _entries(path: str) -> list[str]:
    with open(path, encoding="utf-8-sig", errors="replace") as file:
        lines = [line.strip() for line in file]
    return [line for line in lines if line and not re.match(r"#(?:\s|$)", line)]


def _name(word: str) -> str:
    """The name that an accepted entry stands for; empty for an expression."""
    name = word.removeprefix(_ANY_CASE)
    return "" if _EXPRESSION.search(name) else name


def _is_readable(pattern: str) -> bool:
    """Whether a rejected entry can be run."""
    try:
        compile_js(pattern.removeprefix(_ANY_CASE), "m")
    except PatternError:
        return False
    return True
