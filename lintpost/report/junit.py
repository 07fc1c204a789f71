"""JUnit's XML: a suite for each post, a failed case for each finding, one that passed without any."""

from typing import TextIO

from lintpost.engine.finding import PostResult
from lintpost.engine.summary import Summary
from lintpost.language import Lang
from lintpost.report.places import shown_path
from lintpost.report.xmls import HEAD, attributes, content


class JunitReport:
    """Written at the end: the counts stand first. Notes are no failures, as they fail no run."""

    def __init__(self, out: TextIO, lang: Lang) -> None:
        self.out = out
        self.lang: Lang = lang
        self.suites: list[str] = []
        self.tests = self.failures = self.errors = 0

    def post(self, result: PostResult) -> None:
        """One suite."""
        path = shown_path(result.path)
        cases: list[str] = []
        failures = 0
        for finding in result.findings:
            start = finding.start
            name = f"{finding.rule}:{start.line}:{start.column}"
            head = attributes(name=name, classname=path, file=path, line=start.line)
            if finding.severity == "info":
                cases.append(f"    <testcase{head}><system-out>{content(finding.message)}</system-out></testcase>\n")  # fmt: skip
                continue
            failures += 1
            told = attributes(message=finding.message, type=finding.severity)
            where = content(
                f"{path}:{start.line}:{start.column}: {finding.message} ({finding.rule})"
            )
            cases.append(f"    <testcase{head}><failure{told}>{where}</failure></testcase>\n")
        for error in result.errors:
            head = attributes(name="lintpost", classname=path, file=path)
            told = attributes(message=error.text[self.lang], type="error")
            cases.append(f"    <testcase{head}><error{told}/></testcase>\n")
        if not cases:
            cases.append(
                f"    <testcase{attributes(name='lintpost', classname=path, file=path)}/>\n"
            )
        counts = attributes(
            name=path,
            tests=len(cases),
            failures=failures,
            errors=len(result.errors),
            skipped=0,
            time=0,
        )
        self.suites.append(f"  <testsuite{counts}>\n{''.join(cases)}  </testsuite>\n")
        self.tests += len(cases)
        self.failures += failures
        self.errors += len(result.errors)

    def end(self, summary: Summary) -> None:
        """The whole document."""
        counts = attributes(name="lintpost", tests=self.tests, failures=self.failures, errors=self.errors, time=0)  # fmt: skip
        self.out.write(f"{HEAD}<testsuites{counts}>\n{''.join(self.suites)}</testsuites>\n")
