"""The closing sentence of a report."""

from lintpost.engine.finding import PostError, PostResult
from lintpost.engine.summary import Summary
from lintpost.language import Text
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
