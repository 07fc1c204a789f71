"""The JSON reports that a comparison is made from."""

import json
import os
import subprocess
import sys
from typing import NamedTuple

from lintpost.errors import UsageError
from lintpost.language import Lang, Text
from lintpost.report.pull_request import Reported


class Report(NamedTuple):
    """The findings of a report, and how many posts (or rules over one) could not be checked."""

    findings: list[Reported]
    errors: int


def read(path: str, lang: Lang) -> Report:
    """A report from a file. Raises `UsageError` for a file that is none, and `OSError`."""
    with open(path, encoding="utf-8", errors="replace") as file:
        return _parsed(file.read(), path, lang)


def check(folder: str, lang: Lang, *arguments: str) -> Report:
    """Check the posts of a folder in a process of its own: with the configuration, and the paths, of that folder.

    Raises `UsageError` where there is no report; the process has said why.
    """
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", "lintpost", "check", "--output-format", "json", "--lang", lang]
    done = subprocess.run(
        [*command, *arguments], cwd=folder, env=environment, stdout=subprocess.PIPE, check=False
    )
    return _parsed(done.stdout.decode(errors="replace"), folder, lang)


def _parsed(text: str, place: str, lang: Lang) -> Report:
    try:
        data = json.loads(text)
        findings = [
            Reported(
                one["path"], one["rule"], one["severity"], one["message"], one["start"]["line"],
                fixable=(one["fix"] or {}).get("applicability") == "safe",
            )
            for one in data["findings"]
        ]  # fmt: skip
        return Report(findings, len(data["errors"]))
    except (ValueError, KeyError, TypeError):
        said = Text(f"{place}: no JSON report", f"{place}：JSONの報告がありません")
        raise UsageError(said[lang]) from None
