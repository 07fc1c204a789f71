"""YAML files for people to edit: the spellings of the majority, and candidates for names."""

from collections.abc import Iterable

from lintpost.language import Lang, Text
from lintpost.post.front_matter.scalars import in_comment, written
from lintpost.surveys.name_discovery import Candidate

_HEAD = Text(
    "# How most of {posts} posts spell these words (lintpost names drift --save).\n"
    "# The rule names/drift holds posts to it. Take out what is wrong; a new --save writes it anew.\n",
    "# 記事{posts}本の多数派の表記です（lintpost names drift --save で作成）。\n"
    "# ルール names/drift がこの表記にそろえます。不要な行は消してください（--save し直すと上書きされます）。\n",
)


def spellings_yaml(found: Iterable[tuple[str, tuple[str, ...]]], posts: int, lang: Lang) -> str:
    """A file with the key ``spellings``: for each word, the spelling to use and those to avoid."""
    lines = [
        f"  - {{use: {written(use)}, not: [{', '.join(map(written, others))}]}}\n"
        for use, others in found
    ]
    return _HEAD[lang].format(posts=posts) + (
        "spellings:\n" + "".join(lines) if lines else "spellings: []\n"
    )


def candidates_yaml(found: Iterable[Candidate]) -> str:
    """A file like `names.yml`, with the number of posts and an example in a comment above each name."""
    lines = ["names:\n"]
    for one in found:
        lines.append(
            f"  # {one.use.posts} | {in_comment(one.use.example)}\n  - {written(one.use.word)}\n"
        )
    return "".join(lines) if len(lines) > 1 else "names: []\n"
