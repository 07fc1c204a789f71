"""Makes the table of tags that mean the same from Sudachi's synonym dictionary and a list of our own.

    npm pack sudachi-synonyms-dictionary && tar xzf sudachi-synonyms-dictionary-*.tgz
    python tools/tag_synonyms.py package/sudachi-synonyms-dictionary.json

The npm package holds `synonyms.txt` of github.com/WorksApplications/SudachiDict (Apache-2.0) as JSON; the
text file itself can be given, too. Nothing of it is needed at run time.
"""

import argparse
import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from lintpost.surveys.tag_words import loose

OUT = ROOT / "lintpost" / "surveys" / "synonyms" / "groups.txt"
OWN = ROOT / "tools" / "tag_synonyms_own.txt"
MAX_BYTES = 200_000
HEAD = """\
# Made by tools/tag_synonyms.py: words that mean the same, folded, one group a line, tab-separated.
# Most groups are selected from the synonym dictionary of SudachiDict, Copyright (c) Works Applications
# Co., Ltd., under the Apache License, Version 2.0 (LICENSE beside this file); they were shortened and folded.
"""
WHOLE = {"IT", "法律"}
"""Fields of which a whole group is one topic; elsewhere only the forms of one word are."""
FIELDS = {*WHOLE, "", "ビジネス", "教育", "組織名", "企業名"}
ACRONYMS = {*WHOLE, "ビジネス", "組織名"}
"""Fields whose words of two or three letters are no chance: elsewhere one has many meanings."""
LONGEST = (7, 11)
"""Characters of the longest Japanese, and the longest Latin word that anybody takes for a tag."""


class Item(NamedTuple):
    """A word of a group: the number of its lexeme there, and its fields."""

    word: str
    lexeme: int
    fields: frozenset[str]


def read_groups(path: Path) -> Iterator[list[Item]]:
    """The groups of nouns of the dictionary, without misspellings and what was taken out of it."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        for group in json.loads(text):
            yield [
                Item(item["midashi"], item["vocabularyNumber"], frozenset(item["bunya"]))
                for item in group["items"]
                if item["taigenYogen"] == "体言"
                and item["expandControl"] < 2
                and item["gokeiSyubetsu"] != "間違い"
                and item["hyoukiYure"] != "間違い表記"
            ]
        return
    groups: dict[str, list[Item]] = defaultdict(list)
    for row in csv.reader(text.splitlines()):
        if len(row) > 8 and row[1] == "1" and row[2] != "2" and row[4] != "4" and row[6] != "3":
            fields = frozenset(field for field in row[7].strip("()").split("/") if field)
            groups[row[0]].append(Item(row[8], int(row[3]), fields))
    yield from groups.values()


def selected(group: list[Item]) -> Iterator[list[str]]:
    """The parts of a group that mean one topic, as folded words."""
    fields = frozenset().union(*(item.fields for item in group)) or frozenset({""})
    if not fields <= FIELDS:
        return
    parts: dict[int, list[str]] = defaultdict(list)
    for item in group:
        parts[0 if fields & WHOLE else item.lexeme].append(item.word)
    for words in parts.values():
        folded = list(dict.fromkeys(map(loose, words)))
        shortest = 2 if fields & ACRONYMS else 5 if "企業名" in fields else 4
        folded = [
            word
            for word in folded
            if (shortest if word.isascii() else 2) <= len(word) <= LONGEST[word.isascii()]
        ]
        cross_script = len({word.isascii() for word in folded}) == 2
        if len(folded) > 1 and (cross_script or fields & WHOLE):
            yield folded


def main() -> int:
    """Write the table; returns the exit status, 1 where it is too large."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "source", type=Path, help="sudachi-synonyms-dictionary.json or synonyms.txt"
    )
    source = parser.parse_args().source
    own = [
        line for line in OWN.read_text(encoding="utf-8").splitlines() if line[:1] not in ("#", "")
    ]
    lines = ["\t".join(dict.fromkeys(map(loose, line.split(" = ")))) for line in own]
    for group in read_groups(source):
        lines += ["\t".join(words) for words in selected(group)]
    text = HEAD + "".join(f"{line}\n" for line in sorted(dict.fromkeys(lines)))
    size = len(text.encode())
    print(f"{len(lines)} groups, {size} bytes")
    if size > MAX_BYTES:
        return 1
    OUT.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
