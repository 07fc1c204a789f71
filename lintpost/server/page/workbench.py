"""What the page asks for: a text checked, one or all of its fixes applied, a post opened and saved."""

import os
from typing import Any

from lintpost.engine.configurations import Configurations
from lintpost.engine.edits.fix import accepted_text, fix_source
from lintpost.engine.edits.write_post import write_post
from lintpost.engine.finding import Finding
from lintpost.engine.repeats import without_repeats
from lintpost.language import Lang, Text
from lintpost.post.post import Post
from lintpost.post.source import Source, UnreadablePost, read_source
from lintpost.report.json_report import finding_data
from lintpost.server.page.marked_post import marked_post
from lintpost.server.page.marks import MarkedSpan


class Refused(Exception):
    """A question that has no answer; `text` says why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class Workbench:
    """Answers for one site, in one language. Posts are named by their paths from the root; only those of the
    site can be opened.
    """

    def __init__(
        self, root: str, paths: list[str], configurations: Configurations, lang: Lang
    ) -> None:
        """`lang` is also the language of `configurations`."""
        self._root = root
        self._lang: Lang = lang
        self._paths = {os.path.relpath(path, root): path for path in paths}
        self._configurations = configurations

    def posts(self) -> list[str]:
        """The posts that can be opened, sorted."""
        return sorted(self._paths)

    def opened(self, name: str) -> str:
        """The text of a post. Raises `Refused`."""
        path = self._path(name)
        try:
            limit = self._configurations.checker(path).settings.max_bytes
            return read_source(path, limit).text
        except UnreadablePost as error:
            raise Refused(error.text) from None

    def checked(self, text: str, name: str) -> dict[str, Any]:
        """The text rendered with its findings marked, the findings, and what could not be checked."""
        source = self._source(text, name)
        checker = self._configurations.checker(source.path)
        result = without_repeats(checker.check_source(source))
        spans = [
            MarkedSpan(one.start.offset, one.end.offset, number, one.severity)
            for number, one in enumerate(result.findings)
        ]
        titles = checker.settings.rules
        return {
            "html": marked_post(Post(source, checker.settings.site.syntax), spans),
            "findings": [
                {**finding_data(one), "title": titles[one.rule].title[self._lang]}
                for one in result.findings
            ],
            "errors": [error.text[self._lang] for error in result.errors],
        }

    def fixed(self, text: str, name: str, number: int | None) -> str:
        """The text with the fix of one finding, or with all safe fixes. Raises `Refused`."""
        source = self._source(text, name)
        checker = self._configurations.checker(source.path)
        if number is None:
            return fix_source(checker, source).after
        findings: tuple[Finding, ...] = without_repeats(checker.check_source(source)).findings
        after = None
        if 0 <= number < len(findings) and findings[number].fix is not None:
            after = accepted_text(checker, source, findings[number])
        if after is None:
            raise Refused(
                Text("this fix cannot be applied here", "この修正はここでは適用できません")
            )
        return after

    def save(self, name: str, before: str, after: str) -> None:
        """Write a post, if its file is still `before`. Raises `Refused`."""
        path = self._path(name)
        problem = write_post(path, self._configurations.checker(path).settings.root, before, after)
        if problem is not None:
            raise Refused(problem)

    def _path(self, name: str) -> str:
        if name not in self._paths:
            raise Refused(Text("no such post", "その記事はありません"))
        return self._paths[name]

    def _source(self, text: str, name: str) -> Source:
        """What was pasted counts as a post in the root."""
        return Source(self._paths.get(name) or os.path.join(self._root, "pasted.md"), text)
