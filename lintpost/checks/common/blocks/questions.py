"""The questions of an interview, or of questions and answers, set apart from what is answered."""

from lintpost.post.lazy import lazy
from lintpost.post.post import Post

_QUESTION = lazy(
    r"\s*(?:\*\*|__)?\s*(?:[―—─]{2}|[QＱ][0-9０-９]{0,2}\s?[.．:：、])"
    r"|\s*(?:\*\*|__)(?=[^\s*_])[^\n]{1,300}[?？][”」』]?(?:\*\*|__)\s*\Z"
)
"""A paragraph that begins with a double dash or ``Q:``, bold or not, or is one bold line with a question mark."""
_SIGNS = ("――", "——", "──", "Q", "Ｑ", "?", "？")
_FEWEST = 2


def interview_questions(post: Post) -> frozenset[int]:
    """The paragraphs that are an interview's questions, by the numbers of their leaves.

    Empty where there are fewer than two, which make no interview.
    """
    text, markdown = post.text, post.markdown
    if not any(text.find(sign, post.body) >= 0 for sign in _SIGNS):
        return frozenset()
    found = set()
    for index, leaf in enumerate(markdown.leaves):
        if leaf[2] == "Paragraph":
            block = markdown.block(index)
            if _QUESTION.match(text, block.start, block.end):
                found.add(index)
    return frozenset(found) if len(found) >= _FEWEST else frozenset()
