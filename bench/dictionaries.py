"""A site whose dictionaries and settings are edited, as an editor does all day."""

import os
import re
from collections import Counter
from typing import NamedTuple

from inputs import config

EDITS = ("name of no post", "name of many posts", "tag", "severity", "rule less", "baseline")
"""The edits in their order; none is undone."""
_WORD = re.compile(r"[A-Z][a-z]{4,}")


class EditedSite(NamedTuple):
    """The configuration of a site, and a name that many of its posts have."""

    path: str
    names: str
    tags: str
    frequent: str

    def make(self, edit: str) -> None:
        """Make one edit."""
        path, before, behind = {
            "name of no post": (self.names, "names:\n", "  - {name: Zorblatter, kind: product}\n"),
            "name of many posts": (self.names, "names:\n", f"  - {self.frequent}\n"),
            "tag": (self.tags, "tags:\n", "  - Zorblatter\n"),
            "severity": (self.path, "lang: ja\n", "rules:\n  names/near: error\n"),
            "rule less": (self.path, "rules:\n", "  ja/doubled-particle: off\n"),
            "baseline": (self.path, "lang: ja\n", "baseline: baseline.jsonl\n"),
        }[edit]
        with open(path, encoding="utf-8") as file:
            text = file.read()
        with open(path, "w", encoding="utf-8") as file:
            file.write(text.replace(before, before + behind, 1))


def dictionary_site(folder: str, posts: list[str], names: int) -> EditedSite:
    """A site with the rules of ja-editorial and so many made-up names, in files of its own."""
    path = config(folder, words=True, names=names)
    with open(path, encoding="utf-8") as file:
        text = file.read()
    given = dict(line.split(": ", 1) for line in text.splitlines() if ": " in line)
    tags = os.path.join(folder, "tags.yml")
    with open(given["tags"], encoding="utf-8") as file, open(tags, "w", encoding="utf-8") as out:
        out.write(file.read())
    with open(path, "w", encoding="utf-8") as out:
        out.write(text.replace(given["tags"], tags))
    with open(os.path.join(folder, "baseline.jsonl"), "w", encoding="utf-8"):
        pass
    return EditedSite(path, given["names"], tags, _frequent(posts, given["names"]))


def _frequent(posts: list[str], names: str) -> str:
    """The capitalised word that most posts have, of those that no name of a dictionary holds."""
    counts: Counter[str] = Counter()
    for path in posts:
        with open(path, encoding="utf-8") as file:
            counts.update(set(_WORD.findall(file.read())))
    with open(names, encoding="utf-8") as file:
        known = file.read()
    return next(word for word, _ in counts.most_common() if word not in known)
