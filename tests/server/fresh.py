"""What a fresh ``lintpost check`` finds, as diagnostics of LSP, to hold those of the server against."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from lintpost.engine.finding import Finding
from lintpost.post.source import Source
from lintpost.server.documents.positions import Encoding, Positions

_SEVERITIES = {"error": 1, "warning": 2, "info": 3}


def fresh(
    path: Path, text: str, encoding: Encoding = "utf-16", *arguments: str
) -> list[dict[str, Any]]:
    """The findings in a text under a name, in a process of its own."""
    ran = subprocess.run(
        [
            sys.executable,
            "-m",
            "lintpost",
            "check",
            "-",
            "--stdin-filename",
            str(path),
            "--output-format",
            "json",
            "--force-exclude",
            *arguments,
        ],
        input=text.encode(),
        capture_output=True,
        cwd=path.parent if path.parent.is_dir() else None,
        env=os.environ,
    )
    assert ran.returncode in (0, 1), ran.stderr.decode()
    positions = Positions(Source(str(path), text), encoding)
    return [
        {
            "range": positions.range(found["start"]["offset"], found["end"]["offset"]),
            "severity": _SEVERITIES[found["severity"]],
            "code": found["rule"],
            "message": found["message"],
        }
        for found in json.loads(ran.stdout)["findings"]
    ]


def plain(diagnostics: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The server's diagnostics with what `fresh` has of them."""
    keys = ("range", "severity", "code", "message")
    return [{key: one[key] for key in keys} for one in diagnostics]


def as_diagnostics(
    findings: Iterable[Finding], source: Source, encoding: Encoding
) -> list[dict[str, Any]]:
    """Findings of this process, as `fresh` has them."""
    positions = Positions(source, encoding)
    return [
        {
            "range": positions.range(found.start.offset, found.end.offset),
            "severity": _SEVERITIES[found.severity],
            "code": found.rule,
            "message": found.message,
        }
        for found in findings
    ]
