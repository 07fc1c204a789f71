"""The inputs of the measurements: copies of a corpus, configurations, and dictionaries of any size."""

import glob
import os
import random
import re

from measure import ROOT

_CONFIG = """extends: {extends}
lang: ja
names: {names}
tags: {tags}
front-matter:
  required: [title]
  properties: {{title: {{type: string}}}}
"""


_SENTENCE_START = re.compile(r"\n\n|。(?=[^\s」』）)*])")


def posts_of(folder: str) -> list[str]:
    """The Markdown files below a folder, sorted."""
    return sorted(
        path
        for ending in ("md", "markdown", "mdx")
        for path in glob.glob(os.path.join(folder, "**", f"*.{ending}"), recursive=True)
    )


def multiplied(paths: list[str], times: int, folder: str) -> list[str]:
    """Paths of copies of posts in a new folder.

    The number of the copy is written at the beginning of its sentences, so that no two copies have
    the same sentences.
    """
    os.makedirs(folder)
    made = []
    for number in range(times):
        for index, path in enumerate(paths):
            with open(path, encoding="utf-8") as file:
                text = file.read()
            if number:
                head, mark, body = text.partition("\n---\n")
                text = head + mark + _SENTENCE_START.sub(rf"\g<0>第{number}稿の", body)
            made.append(os.path.join(folder, f"{number:03}-{index:04}.md"))
            with open(made[-1], "w", encoding="utf-8") as file:
                file.write(text)
    return made


def middle_post(paths: list[str], folder: str) -> str:
    """A post of about 40 KB: one of these, or the longest repeated."""
    best = min(paths, key=lambda path: abs(os.path.getsize(path) - 40_000))
    if abs(os.path.getsize(best) - 40_000) < 5_000:
        return best
    return grown(max(paths, key=os.path.getsize), 40_000, folder)


def grown(path: str, size: int, folder: str) -> str:
    """Path of a new post: the body of one, repeated up to a size in bytes."""
    with open(path, encoding="utf-8") as file:
        head, mark, body = file.read().partition("\n---\n")
    made = os.path.join(folder, f"post-{size}.md")
    with open(made, "w", encoding="utf-8") as file:
        file.write(head + mark + body * max(1, size // max(len(body.encode()), 1)))
    return made


def config(folder: str, *, words: bool = False, names: int = 0) -> str:
    """Path of a new configuration: recommended rules, and the names and tags of the examples.

    `words` adds the rules of ja-editorial; `names` is a number of made-up names to add.
    """
    dictionary = os.path.join(ROOT, "examples", "names.yml")
    if names:
        dictionary = _dictionary(folder, dictionary, names)
    path = os.path.join(folder, f"lintpost{'-words' if words else ''}-{names}.yml")
    extends = "[recommended, ja-editorial]" if words else "recommended"
    with open(path, "w", encoding="utf-8") as file:
        tags = os.path.join(ROOT, "examples", "tags.yml")
        file.write(_CONFIG.format(extends=extends, names=dictionary, tags=tags))
    return path


def _dictionary(folder: str, base: str, count: int) -> str:
    """Path of a copy of a dictionary with made-up names, the same on each run."""
    letters = random.Random(1)
    syllables = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
    made = {"".join(letters.choices(syllables, k=4)).capitalize() for _ in range(count * 2)}
    path = os.path.join(folder, f"names-{count}.yml")
    with open(base, encoding="utf-8") as file, open(path, "w", encoding="utf-8") as out:
        out.write(file.read())
        out.writelines(f"  - {{name: {name}, kind: product}}\n" for name in sorted(made)[:count])
    return path
