"""GitLab's code quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format."""

from collections import Counter
from typing import Any, TextIO

from lintpost.engine.finding import PostResult
from lintpost.engine.gate.fingerprint import fingerprint
from lintpost.engine.summary import Summary
from lintpost.language import Lang
from lintpost.report.jsons import dumps
from lintpost.report.places import shown_path

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


class GitlabReport:
    """One array, an object a finding. Needs the texts of the posts."""

    def __init__(self, out: TextIO, lang: Lang) -> None:
        self.out = out
        self.lead = "[\n"
        self.seen: Counter[str] = Counter()

    def post(self, result: PostResult) -> None:
        """The findings of one post."""
        for finding in result.findings:
            path = shown_path(finding.path)
            mark = f"{path}:{fingerprint(finding, result.text or '')}"
            self.seen[mark] += 1  # GitLab drops a second finding with the same fingerprint
            data: dict[str, Any] = {
                "description": finding.message,
                "check_name": finding.rule,
                "fingerprint": f"{mark}:{self.seen[mark]}",
                "severity": _SEVERITIES[finding.severity],
                "location": {
                    "path": path,
                    "lines": {"begin": finding.start.line, "end": finding.end.line},
                },
            }
            self.out.write(self.lead + dumps(data, self.out))
            self.lead = ",\n"

    def end(self, summary: Summary) -> None:
        """The end of the array."""
        self.out.write(("[" if self.lead == "[\n" else "\n") + "]\n")
