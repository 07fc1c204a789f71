"""Bold spans as the checks of names and bold look at them."""

from bisect import bisect_left, bisect_right

from lintpost.post.markdown.body import Markdown
from lintpost.post.markdown.emphasis import Bold
from lintpost.post.memo import MemoKey
from lintpost.post.post import Post

_STRAY_RUNS = MemoKey[list[tuple[int, int]]]("stray runs")


def bold_around(markdown: Markdown, start: int, end: int) -> Bold | None:
    """The innermost bold span that holds all of `start` to `end`."""
    bold = markdown.bold
    index = bisect_right(markdown.bold_starts, start) - 1
    while index >= 0:
        span = bold[index]
        if span.inner_start <= start and end <= span.inner_end:
            return span
        if span.end < start:
            return None
        index -= 1
    return None


def stray_runs(post: Post) -> list[tuple[int, int]]:
    """Runs of two or more ``*`` that stand in the prose although they were to be marks.

    Spans in code points. A run with white space on both sides (``2 ** 3``) or behind a backslash
    is text on purpose.
    """
    return post.memo.get_or_make(_STRAY_RUNS, lambda: _stray_runs(post))


def has_stray_run(post: Post, start: int, end: int) -> bool:
    """Whether such a run begins between two offsets."""
    strays = stray_runs(post)
    index = bisect_left(strays, (start, 0))
    return index < len(strays) and strays[index][0] < end


def _stray_runs(post: Post) -> list[tuple[int, int]]:
    text = post.text
    found: list[tuple[int, int]] = []
    for start in post.markdown.stray_marks():
        if found and start < found[-1][1]:
            continue
        end = start + 2
        while text[end : end + 1] == "*":
            end += 1
        if text[start - 1 : start] != "\\":
            found.append((start, end))
    return found


def empty_pairs(post: Post) -> list[tuple[int, int]]:
    """``****`` and ``** **``: bold with nothing in it, as spans of code points."""
    runs = stray_runs(post)
    text = post.text
    pairs = [run for run in runs if run[1] - run[0] == 4 and _beside_text(text, *run)]
    at = 0
    while at + 1 < len(runs):
        (first, first_end), (last, last_end) = runs[at], runs[at + 1]
        between = text[first_end:last]
        if (
            first_end - first == 2
            and last_end - last == 2
            and between
            and not between.strip(" \u3000\t")
        ):
            pairs.append((first, last_end))
            at += 1
        at += 1
    return sorted(pairs)


def _beside_text(text: str, start: int, end: int) -> bool:
    """Whether a run stands beside a word: ``****`` alone between spaces may be a censored word."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return bool(before.strip() or after.strip())
