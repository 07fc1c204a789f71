"""GitLab's code quality report.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from collections import Counter
from typing import Any

from lintpost.engine.finding import PostResult
from lintpost.engine.gate.fingerprint import fingerprint
from lintpost.engine.summary import Summary
from lintpost.report.formats import ReportContext
from lintpost.report.json_report import dumps
from lintpost.report.paths import shown_path

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


class GitlabReport:
    """One array with an object for each finding. Needs the texts of the posts."""

    def __init__(self, context: ReportContext) -> None:
        self._out = context.out
        self._separator = "[\n"
        self._fingerprints: Counter[str] = Counter()

    def post(self, result: PostResult) -> None:
        """Write the findings of one post."""
        for finding in result.findings:
            path = shown_path(finding.path)
            mark = f"{path}:{fingerprint(finding, result.text or '')}"
            self._fingerprints[mark] += 1  # GitLab drops a second finding with the same fingerprint
            data: dict[str, Any] = {
                "description": finding.message,
                "check_name": finding.rule,
                "fingerprint": f"{mark}:{self._fingerprints[mark]}",
                "severity": _SEVERITIES[finding.severity],
                "location": {
                    "path": path,
                    "lines": {"begin": finding.start.line, "end": finding.end.line},
                },
            }
            self._out.write(self._separator + dumps(data, self._out))
            self._separator = ",\n"

    def end(self, summary: Summary) -> None:
        """Close the array."""
        self._out.write(("[" if self._separator == "[\n" else "\n") + "]\n")
