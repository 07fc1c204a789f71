"""Texts of a post that say its title again."""

from lintpost.checks.common.front_values import Field, strings
from lintpost.post.markdown.body import Block
from lintpost.post.memo import MemoKey
from lintpost.post.post import Post
from lintpost.site.fold import letters

_NO_TEXT = ("CodeBlock", "HtmlBlock")
_SENTENCE_ENDS = ("。", "．", ".")
_SHORTEST = 8
_LONGEST_REPEAT = 1.5
"""A summary so many times as long as the title says more, unless a third of it is punctuation."""
_LINE = 12
"""Letters of a line that stands in a longer title from which on it is no chance."""
_MUCH_LONGER = 8
"""A first paragraph so many times as long as the title is no repetition, whatever its marks."""

_REPEATED = MemoKey[Block | None]("repeated title")


def repeats_title(summary: str, title: Field) -> bool:
    """Whether a summary is the title again, or a part of it, and nothing more."""
    if len(summary) > _LONGEST_REPEAT * len(title.value):
        return False
    text = letters(summary)
    return len(text) >= _SHORTEST and text in letters(title.value)


def repeated_block(post: Post, share: int) -> Block | None:
    """The first block of the body where it is the title again, else None.

    A block that is a whole part of the title counts, and a line that holds the title, as long as the
    shorter of them is `share` percent of the longer. A first line that is no sentence counts however
    much of the title there is beside it: the title was made of it. A heading or a sentence that holds
    the title says something else.
    """
    return post.memo.get_or_make(_REPEATED, lambda: _repeated_block(post, share), share)


def _repeated_block(post: Post, share: int) -> Block | None:
    title = next(strings(post, ("title",)), None)
    if title is None:
        return None
    markdown = post.markdown
    leaf = markdown.first_leaf
    if leaf is None or len(markdown.leaf_text(leaf)) > _MUCH_LONGER * len(title.value):
        return None
    wanted = letters(title.value)
    for index, leaf in enumerate(markdown.leaves):
        text = markdown.leaf_text(leaf) if leaf[2] not in _NO_TEXT else ""
        line = letters(text)
        if not line:
            continue
        if min(len(line), len(wanted)) < _SHORTEST:
            return None
        if not (line in wanted or wanted in line):
            return None
        shorter, longer = sorted((len(line), len(wanted)))
        is_line = leaf[2] == "Paragraph" and not text.rstrip().endswith(_SENTENCE_ENDS)
        if len(line) > len(wanted) and not is_line:
            return None  # 「NPUの選び方の比較」 is a heading of its own under 「NPUの選び方」
        is_whole = line in wanted and len(line) >= _LINE and is_line
        return markdown.block(index) if is_whole or shorter * 100 >= longer * share else None
    return None
