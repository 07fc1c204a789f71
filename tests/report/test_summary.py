"""The closing sentence of a report."""

import pytest

from lintpost.engine.finding import PostError, PostResult
from lintpost.engine.summary import Summary
from lintpost.language import Text, plural
from lintpost.report.summary_line import summary_line


def test_posts_with_errors_are_counted_once() -> None:
    """However many rules broke in them."""
    summary = Summary()
    for path, count in (("a.md", 3), ("b.md", 0), ("c.md", 1)):
        errors = tuple(PostError(path, Text(str(number), "")) for number in range(count))
        summary.add(PostResult(path, (), errors, 0, None))
    assert summary_line(summary, "en") == (
        "3 posts checked, nothing to fix. 2 posts could not be checked in full."
    )
    assert summary_line(summary, "ja") == (
        "3本の記事を検査しました。指摘はありません。2本は最後まで検査できませんでした。"
    )


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0 findings"), (1, "1 finding"), (2, "2 findings"), (1234, "1,234 findings")]
)  # fmt: skip
def test_a_number_with_its_noun(count: int, text: str) -> None:
    assert plural(count, "finding") == text
    assert plural(count, "fix", "fixes") == text.replace("finding", "fix").replace("fixs", "fixes")
