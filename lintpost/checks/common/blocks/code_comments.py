"""The comments in code blocks of some languages."""

from typing import Any

from lintpost.post.lazy import lazy
from lintpost.post.post import Post

_INFO = lazy(r"[ \t>]*(?:`{3,}|~{3,})[ \t]*(?:\{\.?)?([\w+#.-]+)")


def comments(post: Post, languages: tuple[str, ...]) -> list[tuple[int, int]]:
    """Comments in fenced blocks whose info string names one of the languages (any name that Pygments
    knows): spans of code points, sorted.
    """
    found: list[tuple[int, int]] = []
    markdown = post.markdown
    for index, leaf in enumerate(markdown.leaves):
        if leaf[2] != "CodeBlock":
            continue
        block = markdown.block(index)
        info = _INFO.match(post.text, block.start, block.end)
        if info is not None and info[1].lower() in languages:
            line_end = post.text.find("\n", block.start, block.end)
            if line_end >= 0:
                found += _comments_in(post.text, info[1].lower(), line_end + 1, block.end)
    return found


def _comments_in(text: str, language: str, start: int, end: int) -> list[tuple[int, int]]:
    from pygments.lexers import get_lexer_by_name
    from pygments.token import Comment
    from pygments.util import ClassNotFound

    comment: Any = Comment
    try:
        lexer = get_lexer_by_name(language)
    except ClassNotFound:
        return []
    return [
        (start + at, start + at + len(piece))
        for at, kind, piece in lexer.get_tokens_unprocessed(text[start:end])
        if kind in comment and kind is not comment.Preproc
    ]
