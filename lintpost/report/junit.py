"""JUnit's XML: a suite for each post, with a failed case for each finding, or one that passed."""

from lintpost.engine.finding import Finding, PostResult
from lintpost.engine.summary import Summary
from lintpost.report.formats import ReportContext
from lintpost.report.paths import shown_path
from lintpost.report.xml_text import DECLARATION, attributes, content, write


class JunitReport:
    """Written at the end: the counts stand first. Notes do not fail, as they do not fail a run."""

    def __init__(self, context: ReportContext) -> None:
        self._out = context.out
        self._lang = context.lang
        self._suites: list[str] = []
        self._tests = self._failures = self._errors = 0

    def post(self, result: PostResult) -> None:
        """Keep the suite of one post."""
        path = shown_path(result.path)
        cases = [_case(finding, path) for finding in result.findings]
        head = attributes(name="lintpost", classname=path, file=path)
        for error in result.errors:
            failure = attributes(message=error.text[self._lang], type="error")
            cases.append(f"    <testcase{head}><error{failure}/></testcase>\n")
        if not cases:
            cases.append(f"    <testcase{head}/>\n")
        failures = sum(finding.severity != "info" for finding in result.findings)
        counts = attributes(
            name=path,
            tests=len(cases),
            failures=failures,
            errors=len(result.errors),
            skipped=0,
            time=0,
        )
        self._suites.append(f"  <testsuite{counts}>\n{''.join(cases)}  </testsuite>\n")
        self._tests += len(cases)
        self._failures += failures
        self._errors += len(result.errors)

    def end(self, summary: Summary) -> None:
        """Write the whole document."""
        counts = attributes(
            name="lintpost",
            tests=self._tests,
            failures=self._failures,
            errors=self._errors,
            time=0,
        )
        suites = "".join(self._suites)
        write(self._out, f"{DECLARATION}<testsuites{counts}>\n{suites}</testsuites>\n")


def _case(finding: Finding, path: str) -> str:
    place = f"{finding.start.line}:{finding.start.column}"
    head = attributes(
        name=f"{finding.rule}:{place}", classname=path, file=path, line=finding.start.line
    )
    if finding.severity == "info":
        inside = f"<system-out>{content(finding.message)}</system-out>"
    else:
        failure = attributes(message=finding.message, type=finding.severity)
        text = content(f"{path}:{place}: {finding.message} ({finding.rule})")
        inside = f"<failure{failure}>{text}</failure>"
    return f"    <testcase{head}>{inside}</testcase>\n"
