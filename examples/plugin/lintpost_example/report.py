"""A report of our own: one line for each rule and post."""

from collections import Counter

from lintpost.plugin import PostResult, ReportContext, Summary


class TableReport:
    """Rule, post and number of findings, with tabs between them; a closing line counts the posts."""

    def __init__(self, context: ReportContext) -> None:
        self._context = context

    def post(self, result: PostResult) -> None:
        """Take one post; posts come sorted by path."""
        for rule, count in sorted(Counter(finding.rule for finding in result.findings).items()):
            self._context.out.write(f"{rule}\t{result.path}\t{count}\n")

    def end(self, summary: Summary) -> None:
        """Take the end of the run."""
        if not self._context.quiet:
            posts = "posts" if self._context.lang == "en" else "記事"
            self._context.out.write(f"{posts}\t{summary.posts}\n")
