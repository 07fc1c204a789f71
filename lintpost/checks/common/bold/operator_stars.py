"""Stars that are no marks: powers (``2**10``), arguments (``**kwargs``), pointers, globs (``**/*.md``)."""

from lintpost.post.lazy import lazy

_REACH = 40
_AROUND = ("''", '""', "()", "（）", "「」", "『』", "“”", "‘’", "``")
"""Quotes and brackets around stars that are spoken of."""
_POWER_BASE = lazy(r"(?<![0-9A-Za-z.])(?:[0-9][0-9.,]*|[A-Za-z])\Z|[)\]]\Z")
_POWER = lazy(r"-?[0-9]|[A-Za-z](?![0-9A-Za-z])|\((?![^()]*\)\*\*)")
_ARGUMENT_BEFORE = lazy(
    r"[(（,、]\s?\Z|(?<![0-9A-Za-z])(?:char|int|void|const|float|double|long|struct \w+) ?\Z"
)
# An identifier that no other stars close: "(**NOTE**)" is bold.
_ARGUMENT = lazy(r"[A-Za-z_][0-9A-Za-z_.]*(?![0-9A-Za-z_.*])")
_USUAL_ARGUMENT = lazy(r"(?:kw|kwargs|opts|options|args|argv|params)(?![0-9A-Za-z_*])")


def is_operator(text: str, start: int, end: int) -> bool:
    """Whether the stars at `text[start:end]` are an operator or code in running text."""
    if end - start != 2:
        return False
    before, after = text[max(0, start - _REACH) : start], text[end : end + 1]
    if after == "/" or before.endswith("/") or before[-1:] + after in _AROUND:
        return True
    if _POWER_BASE.search(before) and _POWER.match(text, end) and not _is_closed(before):
        return True
    if _USUAL_ARGUMENT.match(text, end):
        return True
    return bool(_ARGUMENT_BEFORE.search(before) and _ARGUMENT.match(text, end))


def _is_closed(before: str) -> bool:
    """Whether the bracket that ends here was opened behind stars: ``**(b)**`` is bold."""
    opening = before.rfind("(")
    return before.endswith(")") and before[opening - 2 : opening] == "**"
